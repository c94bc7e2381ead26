// A plan as one of its tasks stood when something ended.
import { keyOf } from '#src/ledger/assignment.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import { yearKey } from '#src/ledger/milestone.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { TaskThen } from '#src/ledger/task-then.ts'
import { isBy, type End } from './round.ts'

/** The plan itself where nothing of the task changed since; else a plan of that task alone. What units said is in it as far as it was kept: a word is dated by its own day. */
export function asItStood(plan: PlanState, no: TaskNo, end: End): PlanState {
  const [then] = changesAfter(plan, no, end)
  if (then === undefined) return plan
  const { task, units, parts, years } = then
  return {
    ...plan, tasks: new Map(task === undefined ? [] : [[no, task]]), unitsOf: new Map([[no, [...units]]]),
    assignments: new Map(parts.map((part) => [keyOf(no, part.unit), part])), milestones: new Map(years.map((year) => [yearKey(no, year.year), year])),
  }
}

/** How a task stood before each change that came after an end, in order. */
export const changesAfter = ({ stood }: PlanState, no: TaskNo, end: End): TaskThen[] => (stood.get(no) ?? []).filter(({ before, at }) => !isBy({ on: before, at }, end))
