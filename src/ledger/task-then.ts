// How a task stood in the past: who answered for it, its course, its milestones. What a collection that is over had asked is read from it.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { Assignment } from './assignment.ts'
import type { UnitId } from './ids.ts'
import type { YearMilestones } from './milestone.ts'
import type { Task } from './task.ts'

/** As it stood until a change on the day `before`, at the instant `at`; `task` is undefined where the plan did not have it. */
export type TaskThen = { before: Day; at: Instant; task: Task | undefined; units: readonly UnitId[]; parts: readonly Assignment[]; years: readonly YearMilestones[] }
