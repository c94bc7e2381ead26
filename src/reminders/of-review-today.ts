// The day of a review has come: whoever runs it is told in that day's message, and again while its outcome waits.
import { withRole } from '#src/directory/directory.ts'
import { policyOf } from '#src/ledger/policy.ts'
import type { Review } from '#src/ledger/review.ts'
import { awaitsOutcome } from '#src/queries/reviews-waiting.ts'
import type { View } from '#src/queries/view.ts'
import { markAfter } from './mark.ts'
import type { Notice } from './notice.ts'

export const ofReviewsToday = (view: View): Notice[] => [...view.plan.reviews.values()].flatMap((review) => ofReviewToday(view, review))

/** On its day, on the working day after it, and every so many from there, as what is overdue. */
function ofReviewToday({ plan, today, calendar, directory }: View, of: Review): Notice[] {
  const { id: review, day, scheduledOn } = of
  // Whoever called it this morning has its card before them.
  if (today === scheduledOn || !awaitsOutcome(of, today)) return []
  const late = markAfter(day, policyOf(plan).overdueEvery, today, calendar)
  // On a day off nothing is told.
  if (late === undefined && today > day) return []
  const [keyed, over] = late === undefined ? [day, {}] : [`${day}/${late.name}`, { workingDaysOver: -late.workingDaysLeft }]
  return withRole(directory, 'secretary').map(({ id: to }): Notice => ({ kind: 'review-today', key: `review-today/${plan.id}/${review}/${keyed}/${to}`, to, plan: plan.id, review, day, ...over }))
}
