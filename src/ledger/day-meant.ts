// The day that a date of the text means.
import { dayOf, lastDayOf, type Day } from '#src/calendar/day.ts'
import { dateAsked } from '#src/reader/date-asked.ts'
import type { ReadDeadline } from '#src/reader/reading.ts'

/** The last day of its month, of its year. Undefined without a year, and for a day that no calendar has (6月31日). */
export const dayMeant = ({ year, month, day }: ReadDeadline): Day | undefined => {
  if (year === undefined) return undefined
  return month !== undefined && day !== undefined ? dayOf(year, month, day) : lastDayOf(year, month ?? 12)
}

/** A date that stands in the text and in no calendar, or that leaves its day to be asked (2026年汛前): it binds nothing until it is answered. */
export const isUnreal = (date: ReadDeadline): boolean =>
  !date.yearly && date.ongoing !== true && date.unbound !== true && date.year !== undefined && (dayMeant(date) === undefined || dateAsked(date)?.ask === 'day')
