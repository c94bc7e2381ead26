// Finds the subject an intent is about and lets it decide.
import { yearOf } from '#src/calendar/day.ts'
import { decideAgendaRequest } from './agenda-request.ts'
import { lastTaskNo } from './amend-changes.ts'
import { decideAmendment } from './amend-decide.ts'
import { changesBy, tooManyParts } from './answer-recorded.ts'
import { answerersOf } from './answerers.ts'
import { claimContested, keyOf, notOpen, type Assignment, type AssignmentIntent, type VoiceIntent } from './assignment.ts'
import { decideBody } from './body.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { decideAssignment } from './decide-assignment.ts'
import { decideVoice } from './decide-voice.ts'
import { decideDoubt } from './doubt.ts'
import type { TaskNo, UnitId } from './ids.ts'
import { present } from './fields.ts'
import { decideHandedUp } from './handed-up.ts'
import { decideInstruction } from './decide-instruction.ts'
import type { PlanIntent } from './intent.ts'
import { decideSnooze } from './snooze.ts'
import { decideLeaderNote } from './leader-note.ts'
import { decideMeeting } from './decide-meeting.ts'
import { namesUnit } from './merged-units.ts'
import { decideMilestones } from './milestone-decide.ts'
import { decideFulfil, decideReceive, fulfilmentKey, isBeyond, isOccurrenceOf, type Obligation } from './obligation.ts'
import { decideOwnDaysOff } from './own-days-off.ts'
import { decideArchive } from './plan-archive.ts'
import type { PlanEvent, PlanState } from './plan.ts'
import { decidePolicy } from './policy-set.ts'
import { decideReview } from './decide-review.ts'
import { decideOpening, decideRound, roundIdIn } from './round.ts'
import type { Stamp } from './stamp.ts'
import { hasOpenWork } from './succeeded-units.ts'
import { decideTask, offRegister, type Task } from './task.ts'
import { decideTaskCourse } from './task-course.ts'
import { decideUndo } from './undo.ts'
import { decideUnitCheck } from './unit-check.ts'

/** What becomes of an intent on a plan as it stands. Pure: permission was checked before. */
export function decidePlan(plan: PlanState, intent: PlanIntent, stamp: Stamp): Decision<PlanEvent> {
  // Units go on to be merged and succeeded in what is put away; nobody says anything in it.
  if (plan.archived !== undefined && intent.type !== 'restore-plan' && intent.type !== 'merge-units' && intent.type !== 'succeed-unit') return refuse({ code: 'plan-archived', on: plan.archived.on, reason: plan.archived.reason })
  switch (intent.type) {
    case 'archive-plan': case 'restore-plan':
      return decideArchive(plan.archived, intent)
    case 'set-policy':
      return decidePolicy(plan, intent)
    case 'set-own-days-off': case 'lift-own-days-off':
      return decideOwnDaysOff(plan.ownDaysOff, intent, stamp)
    case 'import':
      return plan.importedOn === undefined ? accept({ type: 'imported', ...intent.plan }) : refuse({ code: 'plan-exists', plan: plan.id })
    case 'hand-out':
      return plan.handedOutOn === undefined ? accept({ type: 'handed-out' }) : refuse({ code: 'plan-handed-out', on: plan.handedOutOn })
    case 'report': case 'report-on-behalf': case 'claim': case 'claim-on-behalf': case 'accept-claim': case 'return-claim': case 'withdraw-claim': case 'hand-item':
    case 'ask-extension': case 'grant-extension': case 'refuse-extension': case 'object': case 'rule-objection':
    case 'question-part': case 'uphold-question': case 'refuse-question': case 'add-evidence': case 'withdraw-evidence': case 'remark':
      return onPart(plan, intent, stamp)
    case 'nudge':
      return nudgeAll(plan, intent, stamp)
    case 'check-parts':
      return decideUnitCheck(plan, intent)
    case 'undo':
      return decideUndo(plan, intent, stamp)
    case 'pause-task': case 'resume-task': case 'strike-off': case 'reopen-task': case 'settle-coordination':
      return onTask(plan, intent.task, (task) => decideTaskCourse(task.course ?? {}, intent, answeringParts(plan, intent.task), stamp))
    case 'snooze':
      return onTask(plan, intent.task, () => decideSnooze(intent, stamp))
    case 'send-leader-note': case 'drop-leader-note': case 'answer-leader-note':
      return onTask(plan, intent.task, (task) => decideLeaderNote(task.course?.leaderNotes ?? [], intent, stamp))
    case 'hand-up-coordination': case 'decide-coordination':
      return onTask(plan, intent.task, (task) => decideHandedUp(task.course ?? {}, intent, stamp))
    case 'instruct': case 'instruct-on-behalf': case 'confirm-instruction': case 'withdraw-instruction':
      return decideInstruction(plan, intent, stamp)
    case 'set-due': case 'set-lead':
      return onTask(plan, intent.task, (task) => decideTask(task, intent, stamp))
    case 'settle-doubt':
      return settleDoubt(plan, intent)
    case 'merge-units':
      return intent.keep === intent.other || !namesUnit(plan, intent.other) ? accept() : accept({ type: 'units-merged', keep: intent.keep, other: intent.other })
    case 'succeed-unit':
      return intent.from === intent.to || !hasOpenWork(plan, intent.from) ? accept() : accept({ type: 'unit-succeeded', from: intent.from, to: intent.to })
    case 'set-body': case 'excuse-cadence':
      return decideBody(plan, intent, stamp)
    case 'request-agenda': case 'take-request': case 'decline-request':
      return decideAgendaRequest(plan, intent, stamp)
    case 'schedule-meeting': case 'change-meeting': case 'cancel-meeting': case 'answer-invitation': case 'record-meeting': case 'record-past-meeting':
    case 'arrange-agenda': case 'record-attendance': case 'decide-item': case 'note-item': case 'withdraw-decision': case 'issue-minutes':
      return decideMeeting(plan, intent, stamp)
    case 'schedule-review': case 'move-review': case 'cancel-review': case 'judge-review-item': case 'close-review':
      return decideReview(plan, intent, stamp)
    case 'propose-milestones': case 'propose-on-behalf': case 'approve-milestones': case 'return-milestones': case 'reach-milestone': case 'reach-on-behalf':
      return onTask(plan, intent.task, (task) => decideMilestones(plan, task, intent, stamp))
    case 'open-round': {
      if (plan.handedOutOn === undefined) return refuse({ code: 'plan-not-handed-out' })
      const unknown = intent.tasks.find((task) => !plan.tasks.has(task))
      return unknown === undefined ? decideOpening(intent, plan.rounds.size, stamp) : refuse({ code: 'task-unknown', asked: String(unknown), tasks: lastTaskNo(plan) })
    }
    case 'close-round': case 'resume-round': case 'reopen-round': case 'publish-round':
      return decideRound(plan.rounds.get(roundIdIn(intent.round)), intent, [...plan.rounds.keys()], stamp)
    case 'fulfil': case 'hinder': case 'receive': case 'return-submission': {
      const [clause = ''] = intent.occurrence.split('/')
      const obligation = plan.obligations.get(clause)
      if (obligation === undefined || !isOccurrenceOf(obligation, intent.occurrence, yearsOf(plan, stamp))) return refuse({ code: 'occurrence-unknown', asked: intent.occurrence })
      const now = plan.fulfilments.get(fulfilmentKey(intent.occurrence, intent.member)) ?? plan.fulfilments.get(intent.occurrence)
      const isFurther = Number(intent.occurrence.split('/')[2]) > obligation.times && now === undefined
      if (isFurther && (intent.type === 'hinder' || !isBeyond(obligation, intent.occurrence, plan.fulfilments, intent.member))) return refuse({ code: 'occurrence-unknown', asked: intent.occurrence })
      return intent.type === 'receive' || intent.type === 'return-submission' ? decideReceive(now, obligation, intent) : decideFulfil(now, obligation, debtorsOf(plan, obligation), intent)
    }
    case 'amend': case 'withdraw-task': case 'keep-task': case 'settle-amended':
      return decideAmendment(plan, intent)
  }
}

/** As the text says; where it does not, from the year of the import on. */
const yearsOf = (plan: PlanState, { on }: Stamp): { from: number; to?: number } => plan.period ?? { from: yearOf(plan.importedOn ?? on) }

/** Whom the clause names, else the lead of its task, else those responsible for it. */
function debtorsOf(plan: PlanState, { debtor, task }: Obligation): UnitId[] {
  if (debtor !== undefined) return [debtor]
  return task === undefined ? [] : answerersOf(plan, task)
}

type PartIntent = AssignmentIntent | VoiceIntent
const ofVoices: ReadonlySet<PartIntent['type']> = new Set<VoiceIntent['type']>([
  'ask-extension', 'grant-extension', 'refuse-extension', 'object', 'rule-objection', 'question-part', 'uphold-question', 'refuse-question', 'add-evidence', 'withdraw-evidence', 'remark',
])
const isOfVoice = (intent: PartIntent): intent is VoiceIntent => ofVoices.has(intent.type)

/** Where there is such a part, and units may speak yet. */
function onPart(plan: PlanState, intent: PartIntent, stamp: Stamp): Decision<PlanEvent> {
  const assignment = plan.assignments.get(keyOf(intent.task, intent.unit))
  // Nobody has been asked yet: what is said now would stand as an answer to a question that comes later.
  if (plan.handedOutOn === undefined) return refuse({ code: 'plan-not-handed-out' })
  if (assignment !== undefined) return onTask(plan, intent.task, (task) => ofPart(assignment, task, intent, stamp))
  const former = plan.amended.formerParts.get(keyOf(intent.task, intent.unit))
  if (former !== undefined) return refuse({ code: 'part-ended', task: intent.task, unit: intent.unit, on: former.on })
  return onTask(plan, intent.task, () => refuse({ code: 'unit-not-on-task', task: intent.task, units: plan.unitsOf.get(intent.task) ?? [] }))
}

/** One entry, whatever is chased: those that may be are; where none may, the first says why. */
function nudgeAll(plan: PlanState, intent: Extract<AssignmentIntent, { type: 'nudge' }>, stamp: Stamp): Decision<PlanEvent> {
  const { task, unit, urgent, also = [] } = intent
  const parts = [...new Map([{ task, unit }, ...also].map((part) => [keyOf(part.task, part.unit), part])).values()]
  const decisions = parts.map((part) => onPart(plan, { type: 'nudge', ...part, ...present({ urgent }) }, stamp))
  const events = decisions.flatMap((decision) => (decision.ok ? decision.events : []))
  return events.length > 0 ? accept(...events) : (decisions[0] ?? accept())
}

/** A task that is off the register takes words and objections, and nothing that would begin it again. */
function ofPart(assignment: Assignment, task: Task, intent: PartIntent, stamp: Stamp): Decision<PlanEvent> {
  const off = offRegister(task)
  const { paused } = task.course ?? {}
  // What strikes a completion opens the task again: it is put back on the register first.
  const speaks = intent.type === 'remark' || intent.type === 'object' || (intent.type === 'rule-objection' && !(intent.upheld && claimContested(assignment, intent.member) !== undefined))
  if (off !== undefined && !speaks) return refuse(off)
  if (intent.type === 'nudge' && paused !== undefined) return refuse({ code: 'task-paused', task: task.no, on: paused.on, reason: paused.reason })
  // What is done, or said to be, has no date to move and nobody to pass it to.
  const taken = intent.type === 'ask-extension' || intent.type === 'grant-extension' || intent.type === 'question-part' ? notOpen(assignment, intent.member) : undefined
  if (taken !== undefined) return refuse(taken)
  return isOfVoice(intent) ? decideVoice(assignment, task, intent, stamp) : decideAssignment(assignment, intent, stamp)
}

/** Of those who answer for the task: who is not accepted, and how many are. */
function answeringParts(plan: PlanState, task: TaskNo): { open: UnitId[]; accepted: number } {
  const answering = answerersOf(plan, task).flatMap((unit) => plan.assignments.get(keyOf(task, unit)) ?? [])
  const isDone = (part: Assignment): boolean => part.status === 'accepted' || (part.byMember.size > 0 && [...part.byMember.values()].every(({ accepted }) => accepted !== undefined))
  return { open: answering.filter((part) => !isDone(part)).map(({ unit }) => unit), accepted: answering.filter(isDone).length }
}

function onTask(plan: PlanState, no: TaskNo, then: (task: Task) => Decision<PlanEvent>): Decision<PlanEvent> {
  const task = plan.tasks.get(no)
  if (task !== undefined) return then(task)
  const withdrawn = plan.amended.withdrawn.get(no)
  return refuse(withdrawn === undefined ? { code: 'task-unknown', asked: String(no), tasks: lastTaskNo(plan) } : { code: 'task-withdrawn', task: no, on: withdrawn.on, ...present({ words: withdrawn.words }) })
}

/** The answer and what it changes are one entry: both stand, or neither. */
function settleDoubt(plan: PlanState, intent: Extract<PlanIntent, { type: 'settle-doubt' }>): Decision<PlanEvent> {
  const doubt = plan.doubts.get(intent.doubt)
  const open = [...plan.doubts.values()].filter(({ settled }) => settled === undefined).length
  if (doubt === undefined) return refuse({ code: 'doubt-unknown', asked: intent.doubt, open })
  const settled = decideDoubt(doubt, intent)
  if (!settled.ok) return settled
  const changes = changesBy(plan, doubt, intent.meaning)
  const tooMany = tooManyParts(plan, changes)
  return tooMany === undefined ? accept<PlanEvent>(...settled.events, ...changes) : refuse(tooMany)
}
