// What a person did last, and how it stood before: for as long as it may be taken back.
import type { Instant } from '#src/calendar/day.ts'
import type { Assignment, AssignmentKey } from './assignment.ts'

/** All that was done in one act: it goes back together. */
export type LastAct = { at: Instant; acts: readonly string[]; parts: readonly { key: AssignmentKey; before: Assignment; after: Assignment }[] }
