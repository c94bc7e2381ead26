// The quarter whose progress is being asked for: this one once its first reminder is out, until then the one that closed last.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import { quarterBefore, quarterOf, type Period } from '#src/calendar/period.ts'
import { progressMarks } from '#src/reminders/policy.ts'

export function roundOf(today: Day, calendar: Calendar): Period {
  const current = quarterOf(today)
  const [first = 0] = progressMarks
  const begins = calendar.addWorkingDays(calendar.lastWorkingDayBy(current.to), -first)
  return today >= begins ? current : quarterBefore(current)
}
