// A review that is ahead is told to the units that prepare for it; one that was called off, to whoever was told of it.
import type { Day } from '#src/calendar/day.ts'
import type { Assignment } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { daysBefore, type Review } from '#src/ledger/review.ts'
import { askedFor } from '#src/queries/answering.ts'
import { freshOn, partsOfReview, toldFrom, unitsOfReview } from '#src/queries/review-scope.ts'
import type { View } from '#src/queries/view.ts'
import { markBefore } from './mark.ts'
import type { Notice } from './notice.ts'
import { reviewKey } from './told-at-mark.ts'

export const ofReviewsAhead = (view: View): Notice[] => [...view.plan.reviews.values()].flatMap((review) => (review.status === 'ahead' && view.today <= review.day ? ofReview(view, review) : []))

/** Of a series none is told of before it is near, but one that was moved is told at once to whoever knows of its day before. */
function ofReview(view: View, review: Review): Notice[] {
  const { plan, today, calendar } = view
  const opens = toldFrom(view, review)
  if (opens !== undefined && today < opens) return review.moved === undefined ? [] : ahead(view, review, unitsKnowing(view, review), () => toldName, daysBefore(review))
  const mark = markBefore(review.day, policyOf(plan).reviewMarks, today, calendar)?.name ?? toldName
  const parts = partsOfReview(view, review)
  // Whoever has nothing to prepare is told of it once.
  const units = unitsOfReview(review, parts)
  return [...outOfScope(view, review, units), ...ahead(view, review, units, (unit) => (isAsked(view, parts.filter((part) => part.unit === unit)) ? mark : toldName))]
}

const toldName = 'told'

const ahead = ({ plan, today, calendar, directory }: View, { id: review, day }: Review, units: readonly UnitId[], markOf: (unit: UnitId) => string, toldOf?: Day[]): Notice[] =>
  units.flatMap((unit) => askedFor(directory, unit).map(({ id: to }): Notice => ({
    kind: 'review-ahead', key: reviewKey({ plan: plan.id, review, day, unit, to }, markOf(unit)), to, plan: plan.id, review, unit, day, workingDaysLeft: calendar.workingDaysUntil(day, today), ...(toldOf === undefined ? {} : { toldOf }),
  })))

/** Something is to be prepared: what was not reported lately. Of what another unit leads by now the unit is asked all the same. */
const isAsked = (view: View, own: readonly Assignment[]): boolean => own.length === 0 || own.some((part) => freshOn(part, view) === undefined)

/** All that can have been told of it: what stood in its scope then may not by now. */
const unitsKnowing = ({ plan }: View, { scope, units }: Review): UnitId[] => (scope === undefined ? [...units] : [...new Set([...plan.unitsOf.values()].flat())])

/** Whoever was told to prepare, and of whom nothing stands in its scope any more, is told that nothing is to be prepared. */
const outOfScope = (view: View, review: Review, units: readonly UnitId[]): Notice[] => (review.scope === undefined ? [] : off(view, review).filter((notice) => !('unit' in notice && units.includes(notice.unit))))

/** Until the day on which it would have been. */
export const ofReviewsOff = (view: View): Notice[] => [...view.plan.reviews.values()].flatMap((review) => (review.status === 'cancelled' && view.today <= review.day ? off(view, review) : []))

const off = (view: View, review: Review): Notice[] =>
  unitsKnowing(view, review).flatMap((unit) => askedFor(view.directory, unit).map(({ id: to }): Notice => ({
    kind: 'review-off', key: `review-off/${view.plan.id}/${review.id}/${unit}/${to}`, to, plan: view.plan.id, review: review.id, unit, toldOf: [...daysBefore(review), review.day],
  })))
