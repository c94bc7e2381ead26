// A task's date: what the text says, and as it stands.
import { z } from 'zod'
import { Day } from '#src/calendar/day.ts'

export const Dated = z.object({ kind: z.literal('dated'), day: Day, said: z.string() })
/** The year (or month) stands blank: a doubt until a secretary binds it. */
export const Unbound = z.object({ kind: z.literal('unbound'), said: z.string() })
/** 长期坚持: no end of its own. */
export const Ongoing = z.object({ kind: z.literal('ongoing'), said: z.string() })
/** The text gives none: done by the plan's end, by default. */
export const Undated = z.object({ kind: z.literal('undated') })

/** As it stood in the document. */
export const ImportedDue = z.discriminatedUnion('kind', [Dated, Unbound, Ongoing, Undated])
export type ImportedDue = z.infer<typeof ImportedDue>

/** `original` is the day first bound, or as it was corrected; `moved` counts the moves since, so that a later day does not hide the first. */
export type Due = Exclude<ImportedDue, { kind: 'dated' }> | { kind: 'dated'; day: Day; original: Day; moved: number; said: string }

export const dated = (day: Day, said: string): Due => ({ kind: 'dated', day, original: day, moved: 0, said })
export const dueAsImported = (due: ImportedDue): Due => (due.kind === 'dated' ? dated(due.day, due.said) : due)
