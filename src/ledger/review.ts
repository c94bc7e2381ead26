// A review (督查/调度/回头看): some tasks looked at on a day.
import { z } from 'zod'
import { Day } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { TaskNo, UnitId, Words } from './ids.ts'
import type { Stamp } from './stamp.ts'

export const ReviewKind = z.enum(['inspection', 'dispatch', 'look-back'])
export type ReviewKind = z.infer<typeof ReviewKind>

/** `units`: who must prepare; settled when it is scheduled, so that a later change of lead tells nobody twice. */
export const ReviewScheduled = z.strictObject({ type: z.literal('review-scheduled'), review: z.string(), kind: ReviewKind, day: Day, tasks: z.array(TaskNo), units: z.array(UnitId), prepare: Words })
export const ReviewClosed = z.strictObject({ type: z.literal('review-closed'), review: z.string(), outcome: Words })
export const ReviewEvent = z.discriminatedUnion('type', [ReviewScheduled, ReviewClosed])
export type ReviewEvent = z.infer<typeof ReviewEvent>

export type Review = { id: string; kind: ReviewKind; day: Day; tasks: readonly TaskNo[]; units: readonly UnitId[]; prepare: string; scheduledOn: Day } & (
  | { status: 'ahead' }
  | { status: 'closed'; closedOn: Day; outcome: string }
)

export type ReviewIntent =
  | { type: 'schedule-review'; kind: ReviewKind; day: Day; tasks: TaskNo[]; units: UnitId[]; prepare: string }
  | { type: 'close-review'; review: string; outcome: string }

export function decideReviewSchedule(intent: Extract<ReviewIntent, { type: 'schedule-review' }>, count: number, { on: today }: Stamp): Decision<ReviewEvent> {
  if (intent.tasks.length === 0) return refuse({ code: 'review-empty' })
  if (intent.day < today) return refuse({ code: 'day-past', day: intent.day, today })
  const { kind, day, tasks, units, prepare } = intent
  return accept({ type: 'review-scheduled', review: `r${count + 1}`, kind, day, tasks, units, prepare })
}

export function decideReview(now: Review, intent: Extract<ReviewIntent, { type: 'close-review' }>): Decision<ReviewEvent> {
  if (now.status === 'closed') return refuse({ code: 'review-closed', on: now.closedOn })
  return intent.outcome.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'review-closed', review: now.id, outcome: intent.outcome })
}

export function evolveReview(now: Review | undefined, event: ReviewEvent, { on }: Stamp): Review | undefined {
  switch (event.type) {
    case 'review-scheduled': {
      const { review: id, kind, day, tasks, units, prepare } = event
      return { id, kind, day, tasks, units, prepare, scheduledOn: on, status: 'ahead' }
    }
    case 'review-closed':
      return now === undefined ? now : { ...now, status: 'closed', closedOn: on, outcome: event.outcome }
  }
}
