// Marks: which of a row of reminders is in force on a day. One stays in force until the next, so a bot that slept reminds late, once.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import type { Policy } from '#src/ledger/policy.ts'

/** `since`: the day the mark came into force; an answer since then ends it. */
export type Mark = { name: string; since: Day; workingDaysLeft: number }

/** The mark before or on the date. @returns undefined before the first mark, and once the date is past */
export function markBefore(due: Day, marks: readonly number[], today: Day, calendar: Calendar): Mark | undefined {
  if (today > due) return undefined
  const workingDaysLeft = calendar.workingDaysUntil(due, today)
  const mark = marks.findLast((days) => days >= workingDaysLeft)
  if (mark === undefined) return undefined
  return { name: String(mark), since: markBegins(due, mark, calendar), workingDaysLeft }
}

/** The day on which a mark before a date comes into force. @param mark working days before it */
export const markBegins = (due: Day, mark: number, calendar: Calendar): Day => ((last) => (mark === 0 ? last : calendar.addWorkingDays(last, -mark)))(calendar.lastWorkingDayBy(due))

/** The name of the first mark after a date. */
export const firstAfter = 'over0'

/** So many working days over; counted in fives, by whatever steps a plan goes: one day has one name, also once the steps are others. */
export const overName = (workingDays: number): string => `over${(workingDays - 1) / 5}`
/** The head's own mark in force: so many working days after the date, and every so many from there. */
export const headMark = (workingDaysOver: number, { headAfter, overdueEvery }: Pick<Policy, 'headAfter' | 'overdueEvery'>): string =>
  headName(headAfter + Math.floor((workingDaysOver - headAfter) / overdueEvery) * overdueEvery)
export const headName = (workingDays: number): string => `head${workingDays / 5 - 1}`

/** The mark after the date: on the next working day, then every so many. @returns undefined until then */
export function markAfter(due: Day, every: number, today: Day, calendar: Calendar): Mark | undefined {
  if (today <= due) return undefined
  const over = -calendar.workingDaysUntil(due, today)
  if (over < 1) return undefined
  const day = Math.floor((over - 1) / every) * every + 1
  return { name: overName(day), since: calendar.addWorkingDays(due, day), workingDaysLeft: -over }
}
