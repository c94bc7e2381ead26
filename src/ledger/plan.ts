// A plan's fold: finds the subject of an event, lets it evolve, and puts it back in maps that it owns.
import { evolveAgendaRequest } from './agenda-request.ts'
import { addTask } from './added-task.ts'
import { evolveAmendment, takeInTask, withdrawTask } from './amendment.ts'
import { answerersOf } from './answerers.ts'
import { evolveAnswered } from './answered.ts'
import { evolveAssignment, keyOf, saidStruck, standingOf, type Assignment, type AssignmentKey } from './assignment.ts'
import { evolveDoubt } from './doubt.ts'
import { present } from './fields.ts'
import type { TaskNo, UnitId } from './ids.ts'
import { evolveHandedUp } from './handed-up.ts'
import { evolveInstruction } from './instruction.ts'
import { evolveBody, excusedKey } from './body.ts'
import { evolveMeeting, withDecided } from './meeting.ts'
import { takeUp } from './taken-up.ts'
import { evolveMilestones, neverReached, yearKey } from './milestone.ts'
import { evolveFulfilment, fulfilmentKey, hindranceOf } from './obligation.ts'
import { evolveReview, withRectification } from './review.ts'
import { evolveRound, roundIdIn } from './round.ts'
import { mergeUnits } from './merged-units.ts'
import { passPart, reopenParts } from './parts-changed.ts'
import { asGiven } from './parts-as-one.ts'
import { evolveOwnDaysOff } from './own-days-off.ts'
import { evolveArchive, type Archived } from './plan-archive.ts'
import type { Imported, PlanEvent } from './plan-event.ts'
import { evolvePolicy } from './policy-set.ts'
import type { PlanState } from './plan-state.ts'
import type { Stamp } from './stamp.ts'
import { succeedUnit } from './succeeded-units.ts'
import { evolveSnoozes } from './snooze.ts'
import { evolveLeaderNotes } from './leader-note.ts'
import { besideLead, evolveTask, freshAssignment } from './task.ts'
import { evolveTaskCourse } from './task-course.ts'
import { evolveUndo, rememberAct, rememberFinal, undoable } from './undo.ts'
import { keepingEndings } from './keeping-endings.ts'
import { keepingThen, strikingThen } from './keeping-then.ts'
import { evolveUnitCheck } from './unit-check.ts'

export { HandedOut, Imported, PlanEvent } from './plan-event.ts'
export { emptyPlan, type PlanState } from './plan-state.ts'

/** Never refuses. Changes the plan's own maps in place: one event costs one subject, whatever the plan's size. */
export function evolvePlan(plan: PlanState, event: PlanEvent, stamp: Stamp): PlanState {
  rememberFinal(plan, event, stamp)
  keepingEndings(plan, event, stamp, () => keepingThen(plan, event, stamp, () => evolve(plan, event, stamp)))
  return plan
}

/** Of so many tasks each. */
const tasksInPart = 4

/** The same, a part at a time, so that others can be seen to before the rest: what brings many tasks takes them in one after another. */
export function* evolvingPlan(plan: PlanState, event: PlanEvent, stamp: Stamp): Generator<void> {
  if (event.type !== 'imported') {
    evolvePlan(plan, event, stamp)
    yield
    return
  }
  evolvePlan(plan, { ...event, tasks: [] }, stamp)
  for (const [at, task] of event.tasks.entries()) {
    takeInTask(plan, task)
    if (at % tasksInPart === tasksInPart - 1) yield
  }
}

function evolve(plan: PlanState, event: PlanEvent, stamp: Stamp): PlanState {
  switch (event.type) {
    case 'imported':
      return takeIn(plan, event, stamp)
    case 'handed-out':
      plan.handedOutOn = stamp.on
      plan.handedOutBy = stamp.by
      return plan
    case 'plan-archived': case 'plan-restored':
      setArchived(plan, evolveArchive(event, stamp))
      return plan
    case 'own-days-off-set': case 'own-days-off-lifted':
      plan.ownDaysOff = evolveOwnDaysOff(plan.ownDaysOff, event)
      return plan
    case 'doubt-settled':
      return put(plan, plan.doubts, event.doubt, (doubt) => evolveDoubt(doubt, event, stamp))
    case 'period-set':
      plan.period = { from: event.from, to: event.to }
      return plan
    case 'policy-set':
      plan.policy = evolvePolicy(plan.policy, event, stamp)
      return plan
    case 'units-merged':
      mergeUnits(plan, event)
      return plan
    case 'unit-succeeded':
      succeedUnit(plan, event, stamp)
      return plan
    case 'due-bound': case 'due-corrected': case 'due-moved':
      return put(plan, plan.tasks, event.task, (task) => evolveTask(task, event, plan.handedOutOn === undefined ? undefined : stamp))
    case 'lead-set':
      return setLead(plan, event, stamp)
    case 'reported': case 'claimed': case 'claim-accepted': case 'claim-returned': case 'claim-withdrawn': case 'nudged': case 'item-handed':
    case 'extension-asked': case 'extension-granted': case 'extension-refused': case 'objected': case 'objection-ruled':
    case 'part-questioned': case 'question-upheld': case 'question-refused': case 'evidence-added': case 'evidence-withdrawn': case 'remarked': {
      const key = keyOf(event.task, event.unit)
      if (event.type === 'objection-ruled' && event.upheld) {
        strikeMilestone(plan, event)
        strikingThen(plan, event, stamp)
      }
      return remembering(plan, event.type, [key], stamp, () => put(plan, plan.assignments, key, (assignment) => evolveAssignment(assignment, event, stamp)))
    }
    case 'parts-checked':
      return remembering(plan, event.type, event.lines.map(({ task, unit }) => keyOf(task, unit)), stamp, () => evolveUnitCheck(plan, event, stamp))
    case 'part-passed':
      passPart(plan, event, stamp)
      return plan
    case 'act-undone':
      evolveUndo(plan, event, stamp)
      return plan
    case 'task-paused': case 'task-resumed': case 'task-struck-off': case 'coordination-settled':
      return put(plan, plan.tasks, event.task, (task) => ({ ...task, course: evolveTaskCourse(task.course ?? {}, event, stamp) }))
    case 'reminder-snoozed':
      return put(plan, plan.tasks, event.task, (task) => ({ ...task, course: { ...task.course, snoozes: evolveSnoozes(task.course?.snoozes ?? [], event, stamp) } }))
    case 'coordination-handed-up': case 'coordination-decided':
      return put(plan, plan.tasks, event.task, (task) => ({ ...task, course: evolveHandedUp(task.course ?? {}, event, stamp) }))
    case 'task-added': {
      addTask(plan, event, stamp)
      const { origin, task } = event
      if (origin.kind === 'review') return put(plan, plan.reviews, origin.review, (review) => withRectification(review, origin.about, task))
      return origin.kind === 'meeting' ? put(plan, plan.meetings, origin.meeting, (meeting) => withDecided(meeting, origin.item, task)) : plan
    }
    case 'instruction-confirmed': case 'instruction-withdrawn':
      evolveInstruction(plan, event, stamp)
      return plan
    case 'leader-note-sent': case 'leader-note-dropped': case 'leader-note-answered':
      return put(plan, plan.tasks, event.task, (task) => ({ ...task, course: { ...task.course, leaderNotes: evolveLeaderNotes(task.course?.leaderNotes ?? [], event, stamp) } }))
    case 'task-reopened':
      reopenParts(plan, event, stamp)
      return put(plan, plan.tasks, event.task, (task) => ({ ...task, course: evolveTaskCourse(task.course ?? {}, event, stamp) }))
    case 'agenda-requested': case 'request-taken': case 'request-declined': {
      const before = plan.requests.get(event.request)
      const request = evolveAgendaRequest(before, event, stamp)
      if (event.type === 'request-taken' && before !== undefined) takeUp(plan, before, event, stamp)
      return putBack(plan, plan.requests, event.request, request)
    }
    case 'body-set':
      evolveBody(plan, event, stamp)
      return plan
    case 'cadence-excused': {
      evolveBody(plan, event, stamp)
      const key = excusedKey(event.body, event.cadence, event.window)
      const after = plan.excused.get(key)
      if (after !== undefined) rememberAct(plan, event.type, { excuses: [{ key, after }] }, stamp)
      return plan
    }
    case 'meeting-scheduled': case 'meeting-changed': case 'meeting-cancelled': case 'invitation-answered': case 'meeting-recorded': case 'meeting-held': case 'meeting-not-held':
    case 'agenda-arranged': case 'attendance-recorded': case 'meeting-noted': case 'minutes-issued':
      return putBack(plan, plan.meetings, event.meeting, evolveMeeting(plan.meetings.get(event.meeting), event, stamp))
    case 'rectification-withdrawn': case 'decision-withdrawn':
      withdrawTask(plan, { task: event.task, source: plan.tasks.get(event.task)?.source ?? '', words: event.words }, stamp)
      return plan
    case 'review-cancelled': case 'review-closed': {
      const before = plan.reviews.get(event.review)
      const after = evolveReview(before, event, stamp)
      if (before !== undefined && after !== undefined) rememberAct(plan, event.type, { reviews: [{ before, after }] }, stamp)
      return putBack(plan, plan.reviews, event.review, after)
    }
    case 'review-scheduled': case 'review-moved': case 'review-item-judged':
      return putBack(plan, plan.reviews, event.review, evolveReview(plan.reviews.get(event.review), event, stamp))
    case 'milestones-proposed': case 'milestones-approved': case 'milestones-returned': case 'milestone-reached': {
      const key = yearKey(event.task, event.year)
      if (event.type === 'milestone-reached') rememberAct(plan, event.type, { reached: [key] }, stamp)
      return putBack(plan, plan.milestones, key, evolveMilestones(plan.milestones.get(key), event, stamp))
    }
    case 'round-opened': case 'round-closed': case 'round-resumed': case 'round-reopened': case 'round-published': case 'round-ended': {
      const id = roundIdIn(event.round)
      return putBack(plan, plan.rounds, id, evolveRound(plan.rounds.get(id), event, stamp))
    }
    case 'fulfilled': case 'submitted': case 'received': {
      const key = fulfilmentKey(event.occurrence, event.member)
      const before = event.type === 'received' ? plan.fulfilments.get(key) : undefined
      const done = evolveFulfilment(plan.fulfilments.get(key), event, stamp)
      plan.submissionsReturned.delete(key)
      if (done !== undefined) rememberAct(plan, event.type, { duties: [{ key, of: event.type === 'received' ? event.unit : done.unit, after: done, ...present({ before }) }] }, stamp)
      return putBack(plan, plan.fulfilments, key, done)
    }
    case 'submission-returned': {
      const key = fulfilmentKey(event.occurrence, event.member)
      const given = plan.fulfilments.get(key)
      if (given === undefined) return plan
      plan.fulfilments.delete(key)
      plan.submissionsReturned.set(key, { on: stamp.on, at: stamp.at, by: stamp.by, unit: given.unit, words: event.words })
      return plan
    }
    case 'hindered':
      return putBack(plan, plan.hindrances, fulfilmentKey(event.occurrence, event.member), hindranceOf(event, stamp))
    case 'plan-amended': case 'task-withdrawn': case 'task-kept': case 'amended-point-settled':
      evolveAmendment(plan, event, stamp)
      return plan
    case 'parts-given': case 'name-cleared': case 'target-answered': case 'duty-given': case 'duty-ended': case 'dates-answered':
      evolveAnswered(plan, event, stamp)
      return plan
  }
}

/** A milestone that was recorded as reached, where that is what the unit objected to. */
function strikeMilestone({ assignments, milestones }: PlanState, { task, unit, member }: Extract<PlanEvent, { type: 'objection-ruled' }>): void {
  const part = assignments.get(keyOf(task, unit))
  const record = part === undefined ? undefined : standingOf(part, member).objection?.record
  if (part === undefined || record === undefined) return
  for (const [key, year] of milestones) {
    const struck = year.task === task ? neverReached(year, record) : year
    if (struck === year) continue
    milestones.set(key, struck)
    assignments.set(keyOf(task, unit), saidStruck(part, member))
  }
}

/** Keeps how the parts stood before and after an act that can be taken back. */
function remembering(plan: PlanState, act: PlanEvent['type'], keys: readonly AssignmentKey[], stamp: Stamp, how: () => void): PlanState {
  const before = keys.flatMap((key) => standingAt(plan, key))
  how()
  if (undoable.has(act)) rememberAct(plan, act, { parts: before.flatMap(({ key, part }) => standingAt(plan, key).map(({ part: after }) => ({ key, before: part, after }))) }, stamp)
  return plan
}

const standingAt = ({ assignments }: PlanState, key: AssignmentKey): { key: AssignmentKey; part: Assignment }[] => ((part) => (part === undefined ? [] : [{ key, part }]))(assignments.get(key))

function put<Key, Value>(plan: PlanState, map: Map<Key, Value>, key: Key, how: (value: Value) => Value): PlanState {
  const value = map.get(key)
  return value === undefined ? plan : putBack(plan, map, key, how(value))
}

function putBack<Key, Value>(plan: PlanState, map: Map<Key, Value>, key: Key, value: Value | undefined): PlanState {
  if (value !== undefined) map.set(key, value)
  return plan
}

function takeIn(plan: PlanState, { title, zone, period, source, tasks, obligations, bodies, doubts, targets = [] }: Imported, { on }: Stamp): PlanState {
  Object.assign(plan, { title, zone, source, importedOn: on }, period === undefined ? {} : { period })
  plan.amended.sources.set(source.id, source)
  for (const task of tasks) takeInTask(plan, task)
  for (const obligation of obligations) plan.obligations.set(obligation.id, obligation)
  for (const body of bodies) plan.bodies.set(body.id, body)
  for (const doubt of doubts) plan.doubts.set(doubt.id, doubt.answer === undefined ? doubt : { ...doubt, settled: { answer: doubt.answer, on } })
  for (const target of targets) plan.targets.set(target.id, target)
  return plan
}

function setArchived(plan: PlanState, archived: Archived | undefined): void {
  if (archived === undefined) delete plan.archived
  else plan.archived = archived
}

/** The lead as a secretary confirmed it; who led before stays responsible. */
function setLead(plan: PlanState, { task, unit: lead }: { task: TaskNo; unit: UnitId }, stamp: Pick<Stamp, 'on' | 'at' | 'by'>): PlanState {
  const [before] = answerersOf(plan, task)
  const units = plan.unitsOf.get(task) ?? []
  if (!units.includes(lead)) plan.unitsOf.set(task, [lead, ...units])
  for (const unit of plan.unitsOf.get(task) ?? []) {
    const known = plan.assignments.get(keyOf(task, unit)) ?? freshAssignment(task, { unit, part: 'responsible' })
    const { part, inferred } = known
    plan.assignments.set(keyOf(task, unit), asGiven(known, unit === lead ? { part: 'lead' } : besideLead({ unit, part, ...present({ inferred }) }), stamp))
  }
  const { on, at, by } = stamp
  if (before === lead || plan.handedOutOn === undefined) return plan
  return put(plan, plan.tasks, task, (known) => ({ ...known, leadNamed: { ...present({ from: before }), to: lead, on, at, by } }))
}
