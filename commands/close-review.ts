// What came of a review.
import { z } from 'zod'
import { command } from '#src/command.ts'
import { Words } from '#src/ledger/ids.ts'
import { reviewItems } from '#src/queries/review-items.ts'
import { tasksOfReview } from '#src/queries/review-scope.ts'
import { draftedOutcome } from '#templates/review-run.ts'
import { closeReviewForm, outcomeMissing, reviewClosed } from '#templates/reviews.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { viewOf } from './view-of.ts'
import { whichPlan } from './which-plan.ts'

export const closeReview = command({
  name: { zh: '办毕', en: 'close-review' },
  also: ['调度结果'],
  usage: { zh: '办毕 r1 〔怎么定的〕', en: 'close-review r1 〔what was settled〕' },
  about: { zh: '登记调度结果', en: 'record what came of a review' },
  then: { zh: '结果记在有关任务上。', en: 'What came of it stands on the tasks.' },
  group: 'meeting',
  may: 'close-review',
  args: z.object({ plan: z.string().max(200).optional(), review: z.string().trim().toLowerCase().max(20), outcome: Words.default(''), form: z.boolean().default(false) }),
  typed: ([review, ...outcome]) => ({ review, outcome: outcome.join(' ') }),
  run({ plan: asked, review: id, outcome, form }, desk) {
    const which = whichPlan(desk, asked, (plan) => ({ command: 'close-review', args: { plan, review: id, outcome } }), ({ reviews }) => reviews.has(id))
    if (!which.ok) return which.answer
    const { plan } = which
    const review = plan.reviews.get(id)
    if (review === undefined) return refused({ code: 'review-unknown', asked: id }, desk)
    if (review.status === 'ahead' && outcome.trim() === '')
      return form ? { kind: 'form-errors', errors: outcomeMissing(desk.lang) } : { kind: 'form', form: closeReviewForm({ plan: plan.id, review, tasks: tasksOfReview(viewOf(desk, plan), review), today: desk.today, draft: draftedOutcome(reviewItems(viewOf(desk, plan), review), desk.lang) }, desk.lang) }
    return recorded(desk.record(plan.id, { type: 'close-review', review: id, outcome, tasks: tasksOfReview(viewOf(desk, plan), review) }), desk, () => reviewClosed({ review: id, outcome }, desk.lang))
  },
})
