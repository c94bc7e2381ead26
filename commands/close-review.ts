// What came of a review.
import { z } from 'zod'
import { command } from '#src/command.ts'
import { present } from '#src/ledger/fields.ts'
import { Words } from '#src/ledger/ids.ts'
import { reviewItems } from '#src/queries/review-items.ts'
import { tasksOfReview } from '#src/queries/review-scope.ts'
import { draftedOutcome } from '#templates/review-run.ts'
import { closeReviewForm, outcomeMissing, reviewClosed } from '#templates/reviews.ts'
import { dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { lastActOf } from './last-act-of.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { reviewMeant, ReviewName } from './review-meant.ts'
import { dayOfReview, isOfOutcome, reviewOrDay } from './review-of-day.ts'
import { inButton, runOf } from './run-of.ts'
import { settledReview } from './settled-review.ts'
import { viewOf } from './view-of.ts'

export const closeReview = command({
  name: { zh: '办毕', en: 'close-review' },
  also: ['调度结果', '登记结果', '登记调度结果', '登记督查结果'],
  usage: { zh: '办毕 r1 〔怎么定的〕', en: 'close-review r1 〔what was settled〕' },
  about: { zh: '登记调度结果', en: 'record what came of a review' },
  then: { zh: '结果记在有关任务上。', en: 'What came of it stands on the tasks.' },
  group: 'meeting',
  may: 'close-review',
  /** `on`: the day of the one that is meant, where it has no number. */
  args: ReviewName.extend({ outcome: Words.default(''), on: z.string().max(40).optional(), form: z.boolean().default(false) }),
  typed: (words) => (({ named, on, rest }) => ({ ...named, ...present({ on }), outcome: rest.join(' ') }))(reviewOrDay(words)),
  async run({ outcome: words, on: day, form, ...named }, desk) {
    const [said, outcome] = isOfOutcome(day, words, desk) ? [undefined, `${day ?? ''} ${words}`] : [day, words]
    const on = dayOfReview(said, desk)
    if (on?.ok === false) return refused(dayRefusal(on, desk.today, 'either'), desk, outcome.length > inButton ? undefined : runOf('close-review', { on: said, outcome }))
    const meant = await reviewMeant(named, { among: ({ status, day }) => status === 'ahead' && day <= desk.today, again: (of) => runOf('close-review', { ...of, outcome }), ...present({ on: on?.day }) }, desk)
    if (!meant.ok) return meant.answer
    const { plan, isNamed } = meant
    const review = await settledReview(plan, meant.review, desk)
    // Said before a person fills in a form for nothing.
    if (review.status === 'ahead' && review.day > desk.today) return refused({ code: 'review-ahead', day: review.day }, desk)
    if (form && outcome.trim() === '' && review.status === 'ahead') return { kind: 'form-errors', errors: outcomeMissing(desk.lang) }
    const tasks = tasksOfReview(viewOf(desk, plan), review)
    const unjudged = review.judged.length === 0 ? 0 : tasks.filter((no) => review.judged.every(({ task }) => task !== no)).length
    // What was begun item by item and is not done, and a day in place of an outcome, are seen before it is closed.
    if (review.status === 'ahead' && (outcome.trim() === '' || !isNamed || (!form && (unjudged > 0 || dayIn(outcome.trim(), desk.today).ok))))
      return { kind: 'form', form: closeReviewForm({ plan: plan.id, review, tasks, unjudged, today: desk.today, draft: outcome.trim() === '' ? draftedOutcome(reviewItems(viewOf(desk, plan), review), desk.lang) : outcome }, desk.lang) }
    return recorded(desk.record(plan.id, { type: 'close-review', review: review.id, outcome, tasks }), desk, () => reviewClosed({ review: review.id, outcome, ...present({ at: desk.asker === undefined ? undefined : lastActOf(desk, desk.asker.id, 'review-closed')?.at }) }, desk.lang))
  },
})
