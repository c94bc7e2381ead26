// A review of a scope whose day has passed looks at what stood in it at the end of that day, whatever stands in it since.
import { addMs } from '#src/calendar/calendar.ts'
import type { Desk } from '#src/command.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Review } from '#src/ledger/review.ts'
import { tasksOfReview, wasUnsettledOnItsDay } from '#src/queries/review-scope.ts'
import { viewOf } from './view-of.ts'

/** As it is where that is settled, or its day is still to come or today. */
export async function settledReview(plan: PlanState, review: Review, desk: Desk): Promise<Review> {
  if (!wasUnsettledOnItsDay(review, desk.today)) return review
  const { calendar, zone } = desk
  const then = await desk.asOf(addMs(calendar.instantOf(calendar.addDays(review.day, 1), '00:00', zone), -1))
  const planThen = then.plans.get(plan.id)
  return planThen === undefined ? review : { ...review, looksAt: tasksOfReview(viewOf(then, planThen), review) }
}
