// What a document calls a thing from then on: 市河湖长制工作委员会(以下简称市河委会).
import { lastPiece } from './body-names.ts'
import { foldedSpan } from './folded-text.ts'
import { matchesOf } from './matches.ts'

/** The short name and the full one it stands for. */
export type ShortNames = ReadonlyMap<string, string>

const said = /\((?:以下)?(?:统一)?简称:?“?([^()“”,。]{2,20})”?\)/g
const longestFull = 40

/** Every short name that a text gives; the first holds. */
export function shortNamesIn(text: string): ShortNames {
  const names = new Map<string, string>()
  const plain = foldedSpan(text, { from: 0, to: text.length })
  for (const match of matchesOf(said, plain)) {
    const full = lastPiece(plain.slice(Math.max(0, match.index - longestFull), match.index))
    const short = match[1] ?? ''
    if (full.length > short.length && !names.has(short)) names.set(short, full)
  }
  return names
}
