// 迟报: the first answer to a round, given after its last day.
import { unitNow } from '#src/directory/directory.ts'
import type { Assignment, Report } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { answersTo } from './answers-to.ts'
import { askedIn, type AskedIn } from './asked-in.ts'
import { roundFor, turnsBegun, untilFor, type Round } from './round.ts'
import { isAnswerTo, stoodAt } from './said-done.ts'
import type { View } from './view.ts'

/** Whether a unit's, or a group's member's, first answer to a round came after its last day for it. Where the whole group was answered for at once, that is each member's answer. */
export function isLate(view: View, { part }: AskedIn, voice: UnitId, round: Round): boolean {
  const until = untilFor(round, voice)
  const { words, claims } = answersTo(view, round, part, voice)
  const isInTime = words.some(({ on }) => on <= until) || claims.some((claim) => stoodAt(claim, until))
  return !isInTime && [...words, ...claims].some(({ on }) => on > until)
}

/** The round to which this very report is the late answer: the one that was asked when it came. Whoever was not asked, such as a supporting unit, is never late. */
export function lateFor(view: View, part: Assignment, voice: UnitId, report: Report): Round | undefined {
  const round = roundFor({ ...view, today: report.on }, part.task)
  const until = untilFor(round, voice)
  // What answers a round that was opened after it is in time.
  const isEarly = turnsBegun(view).some((turn) => turn.round.tasks.includes(part.task) && turn.from <= report.on && report.on <= untilFor(turn, voice))
  const asked = report.on > until && !isEarly ? askedIn(view, round, part.task) : undefined
  if (asked === undefined || unitNow(view.directory, asked.part.unit) !== unitNow(view.directory, part.unit)) return undefined
  const { words, claims } = answersTo(view, round, asked.part, voice)
  const isFirst = !words.some(({ at }) => at < report.at) && !claims.some((claim) => claim.on >= round.from && claim.on < report.on && isAnswerTo(claim, until))
  return isFirst ? round : undefined
}

/** 迟报, wherever a report is listed. */
export const isLateReport = (view: View, part: Assignment, voice: UnitId, report: Report): boolean => lateFor(view, part, voice, report) !== undefined
