// What was submitted to somebody who has yet to say that it came, and what they sent back.
import type { UnitId } from '#src/ledger/ids.ts'
import type { Fulfilment, Obligation, ReturnedSubmission } from '#src/ledger/obligation.ts'
import type { PlanState } from '#src/ledger/plan.ts'

/** `key`: under which it stands; `member`: of a group that owes it, whose submission this is. */
type Of = { key: string; occurrence: string; member?: UnitId }
export type Submission = Of & { receiver: UnitId; submitted: Fulfilment }

/** Each by itself, also while other members of a group still owe theirs. Of a task that is paused none is asked about. */
export const submissionsWaiting = (plan: PlanState): Submission[] =>
  [...plan.fulfilments].flatMap(([key, submitted]) => {
    const { receiver } = dutyAsked(plan, key) ?? {}
    return submitted.status !== 'submitted' || receiver === undefined ? [] : [{ ...namedBy(key, submitted.unit), receiver, submitted }]
  })

/** Each until it is submitted again. */
export const submissionsReturned = (plan: PlanState): (Of & { returned: ReturnedSubmission })[] =>
  [...plan.submissionsReturned].flatMap(([key, returned]) => (dutyAsked(plan, key) === undefined ? [] : [{ ...namedBy(key, returned.unit), returned }]))

/** Undefined where it is owed no more, or its task is paused. */
function dutyAsked(plan: PlanState, key: string): Obligation | undefined {
  const duty = plan.obligations.get(key.split('/')[0] ?? '')
  return duty?.task !== undefined && plan.tasks.get(duty.task)?.course?.paused !== undefined ? undefined : duty
}

function namedBy(key: string, unit: UnitId): Of {
  const [clause = '', period = '', ordinal = '', ofMember] = key.split('/')
  return { key, occurrence: [clause, period, ordinal].join('/'), ...(ofMember === undefined ? {} : { member: unit }) }
}
