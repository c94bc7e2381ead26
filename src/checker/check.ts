// The checker: another way from the raw logs to the numbers of the leader's screen, which shares no code with the one that shows them.
import { Units } from './county.ts'
import { WorkingDays } from './days.ts'
import { askingOf, colourOf, lightOf, type Light, type Rule } from './lights.ts'
import { readDirectory, readPlan, type Day, type RawEntry } from './raw.ts'
import { answerer, seen, wholeOf, type Seen } from './seen.ts'
import { Timelines, type Plan } from './timeline.ts'

/** What is to be known of one task on a day. */
export type TaskSaid = { light: Light; rule: Rule; unit?: string; supportRed: number; status: 'open' | 'claimed' | 'accepted' | 'no-unit'; asked?: string; isUnreported: boolean }
/** The numbers of one plan on a day. `rounds`: by key, how many were asked and how many have answered; `by-date` for those asked by their date. */
export type Counts = {
  total: number
  lights: Record<Light, number>
  asked: number
  answered: number
  unreported: number
  rounds: Record<string, { asked: number; answered: number }>
  claimsWaiting: number
  noUnit: number
  openDoubts: number
}
export type DaySaid = { tasks: ReadonlyMap<number, TaskSaid>; counts: Counts }
/** `unknown`: an event that the checker does not know, or cannot read. From then on nothing is judged. */
export type Judged = { ok: true; said: DaySaid } | { ok: false; position: number; what: string; of: 'plan' | 'directory' }

/** One plan, asked of one day after another. */
export class Checker {
  readonly #timelines: Timelines
  readonly #units: Units
  readonly #unread: { of: 'plan' | 'directory'; position: number; on?: Day; what: string }[]
  #days: { of: unknown; own: unknown; days: WorkingDays } | undefined

  constructor(plan: readonly RawEntry[], directory: readonly RawEntry[]) {
    const [ofPlan, ofDirectory] = [readPlan(plan), readDirectory(directory)]
    this.#timelines = new Timelines(ofPlan.happened)
    this.#units = new Units(ofDirectory.happened)
    this.#unread = [...(ofPlan.unknown === undefined ? [] : [{ of: 'plan' as const, ...ofPlan.unknown }]), ...(ofDirectory.unknown === undefined ? [] : [{ of: 'directory' as const, ...ofDirectory.unknown }])]
  }

  /** At the end of a day; days are asked for in their order. Undefined before the import. */
  on(today: Day): Judged | undefined {
    const unread = this.#unread.find(({ on }) => on === undefined || on <= today)
    if (unread !== undefined) return { ok: false, position: unread.position, what: unread.what, of: unread.of }
    const [plan, county] = [this.#timelines.until(today), this.#units.until(today)]
    if (plan.importedOn === undefined) return undefined
    if (this.#days?.of !== county.announced || this.#days.own !== plan.ownDaysOff) this.#days = { of: county.announced, own: plan.ownDaysOff, days: new WorkingDays(county.announced, plan.ownDaysOff) }
    return { ok: true, said: saidOf(seen({ plan, county, days: this.#days.days, today })) }
  }
}

function saidOf(see: Seen): DaySaid {
  const tasks = new Map<number, TaskSaid>()
  for (const [no, versions] of see.plan.timelines) {
    const task = versions.at(-1)?.task
    if (task === undefined) continue
    const { rule, unit, supportRed } = lightOf(see, task)
    const asking = askingOf(see, task)
    const part = answerer(see, task)
    const status = part === undefined ? 'no-unit' : wholeOf(see, part).is
    tasks.set(no, { light: colourOf(rule), rule, ...(unit === undefined ? {} : { unit }), supportRed, status, ...(asking === undefined ? {} : { asked: asking.round }), isUnreported: asking?.isUnreported ?? false })
  }
  return { tasks, counts: countsOf([...tasks.values()], see.plan) }
}

function countsOf(tasks: readonly TaskSaid[], { doubts }: Plan): Counts {
  const counts: Counts = { total: tasks.length, lights: { done: 0, red: 0, yellow: 0, green: 0, pending: 0 }, asked: 0, answered: 0, unreported: 0, rounds: {}, claimsWaiting: 0, noUnit: 0, openDoubts: 0 }
  for (const { light, status, asked, isUnreported } of tasks) {
    counts.lights[light] += 1
    if (status === 'claimed') counts.claimsWaiting += 1
    if (status === 'no-unit') counts.noUnit += 1
    if (asked === undefined) continue
    const round = counts.rounds[asked] ?? { asked: 0, answered: 0 }
    counts.rounds[asked] = { asked: round.asked + 1, answered: round.answered + (isUnreported ? 0 : 1) }
    counts.asked += 1
    if (isUnreported) counts.unreported += 1
    else counts.answered += 1
  }
  // Who answers for a target is asked elsewhere, and is no doubt of the text.
  counts.openDoubts = [...doubts.values()].filter(({ kind, isSettled }) => !isSettled && kind !== 'target-owner').length
  return counts
}
