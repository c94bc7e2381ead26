// What a plan holds more of than any plan does: such a text is refused, for whoever works with what was read would wait for it.
import type { Counted, Reading, ReadRefusal } from './reading.ts'

/** What a reading has of units in tasks, and what the answers to its doubts may give them besides. */
export const partsAtMost = 20_000

/** At least ten times what the largest plans met have: a province's, with every item of every annex. `parts`: units of tasks, each time one is named. */
const atMost: Readonly<Record<Counted, number>> = {
  plans: 100, tasks: 2000, parts: partsAtMost, units: 1000, dates: 5000, duties: 1000, targets: 2000, members: 2000, people: 5000, proposals: 1000, doubts: 3000, paragraphs: 5000,
}

const sumOf = <Thing>(things: readonly Thing[], count: (thing: Thing) => number): number => things.reduce((sum, thing) => sum + count(thing), 0)

export const partsIn = (tasks: Reading['tasks']): number => sumOf(tasks, ({ units }) => units.length)

/** The first of which there are too many, or undefined. */
export function tooManyIn({ tasks, recurrences, meetings, bodies, targets, proposals, doubts, unlisted, headings = [] }: Reading): TooMany | undefined {
  const counts: readonly (readonly [what: Counted, found: number])[] = [
    ['tasks', tasks.length],
    ['parts', partsIn(tasks)],
    ['units', new Set(tasks.flatMap(({ units }) => units.map(({ name }) => name))).size],
    ['dates', sumOf(tasks, ({ deadlines }) => deadlines.length)],
    ['duties', recurrences.length + meetings.length],
    ['targets', targets.length],
    ['members', sumOf(bodies, ({ members, deputies }) => members.length + deputies.length)],
    ['people', sumOf(tasks, ({ people }) => people.length)],
    ['proposals', proposals.length],
    ['doubts', doubts.length],
    ['paragraphs', unlisted.length + headings.length],
  ]
  for (const [what, found] of counts) if (found > atMost[what]) return { code: 'text-too-many', what, found, limit: atMost[what] }
  return undefined
}

/** Each of them would be read before it is asked which is meant. */
export const tooManyPlans = ({ length: found }: readonly unknown[]): TooMany | undefined => (found > atMost.plans ? { code: 'text-too-many', what: 'plans', found, limit: atMost.plans } : undefined)

type TooMany = Extract<ReadRefusal, { code: 'text-too-many' }>
