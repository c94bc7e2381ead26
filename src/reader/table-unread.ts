// Tables with a cell a line whose cells could not be told apart: they stay lines of the text, and are asked about.
import { numberOf } from './folded-text.ts'
import { markOf, rank } from './numbering.ts'
import type { Line } from './outline.ts'
import type { Span } from './reading.ts'
import { serialValue } from './table-fit.ts'
import { isTableRow } from './table-row.ts'
import { mayBeStackedHead, stackedHeads } from './table-stacked.ts'

/** So many numbers below the heads that count on make a table. */
const fewestRows = 2

/** Where the heads of a table stand a line each in the repaired text, with numbers below them. */
export function unreadTables(text: string, lines: readonly Line[]): { heading: string; span: Span }[] {
  const words = lines.map(({ from, to }) => text.slice(from, to))
  const found: { heading: string; span: Span }[] = []
  for (let at = 0; at < words.length; at++) {
    const heads = mayBeStackedHead(words[at] ?? '') ? stackedHeads(words, at) : undefined
    if (!heads) continue
    const to = endOfRows(words, heads.to)
    const [first, last] = [lines[at], lines[(to ?? heads.to) - 1]]
    if (to !== undefined && first && last) found.push({ heading: '', span: { from: first.from, to: last.to } })
    at = (to ?? heads.to) - 1
  }
  return found
}

/** The line behind what stands below the heads, up to the next heading; undefined where no numbers do. */
function endOfRows(words: readonly string[], from: number): number | undefined {
  let counted = 0
  let at = from
  for (; at < words.length; at++) {
    const line = words[at] ?? ''
    const serial = serialValue(line)
    if (isTableRow(line) || (serial === undefined && (markOf(line)?.rank ?? rank.circled) <= rank.bracketedIdeographic)) break
    if (serial !== undefined && numberOf(serial) === counted + 1) counted++
  }
  return counted < fewestRows ? undefined : at
}
