// Spans of days as people name them: 本周, 下月, 7月, 三季度, 下半年, 月底前, 10天内, this month, by 15 July.
import { dayNumber, dayOfNumber, weekdayOf } from './day-number.ts'
import { dayPhrase, numberSaid, phraseDay } from './day-phrase.ts'
import { dayOf, lastDayOf, monthOf, yearOf, type Day } from './day.ts'
import { festivalDay, festivalPhrase } from './festival.ts'

/** Both days are in it. */
export type DaySpan = { from: Day; to: Day }

const monthsPerYear = 12
const daysPerWeek = 7
/** 一个月内 is no day of the calendar. */
const daysPerMonth = 30

const count = '\\d{1,2}|[一二两三四五六七八九十]{1,3}'
const monthName = '(?:20\\d{2}年|今年|明年)?(?<!\\d)(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?!\\d|[一二三四五六七八九十]|[底末初中下上])'
const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const englishMonth = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'

const englishCounts: Readonly<Record<string, string>> = { two: '2', three: '3', four: '4' }
const englishUnits: Readonly<Record<string, string>> = { day: '天', week: '周', month: '个月' }

type Meant = (found: readonly (string | undefined)[], today: Day) => DaySpan | undefined

/** The first form that fits a place counts, so the longer ones stand first. */
const forms: readonly (readonly [string, Meant])[] = [
  [`(${dayPhrase})(?:之前|以前|前|截止)`, ([, named = ''], today) => ((meant) => (meant !== undefined && 'day' in meant ? until(meant.day, today) : undefined))(phraseDay(named, today))],
  [`(${festivalPhrase})(?:放假)?(?:之前|以前|前(?!后))`, ([, named = ''], today) => ((day) => (day === undefined ? undefined : until(addDays(day, -1), today)))(festivalDay(named, today))],
  [`(?:未来|今后|最近|近)?(${count})(天|日|个?星期|周|个月)(?:之内|以内|内)`, ([, said = '', unit = ''], today) => until(ahead(said, unit, today), today)],
  [`(?:未来|今后|最近|近)(${count})(天|日|个?星期|周|个月)`, ([, said = '', unit = ''], today) => until(ahead(said, unit, today), today)],
  ['(本|这个?|上个?|下个?)(?:周|星期|礼拜)(?![一二三四五六日天])', ([, which = ''], today) => weekFrom(today, step(which))],
  ['(本|这个?|当|上个?|下个?)月(?:份|内)?(?![底末初中])', ([, which = ''], today) => monthsFrom(yearOf(today), monthOf(today) + step(which), 1)],
  ['(本|这个?|上个?|下个?)季度?', ([, which = ''], today) => monthsFrom(yearOf(today), Math.floor((monthOf(today) - 1) / 3) * 3 + 1 + step(which) * 3, 3)],
  ['(20\\d{2}年|今年|明年|去年)?第?([一二三四1-4])季度', ([, year, which = ''], today) => monthsFrom(yearMeant(year, today), (numberSaid(which) - 1) * 3 + 1, 3)],
  ['(20\\d{2}年|今年|明年|去年)?([上下])半年', ([, year, half], today) => monthsFrom(yearMeant(year, today), half === '上' ? 1 : 7, 6)],
  [`(${monthName})`, ([, named = ''], today) => ((meant) => (meant !== undefined && 'day' in meant ? monthsFrom(yearOf(meant.day), monthOf(meant.day), 1) : undefined))(phraseDay(named, today))],
  ['(今年|本年度?|明年|去年|20\\d{2}年)(?!\\d|[一二三四五六七八九十]{1,2}月)', ([, named], today) => monthsFrom(yearMeant(named, today), 1, monthsPerYear)],
  ['(今天|今日|明天|后天)', ([, named = ''], today) => ((meant) => (meant !== undefined && 'day' in meant ? { from: meant.day, to: meant.day } : undefined))(phraseDay(named.replace('今日', '今天'), today))],
  [`\\b(?:by|before|until) (?:(\\d{1,2}) (${englishMonth})|(${englishMonth}) (\\d{1,2}))\\b`, ([, before, first, second, behind], today) => ((day) => (day === undefined ? undefined : until(day, today)))(dayOf(yearOf(today), englishNumber(first ?? second ?? ''), Number(before ?? behind)))],
  ['\\b(?:by|before) the end of (?:the|this) (month|year|quarter)\\b', ([, unit = ''], today) => ((span) => (span === undefined ? undefined : until(span.to, today)))(englishSpan(unit, 0, today))],
  ['\\b(this|next|last) (week|month|quarter|year)\\b', ([, which, unit = ''], today) => englishSpan(unit, which === 'next' ? 1 : which === 'last' ? -1 : 0, today)],
  ['\\bnext (\\d{1,2}|two|three|four) (day|week|month)s\\b', ([, said = '', unit = ''], today) => until(ahead(englishCounts[said] ?? said, englishUnits[unit] ?? '天', today), today)],
  ['\\b(today|tomorrow)\\b', ([, named], today) => ((day) => ({ from: day, to: day }))(addDays(today, named === 'tomorrow' ? 1 : 0))],
  [`\\b(?:in|during) (${englishMonth})\\b`, ([, named = ''], today) => monthsFrom(yearOf(today), englishNumber(named), 1)],
]

const addDays = (day: Day, days: number): Day => dayOfNumber(dayNumber(day) + days)

/** From today on: what has passed is not ahead. */
const until = (to: Day, today: Day): DaySpan | undefined => (to < today ? undefined : { from: today, to })

const step = (which: string): number => (which.startsWith('下') ? 1 : which.startsWith('上') ? -1 : 0)

/** @param month may lie outside its year */
function monthsFrom(year: number, month: number, months: number): DaySpan | undefined {
  const first = year * monthsPerYear + month - 1
  const last = first + months - 1
  const from = dayOf(Math.floor(first / monthsPerYear), (first % monthsPerYear) + 1, 1)
  return from === undefined ? undefined : { from, to: lastDayOf(Math.floor(last / monthsPerYear), (last % monthsPerYear) + 1) }
}

/** A week begins on its Monday. */
function weekFrom(today: Day, weeks: number): DaySpan {
  const monday = addDays(today, 1 - weekdayOf(dayNumber(today)) + weeks * daysPerWeek)
  return { from: monday, to: addDays(monday, daysPerWeek - 1) }
}

function ahead(said: string, unit: string, today: Day): Day {
  const number = numberSaid(said.replace('两', '二'))
  if (unit === '个月') return addDays(today, number * daysPerMonth)
  return addDays(today, unit === '天' || unit === '日' ? number : number * daysPerWeek)
}

function englishSpan(unit: string, steps: number, today: Day): DaySpan | undefined {
  if (unit === 'week') return weekFrom(today, steps)
  if (unit === 'month') return monthsFrom(yearOf(today), monthOf(today) + steps, 1)
  return unit === 'year' ? monthsFrom(yearOf(today) + steps, 1, monthsPerYear) : monthsFrom(yearOf(today), Math.floor((monthOf(today) - 1) / 3) * 3 + 1 + steps * 3, 3)
}

const englishNumber = (name: string): number => englishMonths.indexOf(name.slice(0, 3).toLowerCase()) + 1

const yearMeant = (named: string | undefined, today: Day): number => (named === undefined || /^[今本]/.test(named) ? yearOf(today) : named === '明年' ? yearOf(today) + 1 : named === '去年' ? yearOf(today) - 1 : Number.parseInt(named, 10))

const compiled = forms.map(([source, meant]) => ({ form: new RegExp(source, 'iu'), meant }))

/** The first span that the words name, where it stands in them and as it was said; undefined where there is none. @param plain words in half-width signs */
export function spanIn(plain: string, today: Day): (DaySpan & { said: string; at: number }) | undefined {
  const found = compiled.flatMap(({ form, meant }) => {
    const match = form.exec(plain)
    const span = match === null ? undefined : meant([...match], today)
    return match === null || span === undefined ? [] : [{ ...span, said: match[0], at: match.index }]
  })
  const [first] = found.toSorted((a, b) => a.at - b.at || b.said.length - a.said.length)
  return first
}
