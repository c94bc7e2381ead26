// 归档: a plan that was imported by mistake, practised with, or is over leaves the lists and asks nobody. Nothing is deleted, and it can come back.
import { z } from 'zod'
import type { Day } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { Words } from './ids.ts'
import type { Actor, Stamp } from './stamp.ts'

export const PlanArchived = z.strictObject({ type: z.literal('plan-archived'), reason: Words })
export const PlanRestored = z.strictObject({ type: z.literal('plan-restored'), reason: Words })
export type ArchiveEvent = z.infer<typeof PlanArchived> | z.infer<typeof PlanRestored>

export type Archived = { on: Day; by: Actor; reason: string }

export type ArchiveIntent = { type: 'archive-plan'; reason: string } | { type: 'restore-plan'; reason: string }

export function decideArchive(now: Archived | undefined, { type, reason }: ArchiveIntent): Decision<ArchiveEvent> {
  if (type === 'archive-plan' && now !== undefined) return refuse({ code: 'plan-archived', on: now.on, reason: now.reason })
  if (type === 'restore-plan' && now === undefined) return refuse({ code: 'plan-not-archived' })
  if (reason.trim() === '') return refuse({ code: 'reason-missing' })
  return accept({ type: type === 'archive-plan' ? 'plan-archived' : 'plan-restored', reason })
}

/** Undefined once it is back. */
export const evolveArchive = (event: ArchiveEvent, { on, by }: Stamp): Archived | undefined => (event.type === 'plan-archived' ? { on, by, reason: event.reason } : undefined)
