// Marks: which of a row of reminders is in force on a day. One stays in force until the next, so a bot that slept reminds late, once.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import { overdueEvery } from './policy.ts'

/** `since`: the day the mark came into force; an answer since then ends it. */
export type Mark = { name: string; since: Day; workingDaysLeft: number }

/** The mark before or on the date. @returns undefined before the first mark, and once the date is past */
export function markBefore(due: Day, marks: readonly number[], today: Day, calendar: Calendar): Mark | undefined {
  if (today > due) return undefined
  const workingDaysLeft = calendar.workingDaysUntil(due, today)
  const mark = marks.findLast((days) => days >= workingDaysLeft)
  if (mark === undefined) return undefined
  const last = calendar.lastWorkingDayBy(due)
  return { name: String(mark), since: mark === 0 ? last : calendar.addWorkingDays(last, -mark), workingDaysLeft }
}

/** The name of the first mark after a date. */
export const firstAfter = 'over0'

/** The mark after the date: on the next working day, then every five. @returns undefined until then */
export function markAfter(due: Day, today: Day, calendar: Calendar): Mark | undefined {
  if (today <= due) return undefined
  const over = -calendar.workingDaysUntil(due, today)
  if (over < 1) return undefined
  const stage = Math.floor((over - 1) / overdueEvery)
  return { name: `over${stage}`, since: calendar.addWorkingDays(due, stage * overdueEvery + 1), workingDaysLeft: -over }
}
