// What was submitted to somebody who has yet to say that it came.
import type { UnitId } from '#src/ledger/ids.ts'
import type { Fulfilment } from '#src/ledger/obligation.ts'
import type { PlanState } from '#src/ledger/plan.ts'

/** `key`: under which it stands; `member`: of a group that owes it, whose submission this is. */
export type Submission = { key: string; occurrence: string; member?: UnitId; receiver: UnitId; submitted: Fulfilment }

/** Each by itself, also while other members of a group still owe theirs. Of a task that is paused none is asked about. */
export function submissionsWaiting(plan: PlanState): Submission[] {
  return [...plan.fulfilments].flatMap(([key, submitted]) => {
    const [clause = '', period = '', ordinal = '', ofMember] = key.split('/')
    const { task, receiver } = plan.obligations.get(clause) ?? {}
    const isPaused = task !== undefined && plan.tasks.get(task)?.course?.paused !== undefined
    if (submitted.status !== 'submitted' || receiver === undefined || isPaused) return []
    const member = ofMember === undefined ? {} : { member: submitted.unit }
    return [{ key, occurrence: [clause, period, ordinal].join('/'), ...member, receiver, submitted }]
  })
}
