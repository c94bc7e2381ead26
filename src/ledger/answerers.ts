// Who answers for a task by what the plan alone says: its lead, a presumed lead, else all that are responsible.
import { keyOf } from './assignment.ts'
import type { TaskNo, UnitId } from './ids.ts'
import type { PlanState } from './plan-state.ts'

/** Those bound by a clause for all answer for nothing of their own. Empty where the text names nobody. */
export function answerersOf(plan: Pick<PlanState, 'assignments' | 'unitsOf'>, task: TaskNo): UnitId[] {
  const parts = (plan.unitsOf.get(task) ?? []).flatMap((unit) => plan.assignments.get(keyOf(task, unit)) ?? [])
  const lead = parts.find(({ part }) => part === 'lead') ?? parts.find(({ inferred }) => inferred === 'lead')
  return lead === undefined ? parts.filter(({ part, inferred }) => part === 'responsible' && inferred !== 'standing').map(({ unit }) => unit) : [lead.unit]
}
