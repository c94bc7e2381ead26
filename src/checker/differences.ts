// Where two say something else of one plan on one day: task by task, and number by number.
import type { DaySaid, TaskSaid } from './check.ts'
import type { Day } from './raw.ts'

/** `task`: undefined of a number about the whole plan. */
export type Difference = { day: Day; task?: number; what: string; product: string; checker: string }

/** Of a plan that is not there. */
export const nothingSaid: DaySaid = { tasks: new Map(), counts: { total: 0, lights: { done: 0, red: 0, yellow: 0, green: 0, pending: 0 }, asked: 0, answered: 0, unreported: 0, rounds: {}, claimsWaiting: 0, noUnit: 0, openDoubts: 0 } }

export function differencesOn(day: Day, product: DaySaid, checker: DaySaid): Difference[] {
  const numbers = [...new Set([...product.tasks.keys(), ...checker.tasks.keys()])].toSorted((a, b) => a - b)
  const tasks = numbers.flatMap((task) => {
    const [theirs, ours] = [saidOf(product.tasks.get(task)), saidOf(checker.tasks.get(task))]
    const differing = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])].filter((what) => theirs[what] !== ours[what])
    return differing.map((what): Difference => ({ day, task, what, product: theirs[what] ?? '—', checker: ours[what] ?? '—' }))
  })
  const [theirs, ours] = [flat(product.counts), flat(checker.counts)]
  const counts = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])].filter((what) => theirs[what] !== ours[what])
  return [...tasks, ...counts.map((what): Difference => ({ day, what, product: theirs[what] ?? '—', checker: ours[what] ?? '—' }))]
}

const saidOf = (said: TaskSaid | undefined): Record<string, string> =>
  said === undefined ? { task: 'none' } : { task: 'there', light: `${said.light} (${said.rule})`, unit: said.unit ?? '—', supportRed: String(said.supportRed), status: said.status, asked: said.asked ?? '—', unreported: String(said.isUnreported) }

function flat(counts: object, under = ''): Record<string, string> {
  return Object.fromEntries(Object.entries(counts as Record<string, unknown>).flatMap(([name, value]) => (typeof value === 'object' && value !== null ? Object.entries(flat(value, `${under}${name} `)) : [[`${under}${name}`, String(value)]])))
}
