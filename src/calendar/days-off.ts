// Days off and make-up working days as announced each year (国务院办公厅关于节假日安排的通知), from chinese-days' data only:
// its functions are wrong west of UTC.
import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { Day, yearOf } from './day.ts'

/** `years`: those whose arrangement is known. */
export type DaysOff = { off: ReadonlySet<Day>; work: ReadonlySet<Day>; years: ReadonlySet<number> }

const daysIn = (table: object): Day[] => Object.keys(table).map((day) => Day.parse(day))

/** What has been announced. A year is known when its National Day is: New Year's days can spill over from the year before. */
export const announcedDaysOff = (): DaysOff => {
  const off = new Set(daysIn(announced.holidays))
  const nationalDays = [...off].filter((day) => day.endsWith('-10-01'))
  return { off, work: new Set(daysIn(announced.workdays)), years: new Set(nationalDays.map(yearOf)) }
}
