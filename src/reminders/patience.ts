// What need not be told on its own day: it travels with what must be, or opens the week. Else one person's many dates would be a message a day.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import type { Notice } from './notice.ts'
import { farOff, overdueEvery } from './policy.ts'

/** A notice that stays in force long enough to see the next week's beginning: what is far off, and what is chased or escalated again. */
export function canWait(notice: Notice): boolean {
  if (notice.kind === 'overdue' || notice.kind === 'milestone-overdue' || notice.kind === 'review-overdue') return notice.workingDaysOver >= overdueEvery
  if (notice.kind === 'due-soon') return notice.mark >= farOff
  if (notice.kind === 'milestone-due') return notice.workingDaysLeft >= farOff
  if (notice.kind === 'occurrence-due' || notice.kind === 'cadence-open') return notice.workingDaysLeft >= farOff || notice.workingDaysLeft <= -overdueEvery
  return ['uncontacted', 'recorded-for', 'milestones-asked', 'milestones-approved'].includes(notice.kind)
}

/** The first working day of the week, Monday unless it is a holiday; where a day of rest is worked (调休), the sixth begins anew, so that no five working days pass without one. */
export function opensWeek(today: Day, calendar: Calendar): boolean {
  if (!calendar.isWorkingDay(today)) return false
  const before = Array.from({ length: calendar.weekday(today) - 1 }, (_, at) => calendar.addDays(today, -(at + 1)))
  return before.filter((day) => calendar.isWorkingDay(day)).length % overdueEvery === 0
}
