// A day as people type it: 2026-06-30, 2026年6月30日, 6月30日, 6.30, 6/30, 今天, 明天, 下周五, 月底, 明年3月.
import { dayOf, yearOf, type Day } from '#src/calendar/day.ts'
import { phraseDay } from '#src/calendar/day-phrase.ts'

export type DayRead = { ok: true; day: Day } | { ok: false; asked: string; /** The numbers name no real day. */ unreal: boolean }

/** Without a year, this year's day, or next year's where this year's is long past. */
export function dayIn(words: string, today: Day): DayRead {
  const asked = words.normalize('NFKC').trim()
  const meant = phraseDay(asked, today)
  if (meant === undefined) return { ok: false, asked, unreal: false }
  return 'day' in meant ? { ok: true, day: meant.day } : { ok: false, asked, unreal: true }
}

/** The same of a day that has been: a month without a year is this year's, or last year's where this year's is still ahead. 明天 and 下周五 are ahead whatever is meant. */
export function pastDayIn(words: string, today: Day): DayRead {
  const read = dayIn(words, today)
  if (!read.ok || read.day <= today || !/^(?:\d{1,2}(?!\d)|[一二三四五六七八九十])/.test(words.normalize('NFKC').trim())) return read
  const [, month, date] = read.day.split('-').map(Number)
  const earlier = [yearOf(today), yearOf(today) - 1].map((year) => dayOf(year, month ?? 0, date ?? 0)).find((day) => day !== undefined && day <= today)
  return earlier === undefined ? read : { ok: true, day: earlier }
}
