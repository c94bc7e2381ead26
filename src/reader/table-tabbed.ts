// Rows whose cells are parted by tabs already: which of them are a table's, and which a line with a tab in it.
import { isHead } from './table-columns.ts'
import { cellBreak, cellParting, isTableRow, tableRow } from './table-row.ts'
import type { FoundRows } from './table-stacked.ts'

/** A cell copied from a sheet has its line breaks between quotes: no more lines than this. */
const mostLinesOfCell = 30
const fewestCells = 3
/** So many lines before and behind a table are told from its rows. */
const mostBeside = 20

/** Rows that follow each other from a line. `rows` is missing where they are no table: an indent, or a number set off by a tab. */
export function tabbedTable(lines: readonly string[], from: number, width: number): (FoundRows & { width: number }) | { to: number } {
  const rows: { at: number; cells: string[] }[] = []
  let at = from
  while (at < lines.length && isTableRow(lines[at] ?? '')) {
    const end = quoteEnd(lines, at)
    rows.push({ at, cells: lines.slice(at, end + 1).join(cellBreak).split(cellParting).map(unquoted) })
    at = end + 1
  }
  if (!isTable(rows.map(({ cells }) => cells), width)) return { to: at }
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const isOutside = ({ cells }: { cells: string[] } = { cells: [] }): boolean => cells.length < widest && !(cells.length === 2 && cells[1]?.trim() === '')
  // Lines beside the table that have a tab themselves.
  const first = rows.slice(0, mostBeside).findIndex((row) => !isOutside(row))
  if (first > 0) return { to: rows[first]?.at ?? at }
  for (let beside = 0; beside < mostBeside && isOutside(rows.at(-1)); beside++) at = rows.pop()?.at ?? at
  return { to: at, width: widest, rows: rows.map(({ at: line, cells }) => ({ at: line, row: tableRow(cells) })) }
}

function isTable(rows: readonly string[][], width: number): boolean {
  const full = rows.filter((cells) => cells.filter((cell) => cell.trim() !== '').length >= fewestCells)
  if (rows.some(isHead)) return true
  // What goes on with a table above has as many cells as that.
  if (full.length > 0 && rows.every((cells) => cells.length === width)) return true
  return rows.length > 1 && full.length >= rows.length / 2
}

/** The line at which the quotes that a line opens are closed; the line itself where it opens none, or none that ends. */
function quoteEnd(lines: readonly string[], from: number): number {
  let end = from
  for (let at = from; opensQuote(lines[at] ?? ''); at = end) {
    const closing = lineThatCloses(lines, at)
    if (closing === undefined) return end
    end = closing
  }
  return end
}

function opensQuote(line: string): boolean {
  const last = line.slice(line.lastIndexOf(cellParting) + 1)
  return last.startsWith('"') && quotes(last) % 2 === 1
}

function lineThatCloses(lines: readonly string[], from: number): number | undefined {
  for (let at = from + 1; at < Math.min(lines.length, from + mostLinesOfCell); at++) if (quotes((lines[at] ?? '').split(cellParting, 1)[0] ?? '') % 2 === 1) return at
  return undefined
}

const quotes = (words: string): number => words.split('"').length - 1

const unquoted = (cell: string): string => (cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
