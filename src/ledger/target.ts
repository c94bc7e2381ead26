// A number that the plan promises: kept with its task, or with the unit that answers for it.
import { z } from 'zod'
import { blankFilled } from '#src/reader/date-forms.ts'
import { yearIn } from './bound-day.ts'
import { TaskNo, UnitId } from './ids.ts'
import { Span } from './span.ts'

/** `unit` is of measure: '%', '所'. `owner` answers for a target that stands outside every task. */
export const Target = z.object({
  id: z.string(), task: TaskNo.optional(), owner: UnitId.optional(), measure: z.string(),
  direction: z.enum(['at-least', 'at-most', 'rise-by', 'fall-by', 'reach']), value: z.number(), unit: z.string(), baseline: z.string().optional(),
  yearly: z.boolean(), by: z.object({ year: z.number().int().optional(), month: z.number().int().optional(), unbound: z.boolean().optional() }).optional(),
  text: z.string(), span: Span,
  /** Where the blank years of `by` and of `baseline` stand in the text, while they are open. */
  blanks: z.object({ by: Span.optional(), baseline: Span.optional() }).optional(),
})
export type Target = z.infer<typeof Target>

/** What a year says of a target, by the blank that it fills, or that another year filled before: by when, or from what. Neither where it fills none. */
export function yearFilled({ by, baseline, blanks }: Pick<Target, 'by' | 'baseline' | 'blanks'>, year: number, isIn: (blank: Span) => boolean): { year?: number; baseline?: string } {
  const filled = blanks?.baseline !== undefined && baseline !== undefined && isIn(blanks.baseline) ? withYear(baseline, year) : baseline
  return {
    ...(blanks?.by !== undefined && by?.year !== year && isIn(blanks.by) ? { year } : {}),
    ...(filled === undefined || filled === baseline ? {} : { baseline: filled }),
  }
}

/** In its blank; where that is filled, in the place of the one year that stands there. */
function withYear(words: string, year: number): string {
  const filled = blankFilled(words, year)
  const known = filled === words ? yearIn(words) : undefined
  return known === undefined ? filled : words.replace(String(known), String(year))
}
