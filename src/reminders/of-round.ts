// Notices about rounds that a secretary opened: who has still to answer for a task, and the secretaries' own message about the round.
import type { Day } from '#src/calendar/day.ts'
import { withRole } from '#src/directory/directory.ts'
import type { Assignment } from '#src/ledger/assignment.ts'
import type { PersonId, UnitId } from '#src/ledger/ids.ts'
import { policyOf } from '#src/ledger/policy.ts'
import type { Task } from '#src/ledger/task.ts'
import { askedAbout } from '#src/queries/handed.ts'
import { isOpen, isOpenFor, roundFor, turnsBegun, turnsReopened, untilFor, type RoundTurn } from '#src/queries/round.ts'
import { silentNow } from '#src/queries/silent-in.ts'
import type { View } from '#src/queries/view.ts'
import { firstAfter, markAfter, markBefore } from './mark.ts'
import type { Notice } from './notice.ts'

type RoundDue = Extract<Notice, { kind: 'round-due' }>

/** Asked when the round opens, at the marks of a quarter's progress before its last day, and once after it; whoever has answered is not asked. In one round at a time. */
export function ofRound(view: View, task: Task, lead: Assignment): Notice[] {
  const { plan, directory } = view
  if (plan.rounds.size === 0 || lead.status !== 'open' || task.course?.paused !== undefined) return []
  const asked = new Map<PersonId, RoundDue>()
  for (const { round, unit } of stillAsked(view, task, lead)) {
    const mark = markOf(view, round, unit)
    if (mark === undefined) continue
    const of = { plan: plan.id, task: task.no, unit: lead.unit, round: round.key, due: mark.due, workingDaysLeft: mark.workingDaysLeft }
    // Somebody who answers for two members of a group is asked once.
    for (const { id } of askedAbout(directory, lead, [unit])) if (!asked.has(id)) asked.set(id, { kind: 'round-due', key: `round/${plan.id}/${round.key}/${task.no}/${lead.unit}/${mark.due}/${mark.name}/${id}`, to: id, ...of })
  }
  return [...asked.values()]
}

/** Whoever has not answered, each in one round: in the one that was reopened for it, else in the task's own. */
function stillAsked(view: View, task: Task, lead: Assignment): { round: RoundTurn; unit: UnitId }[] {
  const now = roundFor(view, task.no)
  const silentIn = (round: RoundTurn): UnitId[] => silentNow(view, round, lead)
  const again = turnsReopened(view, task.no).flatMap((round) => silentIn(round).filter((unit) => (round.turn.reopened.get(unit)?.until ?? '') >= view.today).map((unit) => ({ round, unit })))
  const own = now.isDefault ? [] : silentIn(now).map((unit) => ({ round: now, unit }))
  return [...new Map([...own, ...again.toReversed()].map((each) => [each.unit, each])).values()]
}

/** The day is in the key with it: a unit for which the round was reopened is asked afresh. */
function markOf({ plan, today, calendar }: View, round: RoundTurn, unit: UnitId): { name: string; due: Day; workingDaysLeft: number } | undefined {
  const due = untilFor(round, unit)
  const { progressMarks, overdueEvery } = policyOf(plan)
  const reopened = round.turn.reopened.get(unit)
  if (isOpenFor(round, unit, today)) {
    const mark = markBefore(due, progressMarks, today, calendar)
    const isOpening = mark === undefined || mark.since <= (reopened?.on ?? round.opensOn)
    return { name: isOpening ? 'open' : mark.name, due, workingDaysLeft: calendar.workingDaysUntil(due, today) }
  }
  // A round that was closed before its last day, or was open again and is over, is not asked about any more.
  const wasClosed = reopened !== undefined || (round.turn.closedOn !== undefined && round.turn.closedOn <= round.until)
  const late = markAfter(due, overdueEvery, today, calendar)
  return wasClosed || late?.name !== firstAfter ? undefined : { name: 'over', due, workingDaysLeft: late.workingDaysLeft }
}

/** To each secretary once, when a round opens: the message that is drawn again as reports come in. */
export function ofWatch(view: View): Notice[] {
  const { plan, directory, today } = view
  const secretaries = withRole(directory, 'secretary')
  return turnsBegun(view).filter((turn) => isOpen(turn, today)).flatMap(({ key }) => secretaries.map(({ id }): Notice => ({ kind: 'round-watch', key: watchKey(plan.id, key, id), to: id, plan: plan.id, round: key })))
}

export const watchKey = (plan: string, round: string, person: PersonId): string => `round-watch/${plan}/${round}/${person}`
