// In which order what falls due is read, in the brief and in a list alike.
import type { Day } from '#src/calendar/day.ts'
import { lightRank, type Light } from './light.ts'

/** `owesReport`: a report of how it goes is all that is owed. */
export type Dued = { due: Day; isPast: boolean; light: Light; owesReport: boolean }

/** What has passed first, the worst of it in front; what is to come by its day. On one day what is to be done comes before a report, and the worst before the rest. */
export function byDue(one: Dued, other: Dued): number {
  const day = one.due.localeCompare(other.due)
  const rank = Number(one.owesReport) - Number(other.owesReport) || lightRank[one.light] - lightRank[other.light]
  return Number(other.isPast) - Number(one.isPast) || (one.isPast ? rank || day : day || rank)
}
