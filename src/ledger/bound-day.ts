// The day a blank becomes once its year is known: 20__年12月底前 with 2026 is 31 December 2026.
import { dayOf, lastDayOf, type Day } from '#src/calendar/day.ts'

/** The year in an answer: 2026, 2026年. A period or two years are no answer. */
export function yearIn(answer: string): number | undefined {
  const years = [...answer.normalize('NFKC').matchAll(/(?<!\d)(20\d{2})(?!\d)/g)].map((found) => Number(found[1]))
  return years.length === 1 ? years[0] : undefined
}

const quarterEnds: Readonly<Record<string, number>> = { 一: 3, 二: 6, 三: 9, 四: 12, '1': 3, '2': 6, '3': 9, '4': 12 }
const partEnds: Readonly<Record<string, number>> = { 上旬: 10, 中旬: 20 }

/** @param said the task's own words, or the answer itself where it says month and day; undefined where it names no real day (31 June) */
export function boundDay(said: string, year: number): Day | undefined {
  const words = said.normalize('NFKC')
  const [, months, rest = ''] = /(\d{1,2})\s*月\s*(上旬|中旬|下旬|\d{1,2}(?=\s*[日号]))?/.exec(words) ?? []
  const month = Number(months)
  if (months !== undefined) {
    if (month < 1 || month > 12) return undefined
    const date = partEnds[rest] ?? (/^\d/.test(rest) ? Number(rest) : undefined)
    return date === undefined ? lastDayOf(year, month) : dayOf(year, month, date)
  }
  const [, quarter = ''] = /第?([一二三四1-4])季度/.exec(words) ?? []
  return lastDayOf(year, quarterEnds[quarter] ?? (/上半年/.test(words) ? 6 : 12))
}
