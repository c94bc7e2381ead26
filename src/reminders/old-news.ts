// What is news of a unit is told once, to who was there: a deputy, or somebody new, hears what is still to be done.
import type { Day } from '#src/calendar/day.ts'
import type { PersonId } from '#src/ledger/ids.ts'
import type { Notice } from './notice.ts'

type ToldOn = (key: string) => Day | undefined

/** Of a unit, whoever is asked for it; the person stands last in the key. */
const news: ReadonlySet<Notice['kind']> = new Set<Notice['kind']>(['nudged', 'due-set', 'lead-named', 'course-changed', 'amended', 'withdrawn', 'unit-taken-over', 'part-received'])

/** On which day anybody was first told of what a key tells one person. */
export const firstToldOn = (people: readonly PersonId[], toldOn: ToldOn): ToldOn => (key) => {
  const parts = key.split('/')
  return people.flatMap((person) => toldOn(parts.with(-1, person).join('/')) ?? []).toSorted()[0]
}

/** By its own facts: the day of an instant is never before the one it has in UTC. */
const isOfToday = (notice: Notice, today: Day): boolean => ('at' in notice && notice.at.slice(0, 10) >= today) || ('on' in notice && notice.on !== undefined && notice.on >= today)

/** Told to others on a day before. @param wasHeldBack whether this person had their message of that day by then, so that this waited for the next */
export function isOldNews(notice: Notice, firstTold: ToldOn | undefined, today: Day, wasHeldBack: (on: Day) => boolean): boolean {
  if (firstTold === undefined || !news.has(notice.kind) || isOfToday(notice, today)) return false
  const on = firstTold(notice.key)
  return on !== undefined && on < today && !wasHeldBack(on)
}
