// What has to be asked about a time that the text leaves open.
import { lastDayOf } from '#src/calendar/day.ts'
import { folded, numberOf } from './folded-text.ts'
import { fiveYearPlan, type Period } from './period.ts'
import type { ReadDeadline } from './reading.ts'

/** `year`: 6月底前 of which year. `day`: 汛前, 印发之日起30日内, X月底前, and 6月前, which may mean the end of May or of June. `choices` as they may be answered: 2026年, 2026年6月30日. */
export type DateAsked = { ask: 'year' | 'day'; choices: string[] }

/** undefined where nothing is open, and where only the year is a blank, which is asked for by itself. @param years the years the plan runs */
export function dateAsked({ text, year, month, day, yearly, ongoing, unbound }: ReadDeadline, years?: Period): DateAsked | undefined {
  if (yearly || ongoing === true) return undefined
  const plain = folded(text)
  if (unbound === true) return / [月日]/.test(plain) || (/[X_][月日]/.test(plain) && !/[X_]年/.test(plain)) ? { ask: 'day', choices: [] } : undefined
  if (year === undefined) {
    const before = /(20\d{2})年(?:之前|以前|前)$/.exec(plain)?.[1]
    if (before !== undefined) return { ask: 'day', choices: [`${Number(before) - 1}年12月31日`, `${before}年12月31日`] }
    if (month === undefined) return { ask: 'day', choices: endsOfFiveYears(plain) }
    return { ask: 'year', choices: years === undefined ? [] : Array.from({ length: years.to - years.from + 1 }, (_, at) => `${years.from + at}年`) }
  }
  if (month === undefined) return /年/.test(plain) && !/前$/.test(plain) ? undefined : { ask: 'day', choices: daysBefore(plain, year) }
  if (day !== undefined || !/月(?:份)?(?:之前|以前|前)$/.test(plain)) return undefined
  return { ask: 'day', choices: [month === 1 ? lastDay(year - 1, 12) : lastDay(year, month - 1), lastDay(year, month)] }
}

/** The fourteenth five years ended with 2025, and so on: often the year's last day is meant. */
function endsOfFiveYears(plain: string): string[] {
  const which = numberOf(/十([四五六七])五”?[^前]{0,4}末/.exec(plain)?.[1] ?? '')
  return which === undefined ? [] : [`${fiveYearPlan(which).to}年12月31日`]
}

/** What is most often meant by a date before an event; the words are a question all the same. */
function daysBefore(plain: string, year: number): string[] {
  const days = /春季[^前]{0,4}开学/.test(plain) ? ['2月28日'] : /开学/.test(plain) ? ['8月31日'] : /汛/.test(plain) ? ['4月30日', '5月31日'] : /国庆/.test(plain) ? ['9月30日'] : /五一|劳动节/.test(plain) ? ['4月30日'] : []
  return days.map((day) => `${year}年${day}`)
}

const lastDay = (year: number, month: number): string => `${year}年${month}月${Number(lastDayOf(year, month).slice(8))}日`
