// Days that a sentence offers: those beside one that is none, and an example that is still ahead, or has been.
import { dayNumber, dayOfNumber } from '#src/calendar/day-number.ts'
import { Day, dayOf, lastDayOf, monthOf, yearOf } from '#src/calendar/day.ts'
import type { Lang } from './card.ts'
import { shortDay } from './day-words.ts'

/** 6月31日: the last of June and the first of July; of what has been those that have. None where no month was named. */
export function daysBeside({ lastDay, meant }: { lastDay?: Day; meant?: 'past' }, today: Day | undefined): Day[] {
  if (lastDay === undefined) return []
  return [lastDay, dayAfterMonth(lastDay)].filter((day, at) => at === 0 || meant === undefined || today === undefined || day <= today)
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

const chinese = /^(\d{1,2})月(\d{1,2})日$/
const english = /^(\d{1,2})\/(\d{1,2})$/

/** The days of a line that is to be copied, moved to where the first is `day`; they keep their distance. */
export function movedTo(line: string, day: Day): string {
  const words = line.split(' ')
  const dates = words.map((word) => [chinese, english].flatMap((form) => ((match) => (match === null ? [] : dayOf(yearOf(day), Number(match[1]), Number(match[2])) ?? []))(form.exec(word)))[0])
  const first = dates.find((date) => date !== undefined)
  if (first === undefined) return line
  const ahead = dayNumber(day) - dayNumber(first)
  return words.map((word, at) => ((date) => (date === undefined ? word : shortly(dayOfNumber(dayNumber(date) + ahead), english.test(word) ? 'en' : 'zh')))(dates[at])).join(' ')
}

const shortly = (day: Day, lang: Lang): string => (lang === 'zh' ? `${monthOf(day)}月${Number(day.slice(8))}日` : `${monthOf(day)}/${Number(day.slice(8))}`)
