// What need not be told on its own day: it travels with what must be, or opens the week. Else one person's many dates would be a message a day.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import type { Policy } from '#src/ledger/policy.ts'
import type { Notice } from './notice.ts'
import { digestsAWeek } from './policy.ts'

/** A notice that stays in force long enough to see the next week's beginning: what is far off, and what is chased or escalated again. */
export function canWait(notice: Notice, policy: Policy): boolean {
  // That day was asked for.
  if ('snoozedTo' in notice && notice.snoozedTo !== undefined) return false
  const { dueMarks, progressMarks, monthMarks, handInMarks, cadenceMarks, farOff, overdueEvery } = policy
  const isFarOff = (left: number, ...rows: (readonly number[])[]): boolean => left >= farOff && rows.every((marks) => staysAWeek(left, marks))
  const isAgain = (over: number): boolean => overdueEvery >= digestsAWeek && over >= overdueEvery
  if (notice.kind === 'overdue' || notice.kind === 'milestone-overdue' || notice.kind === 'review-overdue' || notice.kind === 'request-waits') return isAgain(notice.workingDaysOver)
  if (notice.kind === 'review-today') return isAgain(notice.workingDaysOver ?? 0)
  if (notice.kind === 'due-soon' || notice.kind === 'milestone-due') return isFarOff(notice.workingDaysLeft, dueMarks)
  if (notice.kind === 'occurrence-due' && notice.step !== undefined) return isFarOff(notice.workingDaysLeft, handInMarks)
  if (notice.kind === 'occurrence-due') return isFarOff(notice.workingDaysLeft, dueMarks, progressMarks, monthMarks) || isAgain(-notice.workingDaysLeft)
  if (notice.kind === 'cadence-open') return isFarOff(notice.workingDaysLeft, cadenceMarks) || isAgain(-notice.workingDaysLeft)
  return ['uncontacted', 'recorded-for', 'milestones-asked', 'milestones-approved'].includes(notice.kind)
}

/** Whether the mark in force is a week's working days from the next: a nearer one would take its place unsaid. */
function staysAWeek(left: number, marks: readonly number[]): boolean {
  const mark = marks.findLast((days) => days >= left)
  const next = marks.find((days) => days < left)
  return mark === undefined || mark - (next ?? 0) >= digestsAWeek
}

/** The first working day of the week: Monday, unless it is a holiday. A sixth, where a day of rest is worked (调休), begins none: Monday would say the same again. */
export function opensWeek(today: Day, calendar: Calendar): boolean {
  if (!calendar.isWorkingDay(today)) return false
  const before = Array.from({ length: calendar.weekday(today) - 1 }, (_, at) => calendar.addDays(today, -(at + 1)))
  return !before.some((day) => calendar.isWorkingDay(day))
}
