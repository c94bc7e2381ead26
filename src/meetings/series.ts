// The days of a series: every week, month or quarter on the same day as the first, on the next working day where that is a day off.
import type { Calendar } from '#src/calendar/calendar.ts'
import { dayOf, lastDayOf, monthOf, yearOf, type Day } from '#src/calendar/day.ts'

export const repeats = ['week', 'month', 'quarter'] as const
export type Repeat = (typeof repeats)[number]

/** So many are called together: what is further off is called when it is nearer. */
export const seriesMost = 12
const monthsApart = { month: 1, quarter: 3 } as const

/**
 * @param last the last day of it, which is the plan's last day at most
 * @returns the first first, each a working day but that one, which is as it was asked for
 */
export function seriesDays(first: Day, repeat: Repeat, last: Day, calendar: Pick<Calendar, 'addDays' | 'isWorkingDay' | 'addWorkingDays'>): Day[] {
  const nominal = Array.from({ length: seriesMost }, (_, at) => (repeat === 'week' ? calendar.addDays(first, at * 7) : monthsLater(first, at * monthsApart[repeat])))
  const moved = nominal.map((day, at) => (at === 0 || calendar.isWorkingDay(day) ? day : calendar.addWorkingDays(day, 1)))
  return [...new Set(moved)].filter((day, at) => at === 0 || day <= last)
}

/** 31 January is 28 February a month later. */
function monthsLater(day: Day, months: number): Day {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + months
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  const end = lastDayOf(year, month)
  return dayOf(year, month, Number(day.slice(8))) ?? end
}
