// A place in a text: half-open, in UTF-16 units.
import { z } from 'zod'

export const Span = z.object({ from: z.number().int(), to: z.number().int() })
export type Span = z.infer<typeof Span>
