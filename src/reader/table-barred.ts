// A table of which a copied page left one cell a line with bars between them: `cell |`, `| cell`, or a bar alone on a line.
import { kindOfHead } from './table-columns.ts'
import { joinedPieces, lookOf } from './table-fit.ts'
import { isTableRow, type FoundRows } from './table-row.ts'
import { stackedTable } from './table-stacked.ts'

const bar = /[|｜]/
const onlyBars = /^(?:[|｜]\s*)+$/
const opening = /^[|｜]/
const closing = /[|｜]$/
/** No cell has more lines, and no more of them stand before the first head. */
const mostLinesOfCell = 8
const longestHeadLine = 24
const headsLookedAt = 3
/** What the last cell of all looks like, where no bar closes it. */
const closingLooks: ReadonlySet<ReturnType<typeof lookOf>> = new Set(['time', 'units', 'person', 'nothing'])

/** `last`: the line its words end in; `to`: the one behind its bar. */
type Cell = { at: number; last: number; words: string; to: number }
/** A line of a cell that no bar has closed yet. */
type OpenLine = { at: number; words: string; isOpened: boolean }

/** The table whose heads begin at a line; undefined where none do. */
export function barredTable(lines: readonly string[], from: number): FoundRows | { to: number } | undefined {
  if (!mayOpen(lines, from) || !opensWithHeads(lines, from)) return undefined
  const { cells, to } = cellsFrom(lines, from, Infinity)
  const bare = Array.from({ length: to - from }, () => '')
  for (const { at, words } of cells) bare[at - from] = words
  const first = (cells[0]?.at ?? from) - from
  const found = stackedTable(bare, first, 1)
  if (!found || !('rows' in found)) return { to }
  const rest = bare.slice(found.to).findIndex((words) => words !== '')
  return { to: rest < 0 ? to : from + found.to + rest, rows: found.rows.map(({ at, row }) => ({ at: from + at, row })) }
}

/** Whether a line holds one cell with its bar behind it, or nothing but bars, or has its bar on the next line. */
function mayOpen(lines: readonly string[], from: number): boolean {
  const line = (lines[from] ?? '').trim()
  if (line === '' || line.length > longestHeadLine) return false
  if (bar.test(line)) return onlyBars.test(line) || cellsOf(line).length === 1
  const below = (lines[from + 1] ?? '').trim()
  return onlyBars.test(below === '' ? (lines[from + 2] ?? '').trim() : below)
}

function opensWithHeads(lines: readonly string[], from: number): boolean {
  const { cells } = cellsFrom(lines, from, headsLookedAt)
  const known = cells.filter(({ words }) => kindOfHead(words) !== undefined)
  return cells.length === headsLookedAt && known[0] === cells[0] && known.length >= headsLookedAt - 1
}

const cellsOf = (line: string): string[] => line.split(bar).map((words) => words.trim()).filter((words) => words !== '')

/** Up to so many cells, one a line at most; the heads of another table end them. */
function cellsFrom(lines: readonly string[], from: number, most: number): { cells: Cell[]; to: number } {
  const cells: Cell[] = []
  let open: OpenLine[] = []
  let isApart = false
  for (let at = from; at < lines.length && cells.length < most; at++) {
    const line = (lines[at] ?? '').trim()
    if (line === '') isApart = true
    if (line === '') continue
    const words = cellsOf(line)
    if (isTableRow(line) || words.length > 1 || open.length > mostLinesOfCell) break
    if (!bar.test(line) && (open.length === 0 ? !isClosedBelow(lines, at) : isApart && open[0]?.isOpened === true)) break
    for (const closes of [opening.test(line), closing.test(line)]) {
      if (closes && open.length > 0) {
        if (opensAnother(cells, open)) return { cells, to: open.at(-1)?.at ?? at }
        cells.push(cellOf(open, at + 1))
        open = []
      }
      // Between the bar that opens a cell and the one that closes it.
      if (words[0] !== undefined && open.at(-1)?.at !== at && cells.at(-1)?.last !== at) open.push({ at, words: words[0], isOpened: opening.test(line) })
    }
    isApart = false
  }
  const last = most === Infinity ? lastCell(lines, cells.at(-1)?.to ?? from, open) : undefined
  if (last) cells.push(last)
  return { cells, to: behindBars(lines, cells.at(-1)?.to ?? from + 1) }
}

/** Whether a line of heads stands among what would be a cell: the last line opens another table. */
function opensAnother([first]: readonly Cell[], open: readonly OpenLine[]): boolean {
  const words = open.at(-1)?.words ?? ''
  return first !== undefined && (words === first.words || kindOfHead(words) === 'number')
}

function cellOf(open: readonly OpenLine[], to: number): Cell {
  const words = open.map((line) => line.words)
  const isHead = kindOfHead(words.join('')) !== undefined
  return { at: open[0]?.at ?? to, last: open.at(-1)?.at ?? to, words: isHead ? words.join('') : joinedPieces(words, false), to }
}

/** The last cell of all, which no bar closes: a bar opened it, or it looks as the last of a row does. */
function lastCell(lines: readonly string[], from: number, [opened]: readonly OpenLine[]): Cell | undefined {
  if (opened) return opened.isOpened ? cellOf([opened], opened.at + 1) : undefined
  const at = lines.slice(from, from + 2).findIndex((line) => line.trim() !== '')
  const words = at < 0 ? '' : (lines[from + at] ?? '').trim()
  return words !== '' && !bar.test(words) && closingLooks.has(lookOf(words)) ? cellOf([{ at: from + at, words, isOpened: false }], from + at + 1) : undefined
}

function isClosedBelow(lines: readonly string[], from: number): boolean {
  const below = lines.slice(from + 1, from + 1 + mostLinesOfCell).find((line) => bar.test(line))
  return below !== undefined && closing.test(below.trim())
}

/** Bars that close the last row, or the table, are of it. */
function behindBars(lines: readonly string[], from: number): number {
  let to = from
  for (let at = from; at < lines.length && at - to < 2; at++) if (onlyBars.test((lines[at] ?? '').trim())) to = at + 1
  return to
}
