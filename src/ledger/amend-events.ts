// What is written when a plan is issued again: the amendment as a whole, and what a secretary decides of it afterwards.
import { z } from 'zod'
import { WrittenDate } from './dates-of-task.ts'
import { Doubt as DoubtFound } from './doubt.ts'
import { ImportedDue } from './due.ts'
import { TaskNo } from './ids.ts'
import { Body } from './body.ts'
import { Obligation } from './obligation.ts'
import { Source } from './source.ts'
import { Span } from './span.ts'
import { Target } from './target.ts'
import { ImportedTask, TaskUnit } from './task.ts'

/** What of a task another text says otherwise. `moved`: it stands in another section. */
export const Changed = z.enum(['words', 'moved', 'due', 'units'])
export type Changed = z.infer<typeof Changed>

/** A point on which the text and a secretary both changed their mind: what stands is kept until it is settled. */
const Asked = z.object({ due: ImportedDue.optional(), units: z.array(TaskUnit).optional() })
export type Asked = z.infer<typeof Asked>

/**
 * A task that the new text has too. `issued`: what this text says of its date and units where it says otherwise than the last one did;
 * `due` and `units`: what stands from now on, where that changes.
 */
export const KeptTask = z.object({
  task: TaskNo, span: Span, changed: z.array(Changed),
  path: z.array(z.string()).optional(), written: z.string().optional(), section: z.string().optional(), title: z.string().optional(), text: z.string().optional(), dates: z.array(WrittenDate).optional(),
  issued: Asked.optional(), due: ImportedDue.optional(), units: z.array(TaskUnit).optional(), asked: Asked.optional(),
})
export type KeptTask = z.infer<typeof KeptTask>

/** `absent`: tasks the text has no more; they live on until a secretary agrees. `doubts`: those still open, old and new. */
export const PlanAmended = z.strictObject({
  type: z.literal('plan-amended'),
  source: Source,
  title: z.string().min(1),
  period: z.object({ from: z.number().int(), to: z.number().int() }).optional(),
  added: z.array(ImportedTask),
  kept: z.array(KeptTask),
  absent: z.array(TaskNo),
  obligations: z.array(Obligation),
  obligationsEnded: z.array(z.string()),
  bodies: z.array(Body),
  bodiesEnded: z.array(z.string()),
  doubts: z.array(DoubtFound),
  doubtsClosed: z.array(z.number().int()),
  targets: z.array(Target),
  targetsEnded: z.array(z.string()),
})
export type PlanAmended = z.infer<typeof PlanAmended>
/** A secretary agrees that a task is gone. `source`: the text that has it no more. */
export const TaskWithdrawn = z.strictObject({ type: z.literal('task-withdrawn'), task: TaskNo, source: z.string() })
/** It is to be done all the same. */
export const TaskKept = z.strictObject({ type: z.literal('task-kept'), task: TaskNo, source: z.string() })
/** Of a point both had changed: the text's word is taken, or what stood is kept. */
export const AmendedPointSettled = z.strictObject({ type: z.literal('amended-point-settled'), task: TaskNo, point: z.enum(['due', 'units']), taken: z.boolean() })
export const AmendmentEvent = z.discriminatedUnion('type', [PlanAmended, TaskWithdrawn, TaskKept, AmendedPointSettled])
export type AmendmentEvent = z.infer<typeof AmendmentEvent>
