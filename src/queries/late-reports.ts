// 迟报: the first answer to a round, given after its last day.
import { unitNow } from '#src/directory/directory.ts'
import { keyOf, standingOf, type Assignment, type Member, type Report } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { standingReports } from '#src/ledger/report.ts'
import { askedIn } from './asked-in.ts'
import { roundFor, turnsBegun, untilFor, type Round } from './round.ts'
import { isAnswerTo, saidDoneBy, stoodAt, type SaidDone } from './said-done.ts'
import type { View } from './view.ts'

/** Whether a unit's, or a group's member's, first answer to a round came after its last day for it. Where the whole group was answered for at once, that is each member's answer. */
export function isLate(view: View, part: Assignment, voice: UnitId, round: Round): boolean {
  const until = untilFor(round, voice)
  const [words, claims] = [saidBy(view, part, voice).filter(({ on }) => on >= round.from), claimedBy(view, part, voice)]
  const isInTime = words.some(({ on }) => on <= until) || claims.some((claim) => stoodAt(claim, until))
  return !isInTime && [...words, ...claims].some(({ on }) => on > until) && wasAsked(view, part, round)
}

/** The round to which this very report is the late answer: the one that was asked when it came. Whoever was not asked, such as a supporting unit, is never late. */
export function lateFor(view: View, part: Assignment, voice: UnitId, report: Report): Round | undefined {
  const round = roundFor({ ...view, today: report.on }, part.task)
  const until = untilFor(round, voice)
  const earlier = saidBy(view, part, voice).some(({ on, at }) => on >= round.from && at < report.at) || claimedBy(view, part, voice).some((claim) => claim.on >= round.from && claim.on < report.on && isAnswerTo(claim, until))
  // What answers a round that was opened after it is in time.
  const isEarly = turnsBegun(view).some((turn) => turn.round.tasks.includes(part.task) && turn.from <= report.on && report.on <= untilFor(turn, voice))
  return !earlier && !isEarly && report.on > until && wasAsked(view, part, round) ? round : undefined
}

/** 迟报, wherever a report is listed. */
export const isLateReport = (view: View, part: Assignment, voice: UnitId, report: Report): boolean => lateFor(view, part, voice, report) !== undefined

const wasAsked = (view: View, part: Assignment, round: Round): boolean => ((asked) => asked !== undefined && unitNow(view.directory, asked.part.unit) === unitNow(view.directory, part.unit))(askedIn(view, round, part.task))

const saidBy = (view: View, part: Assignment, voice: UnitId): Report[] => standingsOf(view, part, voice).flatMap(standingReports)

/** To say that it is done is an answer. */
const claimedBy = (view: View, part: Assignment, voice: UnitId): SaidDone[] => saidDoneBy(asRecorded(view, part), voice)

function standingsOf(view: View, part: Assignment, voice: UnitId): Member[] {
  const own = asRecorded(view, part)
  return [standingOf(own), ...(voice === own.unit ? [] : [standingOf(own, voice)])]
}

/** Whoever carries on a unit's work since has spoken for it. */
const asRecorded = ({ plan, directory }: View, part: Assignment): Assignment => plan.assignments.get(keyOf(part.task, unitNow(directory, part.unit))) ?? part
