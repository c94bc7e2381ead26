// Reviews whose day has come, and whose outcome is not on record: they wait for whoever runs them.
import type { Day } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Review } from '#src/ledger/review.ts'
import { isAllJudged, tasksOfReview, wasUnsettledOnItsDay } from './review-scope.ts'
import type { View } from './view.ts'

/** `tasks`: how many it looks at; left out where what stood in its scope on its day is not known here. */
export type ReviewWaiting = { plan: PlanId; review: Review; tasks?: number; isAllJudged: boolean }

export const awaitsOutcome = ({ status, day }: Pick<Review, 'status' | 'day'>, today: Day): boolean => status === 'ahead' && day <= today

export function reviewWaiting(view: View, review: Review): ReviewWaiting {
  const of = { plan: view.plan.id, review }
  // Nothing is judged before it is settled what it looks at; what stands in its scope today is no matter.
  if (wasUnsettledOnItsDay(review, view.today)) return { ...of, isAllJudged: false }
  const tasks = tasksOfReview(view, review)
  return { ...of, tasks: tasks.length, isAllJudged: isAllJudged(review, tasks) }
}

/** The longest first. */
export const reviewsWaiting = (view: View): ReviewWaiting[] => [...view.plan.reviews.values()].filter((review) => awaitsOutcome(review, view.today)).map((review) => reviewWaiting(view, review))
