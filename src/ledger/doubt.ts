// A place where the reader was not sure: a question a secretary answers.
import { z } from 'zod'
import type { Day } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from './decision.ts'
import type { Meaning } from './answer-meaning.ts'
import { Part } from './assignment.ts'
import { TaskNo, UnitId, Words } from './ids.ts'
import type { Stamp } from './stamp.ts'

export const DoubtKind = z.enum(['year-blank', 'no-unit', 'unit-unclear', 'date-unclear', 'duty-unclear', 'alias', 'no-period', 'target-owner', 'table-unclear'])

export const Doubt = z.object({
  id: z.number().int().min(1), kind: DoubtKind, task: TaskNo.optional(), line: z.number().int(), quote: z.string(),
  question: z.string(), choices: z.array(z.string()),
  /** Of an `alias` doubt: the two names that may be one unit. */
  names: z.tuple([z.string(), z.string()]).optional(),
  /** Of a `no-unit` doubt about every task of a section that has none. */
  section: z.string().optional(),
  /** What the answer changes, where the doubt is open: where its words begin in the text, and the words. */
  at: z.number().int().optional(), name: z.string().optional(),
  /** Of `unit-unclear`: who went under the name; or the part of those whom a list leaves out. */
  unit: UnitId.optional(), joins: Part.optional(),
  /** Of `target-owner`: the target. Of `duty-unclear`: the duties that were read of its words, or that its answer made. */
  target: z.string().optional(), clauses: z.array(z.string()).optional(),
  /** Of `no-unit`: the team that serves the section, by the names of the text. */
  team: z.object({ leads: z.array(z.string()), support: z.array(z.string()) }).optional(),
  /** Given before the import. */
  answer: Words.optional(),
})
/** `amendment`: nobody answered it; the text that raised it was issued again without it. `earlier`: answers that were put right, the first first. */
export type Doubt = z.infer<typeof Doubt> & { settled?: { answer: string; on: Day; amendment?: string; earlier?: readonly { answer: string; on: Day }[] } }

const answeredAnew: ReadonlySet<Doubt['kind']> = new Set(['year-blank', 'date-unclear', 'no-period', 'duty-unclear', 'target-owner'])

/** Whether another answer can stand in the place of the first. Who is responsible is changed on the task, and two units that are one are not taken apart. */
export const isAnsweredAnew = ({ kind }: Pick<Doubt, 'kind'>): boolean => answeredAnew.has(kind)

export const DoubtSettled = z.strictObject({ type: z.literal('doubt-settled'), doubt: z.number().int(), answer: Words })
export type DoubtEvent = z.infer<typeof DoubtSettled>

/** `meaning`: what the answer says, with the units that it names. `instead`: 更正, the answer that it stands in the place of. */
export type DoubtIntent = { type: 'settle-doubt'; doubt: number; answer: string; instead?: string; meaning: Meaning<UnitId> }

export function decideDoubt(now: Doubt, intent: DoubtIntent): Decision<DoubtEvent> {
  if (now.settled?.amendment !== undefined) return refuse({ code: 'doubt-closed', on: now.settled.on })
  if (now.settled !== undefined && !putsRight(now.settled.answer, now, intent)) return refuse({ code: 'doubt-settled', answer: now.settled.answer, ...(isAnsweredAnew(now) ? { doubt: now.id } : {}) })
  return intent.answer.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'doubt-settled', doubt: now.id, answer: intent.answer })
}

/** Another answer than the one that stands, by somebody who has seen that one. */
const putsRight = (stands: string, now: Doubt, { instead, answer }: DoubtIntent): boolean => isAnsweredAnew(now) && instead === stands && answer !== stands

/** The last answer stands; those before it stay with it. */
export function evolveDoubt(now: Doubt, { answer }: DoubtEvent, { on }: Stamp): Doubt {
  const { settled } = now
  return { ...now, settled: { answer, on, ...(settled === undefined ? {} : { earlier: [...(settled.earlier ?? []), { answer: settled.answer, on: settled.on }] }) } }
}
