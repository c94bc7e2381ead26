// Days as people name them, alone or in a sentence: 下周五, 月底, 本月30日, 6月底, 明年3月, 三季度末, 6.30, 2026-06-30, in July. The one reader of them.
import { dayNumber, dayOfNumber, weekdayOf } from './day-number.ts'
import { dayOf, lastDayOf, monthOf, yearOf, type Day } from './day.ts'
import { englishDay } from './english-day.ts'
import { festivalDay, festivalEve } from './festival.ts'

const year = '(?:今年|明年|后年|去年|前年|20\\d{2}年)'
const month = '(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月'
const date = '(?:\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]'
const end = '(?:月?(?:底|末)|上旬|中旬|下旬|初)'
const week = '(?:周|星期|礼拜)'

const near = '大后天|后天|明天'
const inWords = [
  festivalEve,
  `(?:本|这个?|下下个?|下个?)${week}[一二三四五六日天末]|(?<![每隔上\\d一二两三四五六七八九十])${week}[一二三四五六日天]`,
  `(?:本月|这个?月|当月|[上下]个?月)(?:${date}|底|末|上旬|中旬|下旬|初)|(?<![上个])月(?:底|末)`,
  `${year}?(?<!去|前)(?:年底|年末|第?[一二三四1234]季度(?:底|末))|(?:明|今|去)年(?:底|末)|(?:本|下个?)季度(?:底|末)`,
  `${year}?(?<![\\d.])${month}(?:份)?(?:${date}|${end})?`,
]
const figures = '(?:20\\d{2} ?[—\\-年./] ?)\\d{1,2} ?[—\\-月./] ?\\d{1,2}(?!\\d)(?: ?[日号])?'

/** The source of a form that finds such a day, and one in figures, where a day is looked for. It has no group that captures. */
export const dayPhrase = [near, '今天|today|tomorrow', ...inWords, '(?:\\d{4} ?[—\\-年./] ?)?\\d{1,2} ?[—\\-月./] ?\\d{1,2}(?: ?[日号])?'].map((form) => `(?:${form})`).join('|')

/** In a sentence figures alone are days with their year only: 60.5 and 3/5 are none. */
const inSentence = new RegExp([near, figures, ...inWords].map((form) => `(?:${form})`).join('|'), 'g')
/** A month in English counts behind a word of time, for may and march are words too. */
const english = /\b(?:in|by|on|from|until|before|end of|early|mid|late) (?:(\d{1,2}) )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b(?: (\d{1,2})(?:st|nd|rd|th)?\b)?(?:,? (20\d{2})\b)?/gi
const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `unreal`: said as a day, and none of the calendar (本月31日 in June). */
export type PhraseDay = { day: Day } | { unreal: true }

/** A day in a sentence, as it was said. */
export type SaidDay = { said: string; day?: Day; unreal: boolean }

/** All days that a sentence names, in the order of their kinds. @param plain folded words */
export function daysSaid(plain: string, today: Day): SaidDay[] {
  const found = [...plain.matchAll(inSentence)].flatMap(([said]): SaidDay[] => {
    const meant = phraseDay(said, today)
    return meant === undefined ? [] : [asSaid(said, meant)]
  })
  const saidInEnglish = [...plain.matchAll(english)].map(([said, before, name = '', behind, year]) => {
    const at = englishMonths.indexOf(name.toLowerCase()) + 1
    const date = before ?? behind
    return asSaid(said, monthMeant(year === undefined ? undefined : Number(year), at, date === undefined ? '' : `${date}日`, today) ?? { unreal: true })
  })
  return [...found, ...saidInEnglish]
}

const asSaid = (said: string, meant: PhraseDay): SaidDay => ('day' in meant ? { said, day: meant.day, unreal: false } : { said, unreal: true })

const digits = '零一二三四五六七八九'
const weekdays = '一二三四五六日'
const monthsPerYear = 12
/** What was named without its year and is this long past is meant for next year; what is nearer was meant as it is, and is past. */
const longPastDays = 183
/** A festival of two months ago is still spoken of; of an earlier one the next is meant. */
const festivalPastDays = 60
const addDays = (day: Day, count: number): Day => dayOfNumber(dayNumber(day) + count)

/** Undefined where the words are none of these phrases. */
export function phraseDay(words: string, today: Day): PhraseDay | undefined {
  const ahead = Math.max(['今天', '明天', '后天', '大后天'].indexOf(words), ['today', 'tomorrow'].indexOf(words))
  if (ahead >= 0) return { day: addDays(today, ahead) }
  return eve(words, today) ?? inFigures(words, today) ?? weekdayMeant(words, today) ?? monthFromHere(words, today) ?? quarterMeant(words, today) ?? monthNamed(words, today) ?? inEnglish(words, today)
}

const eveForm = new RegExp(`^${festivalEve}$`)

function eve(words: string, today: Day): PhraseDay | undefined {
  const day = eveForm.test(words) ? festivalDay(words.slice(0, -1), addDays(today, -festivalPastDays)) : undefined
  return day === undefined ? undefined : { day: addDays(day, -1) }
}

/** 20 June, Mon 29 Jun, June 20 2026. */
function inEnglish(words: string, today: Day): PhraseDay | undefined {
  const said = englishDay(words)
  return said === undefined ? undefined : monthMeant(said.year, said.month, `${said.date}日`, today)
}

/** 2026-06-30, 2026年6月30日, 6.30, 6/30. */
function inFigures(words: string, today: Day): PhraseDay | undefined {
  const [, of, at, date] = /^(?:(\d{4}) ?[—\-年./] ?)?(\d{1,2}) ?[—\-月./] ?(\d{1,2}) ?[日号]?$/.exec(words) ?? []
  return at === undefined || date === undefined ? undefined : monthMeant(of === undefined ? undefined : Number(of), Number(at), `${date}日`, today)
}

/** 周五 alone is the one ahead. A week begins on its Monday. */
function weekdayMeant(words: string, today: Day): PhraseDay | undefined {
  const [, which, name] = /^(本|这个?|下下个?|下个?)?(?:周|星期|礼拜)([一二三四五六日天末])$/.exec(words) ?? []
  if (name === undefined) return undefined
  const asked = name === '末' || name === '天' ? 6 : weekdays.indexOf(name)
  const from = weekdayOf(dayNumber(today)) - 1
  const weeks = which === undefined ? (asked < from ? 1 : 0) : which.startsWith('下下') ? 2 : which.startsWith('下') ? 1 : 0
  return { day: addDays(today, asked - from + weeks * 7) }
}

function monthFromHere(words: string, today: Day): PhraseDay | undefined {
  const [, which, rest] = /^(本月|这个?月|当月|[上下]个?月)(.+)$/.exec(words) ?? [...(/^月[底末]$/.test(words) ? [words, '本月', '底'] : [])]
  if (which === undefined || rest === undefined) return undefined
  const months = yearOf(today) * monthsPerYear + monthOf(today) - 1 + (which.startsWith('下') ? 1 : which.startsWith('上') ? -1 : 0)
  return inMonth(Math.floor(months / monthsPerYear), (months % monthsPerYear) + 1, rest)
}

/** 年底, 明年底, 三季度末. */
function quarterMeant(words: string, today: Day): PhraseDay | undefined {
  const [, named, which] = /^(今|明|后|去|前|20\d{2})?(?:年|年年|年?(?:第?([一二三四1234])|本|下个?)季度)[底末]$/.exec(words) ?? []
  if (!/[年度][底末]$/.test(words)) return undefined
  const of = yearMeant(named === undefined ? undefined : `${named}年`, today)
  if (!words.includes('季度')) return { day: lastDayOf(of, monthsPerYear) }
  const now = Math.ceil(monthOf(today) / 3)
  const quarter = which === undefined ? now + (words.startsWith('下') ? 1 : 0) : '一二三四'.includes(which) ? '一二三四'.indexOf(which) + 1 : Number(which)
  return { day: lastDayOf(of + (quarter > 4 ? 1 : 0), (((quarter - 1) % 4) + 1) * 3) }
}

/** 6月底, 明年3月, 八月中旬, 明年3月15日; a month alone ends with its last day. */
function monthNamed(words: string, today: Day): PhraseDay | undefined {
  const [, named, at = '', rest = ''] = /^(今年|明年|后年|去年|前年|20\d{2}年)?(\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(.{0,4})$/.exec(words) ?? []
  return at === '' ? undefined : monthMeant(named === undefined ? undefined : yearMeant(named, today), numberSaid(at), rest, today)
}

/** @param of its year, where it was named */
function monthMeant(of: number | undefined, at: number, rest: string, today: Day): PhraseDay | undefined {
  if (at < 1 || at > monthsPerYear) return { unreal: true }
  const meant = inMonth(of ?? yearOf(today), at, rest)
  const isLongPast = of === undefined && meant !== undefined && 'day' in meant && dayNumber(today) - dayNumber(meant.day) > longPastDays
  return isLongPast ? (inMonth(yearOf(today) + 1, at, rest) ?? meant) : meant
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
  const [first = ''] = named ?? ''
  const from = { 今: 0, 明: 1, 后: 2, 去: -1, 前: -2 }[first]
  return named === undefined ? yearOf(today) : from === undefined ? Number.parseInt(named, 10) : yearOf(today) + from
}

/** 8, 八, 十二, 二十一, 三十; not a number where it is none. */
export function numberSaid(words: string): number {
  if (/^\d{1,2}$/.test(words)) return Number(words)
  const [, tens, ten, ones] = /^([二三])?(十)?([一二三四五六七八九])?$/.exec(words) ?? []
  if (words === '' || (tens === undefined && ten === undefined && ones === undefined)) return Number.NaN
  const value = (digit: string | undefined): number => (digit === undefined ? 0 : digits.indexOf(digit))
  if (ten === undefined) return tens !== undefined && ones !== undefined ? Number.NaN : value(tens) + value(ones)
  return (tens === undefined ? 1 : value(tens)) * 10 + value(ones)
}
