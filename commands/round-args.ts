// What 轮次 takes, typed, pressed or sent from a form.
import { z } from 'zod'

export const RoundArgs = z.object({
  act: z.enum(['list', 'show', 'open', 'chase', 'close', 'resume', 'end', 'reopen', 'publish', 'move']).default('list'),
  plan: z.string().max(200).optional(),
  /** n1, or n1/2026-07 of one that repeats. */
  round: z.string().trim().max(40).default(''),
  /** 全部, 红黄灯, a section, a unit, or numbers. */
  which: z.string().trim().max(200).default(''),
  until: z.string().max(40).optional(),
  title: z.string().max(60).optional(),
  question: z.string().max(300).optional(),
  every: z.enum(['once', 'month', 'quarter']).default('once'),
  /** Of one that repeats: on which working day it opens, and for how many. */
  nth: z.coerce.number().int().min(1).max(20).default(5),
  days: z.coerce.number().int().min(1).max(30).default(5),
  unit: z.string().trim().max(60).optional(),
  confirmed: z.boolean().default(false),
  /** Which tasks the preview showed: 1-3,7. A button of before had their number. */
  seen: z.coerce.string().max(1500).optional(),
  form: z.boolean().default(false),
  page: z.coerce.number().int().min(1).max(999).default(1),
})
export type RoundArgs = z.infer<typeof RoundArgs>

