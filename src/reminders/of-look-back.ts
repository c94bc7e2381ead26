// What reviews leave to be told: that one was called off, to whoever was to prepare; and that what one wanted put right can be looked at again, to the secretary.
import { withRole } from '#src/directory/directory.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import type { Review } from '#src/ledger/review.ts'
import { askedFor } from '#src/queries/answering.ts'
import { lookBackOf } from '#src/queries/look-back.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from './notice.ts'

/** Until the day on which it would have been. */
export const ofReviewsOff = (view: View): Notice[] => [...view.plan.reviews.values()].flatMap((review) => (review.status === 'cancelled' && view.today <= review.day ? told(view, review) : []))

const told = ({ plan, directory }: View, { id: review, units }: Review): Notice[] =>
  units.flatMap((unit) => askedFor(directory, unit).map(({ id }): Notice => ({ kind: 'review-off', key: `review-off/${plan.id}/${review}/${unit}/${id}`, to: id, plan: plan.id, review, unit })))

/** Once for a review, when all it wanted put right is done or past its date; with the tasks in the key, for what is found later is asked about afresh. */
export const ofLookBacks = (view: View): Notice[] =>
  [...view.plan.reviews.values()].flatMap((review) => {
    const waits = lookBackOf(view, review)
    if (waits === undefined) return []
    const key = `look-back/${view.plan.id}/${review.id}/${[...waits.done, ...waits.past].toSorted((a: TaskNo, b: TaskNo) => a - b).join('+')}`
    return withRole(view.directory, 'secretary').map(({ id }): Notice => ({ kind: 'look-back-due', key: `${key}/${id}`, to: id, plan: view.plan.id, review: review.id }))
  })
