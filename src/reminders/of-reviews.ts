// The reviewer is chased like a unit: a completion or milestones that were not reviewed in time are told to the secretary again.
import { withRole } from '#src/directory/directory.ts'
import type { Day } from '#src/calendar/day.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { milestonesInQueue, waitingOfTask, type QueueItem } from '#src/queries/queue.ts'
import type { View } from '#src/queries/view.ts'
import { markAfter } from './mark.ts'
import type { Notice } from './notice.ts'

/** Completions of a task. */
export const ofClaimReviews = (view: View, task: TaskNo): Notice[] => waitingOfTask(view, task).flatMap((item) => (item.kind === 'claim' ? ofReview(view, item) : []))

/** Milestones, of all tasks. */
export const ofMilestoneReviews = (view: View): Notice[] => milestonesInQueue(view).flatMap((item) => ofReview(view, item))

/** On the working day after the review was due, then every so many, as what is overdue. */
function ofReview({ plan, today, calendar, directory }: View, { kind: waits, task, unit: part, speaker, at: askedAt, reviewBy }: Omit<QueueItem, 'key' | 'kind'> & { kind: 'claim' | 'milestones'; reviewBy: Day }): Notice[] {
  const late = markAfter(reviewBy, policyOf(plan).overdueEvery, today, calendar)
  if (late === undefined) return []
  return withRole(directory, 'secretary').map(({ id }): Notice => ({
    kind: 'review-overdue', key: `review-overdue/${plan.id}/${task}/${speaker}/${waits}/${askedAt}/${late.name}/${id}`, to: id,
    plan: plan.id, task, part, speaker, waits, askedAt, workingDaysOver: -late.workingDaysLeft,
  }))
}
