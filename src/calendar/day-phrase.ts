// Days as people name them from where they stand: 下周五, 月底, 本月30日, 6月底, 明年3月, 三季度末.
import type { Calendar } from './calendar.ts'
import { dayOf, lastDayOf, monthOf, yearOf, type Day } from './day.ts'

const year = '(?:今年|明年|后年|20\\d{2}年)'
const month = '(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月'
const date = '(?:\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]'
const end = '(?:月?(?:底|末)|上旬|中旬|下旬|初)'

/** The source of a form that finds such a day, and one in figures, in a sentence. It has no group that captures. */
export const dayPhrase = [
  '大后天|后天|明天|今天|today|tomorrow',
  '(?:本|这个?|下下个?|下个?)(?:周|星期|礼拜)(?:[一二三四五六日天末])|(?:周|星期|礼拜)[一二三四五六日天]',
  `(?:本月|这个?月|当月|下个?月)(?:${date}|底|末|上旬|中旬|下旬|初)|月(?:底|末)`,
  `${year}?(?:年底|年末|第?[一二三四1234]季度(?:底|末))|(?:明|今)年(?:底|末)|(?:本|下个?)季度(?:底|末)`,
  `${year}?${month}(?:份)?(?:${date}|${end})?`,
  '(?:\\d{4} ?[—\\-年./] ?)?\\d{1,2} ?[—\\-月./] ?\\d{1,2}(?: ?[日号])?',
].map((form) => `(?:${form})`).join('|')

/** `unreal`: said as a day, and none of the calendar (本月31日 in June). */
export type PhraseDay = { day: Day } | { unreal: true }

const digits = '零一二三四五六七八九'
const weekdays = '一二三四五六日'
const monthsPerYear = 12
/** A month without its year that is longer past than this is meant for next year. */
const longPastMonths = 6

/** Undefined where the words are none of these phrases. */
export function phraseDay(words: string, today: Day, calendar: Pick<Calendar, 'addDays' | 'weekday'>): PhraseDay | undefined {
  const near = ['今天', '明天', '后天', '大后天'].indexOf(words)
  if (near >= 0) return { day: calendar.addDays(today, near) }
  return weekdayMeant(words, today, calendar) ?? monthFromHere(words, today) ?? quarterMeant(words, today) ?? monthNamed(words, today)
}

/** 周五 alone is the one ahead. A week begins on its Monday. */
function weekdayMeant(words: string, today: Day, calendar: Pick<Calendar, 'addDays' | 'weekday'>): PhraseDay | undefined {
  const [, which, name] = /^(本|这个?|下下个?|下个?)?(?:周|星期|礼拜)([一二三四五六日天末])$/.exec(words) ?? []
  if (name === undefined) return undefined
  const asked = name === '末' || name === '天' ? 6 : weekdays.indexOf(name)
  const from = calendar.weekday(today) - 1
  const weeks = which === undefined ? (asked < from ? 1 : 0) : which.startsWith('下下') ? 2 : which.startsWith('下') ? 1 : 0
  return { day: calendar.addDays(today, asked - from + weeks * 7) }
}

function monthFromHere(words: string, today: Day): PhraseDay | undefined {
  const [, which, rest] = /^(本月|这个?月|当月|下个?月)(.+)$/.exec(words) ?? [...(/^月[底末]$/.test(words) ? [words, '本月', '底'] : [])]
  if (which === undefined || rest === undefined) return undefined
  const isNext = which.startsWith('下')
  const at = monthOf(today) + (isNext ? 1 : 0)
  return inMonth(yearOf(today) + (at > monthsPerYear ? 1 : 0), at > monthsPerYear ? 1 : at, rest)
}

/** 年底, 明年底, 三季度末. */
function quarterMeant(words: string, today: Day): PhraseDay | undefined {
  const [, named, which] = /^(今|明|后|20\d{2})?(?:年|年年|年?(?:第?([一二三四1234])|本|下个?)季度)[底末]$/.exec(words) ?? []
  if (!/[年度][底末]$/.test(words)) return undefined
  const of = yearMeant(named === undefined ? undefined : `${named}年`, today)
  if (!words.includes('季度')) return { day: lastDayOf(of, monthsPerYear) }
  const now = Math.ceil(monthOf(today) / 3)
  const quarter = which === undefined ? now + (words.startsWith('下') ? 1 : 0) : '一二三四'.includes(which) ? '一二三四'.indexOf(which) + 1 : Number(which)
  return { day: lastDayOf(of + (quarter > 4 ? 1 : 0), (((quarter - 1) % 4) + 1) * 3) }
}

/** 6月底, 明年3月, 八月中旬, 明年3月15日; a month alone ends with its last day. */
function monthNamed(words: string, today: Day): PhraseDay | undefined {
  const [, named, at = '', rest = ''] = /^(今年|明年|后年|20\d{2}年)?(\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(.{0,4})$/.exec(words) ?? []
  if (at === '') return undefined
  const number = numberSaid(at)
  if (number < 1 || number > monthsPerYear) return { unreal: true }
  const isLongPast = named === undefined && monthOf(today) - number > longPastMonths
  return inMonth(yearMeant(named, today) + (isLongPast ? 1 : 0), number, rest)
}

/** @param rest what stands behind the month: 15日, 底, 中旬, nothing */
function inMonth(of: number, at: number, rest: string): PhraseDay | undefined {
  if (rest === '' || /^月?[底末]$|^下旬$/.test(rest)) return { day: lastDayOf(of, at) }
  const [, said] = /^(.{1,3})[日号]$/.exec(rest) ?? []
  const number = rest === '初' || rest === '上旬' ? 10 : rest === '中旬' ? 20 : numberSaid(said ?? '')
  if (Number.isNaN(number)) return undefined
  const day = dayOf(of, at, number)
  return day === undefined ? { unreal: true } : { day }
}

function yearMeant(named: string | undefined, today: Day): number {
  if (named === undefined || named === '今年') return yearOf(today)
  return named === '明年' ? yearOf(today) + 1 : named === '后年' ? yearOf(today) + 2 : Number.parseInt(named, 10)
}

/** 8, 八, 十二, 二十一, 三十; not a number where it is none. */
function numberSaid(words: string): number {
  if (/^\d{1,2}$/.test(words)) return Number(words)
  const [, tens, ten, ones] = /^([二三])?(十)?([一二三四五六七八九])?$/.exec(words) ?? []
  if (words === '' || (tens === undefined && ten === undefined && ones === undefined)) return Number.NaN
  const value = (digit: string | undefined): number => (digit === undefined ? 0 : digits.indexOf(digit))
  if (ten === undefined) return tens !== undefined && ones !== undefined ? Number.NaN : value(tens) + value(ones)
  return (tens === undefined ? 1 : value(tens)) * 10 + value(ones)
}
