// A table of which a copied page left one cell a line, each closed by a bar: `cell |`, or the bar alone on the line below.
import { kindOfHead } from './table-columns.ts'
import { lookOf } from './table-fit.ts'
import { cellBreak, isTableRow, type FoundRows } from './table-row.ts'
import { stackedTable } from './table-stacked.ts'

const bar = /[|｜]/
const onlyBars = /^(?:[|｜]\s*)+$/
/** No cell has more lines, and no more of them stand before the first head. */
const mostLinesOfCell = 8
const longestHeadLine = 24
const headsLookedAt = 3
/** What the last cell of all looks like, where no bar closes it. */
const closingLooks: ReadonlySet<ReturnType<typeof lookOf>> = new Set(['time', 'units', 'person', 'nothing'])

type Cell = { at: number; words: string; /** The line behind its bar. */ to: number }

/** The table whose heads begin at a line; undefined where none do. */
export function barredTable(lines: readonly string[], from: number): FoundRows | { to: number } | undefined {
  if (!mayOpen(lines, from) || !opensWithHeads(lines, from)) return undefined
  const { cells, to } = cellsFrom(lines, from, Infinity)
  const bare = Array.from({ length: to - from }, () => '')
  for (const { at, words } of cells) bare[at - from] = words
  const first = (cells[0]?.at ?? from) - from
  const found = stackedTable(bare, first)
  if (!found || !('rows' in found)) return { to }
  const rest = bare.slice(found.to).findIndex((words) => words !== '')
  return { to: rest < 0 ? to : from + found.to + rest, rows: found.rows.map(({ at, row }) => ({ at: from + at, row })) }
}

/** Whether a line holds one cell with its bar behind it, or nothing but bars, or has its bar on the next line. */
function mayOpen(lines: readonly string[], from: number): boolean {
  const line = (lines[from] ?? '').trim()
  if (line === '' || line.length > longestHeadLine) return false
  if (bar.test(line)) return onlyBars.test(line) || (/[|｜]$/.test(line) && cellsOf(line).length === 1)
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
  let open: { at: number; words: string }[] = []
  let at = from
  const close = (to: number): boolean => {
    const [first] = open
    const last = open.at(-1)
    open = []
    if (!first || !last) return true
    if (cells.length > 0 && (last.words === cells[0]?.words || kindOfHead(last.words) === 'number')) {
      at = last.at
      return false
    }
    const isHead = kindOfHead(last.words) !== undefined
    const words = lines.slice(first.at, to).flatMap((line) => cellsOf(line))
    cells.push({ at: first.at, words: words.join(isHead ? '' : cellBreak), to })
    return true
  }
  for (; at < lines.length && cells.length < most; at++) {
    const line = (lines[at] ?? '').trim()
    if (isTableRow(line)) break
    if (line === '') continue
    const words = cellsOf(line)
    if (words.length > 1 || (!bar.test(line) && open.length === 0 && !isClosedBelow(lines, at))) break
    if (words[0] !== undefined) open.push({ at, words: words[0] })
    if (open.length > mostLinesOfCell) break
    if (bar.test(line) && !close(at + 1)) return { cells, to: at }
  }
  const to = cells.at(-1)?.to ?? from
  const last = lines.slice(to, to + 2).findIndex((line) => line.trim() !== '')
  const unclosed = last < 0 ? '' : (lines[to + last] ?? '').trim()
  const isCell = at >= to && most === Infinity && unclosed !== '' && !bar.test(unclosed) && closingLooks.has(lookOf(unclosed))
  if (isCell) cells.push({ at: to + last, words: unclosed, to: to + last + 1 })
  return { cells, to: behindBars(lines, isCell ? to + last + 1 : Math.max(to, from + 1)) }
}

/** Bars that close the last row, or the table, are of it. */
function behindBars(lines: readonly string[], from: number): number {
  let to = from
  for (let at = from; at < lines.length && at - to < 2; at++) if (onlyBars.test((lines[at] ?? '').trim())) to = at + 1
  return to
}

function isClosedBelow(lines: readonly string[], from: number): boolean {
  for (let at = from + 1; at <= Math.min(lines.length - 1, from + mostLinesOfCell); at++) if (bar.test(lines[at] ?? '')) return /[|｜]\s*$/.test(lines[at] ?? '')
  return false
}
