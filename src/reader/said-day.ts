// The days in what somebody says of a task: whether one is still ahead, and whether there is such a day at all.
import { dayOf, lastDayOf, monthOf, yearOf, type Day } from '#src/calendar/day.ts'
import { numberOf } from './folded-text.ts'
import { matchesOf } from './matches.ts'

/** `unreal`: as it was said, no day of the calendar (6月31日). */
export type SaidDay = { said: string; day?: Day; unreal: boolean }

const chinese = /(?:(20\d{2})年)?(?<![\d.])(\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?:(\d{1,2}|[一二三]?十[一二三四五六七八九]?)[日号]|(初|上旬)|(中旬)|(?:底|末|下旬))?/g
const iso = /(20\d{2})[—./](\d{1,2})[—./](\d{1,2})(?!\d)/g
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** A month in English counts behind a word of time, for may and march are words too. */
const english = /\b(?:in|by|on|from|until|before|end of|early|mid|late) (?:(\d{1,2}) )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b/gi

/** A month without its year that is longer past than this is meant for next year. */
const longPastMonths = 6

/** @param plain folded words */
export function saidDays(plain: string, today: Day): SaidDay[] {
  return [
    ...matchesOf(chinese, plain).map(([said, year, month = '', date, early, middle]) =>
      dayMeant(said, year, numberOf(month) ?? 0, date === undefined ? (early === undefined ? (middle === undefined ? undefined : 20) : 10) : (numberOf(date) ?? 0), today)),
    ...matchesOf(iso, plain).map(([said, year, month, date]) => dayMeant(said, year, Number(month), Number(date), today)),
    ...matchesOf(english, plain).map(([said, date, month = '']) => dayMeant(said, undefined, months.indexOf(month.toLowerCase()) + 1, date === undefined ? undefined : Number(date), today)),
  ]
}

/** A month alone ends with its last day. */
function dayMeant(said: string, named: string | undefined, month: number, date: number | undefined, today: Day): SaidDay {
  if (month < 1 || month > 12) return { said, unreal: true }
  const isLongPast = named === undefined && monthOf(today) - month > longPastMonths
  const year = named === undefined ? yearOf(today) + (isLongPast ? 1 : 0) : Number(named)
  const day = date === undefined ? lastDayOf(year, month) : dayOf(year, month, date)
  return day === undefined ? { said, unreal: true } : { said, day, unreal: false }
}
