// All that can be asked of a plan: the sum of its subjects.
import type { AgendaRequestIntent } from './agenda-request.ts'
import type { AmendmentIntent } from './amend-decide.ts'
import type { AssignmentIntent, VoiceIntent } from './assignment.ts'
import type { BodyIntent } from './body.ts'
import type { DoubtIntent } from './doubt.ts'
import type { SnoozeIntent } from './snooze.ts'
import type { HandedUpIntent } from './handed-up.ts'
import type { InstructionIntent } from './decide-instruction.ts'
import type { LeaderNoteIntent } from './leader-note.ts'
import type { MeetingIntent } from './decide-meeting.ts'
import type { MergeIntent } from './merged-units.ts'
import type { MilestoneIntent } from './milestone.ts'
import type { ObligationIntent } from './obligation.ts'
import type { OwnDaysOffIntent } from './own-days-off.ts'
import type { ArchiveIntent } from './plan-archive.ts'
import type { PolicyIntent } from './policy-set.ts'
import type { ReviewIntent } from './decide-review.ts'
import type { RoundIntent } from './round.ts'
import type { SuccessionIntent } from './succeeded-units.ts'
import type { TaskIntent } from './task.ts'
import type { TaskCourseIntent } from './task-course.ts'
import type { UndoIntent } from './undo.ts'
import type { UnitCheckIntent } from './unit-check.ts'
import type { Imported } from './plan.ts'

export type PlanIntent =
  | { type: 'import'; plan: Omit<Imported, 'type'> }
  | { type: 'hand-out' }
  | ArchiveIntent
  | PolicyIntent
  | OwnDaysOffIntent
  | AssignmentIntent
  | VoiceIntent
  | UnitCheckIntent
  | UndoIntent
  | TaskIntent
  | TaskCourseIntent
  | LeaderNoteIntent
  | InstructionIntent
  | HandedUpIntent
  | SnoozeIntent
  | DoubtIntent
  | MergeIntent
  | SuccessionIntent
  | BodyIntent
  | MeetingIntent
  | AgendaRequestIntent
  | ReviewIntent
  | MilestoneIntent
  | RoundIntent
  | ObligationIntent
  | AmendmentIntent
