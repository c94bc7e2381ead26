// Days that come back each month or quarter: 每月5日, 每季度最后一个工作日. One that is a day off moves to the next working day.
import type { Calendar } from './calendar.ts'
import { dayOf, lastDayOf, monthOf, yearOf, type Day } from './day.ts'
import { periodAfter, periodOf } from './period.ts'

/** `on`: a date, of a quarter that of its month (0 is the first); or the period's last working day. */
export type Recurring = { every: 'month' | 'quarter'; on: { date: number; month: number } | 'last' }

/** `meant`: where it is a day off, the day it was to be. */
export type RecurringDay = { day: Day; meant: Day }

const inWords = /^每(?:一?个)?(月|季度?)的?(?:(\d{1,2})[日号]?|(?:最后(?:一|1)个?工作日|末|月底|底))$/
const inEnglish = /^(month|quarter)ly-(\d{1,2}|last)$/i

/** @returns undefined where the words say no such thing, or a date that no month has */
export function recurringIn(words: string): Recurring | undefined {
  const asked = words.normalize('NFKC').trim()
  const [, period, date] = inWords.exec(asked) ?? []
  const [, english = '', on = ''] = inEnglish.exec(asked) ?? []
  if (period !== undefined) return recurring(period === '月' ? 'month' : 'quarter', date)
  return english === '' ? undefined : recurring(english.toLowerCase() === 'month' ? 'month' : 'quarter', on.toLowerCase() === 'last' ? undefined : on)
}

function recurring(every: Recurring['every'], date: string | undefined): Recurring | undefined {
  if (date === undefined) return { every, on: 'last' }
  return Number(date) >= 1 && Number(date) <= 31 ? { every, on: { date: Number(date), month: 0 } } : undefined
}

/** The same date of each month, or of the same month of each quarter. */
export const recurringAs = (every: Recurring['every'], day: Day): Recurring => ({ every, on: { date: Number(day.slice(8)), month: every === 'month' ? 0 : (monthOf(day) - 1) % 3 } })

/** Those from a day until a day, so many at most. */
export function recurringDays({ every, on }: Recurring, { from, until, atMost }: { from: Day; until: Day; atMost: number }, calendar: Calendar): RecurringDay[] {
  const first = periodOf(every, from, yearOf(from))
  if (first === undefined) return []
  const found: RecurringDay[] = []
  // The first may have passed already; the last moves past its period at most.
  for (let at = 0; found.length < atMost; at += 1) {
    const { from: begins, to } = periodAfter(every, first, at, yearOf(from))
    if (begins > until) break
    const meant = on === 'last' ? calendar.lastWorkingDayBy(to) : dateIn(begins, on)
    const day = calendar.isWorkingDay(meant) ? meant : calendar.addWorkingDays(meant, 1)
    if (day >= from && meant <= until) found.push({ day, meant })
  }
  return found
}

/** 31日 of a shorter month is its last. */
function dateIn(begins: Day, { date, month }: { date: number; month: number }): Day {
  const [year, of] = [yearOf(begins), monthOf(begins) + month]
  return dayOf(year, of, date) ?? lastDayOf(year, of)
}
