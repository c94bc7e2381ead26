// What reviews found of a task, the latest last, and how far what has to be put right is.
import { unitName } from '#src/directory/directory.ts'
import type { Day } from '#src/calendar/day.ts'
import { answerersOf } from '#src/ledger/answerers.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import { present } from '#src/ledger/fields.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import type { ReviewKind, ReviewOutcome } from '#src/ledger/review.ts'
import type { View } from './view.ts'

/** `putRight`: the task that puts it right; `due` where it stands on the register. */
export type Found = { review: string; kind: ReviewKind; day: Day; unit: string; outcome: ReviewOutcome; words?: string; putRight?: { number: TaskNo; due?: Day; isDone: boolean } }

export function foundOf({ plan, directory }: Pick<View, 'plan' | 'directory'>, no: TaskNo): Found[] {
  return [...plan.reviews.values()].filter(({ status }) => status !== 'cancelled').flatMap(({ id, kind, day, judged }) =>
    judged.filter(({ task }) => task === no).map(({ unit, outcome, words, made }): Found => ({ review: id, kind, day, unit: unitName(directory, unit), outcome, ...present({ words, putRight: made === undefined ? undefined : putRightBy({ plan }, made) }) })),
  ).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** Done once all that answer for it are accepted, or it is off the register. */
export function putRightBy({ plan }: Pick<View, 'plan'>, number: TaskNo): NonNullable<Found['putRight']> {
  const due = plan.tasks.get(number)?.due
  const parts = answerersOf(plan, number).flatMap((unit) => plan.assignments.get(keyOf(number, unit)) ?? [])
  return { number, isDone: parts.every(({ status }) => status === 'accepted'), ...present({ due: due?.kind === 'dated' ? due.day : undefined }) }
}
