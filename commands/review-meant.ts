// The review that is meant: r1, or with its plan p1/r1, or by a day one of its series; or, where none is named, the only one that can be, or the one that is then chosen.
import { z } from 'zod'
import { answered, type Answer, type Desk } from '#src/command.ts'
import type { Day } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import type { Review } from '#src/ledger/review.ts'
import type { Run } from '#templates/card.ts'
import { chooseReview } from '#templates/reviews.ts'
import { carried } from './carried.ts'
import { listedReview } from './listed-review.ts'
import { refused } from './refused.ts'
import { isPlanCalled, putAway, unknownPlan } from './unknown-plan.ts'
import { whichPlan } from './which-plan.ts'

export const ReviewName = z.object({ plan: z.string().max(200).optional(), review: z.string().trim().toLowerCase().max(20).default('') })
type Named = z.infer<typeof ReviewName>

const reference = /^(?:(p\d{1,6})[/-])?(r\d{1,6})$/i

export const isReviewName = (word: string): boolean => reference.test(word)

/** r1 or p1/r1 before the words, where one is named. */
export function reviewBefore(typed: readonly string[]): { named: { plan?: string; review?: string }; rest: readonly string[] } {
  const [first = '', ...rest] = typed
  const [, plan, review] = reference.exec(first) ?? []
  return review === undefined ? { named: {}, rest: typed } : { named: { review, ...(plan === undefined ? {} : { plan: plan.toLowerCase() }) }, rest }
}

/** `isNamed`: by its number or its day, or chosen; the only one there is has to be seen before anything is done to it. */
export type ReviewMeant = { ok: true; plan: PlanState; review: Review; isNamed: boolean } | { ok: false; answer: Answer }
type Again = (of: { plan: string; review: string }, /** It is on another day than was said. */ isOther: boolean) => Run
/** `among`: those that can be meant, where none is named, or of the day that was said; where none of that day can, any other of it says why. `again`: the act with one chosen. */
type Asked = { among: (review: Review) => boolean; /** The day of which it is, where that was said. */ on?: Day; again: Again }
type OfPlan = { plan: PlanState; review: Review }

/** So many are chosen from. */
const mostShown = 20

export async function reviewMeant(named: Named, { among, on, again }: Asked, desk: Desk): Promise<ReviewMeant> {
  if (named.review !== '') return on === undefined ? reviewNamed(named, again, desk) : namedWithDay(named, on, again, desk)
  const which = named.plan === undefined ? undefined : whichPlan(desk, named.plan, (plan) => ({ command: 'review', args: { plan } }))
  if (which?.ok === false) return which
  const plans = which === undefined ? [...desk.plans.values()] : [which.plan]
  const can = plans.flatMap((plan) => [...plan.reviews.values()].filter(among).map((review) => ({ plan, review })))
  const meant = on === undefined ? can : ofDay(plans, can, on)
  const [first, ...others] = meant
  if (first === undefined) return on === undefined ? { ok: false, answer: noneMeant(plans, named.plan, desk) } : noneOn(on, can, again, desk)
  return others.length === 0 ? { ok: true, ...first, isNamed: on !== undefined } : chosenAmong(meant, (of) => again(of, false), desk)
}

/** Of those on that day the ones that can be meant, or where none can, the others: why not is said of them. */
function ofDay(plans: readonly PlanState[], can: readonly OfPlan[], on: Day): OfPlan[] {
  const meant = can.filter(({ review }) => review.day === on)
  return meant.length > 0 ? meant : plans.flatMap((plan) => [...plan.reviews.values()].filter(({ day }) => day === on).map((review) => ({ plan, review })))
}

/** @param none the day on which none is, that was asked for */
async function chosenAmong(meant: readonly OfPlan[], again: (of: { plan: string; review: string }) => Run, desk: Desk, none?: Day): Promise<ReviewMeant> {
  const byDay = meant.toSorted((a, b) => (a.review.day < b.review.day ? -1 : a.review.day > b.review.day ? 1 : 0))
  const choices = await Promise.all(byDay.slice(0, mostShown).map(async ({ plan, review }) => ({ of: listedReview(plan, review, desk), run: await carried(again({ plan: plan.id, review: review.id }), desk) })))
  return { ok: false, answer: answered(chooseReview(choices, desk.today, desk.lang, none)) }
}

/** Those there are on other days may have been meant. */
async function noneOn(on: Day, others: readonly OfPlan[], again: Again, desk: Desk): Promise<ReviewMeant> {
  return others.length === 0 ? { ok: false, answer: refused({ code: 'review-none', on }, desk) } : chosenAmong(others, (of) => again(of, true), desk, on)
}

/** r1 9月7日: of the series of r1 the one on that day. */
async function namedWithDay(named: Named, on: Day, again: Again, desk: Desk): Promise<ReviewMeant> {
  const series = [...desk.plans.values()].filter(isPlanCalled(named.plan)).flatMap((plan) => seriesOf(plan, named.review).map((review) => ({ plan, review })))
  const [any] = series
  if (any === undefined) return reviewNamed(named, again, desk)
  const then = series.filter(({ review }) => review.day === on)
  const ahead = then.filter(({ review }) => review.status === 'ahead')
  const [first, ...others] = ahead.length > 0 ? ahead : then
  if (first === undefined) return noneOn(on, series.filter(({ review }) => review.status === 'ahead'), again, desk)
  return others.length === 0 ? { ok: true, ...first, isNamed: true } : chosenAmong([first, ...others], (of) => again(of, false), desk)
}

/** It and those that were scheduled with it; none where it is unknown. */
export function seriesOf({ reviews }: PlanState, id: string): Review[] {
  const named = reviews.get(id)
  return named === undefined ? [] : [...reviews.values()].filter((each) => each === named || (named.series !== undefined && each.series === named.series))
}

/** Those of which the day has not come are none that could be meant. */
function noneMeant(plans: readonly PlanState[], asked: string | undefined, desk: Desk): Answer {
  if (desk.plans.size === 0) return refused(unknownPlan(desk, asked), desk)
  const [next] = plans.flatMap(({ reviews }) => [...reviews.values()].flatMap(({ status, day }) => (status === 'ahead' ? day : []))).toSorted()
  return refused(next === undefined ? { code: 'review-none' } : { code: 'review-ahead', day: next }, desk)
}

const unknownReview = (plan: string | undefined, id: string, desk: Desk): Refusal => putAway(desk, (each) => isPlanCalled(plan)(each) && each.reviews.has(id)) ?? { code: 'review-unknown', asked: id }

async function reviewNamed({ plan: asked, review: id }: Named, again: Asked['again'], desk: Desk): Promise<ReviewMeant> {
  const having = [...desk.plans.values()].filter(({ reviews }) => reviews.has(id))
  const runs = new Map(asked !== undefined || having.length < 2 ? [] : await Promise.all(having.map(async ({ id: plan }): Promise<[PlanId, Run]> => [plan, await carried(again({ plan, review: id }, false), desk)])))
  const which = whichPlan(desk, asked, (plan) => runs.get(plan) ?? again({ plan, review: id }, false), ({ reviews }) => reviews.has(id))
  if (!which.ok) return which
  const review = which.plan.reviews.get(id)
  return review === undefined ? { ok: false, answer: refused(unknownReview(asked, id, desk), desk) } : { ok: true, plan: which.plan, review, isNamed: true }
}
