// The day by which a task is to be done.
import { lastDayOf, type Day } from '#src/calendar/day.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Task } from '#src/ledger/task.ts'

/** Its own, else the plan's last day, marked 默认; undefined where neither is known. */
export function dueOf(plan: PlanState, task: Task): { day: Day; byDefault: boolean } | undefined {
  if (task.due.kind === 'dated') return { day: task.due.day, byDefault: false }
  if (task.due.kind === 'unbound' || plan.period === undefined) return undefined
  return { day: lastDayOf(plan.period.to, 12), byDefault: true }
}
