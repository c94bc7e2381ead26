// A day as people type it: 2026-06-30, 2026年6月30日, 6月30日, 6.30, 6/30, 今天, 明天, 下周五, 月底, 明年3月.
import { dayOf, yearOf, type Day } from '#src/calendar/day.ts'
import type { Calendar } from '#src/calendar/calendar.ts'
import { phraseDay } from '#src/calendar/day-phrase.ts'

export type DayRead = { ok: true; day: Day } | { ok: false; asked: string; /** The numbers name no real day. */ unreal: boolean }

/** A day that was named without its year and is this long past is meant for next year; one that is nearer was meant as it is, and is past. */
const longPastDays = 183

/** Without a year, this year's day, or next year's where this year's is long past. */
export function dayIn(words: string, today: Day, calendar: Calendar): DayRead {
  const asked = words.normalize('NFKC').trim()
  if (asked === 'today') return { ok: true, day: today }
  if (asked === 'tomorrow') return { ok: true, day: calendar.addDays(today, 1) }
  const [, years, months, days] = /^(?:(\d{4})\s?[-年./]\s?)?(\d{1,2})\s?[-月./]\s?(\d{1,2})\s?[日号]?$/.exec(asked) ?? []
  if (months === undefined || days === undefined) {
    const meant = phraseDay(asked, today, calendar)
    if (meant === undefined) return { ok: false, asked, unreal: false }
    return 'day' in meant ? { ok: true, day: meant.day } : { ok: false, asked, unreal: true }
  }
  const inYear = (year: number): Day | undefined => dayOf(year, Number(months), Number(days))
  const thisYear = inYear(years === undefined ? yearOf(today) : Number(years))
  const isLongPast = years === undefined && thisYear !== undefined && calendar.daysBetween(thisYear, today) > longPastDays
  const day = isLongPast ? (inYear(yearOf(today) + 1) ?? thisYear) : thisYear
  return day === undefined ? { ok: false, asked, unreal: true } : { ok: true, day }
}

/** The same of a day that has been: without a year, this year's day, or last year's where this year's is still ahead. */
export function pastDayIn(words: string, today: Day, calendar: Calendar): DayRead {
  const read = dayIn(words, today, calendar)
  if (!read.ok || read.day <= today || /\d{4}/.test(words.normalize('NFKC'))) return read
  const [, month, date] = read.day.split('-').map(Number)
  const earlier = [yearOf(today), yearOf(today) - 1].map((year) => dayOf(year, month ?? 0, date ?? 0)).find((day) => day !== undefined && day <= today)
  return earlier === undefined ? read : { ok: true, day: earlier }
}
