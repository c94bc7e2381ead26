// A text that a plan was read from: as issued, and as issued again.
import { z } from 'zod'
import { DraftId } from './draft.ts'

/** `id` numbers it among the plan's texts: s1 as imported, s2 the first amendment. `hash` is the SHA-256 of the text that spans point into. `draft`: which draft an amendment was confirmed from. */
export const Source = z.object({ id: z.string(), name: z.string(), text: z.string(), hash: z.string(), draft: DraftId.optional() })
export type Source = z.infer<typeof Source>
