// What a review looks at, item by item, in the order in which it is run: unit by unit.
import { unitName } from '#src/directory/directory.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { Judged, Review, ReviewOutcome } from '#src/ledger/review.ts'
import { cardsOfReview } from './review-scope.ts'
import type { TaskCard } from './task-card.ts'
import type { View } from './view.ts'

/** `unit`: nobody's yet where the text names none. */
export type ReviewItem = { task: TaskCard; unit?: { id: UnitId; name: string }; judged?: Judged }

/** What is off the register since is left out. What was judged stays its unit's, whoever leads the task by now. */
export function reviewItems(view: View, review: Review): ReviewItem[] {
  const place = (unit: UnitId | undefined): number => ((at) => (at < 0 ? review.units.length : at))(unit === undefined ? -1 : review.units.indexOf(unit))
  const named = (id: UnitId): { id: UnitId; name: string } => ({ id, name: unitName(view.directory, id) })
  return cardsOfReview(view, review).flatMap((task): ReviewItem[] => {
    const judged = review.judged.filter((each) => each.task === task.number)
    if (judged.length > 0) return judged.map((each) => ({ task, unit: named(each.unit), judged: each }))
    return [{ task, ...(task.lead === undefined ? {} : { unit: named(task.lead.unit) }) }]
  }).toSorted((a, b) => place(a.unit?.id) - place(b.unit?.id))
}

export const itemsFound = (items: readonly ReviewItem[], outcome: ReviewOutcome): ReviewItem[] => items.filter(({ judged }) => judged?.outcome === outcome)

/** The next that nothing was found of, after one and then from the beginning; -1 where there is none. */
export function nextOpen(items: readonly ReviewItem[], after: number): number {
  const isOpen = ({ judged, unit }: ReviewItem): boolean => judged === undefined && unit !== undefined
  const later = items.findIndex((item, at) => at > after && isOpen(item))
  return later >= 0 ? later : items.findIndex(isOpen)
}
