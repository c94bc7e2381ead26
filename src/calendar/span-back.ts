// Spans that look back from today: 最近一周, 过去一个月, 6月底前, the past month, the last 7 days. What is done, what changed and what was due is asked by them; ahead they are of span-phrase.ts.
import { dayNumber, dayOfNumber } from './day-number.ts'
import { dayPhrase, numberSaid, phraseDay } from './day-phrase.ts'
import { dayOf, lastDayOf, monthOf, yearOf, type Day } from './day.ts'
import type { DaySpan } from './span-phrase.ts'

/** Where a span has no beginning: before any plan. */
export const fromTheFirst: Day = dayOfNumber(0)

export type SaidSpan = DaySpan & { said: string; at: number }

const count = '\\d{1,3}|[一二两三四五六七八九十]{1,3}'
const unit = '天|日|个?星期|个?礼拜|周|个?月|年'
const latelyForms = [
  new RegExp(`(?:最近|过去|近|这)(?:的)?(${count}|半)(${unit})(?:之内|以内|内|以来|来|里)?`, 'u'),
  new RegExp(`(${count}|半)(${unit})(?:之内|以内|内|以来|来)`, 'u'),
  /\b(?:last|past) (\d{1,3}|two|three|four|few) (day|week|month)s?\b|\bpast (day|week|month|year)\b/i,
]
const untilForm = new RegExp(`(${dayPhrase})(?:之前|以前|前)`, 'u')

const englishCounts: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, few: 3 }

/** 最近一周, 这一个月, 半年来, the past week: so long until today. */
export function latelyIn(plain: string, today: Day): SaidSpan | undefined {
  for (const form of latelyForms) {
    const match = form.exec(plain)
    if (match === null) continue
    const [said, many = '', of = match[3] ?? ''] = match
    const number = many === '' ? 1 : (englishCounts[many.toLowerCase()] ?? (many === '半' ? 0.5 : numberOf(many)))
    const from = Number.isNaN(number) ? undefined : back(number, of.toLowerCase(), today)
    if (from !== undefined) return { from, to: today, said, at: match.index }
  }
  return undefined
}

const numberOf = (many: string): number => (/^\d+$/.test(many) ? Number(many) : numberSaid(many.replace('两', '二')))

function back(number: number, of: string, today: Day): Day | undefined {
  if (/月|month/.test(of)) return number < 1 ? daysBack(15, today) : monthsBack(number, today)
  if (/年|year/.test(of)) return monthsBack(number * 12, today)
  return daysBack(/周|星期|礼拜|week/.test(of) ? number * 7 : number, today)
}

const daysBack = (days: number, today: Day): Day => dayOfNumber(dayNumber(today) - Math.ceil(days))

/** The same date, or the last of a shorter month. */
function monthsBack(months: number, today: Day): Day | undefined {
  const at = yearOf(today) * 12 + monthOf(today) - 1 - months
  const [year, month] = [Math.floor(at / 12), (at % 12) + 1]
  return dayOf(year, month, Number(today.slice(8))) ?? lastDayOf(year, month)
}

/** 6月底前: whatever was until then. */
function untilIn(plain: string, today: Day): SaidSpan | undefined {
  const match = untilForm.exec(plain)
  const meant = match?.[1] === undefined ? undefined : phraseDay(match[1], today)
  return match === null || meant === undefined || !('day' in meant) ? undefined : { from: fromTheFirst, to: meant.day, said: match[0], at: match.index }
}

/** Of what has been: so long until today, or all until a day. */
export const spanBackIn = (plain: string, today: Day): SaidSpan | undefined => latelyIn(plain, today) ?? untilIn(plain, today)
