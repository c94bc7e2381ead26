// What reviews leave to be told: that what one wanted put right can be looked at again, to the secretary.
import { withRole } from '#src/directory/directory.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import { lookBackOf } from '#src/queries/look-back.ts'
import type { View } from '#src/queries/view.ts'
import { longestKey, type Notice } from './notice.ts'

/** Once for a review, when all it wanted put right is done or past its date; with the tasks in the key, for what is found later is asked about afresh. */
export const ofLookBacks = (view: View): Notice[] =>
  [...view.plan.reviews.values()].flatMap((review) => {
    const waits = lookBackOf(view, review)
    if (waits === undefined) return []
    const tasks = [...waits.done, ...waits.past].toSorted((a, b) => a - b)
    return withRole(view.directory, 'secretary').map(({ id }): Notice => ({ kind: 'look-back-due', key: keyWith({ plan: view.plan.id, review: review.id, to: id }, tasks), to: id, plan: view.plan.id, review: review.id }))
  })

function keyWith({ plan, review, to }: { plan: string; review: string; to: string }, tasks: readonly TaskNo[]): string {
  const key = (of: string): string => `look-back/${plan}/${review}/${of}/${to}`
  const whole = key(tasks.join('+'))
  return whole.length <= longestKey ? whole : key(`${tasks.length}~${signOf(tasks)}`)
}

/** FNV-1a of their numbers: of two sets that are asked about of one review it is all but never the same. */
function signOf(tasks: readonly TaskNo[]): string {
  let sign = 0x811c9dc5
  for (const letter of tasks.join('+')) sign = Math.imul(sign ^ letter.charCodeAt(0), 0x01000193)
  return (sign >>> 0).toString(36)
}
