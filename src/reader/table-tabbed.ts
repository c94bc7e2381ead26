// Rows whose cells are parted by tabs already: which of them are a table's, and which a line with a tab in it.
import { isHead } from './table-columns.ts'
import { maySeparateRows } from './table-drawn.ts'
import { cellBreak, cellParting, isTableRow, tableRow, type FoundRows } from './table-row.ts'
import { isTurned } from './table-turned.ts'

/** A cell copied from a sheet has its line breaks between quotes: no more lines than this. */
const mostLinesOfCell = 30
const fewestCells = 3
/** A number or an indent that a tab sets off. */
const opensLine = /^\s*(?:$|[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]?[.、．]?\s*$)/
/** So many lines before and behind a table are told from its rows. */
const mostBeside = 20

/** Rows that follow each other from a line. `rows` is missing where they are no table: an indent, or a number set off by a tab. */
export function tabbedTable(lines: readonly string[], from: number, width: number): (FoundRows & { width: number }) | { to: number } {
  const rows: { at: number; cells: string[] }[] = []
  let at = from
  let headed = 0
  while (at < lines.length) {
    const found = isTableRow(lines[at] ?? '') ? rowAt(lines, at, headed) : headed > 0 ? (sectionAt(lines, at) ?? openedCell(lines, at, headed)) : undefined
    if (!found) break
    rows.push({ at, cells: found.cells })
    if (isHead(found.cells)) headed = found.cells.length
    at = found.to
  }
  if (!isTable(rows.map(({ cells }) => cells), width)) return { to: at }
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const lacksLast = (cells: readonly string[]): boolean => cells.length === widest - 1 && (cells.length >= fewestCells || !opensLine.test(cells[0] ?? ''))
  const isOutside = ({ cells }: { cells: string[] } = { cells: [] }): boolean => cells.length < widest && !lacksLast(cells) && !(cells.length === 2 && cells[1]?.trim() === '')
  // Lines beside the table that have a tab themselves.
  const first = rows.slice(0, mostBeside).findIndex((row) => !isOutside(row))
  if (first > 0) return { to: rows[first]?.at ?? at }
  for (let beside = 0; beside < mostBeside && isOutside(rows.at(-1)); beside++) at = rows.pop()?.at ?? at
  return { to: at, width: widest, rows: rows.map(({ at: line, cells }) => ({ at: line, row: tableRow(cells) })) }
}

type FoundRow = { cells: string[]; /** The first line below it. */ to: number }

function rowAt(lines: readonly string[], at: number, headed: number): FoundRow {
  const end = quoteEnd(lines, at)
  const cells = lines.slice(at, end + 1).join(cellBreak).split(cellParting).map(unquoted)
  if (end > at || headed === 0) return { cells, to: end + 1 }
  return cells.length === headed ? withRestOfCell(lines, at, cells) : (brokenRow(lines, at, cells, headed) ?? { cells, to: at + 1 })
}

/** A row that line breaks within its cells have parted, as a word processor pastes it: the pieces have as many cells as the head. */
function brokenRow(lines: readonly string[], from: number, first: readonly string[], headed: number): FoundRow | undefined {
  const cells = [...first]
  if (first.length < 2 || first.length >= headed) return undefined
  for (let at = from + 1; at < Math.min(lines.length, from + mostLinesOfCell); at++) {
    const pieces = (lines[at] ?? '').split(cellParting)
    const [rest = '', ...next] = pieces
    // Without numbers, rows of as many cells are rows whose last cell is missing.
    const isNextRow = next.length > 0 && (serial.test(rest.trim()) || (pieces.length === first.length && !serial.test(first[0] ?? '')))
    if (rest.trim() === '' || isNextRow || cells.length + next.length > headed) return undefined
    cells.push(`${cells.pop() ?? ''}${cellBreak}${rest}`, ...next)
    if (cells.length === headed) return withRestOfCell(lines, at, cells)
  }
  return undefined
}

const serial = /^[(（]?\d{1,3}[)）]?[.、]?$/

/** Lines without a tab up to the next numbered row are of the last cell; below the last row they could as well stand below the table. */
function withRestOfCell(lines: readonly string[], at: number, cells: readonly string[]): FoundRow {
  let to = at + 1
  while (to - at < mostLinesOfCell && (lines[to] ?? '').trim() !== '' && !isTableRow(lines[to] ?? '') && sectionAt(lines, to) === undefined) to++
  const opensRow = isTableRow(lines[to] ?? '') && serial.test((lines[to] ?? '').split(cellParting, 1)[0]?.trim() ?? '')
  const isOfCell = opensRow || (sectionAt(lines, to) !== undefined && to > at + 1)
  return isOfCell && (cells.at(-1) ?? '') !== '' ? { cells: [...cells.slice(0, -1), [cells.at(-1), ...lines.slice(at + 1, to)].join(cellBreak)], to } : { cells: [...cells], to: at + 1 }
}

/** 源头 without a tab, above 治理 that opens a row: a first cell of two lines. */
function openedCell(lines: readonly string[], at: number, headed: number): FoundRow | undefined {
  const line = (lines[at] ?? '').trim()
  const next = (lines[at + 1] ?? '').split(cellParting)
  const goesOn = next.length === headed && (next[0] ?? '').trim() !== '' && !serial.test((next[0] ?? '').trim())
  return line !== '' && line.length <= longestOpenedCell && goesOn ? { cells: [`${line}${cellBreak}${next[0] ?? ''}`, ...next.slice(1)], to: at + 2 } : undefined
}

const longestOpenedCell = 8

/** 二、重点行业治理 without a tab, between the rows of a table that has a head. */
function sectionAt(lines: readonly string[], at: number): FoundRow | undefined {
  const line = lines[at] ?? ''
  const next = lines[at + 1] ?? ''
  return line.trim() !== '' && isTableRow(next) && !isHead(next.split(cellParting)) && maySeparateRows(line) ? { cells: [line, ''], to: at + 1 } : undefined
}

function isTable(rows: readonly string[][], width: number): boolean {
  const full = rows.filter((cells) => cells.filter((cell) => cell.trim() !== '').length >= fewestCells)
  if (rows.some(isHead)) return true
  // What goes on with a table above has as many cells as that.
  if (full.length > 0 && rows.every((cells) => cells.length === width)) return true
  return rows.length > 1 && (full.length >= rows.length / 2 || isTurned(rows))
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
