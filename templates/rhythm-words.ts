// How often something comes back, in words.
import type { Day } from '#src/calendar/day.ts'
import type { Obligation } from '#src/ledger/obligation.ts'
import type { Lang } from './card.ts'
import { counted } from './counted.ts'
import { shortDay } from './day-words.ts'

type Rhythm = Pick<Obligation, 'every' | 'times' | 'month' | 'day' | 'on'>

const known: Record<Lang, Record<string, string>> = {
  zh: { week: '每周', month: '每月', '2 months': '每两个月', quarter: '每季度', 'half-year': '每半年', year: '每年', term: '每学期', 'school-year': '每学年', once: '一次' },
  en: { week: 'each week', month: 'each month', '2 months': 'every two months', quarter: 'each quarter', 'half-year': 'each half-year', year: 'each year', term: 'each school term', 'school-year': 'each school year', once: 'once' },
}

/** 每季度, 每3年. A rhythm that has no word of its own is so many years. */
export const everyWords = (every: string, lang: Lang): string => known[lang][every] ?? (lang === 'zh' ? `每${Number.parseInt(every, 10)}年` : `every ${Number.parseInt(every, 10)} years`)

/** The shortest first. */
const order = ['week', 'month', '2 months', 'quarter', 'half-year', 'term', 'year', 'school-year']
const rankOf = (every: string): number => (every === 'once' ? -1 : order.includes(every) ? order.indexOf(every) : order.length + Number.parseInt(every, 10))
export const oftenFirst = (one: { every: string }, other: { every: string }): number => rankOf(one.every) - rankOf(other.every)

/** 每年2次; 每年11月底前; the day of what is owed once. */
export function rhythmWords({ every, times, month, day, on }: Rhythm, lang: Lang, today: Day): string {
  if (on !== undefined) return lang === 'zh' ? `${shortDay(on, lang, today)}前` : `by ${shortDay(on, lang, today)}`
  const often = everyWords(every, lang)
  if (month !== undefined) return lang === 'zh' ? `${often}${month}月${day === undefined ? '底' : `${day}日`}前` : `${often} by ${day === undefined ? 'the end of month' : `day ${day} of month`} ${month}`
  return lang === 'zh' ? `${often}${times}次` : `${counted(times, 'time')} ${often}`
}
