// A text that a plan was read from: as issued, and as issued again.
import { z } from 'zod'

/** `id` numbers it among the plan's texts: s1 as imported, s2 the first amendment. `hash` is the SHA-256 of the text that spans point into. */
export const Source = z.object({ id: z.string(), name: z.string(), text: z.string(), hash: z.string() })
export type Source = z.infer<typeof Source>
