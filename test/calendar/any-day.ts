import fc from 'fast-check'
import { dayOf, type Day } from '#src/calendar/day.ts'

/** Any day of the years a plan can be about: announced ones, and ones that are not yet. */
export const anyDay: fc.Arbitrary<Day> = daysOf(2021, 2032)

export function daysOf(fromYear: number, toYear: number): fc.Arbitrary<Day> {
  return fc
    .tuple(fc.integer({ min: fromYear, max: toYear }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(([year, month, day]) => dayOf(year, month, day))
    .filter((day) => day !== undefined)
}
