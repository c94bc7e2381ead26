// Who, when and through what: said once per entry of any log, beside its events.
import { z } from 'zod'
import { Day, Instant } from '#src/calendar/day.ts'
import { PersonId } from './ids.ts'

/** `system` acts where nobody did: the delivery's own entries, a seed's clock. */
export const Actor = z.union([PersonId, z.literal('system')])
export type Actor = z.infer<typeof Actor>

/** `on` is the day in the plan's time zone on which `at` fell. */
export const Stamp = z.strictObject({ at: Instant, on: Day, by: Actor, via: z.enum(['command', 'button', 'form', 'message', 'file', 'system']) })
export type Stamp = z.infer<typeof Stamp>
