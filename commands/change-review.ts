// 调度改期、取消调度: with a reason; whoever was told of it is told once. Of a series one alone, or with all that come after it.
import { z } from 'zod'
import { command, type Answer, type Desk } from '#src/command.ts'
import { Words, type PlanId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { restOf, type Review } from '#src/ledger/review.ts'
import { ofReviewsAhead, ofReviewsOff } from '#src/reminders/of-review-ahead.ts'
import { isForOthersTold } from '#src/reminders/told-of-review.ts'
import type { Run } from '#templates/card.ts'
import { cancelReviewForm, changeMissing, moveReviewForm, reviewCancelled, reviewMoved, type Told } from '#templates/review-changed.ts'
import { dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { viewOf } from './view-of.ts'
import { whichPlan } from './which-plan.ts'

const Named = z.object({ plan: z.string().max(200).optional(), review: z.string().trim().toLowerCase().max(20), reason: Words.default(''), form: z.boolean().default(false) })
/** `rest`: those of its series that come after it too; a form says it in words. */
const Cancelling = Named.extend({ rest: z.union([z.boolean(), z.enum(['this', 'rest']).transform((which) => which === 'rest')]).default(false) })
const Moving = Named.extend({ day: z.string().max(40).optional() })

export const moveReview = command({
  name: { zh: '调度改期', en: 'move-review' },
  usage: { zh: '调度改期 r1 7月14日 〔原因〕', en: 'move-review r1 7/14 〔why〕' },
  about: { zh: '调度改到另一天', en: 'move a review to another day' },
  then: { zh: '有关单位会收到新的日子和原因。', en: 'The units are told the new day and why.' },
  group: 'meeting',
  may: 'move-review',
  args: Moving,
  typed: ([review, day, ...reason]) => ({ review: review ?? '', ...(day === undefined ? {} : { day }), reason: reason.join(' ') }),
  run(args, desk) {
    const named = ahead(args, (plan) => ({ command: 'move-review', args: { plan, review: args.review, reason: args.reason, ...(args.day === undefined ? {} : { day: args.day }) } }), desk)
    if (!named.ok) return named.answer
    const { plan, review } = named
    const read = args.day === undefined ? undefined : dayIn(args.day, desk.today)
    if (read?.ok === false && !args.form) return refused(dayRefusal(read, desk.today), desk)
    if (args.form && (read?.ok !== true || read.day < desk.today)) return { kind: 'form-errors', errors: changeMissing('day', desk.lang) }
    if (read?.ok !== true || args.reason.trim() === '') return args.form ? { kind: 'form-errors', errors: changeMissing('reason', desk.lang) } : { kind: 'form', form: moveReviewForm({ plan: plan.id, review, today: desk.today }, desk.lang) }
    return recorded(desk.record(plan.id, { type: 'move-review', review: review.id, day: read.day, reason: args.reason }), desk, () => reviewMoved({ review, to: read.day, reason: args.reason, told: toldOf(plan.id, [review], desk), today: desk.today }, desk.lang))
  },
})

export const cancelReview = command({
  name: { zh: '取消调度', en: 'cancel-review' },
  usage: { zh: '取消调度 r1 〔之后都取消〕 〔原因〕', en: 'cancel-review r1 〔rest〕 〔why〕' },
  about: { zh: '取消已安排的调度', en: 'call a review off' },
  then: { zh: '有关单位会收到一条，不用再准备。', en: 'The units are told once, and prepare no more.' },
  group: 'meeting',
  may: 'cancel-review',
  args: Cancelling,
  typed([review, second, ...reason]) {
    const rest = second !== undefined && restWords.has(second.toLowerCase())
    return { review: review ?? '', reason: (rest || second === undefined ? reason : [second, ...reason]).join(' '), ...(rest ? { rest } : {}) }
  },
  run(args, desk) {
    const named = ahead(args, (plan) => ({ command: 'cancel-review', args: { plan, review: args.review, reason: args.reason, rest: args.rest } }), desk)
    if (!named.ok) return named.answer
    const { plan, review } = named
    const later = restOf(plan.reviews.values(), review).slice(1)
    if (args.reason.trim() === '') return args.form ? { kind: 'form-errors', errors: changeMissing('reason', desk.lang) } : { kind: 'form', form: cancelReviewForm({ plan: plan.id, review, today: desk.today, later: later.map(({ day }) => day), rest: args.rest }, desk.lang) }
    const days = args.rest ? later.map(({ day }) => day) : []
    return recorded(desk.record(plan.id, { type: 'cancel-review', review: review.id, reason: args.reason, ...(args.rest ? { rest: true } : {}) }), desk, () => reviewCancelled({ review, later: days, reason: args.reason, told: toldOf(plan.id, args.rest ? [review, ...later] : [review], desk), today: desk.today }, desk.lang))
  },
})

const restWords: ReadonlySet<string> = new Set(['之后都取消', '以后都取消', '之后的都取消', '后面都取消', '全部取消', 'rest', 'all'])

/** Whoever is told of what was just recorded. @param of reviews that were moved or called off */
function toldOf(of: PlanId, reviews: readonly Review[], desk: Desk): Told {
  const plan = desk.plans.get(of)
  if (plan === undefined) return { names: [], hasPeople: false }
  const view = viewOf(desk, plan)
  const due = [...ofReviewsAhead(view), ...ofReviewsOff(view)].filter((notice) => 'review' in notice && reviews.some(({ id }) => id === notice.review))
  const names = due.filter((notice) => !isForOthersTold(notice, desk.told.notice)).flatMap(({ to }) => desk.directory.people.get(to)?.name ?? [])
  return { names: [...new Set(names)], hasPeople: due.length > 0 || reviews.some(({ scope }) => scope !== undefined) }
}

/** One that is not over: said before anybody fills in a form for nothing. */
function ahead({ plan: asked, review: id }: z.infer<typeof Named>, again: (plan: string) => Run, desk: Desk): { ok: true; plan: PlanState; review: Review } | { ok: false; answer: Answer } {
  const which = whichPlan(desk, asked, again, ({ reviews }) => reviews.has(id))
  if (!which.ok) return which
  const review = which.plan.reviews.get(id)
  if (review === undefined) return { ok: false, answer: refused({ code: 'review-unknown', asked: id }, desk) }
  if (review.status === 'closed') return { ok: false, answer: refused({ code: 'review-closed', on: review.closedOn }, desk) }
  if (review.status === 'cancelled') return { ok: false, answer: refused({ code: 'review-cancelled', on: review.cancelledOn, reason: review.reason }, desk) }
  return { ok: true, plan: which.plan, review }
}
