// Days that a sentence offers: those beside one that is none, and an example that is still ahead, or has been.
import { dayNumber, dayOfNumber } from '#src/calendar/day-number.ts'
import { Day, dayOf, lastDayOf, monthOf, yearOf } from '#src/calendar/day.ts'
import type { Lang } from './card.ts'
import { shortDay } from './day-words.ts'

/** 6月31日: the last of June and the first of July; of what has been those that have. None where no month was named. */
export function daysBeside({ lastDay, meant }: { lastDay?: Day; meant?: 'past' }, today: Day | undefined): Day[] {
  if (lastDay === undefined) return []
  return [lastDay, dayAfterMonth(lastDay)].filter((day) => meant === undefined || today === undefined || day <= today)
}

const dayAfterMonth = (last: Day): Day => dayOf(yearOf(last) + (monthOf(last) === 12 ? 1 : 0), (monthOf(last) % 12) + 1, 1) ?? last

/** The end of the month that comes. */
export const dayAhead = (today: Day): Day => dayBesides(today, undefined)

/** Or of the one that was. */
function dayBesides(today: Day, meant: 'past' | undefined): Day {
  const month = monthOf(today) + (meant === 'past' ? -1 : 1)
  return lastDayOf(yearOf(today) + (month === 0 ? -1 : month === 13 ? 1 : 0), month === 0 ? 12 : month === 13 ? 1 : month)
}

/** As it is typed, in words and in figures. Where nobody knows which day it is, it says the form alone. */
export function exampleDay(today: Day | undefined, lang: Lang, meant?: 'past'): { words: string; figures: string } {
  const day = today === undefined ? Day.parse('2026-06-30') : dayBesides(today, meant)
  return { words: shortDay(day, lang, today ?? day), figures: day }
}

/** 7月10日, 4月14日至16日, 7/10. */
const written = /(?<![\d/])(?:(?<month>\d{1,2})月(?<date>\d{1,2})日(?:至(?:(?<endMonth>\d{1,2})月)?(?<end>\d{1,2})日)?|(?<m>\d{1,2})\/(?<d>\d{1,2}))(?![\d/])/gu

/** The days of a line that is to be copied, moved to where the first is `day`; they keep their distance. A line that would leave its year stays. */
export function movedTo(line: string, day: Day): string {
  const found = [...line.matchAll(written)].map((match) => ({ match, days: daysIn(match.groups ?? {}, yearOf(day)) }))
  const [first] = found.flatMap(({ days }) => days)
  if (first === undefined) return line
  const moved = (of: Day): Day => dayOfNumber(dayNumber(of) + dayNumber(day) - dayNumber(first))
  if (found.some(({ days }) => days.some((each) => yearOf(moved(each)) !== yearOf(day)))) return line
  return found.toReversed().reduce((said, { match, days }) => (days.length === 0 ? said : `${said.slice(0, match.index)}${spelled(days.map(moved), match.groups?.['m'] === undefined ? 'zh' : 'en')}${said.slice(match.index + match[0].length)}`), line)
}

/** The one that is written, or both ends. */
function daysIn({ month, date, endMonth, end, m, d }: Readonly<Record<string, string | undefined>>, year: number): Day[] {
  const dayIn = (inMonth: string | undefined, on: string | undefined): Day[] => ((day) => (day === undefined ? [] : [day]))(on === undefined ? undefined : dayOf(year, Number(inMonth), Number(on)))
  return [...dayIn(month ?? m, date ?? d), ...dayIn(endMonth ?? month, end)]
}

function spelled([day, end]: readonly Day[], lang: Lang): string {
  if (day === undefined) return ''
  // 8/7 is read as the seventh of August; who writes English may mean the eighth of July.
  if (lang === 'en') return day
  const until = end === undefined ? '' : `至${monthOf(end) === monthOf(day) ? '' : `${monthOf(end)}月`}${Number(end.slice(8))}日`
  return `${monthOf(day)}月${Number(day.slice(8))}日${until}`
}
