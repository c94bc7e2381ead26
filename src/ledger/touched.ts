// What an entry of the ledger may change in what is known of its tasks: the one place that says so.
import type { TaskNo } from './ids.ts'
import type { PlanEvent } from './plan.ts'

/**
 * Events that change one task and its parts, and nothing that another task is judged by. What is said of the plan as a whole is asked
 * again after any event. An event that is not here may change everything: a new one is safe until it is shown to touch one task alone.
 */
const ofOneTask: ReadonlySet<PlanEvent['type']> = new Set([
  'due-bound', 'due-corrected', 'due-moved', 'lead-set',
  'reported', 'claimed', 'claim-accepted', 'claim-returned', 'claim-withdrawn', 'nudged', 'item-handed', 'evidence-added', 'evidence-withdrawn', 'remarked',
  'extension-asked', 'extension-granted', 'extension-refused', 'objected', 'objection-ruled', 'part-questioned', 'question-upheld', 'question-refused',
  'task-paused', 'task-resumed', 'task-struck-off', 'coordination-settled', 'coordination-handed-up', 'coordination-decided', 'leader-note-answered', 'task-added', 'instruction-confirmed', 'reminder-snoozed',
  'milestones-proposed', 'milestones-approved', 'milestones-returned', 'milestone-reached',
])

/** Events about bodies and their sittings: no task is judged by them. */
const ofNoTask: ReadonlySet<PlanEvent['type']> = new Set([
  'meeting-scheduled', 'meeting-changed', 'meeting-cancelled', 'invitation-answered', 'meeting-held', 'meeting-not-held', 'meeting-recorded', 'agenda-arranged', 'attendance-recorded', 'meeting-noted', 'minutes-issued',
  'agenda-requested', 'request-taken', 'request-declined', 'body-set', 'cadence-excused',
])

/** @returns the task, or `none`; undefined where any task may stand otherwise now */
export function taskTouched(event: PlanEvent): TaskNo | 'none' | undefined {
  if (ofNoTask.has(event.type)) return 'none'
  return ofOneTask.has(event.type) && 'task' in event ? event.task : undefined
}
