// Tables with a cell a line whose cells could not be told apart: they stay lines of the text, and are asked about.
import { numberOf } from './folded-text.ts'
import { markOf, rank } from './numbering.ts'
import type { Line } from './outline.ts'
import type { Span } from './reading.ts'
import { kindOfHead } from './table-columns.ts'
import { serialValue } from './table-fit.ts'
import { cellParting, isTableRow } from './table-row.ts'
import { mayBeStackedHead, stackedHeads } from './table-stacked.ts'

/** So many numbers below the heads that count on make a table. */
const fewestRows = 2

/** Where the heads of a table stand a line each in the repaired text, with numbers below them. */
export function unreadTables(text: string, lines: readonly Line[]): { heading: string; span: Span }[] {
  const words = lines.map(({ from, to }) => text.slice(from, to))
  const found: { heading: string; span: Span }[] = []
  for (let at = 0; at < words.length; at++) {
    const heads = mayBeStackedHead(words[at] ?? '') ? stackedHeads(words, at) : undefined
    if (!heads && !isRowLeft(words, at)) continue
    const from = heads?.to ?? at
    const to = endOfLines(words, from)
    const [first, last] = [lines[at], lines[to - 1]]
    const holdsRows = !heads || countOn(words.slice(from, to))
    if (holdsRows && first && last) found.push({ heading: '', span: { from: first.from, to: last.to } })
    at = to - 1
  }
  return found
}

const longestGap = 30
const fewestCells = 2

/** A number alone on the line below a table, somewhat above that of its last row, with cells below it. */
function isRowLeft(words: readonly string[], at: number): boolean {
  const above = words[at - 1] ?? ''
  const value = /^\d{1,3}$/.test((words[at] ?? '').trim()) ? Number(words[at]) : undefined
  if (value === undefined || !isTableRow(above)) return false
  const last = above.split(cellParting, 2).map((cell) => Number(/^\d{1,3}$/.exec(cell)?.[0] ?? NaN)).find((number) => !Number.isNaN(number))
  return last !== undefined && value > last && value <= last + longestGap && endOfLines(words, at) > at + fewestCells
}

/** Whether numbers stand among the lines that count on from 1. */
function countOn(lines: readonly string[]): boolean {
  let counted = 0
  for (const line of lines) if (numberOf(serialValue(line) ?? '') === counted + 1) counted++
  return counted >= fewestRows
}

/** The next heading, the next row of a table, or the heads of another. */
function endOfLines(words: readonly string[], from: number): number {
  let at = from
  while (at < words.length && !endsTable(words[at] ?? '')) at++
  return at
}

const endsTable = (line: string): boolean => isTableRow(line) || kindOfHead(line) === 'number' || (serialValue(line) === undefined && (markOf(line)?.rank ?? rank.circled) <= rank.bracketedIdeographic)
