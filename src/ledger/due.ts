// What the text says of a task's date.
import { z } from 'zod'
import { Day } from '#src/calendar/day.ts'

/** `original` is the day first bound; `moved` counts the changes since, so that a later day does not hide the first. */
export const Dated = z.object({ kind: z.literal('dated'), day: Day, original: Day, moved: z.number().int(), said: z.string() })
/** The year (or month) stands blank: a doubt until a secretary binds it. */
export const Unbound = z.object({ kind: z.literal('unbound'), said: z.string() })
/** 长期坚持: no end of its own. */
export const Ongoing = z.object({ kind: z.literal('ongoing'), said: z.string() })
/** The text gives none: done by the plan's end, by default. */
export const Undated = z.object({ kind: z.literal('undated') })

export const Due = z.discriminatedUnion('kind', [Dated, Unbound, Ongoing, Undated])
export type Due = z.infer<typeof Due>
