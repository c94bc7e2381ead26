// A table that repeats the items of the plan's body says who and when for them: it is no second list of tasks.
import { folded } from './folded-text.ts'
import type { ReadTask } from './reading.ts'

/** `tasks`: the body's, with what the rows said of them, and the rows that repeat none. `repeated`: the rows that became part of another. */
export type Repeated = { tasks: ReadTask[]; repeated: ReadTask[]; /** Where each row went: the place among `tasks`. */ placeOfRow: number[] }

const gramLength = 3
/** So many tasks share a gram with a title at most that are looked at. */
const mostCandidates = 40
const closeEnough = 0.6
/** With the same number half of the grams are enough: one word more or less breaks several. */
const closeWithNumber = 0.5
/** A table of which half the rows repeat items is meant to repeat them: then a likeness of titles suffices. */
const repeatingShare = 0.5

/** Puts the rows of tables to the tasks of the body that they repeat, by title or by number and most of the title. */
export function withRepeatedRows(body: readonly ReadTask[], rows: readonly ReadTask[]): Repeated {
  const find = finder(body)
  const matches = rows.map(find)
  const isRepeat = matches.filter((match) => match !== undefined).length >= rows.length * repeatingShare
  const tasks = [...body]
  const taken = new Set<number>()
  const repeated: ReadTask[] = []
  const placeOfRow = rows.map((row, at) => {
    const match = matches[at]
    const known = match === undefined ? undefined : tasks[match.at]
    if (match === undefined || !known || taken.has(match.at) || !(isRepeat || match.exact)) return tasks.push(row) - 1
    taken.add(match.at)
    repeated.push(row)
    tasks[match.at] = merged(known, row)
    return match.at
  })
  return { tasks, repeated, placeOfRow }
}

/** What the body says itself stands; the row gives what it leaves open. */
function merged(task: ReadTask, row: ReadTask): ReadTask {
  const isSaid = (one: ReadTask['deadlines'][number]): boolean => task.deadlines.some((other) => other.year === one.year && other.month === one.month && other.yearly === one.yearly && other.ongoing === one.ongoing)
  return {
    ...task,
    units: task.units.some(({ inferred }) => inferred !== 'standing') ? task.units : [...row.units, ...task.units],
    people: task.people.length > 0 ? task.people : row.people,
    deadlines: [...task.deadlines, ...row.deadlines.filter((one) => !isSaid(one))],
  }
}

type Match = { at: number; exact: boolean }

/** Two titles are the same by their letters and figures. */
export const normalisedTitle = (title: string): string => folded(title).replace(/[^\p{L}\p{N}]+/gu, '')

function finder(body: readonly ReadTask[]): (row: ReadTask) => Match | undefined {
  const titles = body.map(({ title }) => normalisedTitle(title))
  const whole = new Map(titles.map((title, at) => [title, at]))
  const byGram = new Map<string, number[]>()
  for (const [at, title] of titles.entries()) {
    for (const gram of gramsOf(title)) {
      const places = byGram.get(gram) ?? []
      if (places.length < mostCandidates) places.push(at)
      byGram.set(gram, places)
    }
  }
  return (row) => {
    const title = normalisedTitle(row.title)
    const same = whole.get(title)
    if (title !== '' && same !== undefined) return { at: same, exact: true }
    const shared = new Map<number, number>()
    const grams = gramsOf(title)
    for (const gram of grams) for (const at of byGram.get(gram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    let best: { at: number; likeness: number } | undefined
    for (const [at, count] of shared) {
      const sameNumber = row.number !== '' && row.number === body[at]?.number
      const likeness = likenessOf(title, titles[at] ?? '', count, grams.size, sameNumber)
      if (likeness >= (sameNumber ? closeWithNumber : closeEnough) && likeness > (best?.likeness ?? 0)) best = { at, likeness }
    }
    return best && { at: best.at, exact: false }
  }
}

const gramsOf = (title: string): Set<string> => new Set(Array.from({ length: Math.max(0, Math.min(title.length, 60) - gramLength + 1) }, (_, at) => title.slice(at, at + gramLength)))

/** How much of the longer title the shorter one is, where one holds the other; with the same number, how many of their grams they share. */
function likenessOf(one: string, other: string, shared: number, grams: number, sameNumber: boolean): number {
  const ratio = Math.min(one.length, other.length) / Math.max(one.length, other.length)
  if (one.includes(other) || other.includes(one)) return ratio
  return sameNumber ? (2 * shared) / (grams + Math.max(1, other.length - gramLength + 1)) : 0
}
