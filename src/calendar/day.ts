// Days and instants: the two kinds of time in the project. Arithmetic on them is in calendar.ts.
import { z } from 'zod'

/** A calendar day in a plan's time zone: `2026-06-30`. It sorts, prints and stores as itself. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => isRealDay(text))
  .brand<'Day'>()
export type Day = z.infer<typeof Day>

/** A moment in UTC, to the millisecond: `2026-06-30T01:02:03.004Z`. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

function isRealDay(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** The day of these numbers, or undefined where there is none (31 June). */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const parsed = Day.safeParse(text)
  return parsed.success ? parsed.data : undefined
}

/** The last day of a month. `month` is 1 to 12. */
export function lastDayOf(year: number, month: number): Day {
  return Day.parse(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(daysInMonth(year, month))}`)
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
export const monthOf = (day: Day): number => Number(day.slice(5, 7))
