// What kind of sitting is meant: 专题, 综合性, or one that is counted for no clause (不计入频次).
import type { CountedAs } from '#src/ledger/meeting.ts'

const forms: readonly [CountedAs, RegExp][] = [
  ['special', /^(?:专题(?:性)?(?:会议?|研究|调度会?)?|special)$/i],
  ['general', /^(?:综合性?(?:会议?)?|general)$/i],
  ['uncounted', /^(?:不(?:计入|计|算入|算)(?:频次|次数)?|uncounted|not-counted)$/i],
]

const kindOf = (word: string): CountedAs | undefined => forms.find(([, form]) => form.test(word.normalize('NFKC')))?.[0]

/** Where the word stands that says the kind; of several the first counts. */
export const sortAt = (words: readonly string[]): number => words.findIndex((word) => kindOf(word) !== undefined)

/** The words without the one that says the kind. */
export function sortIn(words: readonly string[]): { sort?: CountedAs; rest: string[] } {
  const at = sortAt(words)
  const sort = at < 0 ? undefined : kindOf(words[at] ?? '')
  return sort === undefined ? { rest: [...words] } : { sort, rest: words.filter((_, index) => index !== at) }
}
