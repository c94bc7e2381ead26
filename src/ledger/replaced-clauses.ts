// What stands beside the tasks, as an amendment has it: duties, targets, bodies and doubts that come, change or end.
import type { Day } from '#src/calendar/day.ts'
import type { PlanAmended } from './amend-events.ts'
import type { AmendedState, UnitChange } from './amended-state.ts'
import { keyOf } from './assignment.ts'
import { clauseKey, reissued, type Body, type KeptBody } from './body.ts'
import type { Doubt } from './doubt.ts'
import type { Obligation } from './obligation.ts'
import type { PlanState } from './plan-state.ts'
import type { Stamp } from './stamp.ts'

export function replaceObligations({ obligations, amended }: PlanState, event: PlanAmended, { on }: Stamp): void {
  for (const id of event.obligationsEnded) endObligation(obligations, amended, id)
  for (const obligation of event.obligations) {
    if (!isSameDuty(obligations.get(obligation.id), obligation)) amended.dutiesSince.set(obligation.id, on)
    obligations.set(obligation.id, obligation)
    amended.endedObligations.delete(obligation.id)
  }
}

export function endObligation(obligations: Map<string, Obligation>, { endedObligations }: AmendedState, id: string): void {
  const ended = obligations.get(id)
  if (ended !== undefined) endedObligations.set(id, ended)
  obligations.delete(id)
}

export function endTarget({ targets, amended }: PlanState, id: string): void {
  const ended = targets.get(id)
  if (ended !== undefined) amended.endedTargets.set(id, ended)
  targets.delete(id)
}

/** A body that has met keeps its name for the record; nothing is asked of it any more. */
export function replaceBodies({ bodies, meetings, amended }: PlanState, event: PlanAmended, stamp: Stamp): void {
  for (const body of event.bodies) keepAsked(amended, bodies.get(body.id), body, stamp.on)
  for (const id of event.bodiesEnded) {
    const body = bodies.get(id)
    if (body === undefined) continue
    amended.endedBodies.set(id, body)
    if ([...meetings.values()].some((meeting) => meeting.body === id)) bodies.set(id, ended(body, stamp))
    else bodies.delete(id)
  }
  for (const body of event.bodies) {
    bodies.set(body.id, reissued(bodies.get(body.id) ?? amended.endedBodies.get(body.id), body, stamp))
    amended.endedBodies.delete(body.id)
  }
}

/** Nothing is asked of it any more; what it was is kept. */
const ended = (body: KeptBody, { on, at, by }: Stamp): KeptBody => ({ ...body, cadences: [], reissued: { ...body.reissued, on, at, by } })

/** A window that closed is judged by what was asked then. */
function keepAsked({ askedUntil }: AmendedState, before: Body | undefined, { id, cadences }: Body, on: Day): void {
  for (const cadence of cadences) {
    const times = before?.cadences.find((each) => each.id === cadence.id)?.times ?? 0
    const key = clauseKey(id, cadence.id)
    if (times !== cadence.times) askedUntil.set(key, [...(askedUntil.get(key) ?? []), { until: on, times }])
  }
}

export function replaceDoubts({ doubts }: PlanState, event: PlanAmended, { on }: Stamp): void {
  for (const doubt of event.doubts) doubts.set(doubt.id, doubt.answer === undefined ? doubt : { ...doubt, settled: { answer: doubt.answer, on } })
  for (const id of event.doubtsClosed) closeDoubt(doubts, id, event.source.id, on)
}

export function closeDoubt(doubts: Map<number, Doubt>, id: number, amendment: string, on: Day): void {
  const doubt = doubts.get(id)
  if (doubt !== undefined && doubt.settled === undefined) doubts.set(id, { ...doubt, settled: { answer: '', on, amendment } })
}

/** Duties that came, went or changed, for those who owe them: as the plan stood, and as it stands. */
export function dutyChanges(plan: PlanState, event: PlanAmended): (after: PlanState) => UnitChange[] {
  const changed = event.obligations.filter((now) => !isSameDuty(plan.obligations.get(now.id), now))
  const ended = event.obligationsEnded.flatMap((id) => plan.obligations.get(id) ?? []).flatMap((duty) => owing(plan, duty))
  return (after) => [...ended, ...changed.flatMap((duty) => (duty.task !== undefined && event.added.some(({ no }) => no === duty.task) ? [] : owing(after, duty)))]
}

const isSameDuty = (before: Obligation | undefined, now: Obligation): boolean =>
  before !== undefined && (['every', 'times', 'month', 'day', 'on', 'debtor', 'receiver'] as const).every((field) => before[field] === now[field])

function owing({ unitsOf, assignments }: PlanState, { id, debtor, task }: Obligation): UnitChange[] {
  const parts = task === undefined ? [] : (unitsOf.get(task) ?? []).flatMap((unit) => assignments.get(keyOf(task, unit)) ?? [])
  const lead = parts.find(({ part }) => part === 'lead') ?? parts.find(({ inferred }) => inferred === 'lead') ?? parts[0]
  const unit = debtor ?? lead?.unit
  return unit === undefined ? [] : [{ unit, duty: id, what: ['duty'] }]
}
