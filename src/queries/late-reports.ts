// 迟报: the first answer to a round, given after its last day.
import { unitNow } from '#src/directory/directory.ts'
import type { Assignment, Report } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { saidAt } from '#src/ledger/report.ts'
import { answersTo } from './answers-to.ts'
import { askedIn, type AskedIn } from './asked-in.ts'
import { endFor, isBy, roundFor, turnsBegun, type End, type Round } from './round.ts'
import { isAnswerTo, stoodAt } from './said-done.ts'
import type { View } from './view.ts'

/** Whether a unit's, or a group's member's, first answer to a round came after its end for it. Where the whole group was answered for at once, that is each member's answer. */
export function isLate(view: View, { part }: AskedIn, voice: UnitId, round: Round): boolean {
  const end = endFor(round, voice)
  const { words, claims } = answersTo(view, round, part, voice)
  const isInTime = words.some((word) => isWordBy(word, end)) || claims.some((claim) => stoodAt(claim, end))
  return !isInTime && (words.some((word) => !isWordBy(word, end)) || claims.some((claim) => !isBy(claim, end)))
}

/** The round to which this very report is the late answer: the one that was asked when it came. Whoever was not asked, such as a supporting unit, is never late. */
export function lateFor(view: View, part: Assignment, voice: UnitId, report: Report): Round | undefined {
  const round = roundFor({ ...view, today: report.on }, part.task)
  const end = endFor(round, voice)
  // What answers a round that was opened after it is in time.
  const isEarly = turnsBegun(view).some((turn) => turn.round.tasks.includes(part.task) && turn.from <= report.on && isWordBy(report, endFor(turn, voice)))
  const asked = !isWordBy(report, end) && !isEarly ? askedIn(view, round, part.task) : undefined
  if (asked === undefined || unitNow(view.directory, asked.part.unit) !== unitNow(view.directory, part.unit)) return undefined
  const { words, claims } = answersTo(view, round, asked.part, voice)
  const isFirst = !words.some(({ at }) => at < report.at) && !claims.some((claim) => claim.on >= round.from && claim.at < report.at && isAnswerTo(claim, end))
  return isFirst ? round : undefined
}

/** By when it was said first: put right later, it is as early as it was. */
export const isWordBy = (word: Report, end: End): boolean => isBy({ on: word.on, at: saidAt(word) }, end)

/** 迟报, wherever a report is listed. */
export const isLateReport = (view: View, part: Assignment, voice: UnitId, report: Report): boolean => lateFor(view, part, voice, report) !== undefined
