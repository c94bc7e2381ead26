// What a plan is: the maps that its fold fills.
import type { Day } from '#src/calendar/day.ts'
import type { AgendaRequest } from './agenda-request.ts'
import { unamended, type AmendedState } from './amended-state.ts'
import type { Assignment, AssignmentKey } from './assignment.ts'
import type { Doubt } from './doubt.ts'
import type { Excused, KeptBody } from './body.ts'
import type { Archived } from './plan-archive.ts'
import type { Ending } from './ending.ts'
import type { PersonId, PlanId, TaskNo, UnitId } from './ids.ts'
import type { LastAct } from './last-act.ts'
import type { Meeting } from './meeting.ts'
import type { YearKey, YearMilestones } from './milestone.ts'
import type { Fulfilment, Hindrance, Obligation, ReturnedSubmission } from './obligation.ts'
import type { OwnDaysOff } from './own-days-off.ts'
import type { KeptPolicy } from './policy.ts'
import type { Review } from './review.ts'
import type { OpenedRound } from './round.ts'
import type { Source } from './source.ts'
import type { Actor } from './stamp.ts'
import type { Target } from './target.ts'
import type { Task } from './task.ts'
import type { TaskThen } from './task-then.ts'

export type Succession = { to: UnitId; on: Day; tasks: readonly TaskNo[] }

export type PlanState = {
  id: PlanId
  /** Empty until the import is recorded. */
  title: string
  zone: string
  period?: { from: number; to: number }
  /** The text in force: the last amendment's. */
  source: Source
  importedOn?: Day
  handedOutOn?: Day
  handedOutBy?: Actor
  ownDaysOff: OwnDaysOff
  /** In no list, and asking nobody. */
  archived?: Archived
  /** The reminder policy, where a secretary has set any of it. */
  policy?: KeptPolicy
  tasks: Map<TaskNo, Task>
  assignments: Map<AssignmentKey, Assignment>
  /** Units of a task in the order of the text. */
  unitsOf: Map<TaskNo, UnitId[]>
  obligations: Map<string, Obligation>
  fulfilments: Map<string, Fulfilment>
  hindrances: Map<string, Hindrance>
  /** What its receiver sent back, until it is submitted again. */
  submissionsReturned: Map<string, ReturnedSubmission>
  bodies: Map<string, KeptBody>
  /** Clauses that were not to be met in a window, by body, cadence and window. */
  excused: Map<string, Excused>
  meetings: Map<string, Meeting>
  /** 议题申报, by id: q1. */
  requests: Map<string, AgendaRequest>
  reviews: Map<string, Review>
  /** 撤并: units whose open work went on to another, and which tasks. */
  successions: Map<UnitId, Succession>
  /** 年度分解, by task and year. */
  milestones: Map<YearKey, YearMilestones>
  /** Those that a secretary opened, by id: n1. */
  rounds: Map<string, OpenedRound>
  doubts: Map<number, Doubt>
  targets: Map<string, Target>
  /** What each person did last, to be taken back for a while. */
  lastActs: Map<PersonId, LastAct>
  /** How tasks stood before they changed, by task, the oldest first. */
  stood: Map<TaskNo, readonly TaskThen[]>
  amended: AmendedState
  /** What waited and ended without a ruling. */
  endings: Map<string, Ending>
}

export const emptyPlan = (id: PlanId): PlanState => ({
  id, title: '', zone: 'Asia/Shanghai', source: { id: '', name: '', text: '', hash: '' },
  tasks: new Map(), assignments: new Map(), unitsOf: new Map(), obligations: new Map(), fulfilments: new Map(), hindrances: new Map(), submissionsReturned: new Map(),
  ownDaysOff: new Map(),
  bodies: new Map(), excused: new Map(), meetings: new Map(), requests: new Map(), reviews: new Map(), successions: new Map(), rounds: new Map(), milestones: new Map(), doubts: new Map(), targets: new Map(),
  lastActs: new Map(), stood: new Map(),
  amended: unamended(),
  endings: new Map(),
})
