// What the asker's own voice in a task said and asked, and what it may do next: of a helper or a town not the same as the part that answers.
import { notOpen, recordedClaim, standingOf, type Assignment, type Report } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { isWaiting } from '#src/ledger/petition.ts'

/** `answers`: it answers for the task, and may ask for a later day. `canWithdraw`: it claimed itself, and nobody has ruled. `isRecorded`: what stands was recorded for it, or for the group it is of (代录). */
export type OwnVoice = { answers: boolean; isOpen: boolean; canWithdraw: boolean; report?: Report; asksLater: boolean; objects: boolean; isRecorded: boolean }

/** @param lead the unit that answers for the task @param member which one of a group's */
export function ownVoice(part: Assignment, lead: UnitId | undefined, member?: UnitId): OwnVoice {
  const own = standingOf(part, member)
  return {
    answers: part.unit === lead,
    isOpen: notOpen(part, member) === undefined,
    canWithdraw: own.claim !== undefined && part.status !== 'accepted',
    ...(own.report === undefined ? {} : { report: own.report }),
    asksLater: isWaiting<unknown>(own.extension), objects: isWaiting<unknown>(own.objection),
    isRecorded: recordedClaim(part, member) !== undefined || own.report?.onBehalf !== undefined,
  }
}
