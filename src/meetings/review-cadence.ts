// How often a body has to look at the work (领导小组每年进行督查), and how often it has in this window.
import type { Day } from '#src/calendar/day.ts'
import type { Period } from '#src/calendar/period.ts'
import { excusedKey, type Body, type Cadence, type Excused } from '#src/ledger/body.ts'
import { present } from '#src/ledger/fields.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Review } from '#src/ledger/review.ts'
import { closedWindows, neededIn, windowAt } from './cadence.ts'

/** `held`: closed. `scheduled`: on their day, or before their outcome is on record. `missing`: still to be scheduled; none where it was said why none is held: `excused`. */
export type ReviewCadence = { asks: 'review'; excused?: Excused; body: Body; cadence: string; every: Cadence['every']; clause: string; window: Period; needed: number; held: number; scheduled: Review[]; missing: number }

/** One a clause of a body that asks for a review. A 督查 counts, whatever it looks at; a 调度 or a 回头看 is none. */
export const reviewCadencesOf = (plan: PlanState, body: Body, today: Day): ReviewCadence[] =>
  reviewClauses(body).flatMap((cadence) => ((window) => (window === undefined ? [] : [factsOf(plan, body, cadence, window)]))(windowAt(plan, cadence, today)))

export const reviewCadences = (plan: PlanState, today: Day): ReviewCadence[] => [...plan.bodies.values()].flatMap((body) => reviewCadencesOf(plan, body, today))

/** Windows of a body that closed with fewer reviews than their clause asks for; one whose outcome is not on record is none. */
export const reviewsShortOf = (plan: PlanState, body: Body, today: Day): ReviewCadence[] =>
  reviewClauses(body).flatMap((cadence) => closedWindows(plan, body, cadence, today).map((window) => factsOf(plan, body, cadence, window)).filter(({ held, needed }) => held < needed))

export const reviewsShort = (plan: PlanState, today: Day): ReviewCadence[] => [...plan.bodies.values()].flatMap((body) => reviewsShortOf(plan, body, today))

const reviewClauses = ({ cadences }: Body): Cadence[] => cadences.filter(({ asks }) => asks === 'review')

function factsOf(plan: PlanState, body: Body, asking: Cadence, window: Period): ReviewCadence {
  const { id: cadence, every, text: clause } = asking
  const needed = neededIn(plan, body, asking, window)
  const inWindow = [...plan.reviews.values()].filter(({ kind, status, day }) => kind === 'inspection' && status !== 'cancelled' && day >= window.from && day <= window.to)
  const held = inWindow.filter(({ status }) => status === 'closed').length
  const excused = plan.excused.get(excusedKey(body.id, cadence, window.key))
  return { asks: 'review', ...present({ excused }), body, cadence, every, clause, window, needed, held, scheduled: inWindow.filter(({ status }) => status === 'ahead'), missing: excused === undefined ? Math.max(0, needed - inWindow.length) : 0 }
}
