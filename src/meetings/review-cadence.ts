// How often a body has to look at the work (领导小组每年进行督查), and how often it has in this window.
import { yearOf, type Day } from '#src/calendar/day.ts'
import { periodOf, type Period } from '#src/calendar/period.ts'
import { excusedKey, type Body, type Cadence, type Excused } from '#src/ledger/body.ts'
import { present } from '#src/ledger/fields.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Review } from '#src/ledger/review.ts'
import { isInside } from './cadence.ts'

/** `held`: closed. `scheduled`: on their day, or before their outcome is on record. `missing`: still to be scheduled; none where it was said why none is held: `excused`. */
export type ReviewCadence = { asks: 'review'; excused?: Excused; body: Body; cadence: string; every: Cadence['every']; clause: string; window: Period; needed: number; held: number; scheduled: Review[]; missing: number }

/** One a clause of a body that asks for a review. A 督查 counts, whatever it looks at; a 调度 or a 回头看 is none. */
export const reviewCadencesOf = (plan: PlanState, body: Body, today: Day): ReviewCadence[] => body.cadences.flatMap((cadence) => (cadence.asks === 'review' ? (factsOf(plan, body, cadence, today) ?? []) : []))

export const reviewCadences = (plan: PlanState, today: Day): ReviewCadence[] => [...plan.bodies.values()].flatMap((body) => reviewCadencesOf(plan, body, today))

function factsOf(plan: PlanState, body: Body, { id: cadence, every, times: needed, text: clause }: Cadence, today: Day): ReviewCadence | undefined {
  const window = periodOf(every, today, plan.period?.from ?? yearOf(plan.importedOn ?? today))
  if (window === undefined || !isInside(plan, window)) return undefined
  const inWindow = [...plan.reviews.values()].filter(({ kind, status, day }) => kind === 'inspection' && status !== 'cancelled' && day >= window.from && day <= window.to)
  const held = inWindow.filter(({ status }) => status === 'closed').length
  const excused = plan.excused.get(excusedKey(body.id, cadence, window.key))
  return { asks: 'review', ...present({ excused }), body, cadence, every, clause, window, needed, held, scheduled: inWindow.filter(({ status }) => status === 'ahead'), missing: excused === undefined ? Math.max(0, needed - inWindow.length) : 0 }
}
