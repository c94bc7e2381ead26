// A review as lists have it: with what it looks at by now, and its scope in words.
import type { Desk } from '#src/command.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Review } from '#src/ledger/review.ts'
import { tasksOfReview } from '#src/queries/review-scope.ts'
import { scopeWords } from '#templates/review-series.ts'
import type { ListedReview } from '#templates/reviews.ts'
import { viewOf } from './view-of.ts'

export function listedReview(plan: PlanState, review: Review, desk: Desk): ListedReview {
  const tasks = tasksOfReview(viewOf(desk, plan), review)
  const of = review.scope === undefined || review.status === 'closed' ? {} : { of: scopeWords(review.scope, desk.directory, desk.lang) }
  return { plan: plan.id, review, tasks, ...of, ...(desk.plans.size > 1 ? { ofSeveral: true } : {}) }
}
