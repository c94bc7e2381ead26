// The periods in which things come back: a key, a first and a last day.
import { Day, dayOf, lastDayOf, monthOf, yearOf } from './day.ts'

export type Period = Readonly<{ key: string; from: Day; to: Day }>

/** Months in one period of a rhythm; undefined for a week, which has none, and for a term, which has five or seven. */
export function monthsIn(every: string): number | undefined {
  const years = /^(\d{1,2}) years$/.exec(every)
  if (years !== null) return Number(years[1]) * 12
  return monthsOf[every]
}

const monthsOf: Readonly<Record<string, number>> = { month: 1, '2 months': 2, quarter: 3, 'half-year': 6, year: 12, 'school-year': 12 }

/**
 * The period of a rhythm that a day falls in. Periods of several years are counted from `firstYear`.
 *
 * @returns undefined for a rhythm without months (week)
 */
export function periodOf(every: string, day: Day, firstYear: number): Period | undefined {
  const [year, month] = [yearOf(day), monthOf(day)]
  if (every === 'school-year') return schoolYear(month >= 9 ? year : year - 1)
  if (every === 'term') return month >= 9 ? term(year * 2) : term(month === 1 ? (year - 1) * 2 : (year - 1) * 2 + 1)
  const months = monthsIn(every)
  if (months === undefined) return undefined
  const index = Math.floor(((yearOf(day) - firstYear) * 12 + monthOf(day) - 1) / months)
  return periodAt(months, index, firstYear)
}

/** The period `steps` later. */
export function periodAfter(every: string, period: Period, steps: number, firstYear: number): Period {
  const begins = yearOf(period.from)
  if (every === 'school-year') return schoolYear(begins + steps)
  if (every === 'term') return term((monthOf(period.from) === 9 ? begins * 2 : (begins - 1) * 2 + 1) + steps)
  const months = monthsIn(every) ?? 12
  const index = ((yearOf(period.from) - firstYear) * 12 + monthOf(period.from) - 1) / months
  return periodAt(months, index + steps, firstYear)
}

/** 学年: September to August, named by the year it begins. */
const schoolYear = (year: number): Period => monthsFrom(`${year}S`, year, 9, 12)

/** 学期: September to January, February to August; both named by the year in which their school year begins. @param index twice that year, one more for the second */
function term(index: number): Period {
  const year = Math.floor(index / 2)
  return index % 2 === 0 ? monthsFrom(`${year}T1`, year, 9, 5) : monthsFrom(`${year}T2`, year + 1, 2, 7)
}

function monthsFrom(key: string, year: number, month: number, months: number): Period {
  const last = year * 12 + month - 2 + months
  return { key, from: dayOf(year, month, 1) ?? Day.parse(`${year}-01-01`), to: lastDayOf(Math.floor(last / 12), (last % 12) + 1) }
}

/** Asked for again and again, of every task: a period is the same whoever asks. By its months, and its first one. */
const known = new Map<string, Period>()

function periodAt(months: number, index: number, firstYear: number): Period {
  const name = `${months}/${firstYear * 12 + index * months}`
  const period = known.get(name) ?? periodBeginning(months, index, firstYear)
  known.set(name, period)
  return period
}

function periodBeginning(months: number, index: number, firstYear: number): Period {
  // Counted from year 0, so that a day before the first year (a plan that begins next year) is counted like any other.
  const first = firstYear * 12 + index * months
  const last = first + months - 1
  const [year, month] = [Math.floor(first / 12), (first % 12) + 1]
  const from = dayOf(year, month, 1) ?? Day.parse(`${year}-01-01`)
  return { key: keyOf(months, year, month), from, to: lastDayOf(Math.floor(last / 12), (last % 12) + 1) }
}

function keyOf(months: number, year: number, month: number): string {
  if (months >= 12) return String(year)
  if (months === 6) return `${year}H${month <= 6 ? 1 : 2}`
  if (months === 3) return `${year}Q${Math.ceil(month / 3)}`
  return `${year}-${String(month).padStart(2, '0')}`
}

/** The calendar quarter of a day. */
export function quarterOf(day: Day): Period {
  const first = Math.floor((monthOf(day) - 1) / 3) * 3 + 1
  const year = yearOf(day)
  return periodAt(3, (first - 1) / 3, year)
}

/** The quarter before a quarter. */
export const quarterBefore = (quarter: Period): Period => periodAfter('quarter', quarter, -1, yearOf(quarter.from) - 1)
