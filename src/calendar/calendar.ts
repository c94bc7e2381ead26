// Working days, and where days meet instants. The only room that counts days.
import { Temporal } from 'temporal-polyfill'
import { Day, dayOf, yearOf, type Instant } from './day.ts'
import { dayNumber, dayOfNumber, weekdayOf } from './day-number.ts'
import type { DaysOff } from './days-off.ts'
import { epochMs, instantFromMs } from './instant-number.ts'
import { wallTime } from './wall-time.ts'

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
  /** The same with some more days off, none of which makes a year known. @param days is never changed: what is worked out for it is kept */
  withDaysOff: (days: MoreDaysOff) => Calendar
}

export type MoreDaysOff = Pick<ReadonlySet<Day>, 'has' | 'size'>

/** Adds to an instant. The only arithmetic on instants. */
export const addMs = (instant: Instant, ms: number): Instant => instantFromMs(epochMs(instant) + ms)
/** Milliseconds from one instant to another. */
export const msBetween = (from: Instant, to: Instant): number => epochMs(to) - epochMs(from)

/** New Year, Labour Day and the first three days of National Day: off every year, whatever is announced. */
const fixedHolidays = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])

/** @param daysOff what was announced, by year; a year without it is provisional */
export function calendar(daysOff: DaysOff): Calendar {
  const known = calendars.get(daysOff) ?? calendarOf(daysOff)
  calendars.set(daysOff, known)
  return known
}

/** Days once counted stay counted. */
const calendars = new WeakMap<DaysOff, Calendar>()

function calendarOf(daysOff: DaysOff): Calendar {
  const isWorkingDay: WorkingDay = (day, weekday) => {
    if (daysOff.work.has(day)) return true
    if (daysOff.off.has(day)) return false
    if (!daysOff.years.has(yearOf(day)) && fixedHolidays.has(day.slice(5))) return false
    return weekday <= 5
  }
  return countedBy(isWorkingDay, (day) => !daysOff.years.has(yearOf(day)))
}

type WorkingDay = (day: Day, weekday: number) => boolean

function countedBy(isWorkingDayOf: WorkingDay, isProvisional: Calendar['isProvisional']): Calendar {
  const { rankOf, atRank } = workingDays(isWorkingDayOf)
  const isWorkingDay = (day: Day): boolean => isWorkingDayOf(day, weekdayOf(dayNumber(day)))
  const known = new WeakMap<MoreDaysOff, Calendar>()

  const addDays = (day: Day, count: number): Day => dayOfNumber(dayNumber(day) + count)
  const addWorkingDays = (day: Day, count: number): Day => {
    if (count === 0) return day
    const back = isWorkingDay(day) ? 0 : 1
    return atRank(rankOf(day) + count + (count < 0 ? back : 0)) ?? stepWorkingDays(day, count)
  }
  const stepWorkingDays = (day: Day, count: number): Day => {
    let at = day
    for (let left = Math.abs(count); left > 0; ) {
      at = addDays(at, count > 0 ? 1 : -1)
      if (isWorkingDay(at)) left -= 1
    }
    return at
  }
  const counted: Calendar = {
    isWorkingDay,
    isProvisional,
    workingDaysUntil: (due, today) => rankOf(due) - rankOf(today),
    addWorkingDays,
    lastWorkingDayBy: (day) => (isWorkingDay(day) ? day : addWorkingDays(day, -1)),
    addDays,
    daysBetween: (from, to) => dayNumber(to) - dayNumber(from),
    weekday: (day) => weekdayOf(dayNumber(day)),
    dayAt: (instant, zone) => wallTime(instant, zone).day,
    timeAt: (instant, zone) => wallTime(instant, zone).time,
    instantOf: (day, time, zone) => instantFromMs(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds),
    withDaysOff(days) {
      if (days.size === 0) return counted
      const made = known.get(days) ?? countedBy((day, weekday) => !days.has(day) && isWorkingDayOf(day, weekday), isProvisional)
      known.set(days, made)
      return made
    },
  }
  return counted
}

/** Years in which working days are counted one by one. Beyond them (a slip: 3026年) only weekends are left out: nobody can have meant it, and nothing may stop at it. */
const [firstYear, lastYear] = [2000, 2200]
const [dayBefore, lastDay] = [Day.parse(`${firstYear - 1}-12-31`), Day.parse(`${lastYear}-12-31`)]

/** `rankOf`: how many there are from the first year up to and with a day, so that differences are exact. `atRank`: the one that many make, where it is counted. */
function workingDays(isWorkingDay: (day: Day, weekday: number) => boolean): { rankOf: (day: Day) => number; atRank: (rank: number) => Day | undefined } {
  const ranks = new Map<Day, number>()
  const inOrder: Day[] = []
  let builtTo = firstYear - 1
  let weekday = weekdayOf(dayNumber(dayBefore))
  const buildNext = (): void => {
    builtTo += 1
    for (let month = 1; month <= 12; month += 1) {
      for (let date = 1; date <= 31; date += 1) {
        const day = dayOf(builtTo, month, date)
        if (day === undefined) continue
        weekday = (weekday % 7) + 1
        if (isWorkingDay(day, weekday)) inOrder.push(day)
        ranks.set(day, inOrder.length)
      }
    }
  }
  const rankOf = (day: Day): number => {
    const year = yearOf(day)
    if (year < firstYear) return -weekdaysAfter(day, dayBefore)
    if (year > lastYear) return rankOf(lastDay) + weekdaysAfter(lastDay, day)
    while (builtTo < year) buildNext()
    return ranks.get(day) ?? 0
  }
  return {
    rankOf,
    atRank: (rank) => {
      while (builtTo < lastYear && inOrder.length < rank) buildNext()
      return inOrder[rank - 1]
    },
  }
}

/** Mondays to Fridays after a day up to and with a later one. */
function weekdaysAfter(from: Day, to: Day): number {
  const days = dayNumber(to) - dayNumber(from)
  const first = weekdayOf(dayNumber(from))
  const rest = Array.from({ length: days % 7 }, (_, index) => ((first + index) % 7) + 1)
  return Math.floor(days / 7) * 5 + rest.filter((weekday) => weekday <= 5).length
}
