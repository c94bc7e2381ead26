// A place where the reader was not sure: a question a secretary answers.
import { z } from 'zod'
import type { Day } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { TaskNo, Words, type UnitId } from './ids.ts'
import type { PeriodSet } from './plan-period.ts'
import type { UnitsMerged } from './merged-units.ts'
import type { Stamp } from './stamp.ts'

export const DoubtKind = z.enum(['year-blank', 'no-unit', 'unit-unclear', 'date-unclear', 'duty-unclear', 'alias', 'no-period', 'target-owner'])

export const Doubt = z.object({
  id: z.number().int().min(1), kind: DoubtKind, task: TaskNo.optional(), line: z.number().int(), quote: z.string(),
  question: z.string(), choices: z.array(z.string()),
  /** Of an `alias` doubt: the two names that may be one unit. */
  names: z.tuple([z.string(), z.string()]).optional(),
  /** Of a `no-unit` doubt about every task of a section that has none. */
  section: z.string().optional(),
  /** Given before the import. */
  answer: Words.optional(),
})
/** `amendment`: nobody answered it; the text that raised it was issued again without it. */
export type Doubt = z.infer<typeof Doubt> & { settled?: { answer: string; on: Day; amendment?: string } }

export const DoubtSettled = z.object({ type: z.literal('doubt-settled'), doubt: z.number().int(), answer: Words })
export type DoubtEvent = z.infer<typeof DoubtSettled>

/** What the answer binds: `due` and `lead` something of the doubt's task, `period` and `merge` something of the whole plan. */
export type DoubtIntent = {
  type: 'settle-doubt'; doubt: number; answer: string; due?: Day; lead?: UnitId
  period?: Pick<PeriodSet, 'from' | 'to'>; merge?: Pick<UnitsMerged, 'keep' | 'other'>
}

export function decideDoubt(now: Doubt, intent: DoubtIntent): Decision<DoubtEvent> {
  if (now.settled?.amendment !== undefined) return refuse({ code: 'doubt-closed', on: now.settled.on })
  if (now.settled !== undefined) return refuse({ code: 'doubt-settled', answer: now.settled.answer })
  return intent.answer.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'doubt-settled', doubt: now.id, answer: intent.answer })
}

export const evolveDoubt = (now: Doubt, event: DoubtEvent, { on }: Stamp): Doubt => ({ ...now, settled: { answer: event.answer, on } })
