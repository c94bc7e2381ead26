// One decision as it was recorded of a plan: who, when, and what happened.
import type { PlanEvent } from './plan-event.ts'
import type { Stamp } from './stamp.ts'

export type PlanEntry = { position: number; stamp: Stamp; events: readonly PlanEvent[] }
