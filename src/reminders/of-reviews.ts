// The reviewer is chased like a unit: a completion or milestones that were not reviewed in time are told to the secretary again.
import { withRole } from '#src/directory/directory.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { queue } from '#src/queries/queue.ts'
import type { View } from '#src/queries/view.ts'
import { markAfter } from './mark.ts'
import type { Notice } from './notice.ts'

/** On the working day after the review was due, then every so many, as what is overdue. */
export function ofReviews(view: View): Notice[] {
  const { plan, today, calendar } = view
  const secretaries = withRole(view.directory, 'secretary')
  return queue([view]).flatMap((item) => {
    const late = item.kind === 'claim' || item.kind === 'milestones' ? markAfter(item.reviewBy, policyOf(plan).overdueEvery, today, calendar) : undefined
    if (late === undefined || (item.kind !== 'claim' && item.kind !== 'milestones')) return []
    const { kind: waits, task, unit: part, speaker, at: askedAt } = item
    return secretaries.map(({ id }): Notice => ({
      kind: 'review-overdue', key: `review-overdue/${plan.id}/${task}/${speaker}/${waits}/${askedAt}/${late.name}/${id}`, to: id,
      plan: plan.id, task, part, speaker, waits, askedAt, workingDaysOver: -late.workingDaysLeft,
    }))
  })
}
