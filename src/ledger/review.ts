// A review (督查/调度/回头看): some tasks looked at on a day, and what was found of each.
import { z } from 'zod'
import { Day, type Instant } from '#src/calendar/day.ts'
import { present } from './fields.ts'
import { TaskNo, UnitId, Words } from './ids.ts'
import { restOfSeries } from './series.ts'
import type { Stamp } from './stamp.ts'

export const ReviewKind = z.enum(['inspection', 'dispatch', 'look-back'])
export type ReviewKind = z.infer<typeof ReviewKind>
/** 情况属实, 有出入, 需整改. */
export const ReviewOutcome = z.enum(['confirmed', 'discrepant', 'rectify'])
export type ReviewOutcome = z.infer<typeof ReviewOutcome>

/** What a review of a later date looks at: whatever stands so once it comes. */
export const ReviewScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('light'), light: z.enum(['red', 'yellow']) }), z.strictObject({ kind: z.literal('standing'), only: z.enum(['overdue', 'unreported']) }),
  z.strictObject({ kind: z.literal('section'), section: z.string().min(1) }), z.strictObject({ kind: z.literal('unit'), unit: UnitId }),
])
export type ReviewScope = z.infer<typeof ReviewScope>

/** Letters of an hour and a place. */
export const placeAtMost = 100

/** `units`: who must prepare; settled when it is scheduled, so that a later change of lead tells nobody twice. `scope`: in place of both. `series`: the first of those that were scheduled with it. */
export const ReviewScheduled = z.strictObject({
  type: z.literal('review-scheduled'), review: z.string(), kind: ReviewKind, day: Day, tasks: z.array(TaskNo), units: z.array(UnitId), prepare: Words,
  place: z.string().min(1).max(placeAtMost).optional(), scope: ReviewScope.optional(), series: z.string().optional(),
})
/** `place`: its hour and place on the new day, where they are others; empty where it has none any more. */
export const ReviewMoved = z.strictObject({ type: z.literal('review-moved'), review: z.string(), day: Day, reason: Words, place: z.string().max(placeAtMost).optional() })
export const ReviewCancelled = z.strictObject({ type: z.literal('review-cancelled'), review: z.string(), reason: Words })
/** `looksAt`: of one with a scope, all that it looks at: settled with the first that is judged. What was found of a unit's part; judged again it takes the place of what was found before. What has to be put right is the task that is added beside it. */
export const ReviewItemJudged = z.strictObject({ type: z.literal('review-item-judged'), review: z.string(), task: TaskNo, unit: UnitId, outcome: ReviewOutcome, words: Words.optional(), looksAt: z.array(TaskNo).optional() })
/** Judged otherwise: what was to be put right is off the register, with its number and its history. `task`: that task. */
export const RectificationWithdrawn = z.strictObject({ type: z.literal('rectification-withdrawn'), review: z.string(), task: TaskNo, words: Words })
/** `tasks`: of one with a scope, what it looked at. */
export const ReviewClosed = z.strictObject({ type: z.literal('review-closed'), review: z.string(), outcome: Words, tasks: z.array(TaskNo).optional() })
export const ReviewEvent = z.discriminatedUnion('type', [ReviewScheduled, ReviewMoved, ReviewCancelled, ReviewItemJudged, RectificationWithdrawn, ReviewClosed])
export type ReviewEvent = z.infer<typeof ReviewEvent>

/** `made`: the task that puts it right. */
export type Judged = Pick<Stamp, 'on' | 'at' | 'by'> & { task: TaskNo; unit: UnitId; outcome: ReviewOutcome; words?: string; made?: TaskNo }

/** `judged`: in the order in which it was found. `moved`: the last time; `earlier`: days on which it was before that. `looksAt`: what one with a scope looks at, once that is settled. */
export type Review = {
  id: string; kind: ReviewKind; day: Day; tasks: readonly TaskNo[]; units: readonly UnitId[]; prepare: string; scheduledOn: Day
  judged: readonly Judged[]
  place?: string; scope?: ReviewScope; series?: string
  looksAt?: readonly TaskNo[]
  moved?: { from: Day; reason: string; on: Day; at: Instant; earlier?: readonly Day[] }
} & (
  | { status: 'ahead' }
  | { status: 'closed'; closedOn: Day; outcome: string }
  | { status: 'cancelled'; cancelledOn: Day; reason: string }
)

/** Never refuses. `now` is undefined before the review is known. */
export function evolveReview(now: Review | undefined, event: Exclude<ReviewEvent, { type: 'rectification-withdrawn' }>, { on, at, by }: Stamp): Review | undefined {
  if (event.type === 'review-scheduled') {
    const { review: id, kind, day, tasks, units, prepare, place, scope, series } = event
    return { id, kind, day, tasks, units, prepare, scheduledOn: on, judged: [], ...present({ place, scope, series }), status: 'ahead' }
  }
  if (now === undefined) return now
  switch (event.type) {
    case 'review-moved': {
      const moved: Review = { ...now, day: event.day, ...present({ place: event.place }), moved: { from: now.day, reason: event.reason, on, at, ...present({ earlier: now.moved === undefined ? undefined : daysBefore(now) }) } }
      // On another day it looks at what stands so by then.
      delete moved.looksAt
      if (event.place === '') delete moved.place
      return moved
    }
    case 'review-cancelled':
      return { ...now, status: 'cancelled', cancelledOn: on, reason: event.reason }
    case 'review-item-judged': {
      const { task, unit, outcome, words, looksAt } = event
      return { ...now, ...present({ looksAt: now.looksAt ?? looksAt }), judged: [...now.judged.filter((each) => !isOf(each, event)), { task, unit, outcome, on, at, by, ...present({ words }) }] }
    }
    case 'review-closed':
      return { ...now, status: 'closed', closedOn: on, outcome: event.outcome, tasks: event.tasks ?? now.tasks }
  }
}

/** Days on which it was to be before it was moved. */
export const daysBefore = ({ moved }: Pick<Review, 'moved'>): Day[] => (moved === undefined ? [] : [...(moved.earlier ?? []), moved.from])

/** Those of its series from it on that are not over, itself among them. */
export const restOf = (reviews: Iterable<Review>, review: Review): Review[] => restOfSeries(reviews, review, ({ status }) => status === 'ahead')

/** `tasks` of one with a scope: what stands in it by now. `asked`: the scope by which the tasks of one without were named. */
export type LooksAt = Pick<Review, 'tasks' | 'scope'> & { asked?: ReviewScope }

/** One that stands of the same kind, on the same day, that looks at the same: by its scope, or by its tasks where it has none. */
export const sameReview = (reviews: Iterable<Review>, of: Pick<Review, 'kind' | 'day'> & LooksAt): Review | undefined =>
  [...reviews].find((each) => each.status === 'ahead' && each.kind === of.kind && each.day === of.day && looksAtSame(each, of))

const looksAtSame = ({ tasks, scope }: Review, of: LooksAt): boolean => (scope === undefined ? numbersIn(tasks) === numbersIn(of.tasks) : wordsOf(scope) === wordsOf(of.scope ?? of.asked))
const numbersIn = (tasks: readonly TaskNo[]): string => tasks.toSorted((a, b) => a - b).join()
const wordsOf = (scope: ReviewScope | undefined): string => Object.values(scope ?? {}).join('/')

/** What was found to be put right of a task became a task of its own. */
export const withRectification = (now: Review, about: TaskNo, made: TaskNo): Review =>
  ({ ...now, judged: now.judged.map((each) => (each.task === about && each.outcome === 'rectify' && each.made === undefined ? { ...each, made } : each)) })

/** What stands of a unit's part in a task. */
export const judgedOf = ({ judged }: Pick<Review, 'judged'>, of: Pick<Judged, 'task' | 'unit'>): Judged | undefined => judged.find((each) => isOf(each, of))

const isOf = ({ task, unit }: Pick<Judged, 'task' | 'unit'>, of: Pick<Judged, 'task' | 'unit'>): boolean => task === of.task && unit === of.unit
