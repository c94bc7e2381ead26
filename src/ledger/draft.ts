// An import that waits for 确认: the document as it came. The reader is pure, so what was previewed is read again from it.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { Handle } from '#src/directory/handle.ts'

export const DraftId = z.string().regex(/^d[0-9a-z]{6,24}$/).brand<'DraftId'>()
export type DraftId = z.infer<typeof DraftId>

/** `part`: which of several plans in the file was chosen, counted from 1. */
export const Draft = z.object({ source: z.string().max(255), text: z.string(), part: z.number().int().min(1).optional(), by: Handle, at: Instant })
export type Draft = z.infer<typeof Draft>
