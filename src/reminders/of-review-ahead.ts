// A review that is ahead is told to the units that prepare for it; one that was called off, to whoever was told of it.
import type { Day } from '#src/calendar/day.ts'
import type { Assignment } from '#src/ledger/assignment.ts'
import { present } from '#src/ledger/fields.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { daysBefore, type Review } from '#src/ledger/review.ts'
import { askedFor } from '#src/queries/answering.ts'
import { freshOn, partsOfReview, toldAtTheEarliest, toldFrom, unitsOfReview } from '#src/queries/review-scope.ts'
import type { StandsOf } from '#src/queries/stand.ts'
import type { View } from '#src/queries/view.ts'
import { markBefore } from './mark.ts'
import type { Notice } from './notice.ts'
import { dayInKey, nothingName, offKey, outKey, reviewKey, toldName } from './told-of-review.ts'

/** @param standsOf how tasks stand, where that is kept */
export const ofReviewsAhead = (view: View, standsOf?: StandsOf): Notice[] => [...view.plan.reviews.values()].flatMap((review) => (review.status === 'ahead' && view.today <= review.day ? ofReview(view, review, standsOf) : []))

/** Of a series none is told of before it is near, but one that was moved is told at once to whoever knows of its day before. */
function ofReview(view: View, review: Review, standsOf: StandsOf | undefined): Notice[] {
  const { plan, today, calendar } = view
  const opens = toldFrom(view, review)
  if (opens !== undefined && today < opens) return review.moved === undefined ? [] : ahead(view, review, unitsKnowing(view, review), () => toldName, daysBefore(review))
  const mark = markBefore(review.day, policyOf(plan).reviewMarks, today, calendar)?.name ?? toldName
  const parts = partsOfReview(view, review, standsOf)
  // Whoever has nothing to prepare is told of it once.
  const units = unitsOfReview(review, parts)
  const asks = (unit: UnitId): boolean => (review.prepare !== '' && mark !== onItsDay) || isAsked(view, parts.filter((part) => part.unit === unit))
  return [...outOfScope(view, review, units), ...ahead(view, review, units, (unit) => (asks(unit) ? mark : nothingName))]
}

/** The mark of the day itself: by then only what is still missing is asked for, whatever else was wanted. */
const onItsDay = '0'

const ahead = ({ plan, today, calendar, directory }: View, of: Review, units: readonly UnitId[], markOf: (unit: UnitId) => string, toldOf?: Day[]): Notice[] => {
  const { id: review, day } = of
  const named = dayInKey(day, daysBefore(of))
  return units.flatMap((unit) => askedFor(directory, unit).map(({ id: to }): Notice => ({
    kind: 'review-ahead', key: reviewKey({ plan: plan.id, review, unit, to }, named, markOf(unit)), to, plan: plan.id, review, unit, day, workingDaysLeft: calendar.workingDaysUntil(day, today), ...(of.moved === undefined ? {} : { earlier: daysBefore(of) }), ...(toldOf === undefined ? {} : { toldOf }),
  })))
}

/** Something is to be prepared: what was not reported lately. Of what another unit leads by now the unit is asked all the same. */
const isAsked = (view: View, own: readonly Assignment[]): boolean => own.length === 0 || own.some((part) => freshOn(part, view) === undefined)

/** All that can have been told of it: what stood in its scope then may not by now. */
const unitsKnowing = ({ plan }: View, { scope, units }: Review): UnitId[] => (scope === undefined ? [...units] : [...new Set([...plan.unitsOf.values()].flat())])

/** Whoever was told to prepare, and of whom nothing stands in its scope any more, is told that nothing is to be prepared. */
const outOfScope = (view: View, review: Review, units: readonly UnitId[]): Notice[] =>
  review.scope === undefined ? [] : toldOff(view, review, unitsKnowing(view, review).filter((unit) => !units.includes(unit)), (of) => outKey(of, dayInKey(review.day, daysBefore(review))))

/** Until the day on which it would have been. */
export const ofReviewsOff = (view: View): Notice[] => [...view.plan.reviews.values()].flatMap((review) => (review.status === 'cancelled' && view.today <= review.day && mayBeKnown(view, review) ? off(view, review) : []))

const off = (view: View, review: Review): Notice[] => toldOff(view, review, unitsKnowing(view, review), offKey)

type OfReview = Parameters<typeof outKey>[0]

const toldOff = ({ plan, directory }: View, review: Review, units: readonly UnitId[], keyOf: (of: OfReview) => string): Notice[] =>
  units.flatMap((unit) => askedFor(directory, unit).map(({ id: to }): Notice => ({ kind: 'review-off', key: keyOf({ plan: plan.id, review: review.id, unit, to }), to, plan: plan.id, review: review.id, unit, toldOf: [...daysBefore(review), review.day] })))

/** One of a series that was called off before anybody can have been told of it, or of a day before, is no news to anybody. */
function mayBeKnown(view: View, review: Extract<Review, { status: 'cancelled' }>): boolean {
  const { series, day, moved, cancelledOn } = review
  const wasTold = (of: Day, until: Day): boolean => ((from) => from === undefined || from <= until)(toldAtTheEarliest(view, { ...present({ series }), day: of }))
  return wasTold(day, cancelledOn) || (moved !== undefined && daysBefore(review).some((before) => wasTold(before, moved.on)))
}
