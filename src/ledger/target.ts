// A number that the plan promises: kept with its task, or with the unit that answers for it.
import { z } from 'zod'
import { TaskNo, UnitId } from './ids.ts'
import { Span } from './span.ts'

/** `unit` is of measure: '%', '所'. `owner` answers for a target that stands outside every task. */
export const Target = z.object({
  id: z.string(), task: TaskNo.optional(), owner: UnitId.optional(), measure: z.string(),
  direction: z.enum(['at-least', 'at-most', 'rise-by', 'fall-by', 'reach']), value: z.number(), unit: z.string(), baseline: z.string().optional(),
  yearly: z.boolean(), by: z.object({ year: z.number().int().optional(), month: z.number().int().optional(), unbound: z.boolean().optional() }).optional(),
  text: z.string(), span: Span,
})
export type Target = z.infer<typeof Target>
