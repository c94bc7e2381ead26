// What kind of sitting is meant: 专题, 综合性, or one that is counted for no clause (不计入频次).
import { z } from 'zod'
import type { Sort } from '#src/ledger/body.ts'

/** As a form's choice and a button have it; `any` is what nobody said. */
export const SortArgument = z.enum(['any', 'special', 'general', 'uncounted'])
export type SortArgument = z.infer<typeof SortArgument>

const forms: readonly [SortArgument, RegExp][] = [
  ['special', /^(?:专题(?:性)?(?:会议?|研究|调度会?)?|special)$/i],
  ['general', /^(?:综合性?(?:会议?)?|general)$/i],
  ['uncounted', /^(?:不(?:计入|计|算入|算)(?:频次|次数)?|uncounted|not-counted)$/i],
]

const kindOf = (word: string): SortArgument | undefined => forms.find(([, form]) => form.test(word.normalize('NFKC')))?.[0]

/** Where the word stands that says the kind; of several the first counts. */
export const sortAt = (words: readonly string[]): number => words.findIndex((word) => kindOf(word) !== undefined)

/** The words without the one that says the kind. */
export function sortIn(words: readonly string[]): { sort?: SortArgument; rest: string[] } {
  const at = sortAt(words)
  const sort = at < 0 ? undefined : kindOf(words[at] ?? '')
  return sort === undefined ? { rest: [...words] } : { sort, rest: words.filter((_, index) => index !== at) }
}

/** As the ledger keeps it of a sitting. */
export function calledAs(sort: SortArgument | undefined): { of?: Sort; uncounted?: true } {
  if (sort === undefined || sort === 'any') return {}
  return sort === 'uncounted' ? { uncounted: true } : { of: sort }
}
