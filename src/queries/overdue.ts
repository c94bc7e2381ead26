// When the clock of a part runs, and when it has run out: one rule for the light, what stands beside it, and the reminders.
import type { Day } from '#src/calendar/day.ts'
import { standingOf, type Assignment } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Task } from '#src/ledger/task.ts'
import { dueOf } from './plan-due.ts'
import { waitingIn } from './voices.ts'

/** Until when the clock stands still: a later day that was asked for in time waits for the secretary, and stops it until the day asked for. One asked for late stops nothing, nor does one of a member that is done. */
export function stoppedUntil(part: Assignment, due: Day): Day | undefined {
  const isRunning = (member?: UnitId): boolean => part.status === 'open' && (member === undefined || standingOf(part, member).accepted === undefined)
  return waitingIn(part, 'extension').filter(({ petition, member }) => petition.on <= due && isRunning(member)).map(({ petition }) => petition.day).toSorted().at(-1)
}

/** The date that has passed, with nothing that stops the clock: no claim in time, no later day asked for in time, no pause. Undefined before the hand-out, and once it is accepted. */
export function overdueSince({ plan, today }: { plan: PlanState; today: Day }, task: Task, part: Assignment): Day | undefined {
  const due = dueOf(plan, task)?.day
  if (due === undefined || today <= due || plan.handedOutOn === undefined || part.status === 'accepted' || task.course?.paused !== undefined) return undefined
  if (part.status === 'claimed') return part.claim.on > due ? due : undefined
  const stopped = stoppedUntil(part, due)
  return stopped !== undefined && today <= stopped ? undefined : due
}
