// What a secretary puts right in a draft before it is confirmed. Kept with the draft, and applied to what is read from it.
import { z } from 'zod'
import { UnitName } from '#src/directory/unit.ts'
import type { ReadDoubt } from '#src/reader/reading.ts'
import { PersonId } from './ids.ts'

/** A doubt's name in its text: its kind and where the words stand; with a + where it is about a whole section. */
export const DoubtKey = z.string().regex(/^[a-z-]{1,20}@\d{1,8}\+?$/).brand<'DoubtKey'>()
export type DoubtKey = z.infer<typeof DoubtKey>

export const keyOfDoubt = ({ kind, span, section }: Pick<ReadDoubt, 'kind' | 'span' | 'section'>): DoubtKey =>
  DoubtKey.parse(`${kind}@${span.from}${section === undefined ? '' : '+'}`)

export const answerAtMost = 200
const quoteAtMost = 300
/** The name of a section, where it is what was asked about, may be a line of any length. */
export const quoteKept = (quote: string): string => quote.slice(0, quoteAtMost)
const DoubtAnswer = z.string().trim().min(1).max(answerAtMost)

/** Of these, one answer may be given for all. */
export const ManyKind = z.enum(['year-blank', 'no-unit', 'target-owner', 'alias'])
export type ManyKind = z.infer<typeof ManyKind>

/** Where in the text a task or a proposal begins: it stays, whatever number the task gets. */
const Place = z.number().int().min(0)

export const Correction = z.discriminatedUnion('type', [
  /** `quote`: the words that were asked about; where another release reads other words there, the answer is asked for again. */
  z.object({ type: z.literal('answer'), doubt: DoubtKey, quote: z.string().transform(quoteKept), answer: DoubtAnswer }),
  /** One answer for every doubt of the kind that has none of its own. */
  z.object({ type: z.literal('answer-all'), kind: ManyKind, answer: DoubtAnswer }),
  /** That answer is taken back: those that have none of their own are asked again. */
  z.object({ type: z.literal('reopen-all'), kind: ManyKind }),
  /** The tasks of a section are asked about one by one. */
  z.object({ type: z.literal('split'), doubt: DoubtKey }),
  z.object({ type: z.literal('merge-units'), keep: UnitName, other: UnitName }),
  z.object({ type: z.literal('set-lead'), task: Place, unit: UnitName }),
  z.object({ type: z.literal('name-contact'), unit: UnitName, person: PersonId }),
  z.object({ type: z.literal('drop-task'), task: Place }),
  /** Every task that was left out is one again. */
  z.object({ type: z.literal('restore-tasks') }),
  /** Without `proposal`, all of them. */
  z.object({ type: z.literal('take-proposal'), proposal: Place.optional(), taken: z.boolean() }),
])
export type Correction = z.infer<typeof Correction>

/** More than a plan of 2,000 tasks with a doubt at each of them asks for. */
export const correctionsAtMost = 2000
