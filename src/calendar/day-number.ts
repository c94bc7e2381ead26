// Days as whole numbers, and back: all counting of days is done on these. Howard Hinnant's algorithms for the Gregorian calendar.
import { Day } from './day.ts'

const daysInEra = 146_097
const yearsInEra = 400
/** From the first of March of the year 0, where his eras begin, to 1 January 1970. */
const toEpoch = 719_468

/** Days since 1 January 1970, negative before it. */
export function dayNumber(day: Day): number {
  const month = Number(day.slice(5, 7))
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / yearsInEra)
  const yearOfEra = year - era * yearsInEra
  // A year that begins in March has its leap day at its end.
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(day.slice(8)) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * daysInEra + dayOfEra - toEpoch
}

/** The day of a number. Throws where its year has not four digits. */
export function dayOfNumber(number: number): Day {
  const fromEra = number + toEpoch
  const era = Math.floor(fromEra / daysInEra)
  const dayOfEra = fromEra - era * daysInEra
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * yearsInEra + (month <= 2 ? 1 : 0)
  return Day.parse(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
}

/** 1 is Monday, 7 is Sunday: 1 January 1970 was a Thursday. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1
