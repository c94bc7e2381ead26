// Days that people name by their festival: 国庆前, 春节前, 年前.
import { dayOf, yearOf, type Day } from './day.ts'

/** A month and a day of every year, or of each its own. */
type When = { month: number; day: number } | ReadonlyMap<number, string> | 'clear-and-bright'

/** By the almanac, from this year on: what the platform's own calendar of the moon says is a day off where the new moon is near midnight (春节 of 2027). */
const almanacFrom = 2024
const almanac = (days: string): ReadonlyMap<number, string> => new Map(days.split(' ').map((day, at) => [almanacFrom + at, day]))
const springFestival = almanac('02-10 01-29 02-17 02-06 01-26 02-13 02-03 01-23 02-11 01-31 02-19 02-08')
const dragonBoat = almanac('06-10 05-31 06-19 06-09 05-28 06-16 06-05 06-24 06-12 06-01 06-20 06-10')
const midAutumn = almanac('09-17 10-06 09-25 09-15 10-03 09-22 09-12 10-01 09-19 09-08 09-27 09-16')

const festivals: readonly (readonly [RegExp, When])[] = [
  [/^元旦/, { month: 1, day: 1 }],
  [/^(?:春节|过?年$)/, springFestival],
  [/^清明/, 'clear-and-bright'],
  [/^(?:五一|劳动节)/, { month: 5, day: 1 }],
  [/^端午/, dragonBoat],
  [/^中秋/, midAutumn],
  [/^(?:国庆|十一$)/, { month: 10, day: 1 }],
]

/** As a source of an expression, without groups. */
export const festivalPhrase = '元旦节?|春节|(?<![\\d\\u4e00-\\u9fff])过?年(?=[之以]?前)|清明节?|五一|劳动节|端午节?|中秋节?|国庆节?|(?<![\\d二三四五六七八九])十一(?=[之以]?前)'

/** 国庆前, 中秋节前: the day before it. */
export const festivalEve = `(?:${festivalPhrase})前(?!后)`

/** The first day that is the festival, from a day on; undefined for what is none, and past the almanac. @param named as `festivalPhrase` finds it */
export function festivalDay(named: string, from: Day): Day | undefined {
  const when = festivals.find(([name]) => name.test(named))?.[1]
  if (when === undefined) return undefined
  const year = yearOf(from)
  return [year, year + 1].map((of) => dayIn(of, when)).find((day) => day !== undefined && day >= from)
}

function dayIn(year: number, when: When): Day | undefined {
  if (when === 'clear-and-bright') return dayOf(year, 4, clearAndBright(year))
  if ('month' in when) return dayOf(year, when.month, when.day)
  const [month, day] = (when.get(year) ?? '').split('-').map(Number)
  return month === undefined || day === undefined ? undefined : dayOf(year, month, day)
}

/** 清明 of a year of this century, by the usual formula for the solar terms. */
const clearAndBright = (year: number): number => Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4)
