// 迟报: the first answer to a round, given after its last day.
import type { Assignment, Report } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { hasDisowned } from './answering.ts'
import { answersTo, isWordBy, lateFor } from './answers-to.ts'
import type { AskedIn } from './asked-in.ts'
import { endFor, isBy, type Round } from './round.ts'
import { stoodAt } from './said-done.ts'
import type { View } from './view.ts'

/** Whether a unit's, or a group's member's, first answer to a round came after its end for it: of whoever was asked then. Where the whole group was answered for at once, that is each member's answer. */
export function isLate(view: View, { part }: AskedIn, voice: UnitId, round: Round): boolean {
  const end = endFor(round, voice)
  const { words, claims } = answersTo(view, round, part, voice)
  const isInTime = words.some((word) => isWordBy(word, end)) || claims.some((claim) => stoodAt(claim, end))
  return !isInTime && !hasDisowned(part, voice) && (words.some((word) => !isWordBy(word, end)) || claims.some((claim) => !isBy(claim, end)))
}

/** 迟报, wherever a report is listed. */
export const isLateReport = (view: View, part: Assignment, voice: UnitId, report: Report): boolean => lateFor(view, part, voice, report) !== undefined
