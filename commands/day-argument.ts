// A day as people type it: 2026-06-30, 2026年6月30日, 6月30日, 6.30, 6/30, 今天, 明天, 下周五, 月底, 明年3月; of what has been 昨天, 上周五 too.
import { dayNumber, dayOfNumber } from '#src/calendar/day-number.ts'
import { dayOf, yearOf, type Day } from '#src/calendar/day.ts'
import { phraseDay } from '#src/calendar/day-phrase.ts'
import { englishDay } from '#src/calendar/english-day.ts'

export type DayRead = { ok: true; day: Day } | { ok: false; asked: string; /** The numbers name no real day. */ unreal: boolean }

/** Without a year, this year's day, or next year's where this year's is long past. */
export function dayIn(words: string, today: Day): DayRead {
  const asked = words.normalize('NFKC').trim()
  const meant = phraseDay(asked, today)
  // No calendar has a year 0, and no moment before it can be looked from.
  if (meant === undefined || ('day' in meant && yearOf(meant.day) === 0)) return { ok: false, asked, unreal: false }
  return 'day' in meant ? { ok: true, day: meant.day } : { ok: false, asked, unreal: true }
}

/** The same of a day that has been: a month without a year is this year's, or last year's where this year's is still ahead. 明天 and 下周五 are ahead whatever is meant. */
export function pastDayIn(words: string, today: Day): DayRead {
  const asked = words.normalize('NFKC').trim()
  const back = dayBack(asked, today)
  if (back !== undefined) return { ok: true, day: back }
  const read = dayIn(asked, today)
  if (!read.ok || read.day <= today || !isWithoutYear(asked)) return read
  const [, month, date] = read.day.split('-').map(Number)
  const earlier = [yearOf(today), yearOf(today) - 1].map((year) => dayOf(year, month ?? 0, date ?? 0)).find((day) => day !== undefined && day <= today)
  return earlier === undefined ? read : { ok: true, day: earlier }
}

/** Of a day that may have been: 昨天 and 上周五 were, and everything else is as ever. */
export function eitherDayIn(words: string, today: Day): DayRead {
  const back = dayBack(words.normalize('NFKC').trim(), today)
  return back === undefined ? dayIn(words, today) : { ok: true, day: back }
}

/** What begins with four figures has its year, and 明天 none of a calendar’s. */
const isWithoutYear = (asked: string): boolean => ((english) => (english === undefined ? /^(?:\d{1,2}(?!\d)|[一二三四五六七八九十])/.test(asked) : english.year === undefined))(englishDay(asked))

const daysBack: ReadonlyMap<string, number> = new Map([['昨天', 1], ['昨日', 1], ['yesterday', 1], ['前天', 2], ['大前天', 3]])
const daysAWeek = 7
const daysBefore = (day: Day, count: number): Day => dayOfNumber(dayNumber(day) - count)

/** A button has the day that was meant, and not the words: 明天 is another one when it is pressed tomorrow. What is no day stays as it is. */
export const asShown = (words: string | undefined, { today }: { today: Day }, read: typeof dayIn = dayIn): string | undefined => (words === undefined ? undefined : ((meant) => (meant.ok ? meant.day : words))(read(words, today)))

/** 昨天, 上周五. */
export const isDayBack = (word: string): boolean => ((plain) => daysBack.has(plain) || weekdayBack.test(plain))(word.normalize('NFKC').toLowerCase())

const weekdayBack = /^上((?:周|星期|礼拜)[一二三四五六日天])$/

/** 昨天, 上周五: a day named backwards from where one stands. */
function dayBack(asked: string, today: Day): Day | undefined {
  const count = daysBack.get(asked.toLowerCase())
  if (count !== undefined) return daysBefore(today, count)
  const weekday = weekdayBack.exec(asked)?.[1]
  const ofThisWeek = weekday === undefined ? undefined : dayIn(`本${weekday}`, today)
  return ofThisWeek?.ok === true ? daysBefore(ofThisWeek.day, daysAWeek) : undefined
}
