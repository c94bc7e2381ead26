// What 单位核对 can be asked, typed, pressed or sent from its form.
import { z } from 'zod'
import { UnitId, Words } from '#src/ledger/ids.ts'
import { QuestionAbout } from '#src/ledger/part-question.ts'
import { TaskArgument } from './task-argument.ts'

export const VerifyArgs = z.object({
  act: z.enum(['show', 'agree', 'question']).default('show'),
  plan: z.string().trim().max(200).optional(),
  unit: z.string().trim().max(60).optional(),
  task: TaskArgument.optional(),
  /** The assignment's unit, which is the group's where the unit is one of its members. */
  of: UnitId.optional(),
  about: QuestionAbout.optional(),
  words: Words.default(''),
  should: z.string().max(60).optional(),
  other: z.string().max(60).optional(),
  /** Stands for the lines that were shown. */
  seen: z.string().max(20).optional(),
  /** Of several sheets, all that were shown. */
  every: z.boolean().default(false),
  all: z.boolean().default(false),
  page: z.coerce.number().int().min(1).max(999).default(1),
  /** Pressed on a sheet, which makes way for the next. */
  here: z.boolean().default(false),
  form: z.boolean().default(false),
})
export type VerifyArgs = z.infer<typeof VerifyArgs>
