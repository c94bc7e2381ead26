// Whether what a review wanted put right can be looked at again: all of it is done or past its date, and no 回头看 of it is on record.
import type { TaskNo } from '#src/ledger/ids.ts'
import type { Review } from '#src/ledger/review.ts'
import { putRightBy } from './review-found.ts'
import type { View } from './view.ts'

export type LookBack = { done: TaskNo[]; past: TaskNo[] }

/** @returns undefined while something is still being put right, or once a look back was scheduled */
export function lookBackOf({ plan, today }: Pick<View, 'plan' | 'today'>, { id, status, judged }: Review): LookBack | undefined {
  const made = judged.flatMap(({ made: no }) => (no === undefined || !plan.tasks.has(no) ? [] : [no]))
  if (status === 'cancelled' || made.length === 0) return undefined
  const reviews = [...plan.reviews.values()]
  const later = reviews.slice(reviews.findIndex((each) => each.id === id) + 1)
  if (later.some(({ kind, status: stands, tasks }) => kind === 'look-back' && stands !== 'cancelled' && made.some((no) => tasks.includes(no)))) return undefined
  const standing = made.map((no) => putRightBy({ plan }, no))
  const done = standing.filter(({ isDone }) => isDone).map(({ number }) => number)
  const past = standing.filter(({ isDone, due }) => !isDone && due !== undefined && due < today).map(({ number }) => number)
  return done.length + past.length < made.length ? undefined : { done, past }
}
