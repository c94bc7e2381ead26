// 缺少放假安排: which year's arrangement should be known by now, and is not.
import type { Calendar } from './calendar.ts'
import { dayOf, monthOf, yearOf, type Day } from './day.ts'

/** The notice for the next year is published in the last quarter; from this day on a county that has not entered it is warned. */
const missedFrom = { month: 11, date: 15 } as const

/** This year, where nothing is known of it; next year from 15 November on. Undefined while all that should be known is. */
export function daysOffLacking(calendar: Calendar, today: Day): number | undefined {
  const year = yearOf(today)
  if (calendar.isProvisional(today)) return year
  const isMissed = monthOf(today) > missedFrom.month || (monthOf(today) === missedFrom.month && Number(today.slice(8)) >= missedFrom.date)
  const next = dayOf(year + 1, 6, 30)
  return isMissed && next !== undefined && calendar.isProvisional(next) ? year + 1 : undefined
}
