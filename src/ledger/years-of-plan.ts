// Whether a day can be of a plan: a slip in its year is seen before a sitting of it is kept.
import { yearOf, type Day } from '#src/calendar/day.ts'
import { refuse } from './decision.ts'

type Years = { period?: { from: number; to: number }; importedOn?: Day }

/** What leads up to its years, and what they leave. */
const beside = 1
/** Of a plan that does not say for how long it is. */
const yearsWithout = 10

/** @param today a plan that is being closed after its years goes on until now @returns nothing where it can be */
export function outsideYears({ period, importedOn }: Years, day: Day, today: Day): ReturnType<typeof refuse> | undefined {
  const years = period ?? (importedOn === undefined ? undefined : { from: yearOf(importedOn), to: yearOf(importedOn) + yearsWithout })
  if (years === undefined) return undefined
  const [from, to] = [Math.min(years.from - beside, yearOf(today)), Math.max(years.to + beside, yearOf(today))]
  return yearOf(day) < from || yearOf(day) > to ? refuse({ code: 'day-out-of-years', day, from, to }) : undefined
}
