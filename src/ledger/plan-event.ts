// All that can happen to a plan: the sum of its subjects, written nowhere else.
import { z } from 'zod'
import { TaskAdded } from './added-task.ts'
import { AgendaRequestEvent } from './agenda-request.ts'
import { AmendmentEvent } from './amend-events.ts'
import { AnsweredEvent } from './answered.ts'
import { AssignmentEvent } from './assignment.ts'
import { Body, BodyEvent } from './body.ts'
import { Doubt as DoubtFound, DoubtSettled } from './doubt.ts'
import { HandedUpEvent } from './handed-up.ts'
import { InstructionEvent } from './instruction.ts'
import { ActUndone } from './last-act.ts'
import { LeaderNoteEvent } from './leader-note.ts'
import { MeetingEvent } from './meeting.ts'
import { UnitsMerged } from './merged-units.ts'
import { MilestoneEvent } from './milestone.ts'
import { Obligation, ObligationEvent } from './obligation.ts'
import { OwnDaysOffEvent } from './own-days-off.ts'
import { PartPassed } from './part-question.ts'
import { PlanArchived, PlanRestored } from './plan-archive.ts'
import { PeriodSet } from './plan-period.ts'
import { PolicySet } from './policy-set.ts'
import { ReviewEvent } from './review.ts'
import { RoundEvent } from './round.ts'
import { ReminderSnoozed } from './snooze.ts'
import { Source } from './source.ts'
import { UnitSucceeded } from './succeeded-units.ts'
import { Target } from './target.ts'
import { ImportedTask, TaskEvent } from './task.ts'
import { TaskCourseEvent } from './task-course.ts'
import { PartsChecked } from './unit-check.ts'

/** All that was read and put right of a document, once a secretary confirmed it. */
export const Imported = z.strictObject({
  type: z.literal('imported'),
  title: z.string().min(1),
  zone: z.string(),
  period: z.object({ from: z.number().int(), to: z.number().int() }).optional(),
  source: Source,
  tasks: z.array(ImportedTask),
  obligations: z.array(Obligation),
  bodies: z.array(Body),
  doubts: z.array(DoubtFound),
  targets: z.array(Target).optional(),
})
export type Imported = z.infer<typeof Imported>
/** 通知联络员: from now on units are asked. */
export const HandedOut = z.strictObject({ type: z.literal('handed-out') })

export const PlanEvent = z.discriminatedUnion('type', [
  Imported, HandedOut, DoubtSettled, PeriodSet, UnitsMerged, UnitSucceeded,
  ...AssignmentEvent.options,
  ...TaskEvent.options,
  ...TaskCourseEvent.options,
  ...LeaderNoteEvent.options,
  TaskAdded, ...InstructionEvent.options,
  ...HandedUpEvent.options,
  ReminderSnoozed,
  PlanArchived, PlanRestored, PolicySet, ...OwnDaysOffEvent.options,
  PartsChecked, PartPassed, ActUndone,
  ...BodyEvent.options,
  ...MeetingEvent.options,
  ...AgendaRequestEvent.options,
  ...ReviewEvent.options,
  ...MilestoneEvent.options,
  ...RoundEvent.options,
  ...ObligationEvent.options,
  ...AmendmentEvent.options,
  ...AnsweredEvent.options,
])
export type PlanEvent = z.infer<typeof PlanEvent>
