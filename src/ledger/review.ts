// A review (督查/调度/回头看): some tasks looked at on a day, and what was found of each.
import { z } from 'zod'
import { Day, type Instant } from '#src/calendar/day.ts'
import { present } from './fields.ts'
import { TaskNo, UnitId, Words } from './ids.ts'
import type { Stamp } from './stamp.ts'

export const ReviewKind = z.enum(['inspection', 'dispatch', 'look-back'])
export type ReviewKind = z.infer<typeof ReviewKind>
/** 情况属实, 有出入, 需整改. */
export const ReviewOutcome = z.enum(['confirmed', 'discrepant', 'rectify'])
export type ReviewOutcome = z.infer<typeof ReviewOutcome>

/** `units`: who must prepare; settled when it is scheduled, so that a later change of lead tells nobody twice. */
export const ReviewScheduled = z.strictObject({ type: z.literal('review-scheduled'), review: z.string(), kind: ReviewKind, day: Day, tasks: z.array(TaskNo), units: z.array(UnitId), prepare: Words })
export const ReviewMoved = z.strictObject({ type: z.literal('review-moved'), review: z.string(), day: Day, reason: Words })
export const ReviewCancelled = z.strictObject({ type: z.literal('review-cancelled'), review: z.string(), reason: Words })
/** What was found of a unit's part; judged again it takes the place of what was found before. What has to be put right is the task that is added beside it. */
export const ReviewItemJudged = z.strictObject({ type: z.literal('review-item-judged'), review: z.string(), task: TaskNo, unit: UnitId, outcome: ReviewOutcome, words: Words.optional() })
/** Judged otherwise: what was to be put right is off the register, with its number and its history. `task`: that task. */
export const RectificationWithdrawn = z.strictObject({ type: z.literal('rectification-withdrawn'), review: z.string(), task: TaskNo, words: Words })
export const ReviewClosed = z.strictObject({ type: z.literal('review-closed'), review: z.string(), outcome: Words })
export const ReviewEvent = z.discriminatedUnion('type', [ReviewScheduled, ReviewMoved, ReviewCancelled, ReviewItemJudged, RectificationWithdrawn, ReviewClosed])
export type ReviewEvent = z.infer<typeof ReviewEvent>

/** `made`: the task that puts it right. */
export type Judged = Pick<Stamp, 'on' | 'at' | 'by'> & { task: TaskNo; unit: UnitId; outcome: ReviewOutcome; words?: string; made?: TaskNo }

/** `judged`: in the order in which it was found. `moved`: the last time. */
export type Review = {
  id: string; kind: ReviewKind; day: Day; tasks: readonly TaskNo[]; units: readonly UnitId[]; prepare: string; scheduledOn: Day
  judged: readonly Judged[]
  moved?: { from: Day; reason: string; on: Day; at: Instant }
} & (
  | { status: 'ahead' }
  | { status: 'closed'; closedOn: Day; outcome: string }
  | { status: 'cancelled'; cancelledOn: Day; reason: string }
)

/** Never refuses. `now` is undefined before the review is known. */
export function evolveReview(now: Review | undefined, event: Exclude<ReviewEvent, { type: 'rectification-withdrawn' }>, { on, at, by }: Stamp): Review | undefined {
  if (event.type === 'review-scheduled') {
    const { review: id, kind, day, tasks, units, prepare } = event
    return { id, kind, day, tasks, units, prepare, scheduledOn: on, judged: [], status: 'ahead' }
  }
  if (now === undefined) return now
  switch (event.type) {
    case 'review-moved':
      return { ...now, day: event.day, moved: { from: now.day, reason: event.reason, on, at } }
    case 'review-cancelled':
      return { ...now, status: 'cancelled', cancelledOn: on, reason: event.reason }
    case 'review-item-judged': {
      const { task, unit, outcome, words } = event
      return { ...now, judged: [...now.judged.filter((each) => !isOf(each, event)), { task, unit, outcome, on, at, by, ...present({ words }) }] }
    }
    case 'review-closed':
      return { ...now, status: 'closed', closedOn: on, outcome: event.outcome }
  }
}

/** What was found to be put right of a task became a task of its own. */
export const withRectification = (now: Review, about: TaskNo, made: TaskNo): Review =>
  ({ ...now, judged: now.judged.map((each) => (each.task === about && each.outcome === 'rectify' && each.made === undefined ? { ...each, made } : each)) })

/** What stands of a unit's part in a task. */
export const judgedOf = ({ judged }: Pick<Review, 'judged'>, of: Pick<Judged, 'task' | 'unit'>): Judged | undefined => judged.find((each) => isOf(each, of))

const isOf = ({ task, unit }: Pick<Judged, 'task' | 'unit'>, of: Pick<Judged, 'task' | 'unit'>): boolean => task === of.task && unit === of.unit
