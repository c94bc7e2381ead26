// 周一简报: on the first working day of the week, to whoever wants it, where there is anything to say of a plan.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import { briefReaders } from '#src/directory/brief.ts'
import { hasNewsFor, weekOf } from '#src/queries/brief.ts'
import type { StandsOf } from '#src/queries/stand.ts'
import type { View } from '#src/queries/view.ts'
import type { PersonId } from '#src/ledger/ids.ts'
import type { Notice } from './notice.ts'
import { opensWeek } from './patience.ts'

/** Before the morning's meetings, and before the digests. */
export const briefFrom = '08:30'

/** One message a week, whichever plans have something to say: by the week's Monday, for a plan with days off of its own begins its week on another day. */
export const briefKey = (to: PersonId, week: Day): string => `brief/${to}/${week}`

/** In force on that day alone: slept through, it is not made up for. A plan of which nothing falls due, nothing is red or yellow and no duty became late since the brief before says nothing. */
export function ofBrief(view: View, standsOf?: StandsOf): Notice[] {
  const { plan, directory, calendar, today } = view
  const readers = briefReaders(directory)
  if (readers.length === 0 || !opensWeek(today, calendar)) return []
  const week = weekOf(today, calendar)
  if (!hasNewsFor(view, week, standsOf)) return []
  return readers.map(({ id }): Notice => ({ kind: 'weekly-brief', key: `weekly-brief/${plan.id}/${week.from}/${id}`, to: id, plan: plan.id, week: week.from }))
}

/** @returns undefined while nobody wants it: no day alone changes that */
export const briefChanges = ({ directory, calendar, today }: View): Day | undefined => (briefReaders(directory).length === 0 ? undefined : calendar.addDays(today, 1))

/** `isNow`: its hour has come, and it is owed. */
export type NextBrief = { day: Day; time: string; isNow?: true }

/** When it is sent next, if there is something to say by then: to whoever wants it on a day that has begun a week, at once. @param time now, as wall time */
export function nextBrief(today: Day, time: string, calendar: Calendar): NextBrief {
  if (opensWeek(today, calendar) && time >= briefFrom) return { day: today, time: briefFrom, isNow: true }
  let day = time < briefFrom ? today : calendar.addDays(today, 1)
  while (!opensWeek(day, calendar)) day = calendar.addDays(day, 1)
  return { day, time: briefFrom }
}
