// By what a document is known: its words, whatever stands between them. One plan as .txt and as .docx is one plan.
import type { Desk } from '#src/command.ts'
import type { Source } from '#src/ledger/source.ts'

type Hashing = Pick<Desk, 'hashOf'>

export const hashOfWords = (text: string, { hashOf }: Hashing): string => hashOf(text.replace(/\s+/gu, ''))

/** A text in the ledger never changes, so each is gone through once, not at every import. */
const known = new WeakMap<Source, string>()

/** The same of a text that a plan was read from. */
export function hashOfSource(source: Source, hashing: Hashing): string {
  const hash = known.get(source) ?? hashOfWords(source.text, hashing)
  known.set(source, hash)
  return hash
}
