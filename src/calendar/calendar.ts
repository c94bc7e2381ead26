// Working days, and where days meet instants. The only room that counts days.
import { Temporal } from 'temporal-polyfill'
import { Day, Instant, yearOf } from './day.ts'
import type { DaysOff } from './days-off.ts'

export type Calendar = {
  isWorkingDay: (day: Day) => boolean
  /** The year's 放假安排 is not known: weekends and fixed-date holidays only, so a due date in it is 暂按. */
  isProvisional: (day: Day) => boolean
  /** Working days after `today` up to and with `due`; negative once `due` is past: the working days after `due` up to and with `today`. */
  workingDaysUntil: (due: Day, today: Day) => number
  /** The nth working day after a day (before it for a negative n); n = 0 is the day itself. */
  addWorkingDays: (day: Day, count: number) => Day
  lastWorkingDayBy: (day: Day) => Day
  addDays: (day: Day, count: number) => Day
  daysBetween: (from: Day, to: Day) => number
  /** 1 is Monday, 7 is Sunday. */
  weekday: (day: Day) => number
  dayAt: (instant: Instant, zone: string) => Day
  /** Wall time in the zone, `09:05`. */
  timeAt: (instant: Instant, zone: string) => string
  instantOf: (day: Day, time: string, zone: string) => Instant
}

const plainDate = (day: Day): Temporal.PlainDate => Temporal.PlainDate.from(day)
const asDay = (date: Temporal.PlainDate): Day => Day.parse(date.toString())
const asInstant = (epochMs: number): Instant => Instant.parse(Temporal.Instant.fromEpochMilliseconds(epochMs).toString({ smallestUnit: 'millisecond' }))

/** Adds to an instant. The only arithmetic on instants. */
export const addMs = (instant: Instant, ms: number): Instant => asInstant(Temporal.Instant.from(instant).epochMilliseconds + ms)
/** Milliseconds from one instant to another. */
export const msBetween = (from: Instant, to: Instant): number => Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds
/** An instant of milliseconds since 1970, as a real clock gives them. */
export const instantFromMs = (epochMs: number): Instant => asInstant(epochMs)

/** New Year, Labour Day and the first three days of National Day: off every year, whatever is announced. */
const fixedHolidays = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])

/** @param daysOff what was announced, by year; a year without it is provisional */
export function calendar(daysOff: DaysOff): Calendar {
  const isWorkingDay = (day: Day): boolean => {
    if (daysOff.work.has(day)) return true
    if (daysOff.off.has(day)) return false
    if (!daysOff.years.has(yearOf(day)) && fixedHolidays.has(day.slice(5))) return false
    return plainDate(day).dayOfWeek <= 5
  }
  const rank = workingDayRanks(isWorkingDay)

  const addDays = (day: Day, count: number): Day => asDay(plainDate(day).add({ days: count }))
  const stepWorkingDays = (day: Day, count: number): Day => {
    let at = day
    for (let left = Math.abs(count); left > 0; ) {
      at = addDays(at, count > 0 ? 1 : -1)
      if (isWorkingDay(at)) left -= 1
    }
    return at
  }
  return {
    isWorkingDay,
    isProvisional: (day) => !daysOff.years.has(yearOf(day)),
    workingDaysUntil: (due, today) => rank(due) - rank(today),
    addWorkingDays: stepWorkingDays,
    lastWorkingDayBy: (day) => (isWorkingDay(day) ? day : stepWorkingDays(day, -1)),
    addDays,
    daysBetween: (from, to) => plainDate(from).until(plainDate(to)).days,
    weekday: (day) => plainDate(day).dayOfWeek,
    dayAt: (instant, zone) => asDay(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate()),
    timeAt: (instant, zone) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' }),
    instantOf: (day, time, zone) => asInstant(plainDate(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds),
  }
}

/** How many working days there are from 1 January of a year up to and with a day, counted on from year to year: differences are exact. */
function workingDayRanks(isWorkingDay: (day: Day) => boolean): (day: Day) => number {
  const firstYear = 2000
  const ranks = new Map<Day, number>()
  let builtTo = firstYear - 1
  let rank = 0
  const build = (year: number): void => {
    for (let date = Temporal.PlainDate.from({ year, month: 1, day: 1 }); date.year === year; date = date.add({ days: 1 })) {
      const day = asDay(date)
      if (isWorkingDay(day)) rank += 1
      ranks.set(day, rank)
    }
  }
  return (day) => {
    const year = yearOf(day)
    if (year < firstYear || year > firstYear + 200) throw new RangeError(`no working days are counted in ${day}`)
    while (builtTo < year) build((builtTo += 1))
    return ranks.get(day) ?? 0
  }
}
