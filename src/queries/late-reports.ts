// 迟报: the first answer to a round, given after its last day.
import { keyOf, standingOf, type Assignment, type Report } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { standingReports } from '#src/ledger/report.ts'
import { answering } from './answering.ts'
import { roundFor, turnsBegun, untilFor, type Round } from './round.ts'
import type { View } from './view.ts'

/** Whether a unit's, or a group's member's, first answer to a round came after its last day for it. Where the whole group was answered for at once, that is each member's answer. */
export function isLate(view: View, part: Assignment, voice: UnitId, round: Round): boolean {
  const said = saidBy(view, part, voice).filter(({ on }) => on >= round.from).toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const [first] = said
  return first !== undefined && first.on > untilFor(round, voice) && wasAsked(view, part, round)
}

/** Whether this very report is the late answer to the round that was asked when it came. */
export function isLateReport(view: View, part: Assignment, voice: UnitId, report: Report): boolean {
  const round = roundFor({ ...view, today: report.on }, part.task)
  const earlier = saidBy(view, part, voice).some(({ on, at }) => on >= round.from && at < report.at)
  // What answers a round that was opened after it is in time.
  const isEarly = turnsBegun(view).some((turn) => turn.round.tasks.includes(part.task) && turn.from <= report.on && report.on <= untilFor(turn, voice))
  return !earlier && !isEarly && report.on > untilFor(round, voice) && wasAsked(view, part, round)
}

function wasAsked(view: View, part: Assignment, round: Round): boolean {
  const { plan } = view
  if (answering(view, part.task)?.unit !== part.unit || plan.handedOutOn === undefined || plan.handedOutOn > round.until) return false
  return !round.isDefault || plan.tasks.get(part.task)?.due.kind !== 'dated'
}

function saidBy({ plan }: View, part: Assignment, voice: UnitId): Report[] {
  const own = plan.assignments.get(keyOf(part.task, part.unit)) ?? part
  return [standingOf(own), ...(voice === part.unit ? [] : [standingOf(own, voice)])].flatMap(standingReports)
}
