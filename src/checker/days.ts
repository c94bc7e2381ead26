// Days by this room's own arithmetic, over the published table of holidays: everything is walked day by day, nothing is indexed.
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { Day } from './raw.ts'

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
export const monthOf = (day: Day): number => Number(day.slice(5, 7))
const two = (number: number): string => String(number).padStart(2, '0')
export const asDay = (year: number, month: number, date: number): Day => `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
export const lengthOf = (year: number, month: number): number => [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 30

/** The Julian day number at noon: what days are counted by, and weekdays. */
function julian(day: Day): number {
  const [year, month, date] = [yearOf(day), monthOf(day), Number(day.slice(8, 10))]
  const a = Math.floor((14 - month) / 12)
  const [y, m] = [year + 4800 - a, month + 12 * a - 3]
  return date + Math.floor((153 * m + 2) / 5) + 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) - 32_045
}

/** 0 is Monday. */
const weekday = (day: Day): number => julian(day) % 7
export const daysFromTo = (from: Day, to: Day): number => julian(to) - julian(from)

export function dayAfter(day: Day): Day {
  const [year, month, date] = [yearOf(day), monthOf(day), Number(day.slice(8, 10))]
  if (date < lengthOf(year, month)) return asDay(year, month, date + 1)
  return month < 12 ? asDay(year, month + 1, 1) : asDay(year + 1, 1, 1)
}

export function dayBefore(day: Day): Day {
  const [year, month, date] = [yearOf(day), monthOf(day), Number(day.slice(8, 10))]
  if (date > 1) return asDay(year, month, date - 1)
  return month > 1 ? asDay(year, month - 1, lengthOf(year, month - 1)) : asDay(year - 1, 12, 31)
}

export function daysLater(day: Day, count: number): Day {
  let at = day
  for (let left = Math.abs(count); left > 0; left -= 1) at = count > 0 ? dayAfter(at) : dayBefore(at)
  return at
}

export const firstOfQuarter = (day: Day): Day => asDay(yearOf(day), Math.floor((monthOf(day) - 1) / 3) * 3 + 1, 1)
export const firstOfMonth = (day: Day): Day => asDay(yearOf(day), monthOf(day), 1)
/** The last day of so many months from a first of a month on. */
export function lastOf(first: Day, months: number): Day {
  let end = first
  for (let left = months; left > 1; left -= 1) end = dayAfter(asDay(yearOf(end), monthOf(end), lengthOf(yearOf(end), monthOf(end))))
  return asDay(yearOf(end), monthOf(end), lengthOf(yearOf(end), monthOf(end)))
}

/** What a county announced of a year takes the place of what was published of it. */
export type Announced = ReadonlyMap<number, { off: readonly Day[]; work: readonly Day[] }>

const alwaysOff = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']
const publishedOff: ReadonlySet<Day> = new Set(Object.keys(published.holidays))
const publishedWork: ReadonlySet<Day> = new Set(Object.keys(published.workdays))

/** Which days are worked, and what is counted in them. */
export class WorkingDays {
  readonly #announced: Announced
  readonly #off: ReadonlySet<Day>
  readonly #work: ReadonlySet<Day>
  readonly #own: ReadonlySet<Day>
  readonly #known = new Map<Day, boolean>()

  /** @param own days off of one plan's units */
  constructor(announced: Announced, own: ReadonlySet<Day>) {
    this.#announced = announced
    this.#off = new Set([...announced.values()].flatMap(({ off }) => off))
    this.#work = new Set([...announced.values()].flatMap(({ work }) => work))
    this.#own = own
  }

  isWorked(day: Day): boolean {
    const known = this.#known.get(day) ?? this.#decide(day)
    this.#known.set(day, known)
    return known
  }

  #decide(day: Day): boolean {
    if (this.#own.has(day)) return false
    const year = yearOf(day)
    const isOurs = this.#announced.has(year)
    if (this.#work.has(day) || (!isOurs && publishedWork.has(day))) return true
    if (this.#off.has(day) || (!isOurs && publishedOff.has(day))) return false
    const isArranged = isOurs || publishedOff.has(asDay(year, 10, 1))
    return weekday(day) < 5 && (isArranged || !alwaysOff.includes(day.slice(5)))
  }

  /** Whether no more than so many working days are left after today until a day, that day included; also once it is past. */
  isWithin(day: Day, count: number, today: Day): boolean {
    let left = count
    for (let at = today; at < day; ) {
      at = dayAfter(at)
      if (this.isWorked(at)) left -= 1
      if (left < 0) return false
    }
    return true
  }

  /** The nth working day after a day; before it for a negative number. */
  nth(day: Day, count: number): Day {
    let at = day
    for (let left = Math.abs(count); left > 0; ) {
      at = count > 0 ? dayAfter(at) : dayBefore(at)
      if (this.isWorked(at)) left -= 1
    }
    return at
  }

  lastBy(day: Day): Day {
    let at = day
    while (!this.isWorked(at)) at = dayBefore(at)
    return at
  }
}
