// 调度: the list of reviews, and the ways to schedule one and to run it.
import { z } from 'zod'
import { answered, command, type Answer, type Command, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { present } from '#src/ledger/fields.ts'
import type { ReviewKind } from '#src/ledger/review.ts'
import { reviewCadences } from '#src/meetings/review-cadence.ts'
import { reviewList, seriesList } from '#templates/reviews.ts'
import { listedReview } from './listed-review.ts'
import { refused } from './refused.ts'
import { isReviewName, reviewBefore, seriesOf } from './review-meant.ts'
import { running, RunReviewArgs } from './run-review.ts'
import { schedulingReview, SchedulingReviewArgs } from './schedule-review.ts'
import { splitAtRecurring } from './typed-day.ts'
import { isPlanCalled, unknownPlan } from './unknown-plan.ts'

const Args = SchedulingReviewArgs.extend({
  /** One is to be scheduled: what is missing is asked in the form. */
  schedule: z.boolean().default(false),
  /** One that was scheduled is run: r1. */
  start: z.string().max(20).optional(),
  /** All that is to come of a series is seen: one of it. */
  series: z.string().max(20).optional(),
})

export const review = command({
  name: { zh: '调度', en: 'review' },
  verbs: ['安排', 'schedule'],
  also: ['reviews'],
  usage: { zh: '调度 县教育局 7月10日（或 红灯、12,15、领域名；每月5日；到日子 调度 开始 r1）', en: 'review a unit 7/10 (or: red, 12,15, a section; monthly-5; on its day: review start r1)' },
  about: { zh: '安排调度：任务、红灯、领域或单位，加日期或每月几日；会告诉单位准备什么', en: 'schedule a review: tasks, red, a section or a unit, and a day, or each month; the units are told what to prepare' },
  then: { zh: '通知有关单位准备什么。', en: 'The units are told what to prepare.' },
  group: 'meeting',
  may: 'see',
  args: Args,
  typed: typedReview,
  run: reviewed,
})

/** 督查, 回头看: the same, and what is scheduled is one of these. */
const reviewAs = (kind: ReviewKind, name: Command['name']): Command =>
  command({ name, verbs: review.verbs ?? [], usage: { zh: `${name.zh} 县教育局 7月10日`, en: `${name.en} a unit 7/10` }, about: review.about, ...present({ then: review.then }), group: 'meeting', may: 'see', unoffered: true, args: Args, typed: (words) => ({ ...typedReview(words), kind }), run: reviewed })

export const inspect = reviewAs('inspection', { zh: '督查', en: 'inspect' })
export const lookBack = reviewAs('look-back', { zh: '回头看', en: 'look-back' })

function typedReview(words: readonly string[]): Record<string, unknown> {
  const [first = '', second = ''] = words
  if (first === '开始' || first === 'start' || (words.length === 1 && isReviewName(first))) return { start: isReviewName(first) ? first : second }
  const isScheduling = words[0] === '安排' || words[0] === 'schedule'
  const { before, day, time, after } = splitAtRecurring(isScheduling ? words.slice(1) : words)
  const task = (before.length > 0 ? before : after).join(' ')
  const { place, prepare } = placeAndWanted(time, before.length > 0 ? after : [])
  return { ...(task === '' ? {} : { task }), ...(day === undefined ? {} : { day }), ...(place === '' ? {} : { place }), ...(prepare === '' ? {} : { prepare }), ...(words.length === 0 ? {} : { schedule: true }) }
}

/** A review has no hour of its own: it stands with its place. Behind an hour the words are the place, until something is asked for. */
function placeAndWanted(time: string | undefined, after: readonly string[]): { place: string; prepare: string } {
  const asksAt = after.findIndex((word) => asking.test(word))
  const of = asksAt < 0 ? after.length : asksAt
  const place = time === undefined ? '' : [time, ...after.slice(0, of)].join(' ')
  return place === '' || place.length > placeAtMost ? { place: '', prepare: [...(time === undefined ? [] : [time]), ...after].join(' ') } : { place, prepare: after.slice(of).join(' ') }
}

const asking = /^(?:请|带|自带|准备|报送?|提交|please$|bring$|prepare$)/i
const placeAtMost = 100

function reviewed(args: z.infer<typeof Args>, desk: Desk): Promise<Answer> | Answer {
  if (desk.plans.size === 0) return refused(unknownPlan(desk, args.plan), desk)
  if (args.start !== undefined) return may(desk.asker, 'judge-review-item') ? running(RunReviewArgs.parse({ review: args.start, ...reviewBefore([args.start]).named }), desk) : refused({ code: 'not-permitted', permission: 'judge-review-item' }, desk)
  if (args.series !== undefined) return answered(listOfSeries(args.series, args.plan, desk))
  if (!args.schedule) return answered(list(desk))
  // Said before a person fills in a form for nothing.
  return may(desk.asker, 'schedule-review') ? schedulingReview(args, desk) : refused({ code: 'not-permitted', permission: 'schedule-review' }, desk)
}

function listOfSeries(id: string, of: string | undefined, desk: Desk): ReturnType<typeof seriesList> {
  const ahead = [...desk.plans.values()].filter(isPlanCalled(of)).flatMap((plan) => seriesOf(plan, id).filter(({ status }) => status === 'ahead').map((review) => listedReview(plan, review, desk)))
  return seriesList(ahead.toSorted((a, b) => (a.review.day < b.review.day ? -1 : 1)), { today: desk.today, mayAct: may(desk.asker, 'schedule-review') }, desk.lang)
}

function list(desk: Desk): ReturnType<typeof reviewList> {
  const reviews = [...desk.plans.values()].flatMap((plan) => [...plan.reviews.values()].map((review) => listedReview(plan, review, desk)))
  const clauses = [...desk.plans.values()].filter(({ handedOutOn }) => handedOutOn !== undefined).flatMap((plan) => reviewCadences(plan, desk.today).filter(({ missing }) => missing > 0))
  return reviewList({ today: desk.today, clauses, mayAct: may(desk.asker, 'schedule-review'), reviews: reviews.toSorted((a, b) => (a.review.day < b.review.day ? -1 : 1)) }, desk.lang)
}
