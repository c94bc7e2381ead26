// One decision as it was recorded of a plan: who, when, and what happened.
import type { Instant } from '#src/calendar/day.ts'
import type { PlanEvent } from './plan-event.ts'
import type { Stamp } from './stamp.ts'

export type PlanEntry = { position: number; stamp: Stamp; events: readonly PlanEvent[] }

/** How many were recorded until an instant. Entries stand in the order in which they were recorded; a clock that was put back does not hide those behind it. */
export const countUntil = (entries: { findLastIndex: (is: (entry: { stamp: Pick<Stamp, 'at'> }) => boolean) => number }, at: Instant): number => entries.findLastIndex(({ stamp }) => stamp.at <= at) + 1
