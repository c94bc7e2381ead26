// What reviews leave to be told: that what one wanted put right can be looked at again, to the secretary.
import { withRole } from '#src/directory/directory.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import { lookBackOf } from '#src/queries/look-back.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from './notice.ts'

/** Once for a review, when all it wanted put right is done or past its date; with the tasks in the key, for what is found later is asked about afresh. */
export const ofLookBacks = (view: View): Notice[] =>
  [...view.plan.reviews.values()].flatMap((review) => {
    const waits = lookBackOf(view, review)
    if (waits === undefined) return []
    const key = `look-back/${view.plan.id}/${review.id}/${[...waits.done, ...waits.past].toSorted((a: TaskNo, b: TaskNo) => a - b).join('+')}`
    return withRole(view.directory, 'secretary').map(({ id }): Notice => ({ kind: 'look-back-due', key: `${key}/${id}`, to: id, plan: view.plan.id, review: review.id }))
  })
