// A thing owed each period, and the periods in which it was done.
import { z } from 'zod'
import { Day } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { TaskNo, UnitId, Words } from './ids.ts'
import { Every } from './meeting.ts'
import type { Actor, Stamp } from './stamp.ts'

/** `id` is the clause. `once`: an earlier date on the way to the task's own, on the day `on`. Without a `debtor` the lead of its task owes it; a `receiver` is who gets it, where the text names one. */
export const Obligation = z.object({
  id: z.string(), task: TaskNo.optional(), every: z.union([Every, z.literal('once')]), on: Day.optional(), times: z.number().int().min(1).max(60),
  month: z.number().int().min(1).max(12).optional(), day: z.number().int().min(1).max(31).optional(),
  debtor: UnitId.optional(), receiver: UnitId.optional(), what: z.string(), text: z.string(),
})
export type Obligation = z.infer<typeof Obligation>

/** `occurrence` is (clause, period, ordinal): c3/2026/1. */
export const Fulfilled = z.object({ type: z.literal('fulfilled'), occurrence: z.string(), unit: UnitId, words: Words })
export const ObligationEvent = z.discriminatedUnion('type', [Fulfilled])
export type ObligationEvent = z.infer<typeof ObligationEvent>

export type Fulfilment = { on: Day; by: Actor; unit: UnitId; words: string }

export type ObligationIntent = { type: 'fulfil'; occurrence: string; unit: UnitId; words: string }

/** Whether a key is one of the clause's: its own id, a period of its rhythm, an ordinal no higher than the times in each. */
export function isOccurrenceOf({ id, every, times }: Obligation, occurrence: string): boolean {
  const [clause, period = '', ordinal = '', ...more] = occurrence.split('/')
  return clause === id && more.length === 0 && periodKey(every).test(period) && /^[1-9]\d?$/.test(ordinal) && Number(ordinal) <= times
}

function periodKey(every: Obligation['every']): RegExp {
  if (every === 'once') return /^once$/
  if (every === 'quarter') return /^\d{4}Q[1-4]$/
  if (every === 'half-year') return /^\d{4}H[12]$/
  return every.includes('month') ? /^\d{4}-(0[1-9]|1[0-2])$/ : /^\d{4}$/
}

/** @param now undefined while the occurrence is open */
export function decideFulfil(now: Fulfilment | undefined, intent: ObligationIntent): Decision<ObligationEvent> {
  if (now !== undefined) return refuse({ code: 'occurrence-done', on: now.on, by: now.by })
  return accept({ type: 'fulfilled', occurrence: intent.occurrence, unit: intent.unit, words: intent.words })
}

export const evolveFulfilment = (event: ObligationEvent, { on, by }: Stamp): Fulfilment => ({ on, by, unit: event.unit, words: event.words })
