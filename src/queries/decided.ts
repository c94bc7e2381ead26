// 已定: what a leader decided of a matter that was handed up to them.
import type { Day, Instant } from '#src/calendar/day.ts'
import { present } from '#src/ledger/fields.ts'
import type { HandedUp } from '#src/ledger/handed-up.ts'
import type { PlanId, TaskNo } from '#src/ledger/ids.ts'
import type { Task } from '#src/ledger/task.ts'
import { answering } from './answering.ts'
import { personName } from './person-name.ts'
import type { View } from './view.ts'

/** `made`: the instruction that decides it. `isNext`: nobody settled it since, and whoever answers for the task has not spoken: it is what comes next. */
export type Decided = { choice: NonNullable<HandedUp['decided']>['choice']; on: Day; at: Instant; by?: string; made?: TaskNo; isNext: boolean }

/** The last decision on a task. */
export function lastDecided(view: Pick<View, 'plan' | 'directory'>, { no, course }: Task): Decided | undefined {
  const last = course?.handedUp?.findLast(({ decided }) => decided !== undefined)
  if (last?.decided === undefined) return undefined
  const { choice, on, at, by, made } = last.decided
  const isSettled = course?.coordinated?.some((settled) => settled.at >= at) === true
  const said = answering(view, no)?.report?.at
  return { choice, on, at, isNext: !isSettled && (said === undefined || said < at), ...present({ by: personName(view.directory, by), made }) }
}

export const isDecided = (task: Task | undefined): boolean => task?.course?.handedUp?.some(({ decided }) => decided !== undefined) === true

/** With its task. */
export type DecidedOf = Decided & { plan: PlanId; number: TaskNo; title: string }

/** After a moment, the last first. @param tasks those in which something was decided */
export function decidedSince(view: View, since: Instant, tasks: Iterable<TaskNo>): DecidedOf[] {
  const { plan } = view
  const found = [...tasks].flatMap((no) => {
    const task = plan.tasks.get(no)
    const decided = task && lastDecided(view, task)
    return task === undefined || decided === undefined || decided.at <= since ? [] : [{ ...decided, plan: plan.id, number: no, title: task.title }]
  })
  return found.toSorted((a, b) => (a.at < b.at ? 1 : -1))
}
