// What the asker's own voice in a task said and asked, and what it may do next: of a helper or a town not the same as the part that answers.
import { notOpen, recordedClaim, standingOf, type Assignment, type Report } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { isWaiting } from '#src/ledger/petition.ts'

/** `canWithdraw`: it claimed itself, and nobody has ruled. `isRecorded`: what stands was recorded for it, or for the group it is of (代录). */
export type OwnVoice = { isOpen: boolean; canWithdraw: boolean; report?: Report; asksLater: boolean; objects: boolean; isRecorded: boolean }

/** @param member which one of a group's */
export function ownVoice(part: Assignment, member?: UnitId): OwnVoice {
  const own = standingOf(part, member)
  return {
    isOpen: notOpen(part, member) === undefined,
    canWithdraw: own.claim !== undefined && part.status !== 'accepted',
    ...(own.report === undefined ? {} : { report: own.report }),
    asksLater: isWaiting<unknown>(own.extension), objects: isWaiting<unknown>(own.objection),
    isRecorded: recordedClaim(part, member) !== undefined || own.report?.onBehalf !== undefined,
  }
}
