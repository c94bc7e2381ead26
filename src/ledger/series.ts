// Meetings and reviews that come back are as many as there are days, called at once: how many at most, and which of them are still to come.
import type { Day } from '#src/calendar/day.ts'

/** So many at once, a year of months: what is further off is called when it is nearer. */
export const mostInSeries = 12

/** `series`: the first of those that were called together. */
type OfSeries = { id: string; day: Day; series?: string }

/** One, and those of its series on its day or later that still stand, the nearest first. */
export const restOfSeries = <Each extends OfSeries>(all: Iterable<Each>, of: Each, stands: (each: Each) => boolean): Each[] =>
  [...all].filter((each) => each.id === of.id || (of.series !== undefined && each.series === of.series && stands(each) && each.day >= of.day)).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
