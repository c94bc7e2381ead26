// What an event does beside changing its own subject. Every event has its row: a new one does not compile until its row says it.
import type { AssignmentIntent, VoiceIntent } from './assignment.ts'
import type { BodyIntent } from './body.ts'
import type { EndedWhy } from './ending.ts'
import type { MilestoneIntent } from './milestone.ts'
import type { ObligationIntent } from './obligation.ts'
import type { ReviewIntent } from './decide-review.ts'
import type { PlanEvent } from './plan-event.ts'
import type { UnitCheckIntent } from './unit-check.ts'

/** The intents that an act comes from: who may not do it any more does not take it back. */
export type Undoing = readonly (AssignmentIntent | VoiceIntent | UnitCheckIntent | MilestoneIntent | ObligationIntent | BodyIntent | ReviewIntent)['type'][]

export type Effect = {
  /**
   * Whether it changes who is asked, or of what: how its tasks had stood is kept then. Of that a word says nothing, for it has its own day, nor what is
   * taken back within minutes, which never was, nor a name that was read wrongly, which is put right in what was too.
   */
  asked: 'changes' | 'stays'
  /** It is no ruling on what waits for a secretary, and may leave it nowhere to wait. */
  ends: EndedWhy | 'nothing'
  /** Whether the person takes it back with 撤销. */
  undo: Undoing | 'final'
}

const itself: Effect = { asked: 'stays', ends: 'nothing', undo: 'final' }
const asking: Effect = { ...itself, asked: 'changes' }

/** By the event's type. */
export const effects: Readonly<Record<PlanEvent['type'], Effect>> = {
  imported: itself, 'handed-out': itself, 'doubt-settled': itself, 'period-set': itself, 'policy-set': itself, 'own-days-off-set': itself, 'own-days-off-lifted': itself,
  'plan-archived': asking, 'plan-restored': asking,
  'units-merged': { ...itself, ends: 'as-one' }, 'unit-succeeded': { ...asking, ends: 'as-one' },
  reported: { ...itself, undo: ['report', 'report-on-behalf'] }, nudged: itself, remarked: itself, 'item-handed': { ...itself, undo: ['hand-item'] },
  'evidence-added': { ...itself, undo: ['add-evidence'] }, 'evidence-withdrawn': asking,
  claimed: { ...asking, undo: ['claim', 'claim-on-behalf'] }, 'claim-accepted': { asked: 'changes', ends: 'done', undo: ['accept-claim'] }, 'claim-returned': { ...asking, undo: ['return-claim'] }, 'claim-withdrawn': asking,
  'extension-asked': { ...itself, undo: ['ask-extension'] }, 'extension-granted': itself, 'extension-refused': { ...itself, undo: ['refuse-extension'] },
  objected: { ...itself, undo: ['object'] }, 'objection-ruled': itself,
  'part-questioned': { ...asking, undo: ['question-part'] }, 'question-upheld': asking, 'question-refused': { ...asking, undo: ['refuse-question'] },
  'parts-checked': { ...itself, undo: ['check-parts'] }, 'part-passed': { ...asking, ends: 'passed' }, 'act-undone': itself,
  'due-bound': { ...asking, ends: 'dated' }, 'due-corrected': { ...asking, ends: 'dated' }, 'due-moved': { ...asking, ends: 'dated' }, 'lead-set': { ...asking, ends: 'passed' },
  'task-paused': asking, 'task-resumed': asking, 'task-struck-off': { ...asking, ends: 'struck-off' }, 'task-reopened': asking, 'coordination-settled': itself,
  'task-added': asking, 'instruction-confirmed': itself, 'instruction-withdrawn': { ...asking, ends: 'withdrawn' }, 'coordination-handed-up': itself, 'coordination-decided': itself,
  'leader-note-sent': itself, 'leader-note-dropped': itself, 'leader-note-answered': itself, 'reminder-snoozed': itself,
  'body-set': itself, 'cadence-excused': { ...itself, undo: ['excuse-cadence'] },
  'meeting-scheduled': itself, 'meeting-changed': itself, 'meeting-cancelled': itself, 'invitation-answered': itself, 'meeting-recorded': itself, 'meeting-held': itself, 'meeting-not-held': itself,
  'agenda-requested': itself, 'request-taken': itself, 'request-declined': itself, 'agenda-arranged': itself, 'attendance-recorded': itself, 'meeting-noted': itself, 'decision-withdrawn': { ...asking, ends: 'withdrawn' }, 'minutes-issued': itself,
  'review-scheduled': itself, 'review-moved': itself, 'review-cancelled': { ...itself, undo: ['cancel-review'] }, 'review-item-judged': itself, 'rectification-withdrawn': { ...asking, ends: 'withdrawn' }, 'review-closed': { ...itself, undo: ['close-review'] },
  'milestones-proposed': itself, 'milestones-approved': asking, 'milestones-returned': itself, 'milestone-reached': { ...itself, undo: ['reach-milestone', 'reach-on-behalf'] },
  'round-opened': itself, 'round-closed': itself, 'round-resumed': itself, 'round-reopened': itself, 'round-published': itself, 'round-ended': itself,
  fulfilled: { ...itself, undo: ['fulfil'] }, submitted: { ...itself, undo: ['fulfil'] }, received: { ...itself, undo: ['receive'] }, 'submission-returned': itself, hindered: itself,
  'plan-amended': { ...asking, ends: 'passed' }, 'amended-point-settled': { ...asking, ends: 'passed' }, 'task-withdrawn': { ...asking, ends: 'withdrawn' }, 'task-kept': asking,
  'parts-given': { ...asking, ends: 'passed' }, 'name-cleared': { ...itself, ends: 'passed' }, 'dates-answered': { ...asking, ends: 'dated' },
  'target-answered': itself, 'duty-given': itself, 'duty-ended': itself,
}
