// Working days as the oracle counts them: from the table of announced holidays, a day at a time.
import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

const aDay = 86_400_000
const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
export const plusDays = (day: string, count: number): string => new Date(msOf(day) + count * aDay).toISOString().slice(0, 10)
/** 0 is Monday. */
const weekdayOf = (day: string): number => (new Date(msOf(day)).getUTCDay() + 6) % 7
export const daysApart = (from: string, to: string): number => Math.round((msOf(to) - msOf(from)) / aDay)

/** Off in a year of which nothing was announced yet. */
const alwaysOff = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']
const [firstDay, lastDay] = ['2025-12-01', '2029-12-31']

type Announced = { off: readonly string[]; work: readonly string[] }

let made = 0

export class WorkingDays {
  /** One for each table that was made. */
  readonly id = (made += 1)
  readonly #inOrder: string[] = []
  /** How many there are up to and with a day. */
  readonly #upTo = new Map<string, number>()

  /** @param here by year: what was announced in the county, in the place of the table's @param own days off of one plan */
  constructor(here: ReadonlyMap<number, Announced> = new Map(), own: ReadonlySet<string> = new Set()) {
    const inTable = (days: object): string[] => Object.keys(days).filter((day) => !here.has(Number(day.slice(0, 4))))
    const off = new Set([...inTable(announced.holidays), ...[...here.values()].flatMap((year) => year.off)])
    const work = new Set([...inTable(announced.workdays), ...[...here.values()].flatMap((year) => year.work)])
    const isAnnounced = (year: string): boolean => here.has(Number(year)) || Object.hasOwn(announced.holidays, `${year}-10-01`)
    for (let day = firstDay; day <= lastDay; day = plusDays(day, 1)) {
      const isOff = off.has(day) || (!isAnnounced(day.slice(0, 4)) && alwaysOff.includes(day.slice(5)))
      if (!own.has(day) && (work.has(day) || (!isOff && weekdayOf(day) < 5))) this.#inOrder.push(day)
      this.#upTo.set(day, this.#inOrder.length)
    }
  }

  #count(day: string): number {
    const count = this.#upTo.get(day)
    if (count === undefined) throw new Error(`${day} is not one of the oracle's days`)
    return count
  }

  isOne(day: string): boolean {
    return this.#inOrder[this.#count(day) - 1] === day
  }

  /** After one day, up to and with a later one; below nothing where that is earlier. */
  between(day: string, later: string): number {
    return this.#count(later) - this.#count(day)
  }

  /** The last one by a day, and so many before or after it. */
  from(day: string, count: number): string {
    return this.#inOrder[this.#count(day) - 1 + count] ?? lastDay
  }

  /** The first of the week from Monday on, however many it has. */
  opensWeek(day: string): boolean {
    const monday = plusDays(day, -weekdayOf(day))
    return this.isOne(day) && this.between(plusDays(monday, -1), day) === 1
  }
}
