// What was recorded after a day although it speaks of that day or an earlier one: recorded on behalf afterwards, put right, or struck.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { PlanEntry } from '#src/ledger/entry.ts'
import type { PlanEvent } from '#src/ledger/plan.ts'

/** @returns the entries, in order */
export const spokeOfBefore = (entries: readonly PlanEntry[], at: Instant, day: Day): PlanEntry[] =>
  entries.slice(entries.findLastIndex(({ stamp }) => stamp.at <= at) + 1).filter(({ events }) => events.some((event) => speaksOf(event, at, day)))

function speaksOf(event: PlanEvent, at: Instant, day: Day): boolean {
  if ('onBehalf' in event && event.onBehalf !== undefined) return event.onBehalf.on <= day
  return event.type === 'reported' && event.corrects !== undefined && event.corrects <= at
}
