// What the oracle keeps of reviews: read from the entries, with every day on which each was to be.
import type { PlanEvent } from '#src/ledger/plan.ts'

/** `days`: the last is the one it is on. `leads`: whose tasks it looks at, whichever they are by then. `made`: tasks that put right what was found. `looksAt`: of one with a scope, from the first that is judged on. */
export type Review = { id: string; kind: string; tasks: readonly number[]; units: string[]; leads?: string; inSeries: boolean; wants: boolean; days: string[]; calledOn: string; status: 'ahead' | 'closed' | 'cancelled'; made: number[]; looksAt?: readonly number[]; /** It was called off, and that was taken back. */ stoodAgain?: true }

/** @returns whether it was one of these */
export function readReview(reviews: Review[], event: PlanEvent, on: string, unread: (what: string) => void): boolean {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- all that is no review's is read elsewhere.
  switch (event.type) {
    case 'review-scheduled': {
      const { scope } = event
      if (scope !== undefined && scope.kind !== 'unit') unread(`a review of ${scope.kind}`)
      reviews.push({ id: event.review, kind: event.kind, tasks: event.tasks, units: [...event.units], ...(scope?.kind === 'unit' ? { leads: scope.unit } : {}), inSeries: event.series !== undefined, wants: event.prepare !== '', days: [event.day], calledOn: on, status: 'ahead', made: [] })
      return true
    }
    case 'review-moved': {
      const moved = reviews.find(({ id }) => id === event.review)
      moved?.days.push(event.day)
      delete moved?.looksAt
      return true
    }
    case 'review-cancelled': case 'review-closed':
      Object.assign(reviews.find(({ id }) => id === event.review) ?? {}, { status: event.type === 'review-closed' ? 'closed' : 'cancelled' })
      return true
    case 'review-item-judged': {
      const judged = reviews.find(({ id }) => id === event.review)
      if (judged !== undefined && event.looksAt !== undefined) judged.looksAt ??= event.looksAt
      return true
    }
    default:
      return false
  }
}
