// Days off and make-up working days as announced each year (国务院办公厅关于节假日安排的通知), from chinese-days' data only:
// its functions are wrong west of UTC.
import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { Day, yearOf } from './day.ts'

/** `years`: those whose arrangement is known. */
export type DaysOff = { off: ReadonlySet<Day>; work: ReadonlySet<Day>; years: ReadonlySet<number> }

const daysIn = (table: object): Day[] => Object.keys(table).map((day) => Day.parse(day))

/** What has been announced. A year is known when its National Day is: New Year's days can spill over from the year before. */
export const announcedDaysOff = (): DaysOff => published

const published = publishedDaysOff()

function publishedDaysOff(): DaysOff {
  const off = new Set(daysIn(announced.holidays))
  const nationalDays = [...off].filter((day) => day.endsWith('-10-01'))
  return { off, work: new Set(daysIn(announced.workdays)), years: new Set(nationalDays.map(yearOf)) }
}

/** What was announced, with what a county said of a year in the place of what is known of it. @param announced by year; days of its neighbours are added to theirs */
export function withAnnounced(daysOff: DaysOff, announced: ReadonlyMap<number, { off: readonly Day[]; work: readonly Day[] }>): DaysOff {
  if (announced.size === 0) return daysOff
  const { off, work, years } = daysOff
  const known = (days: ReadonlySet<Day>): Day[] => [...days].filter((day) => !announced.has(yearOf(day)))
  const said = [...announced.values()]
  return {
    off: new Set([...known(off), ...said.flatMap((year) => year.off)]),
    work: new Set([...known(work), ...said.flatMap((year) => year.work)]),
    years: new Set([...years, ...announced.keys()]),
  }
}
