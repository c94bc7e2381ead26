// An import that waits for 确认: the document as it came, and what was put right in it since.
// The reader is pure, so what was previewed is read again from it.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { Handle } from '#src/directory/handle.ts'
import { Correction, correctionsAtMost } from './correction.ts'

export const DraftId = z.string().regex(/^d[0-9a-z]{6,24}$/).brand<'DraftId'>()
export type DraftId = z.infer<typeof DraftId>

/** `part`: which of several plans in the file was chosen, counted from 1. `corrections` in the order in which they were made. */
export const Draft = z.object({
  source: z.string().max(255), text: z.string(), part: z.number().int().min(1).optional(), by: Handle, at: Instant,
  corrections: z.array(Correction).max(correctionsAtMost).default([]),
})
export type Draft = z.infer<typeof Draft>
/** A document as it comes. */
export type NewDraft = Omit<Draft, 'corrections'>

/** What became of a correction: kept; not, for the draft is gone or has as many as it may. */
export type CorrectionKept = 'kept' | 'gone' | 'full'
