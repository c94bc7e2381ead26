// Tables however they were printed or copied, as rows with tabs; and what is no table without a tab.
import { alignedTable, mayBeHeadLine } from './table-aligned.ts'
import { barredTable } from './table-barred.ts'
import { drawnTable, hasPipes, isBorder, pipedTable } from './table-drawn.ts'
import { withMarkedUnits } from './table-marks.ts'
import { isTableRow, type FoundRows } from './table-row.ts'
import { mayBeStackedHead, stackedTable } from './table-stacked.ts'
import { tabbedTable } from './table-tabbed.ts'
import { upright } from './table-turned.ts'

/** Lines that follow each other and are all rows of tables, or none. */
export type LineBlock = { isTable: boolean; lines: string[] }

/**
 * The lines of a text with every table's rows as table-row.ts has them; as many lines as before, so that line numbers stay.
 * Of what is returned a line has a tab only where it is a row.
 */
export function withTablesAsRows(lines: readonly string[]): string[] {
  const made: string[] = []
  let width = 0
  for (let at = 0; at < lines.length; ) {
    const found = tableAt(lines, at, width)
    if (!found) {
      made.push(withoutTabs(lines[at] ?? ''))
      at++
      continue
    }
    for (const line of 'rows' in found ? inPlace(found, at, lines) : lines.slice(at, found.to).map(withoutTabs)) made.push(line)
    if ('width' in found) width = found.width
    at = found.to
  }
  return made
}

/** The same as blocks, for what is done to other lines and not to rows. */
export function tablesApart(lines: readonly string[]): LineBlock[] {
  const blocks: LineBlock[] = []
  for (const line of withTablesAsRows(lines)) {
    const isTable = isTableRow(line)
    const block = blocks.at(-1)
    // A blank line between two rows stays with them.
    if (block && (block.isTable === isTable || (block.isTable && line === ''))) block.lines.push(line)
    else blocks.push({ isTable, lines: [line] })
  }
  return blocks
}

type Found = (FoundRows & { width?: number }) | { to: number }

/** The table that begins at a line, or the lines that only look like one. Each line is looked at by one of them, whatever comes of it. */
function tableAt(lines: readonly string[], at: number, width: number): Found | undefined {
  const line = lines[at] ?? ''
  if (isTableRow(line)) return tabbedTable(lines, at, width)
  if (isBorder(line)) return drawnTable(lines, at)
  const barred = barredTable(lines, at)
  if (barred) return barred
  if (hasPipes(line)) return pipedTable(lines, at)
  const stacked = mayBeStackedHead(line) ? stackedTable(lines, at) : undefined
  if (stacked) return stacked
  return mayBeHeadLine(line) ? alignedTable(lines, at) : undefined
}

/** What a table's marks mean stands so many lines above or below it. */
const mostBeside = 6

/** Rows at the lines they began at, and blank lines for the rest of theirs. */
function inPlace({ to, rows: found }: FoundRows, from: number, all: readonly string[]): string[] {
  const rows = withMarkedUnits(upright(found), [...all.slice(Math.max(0, from - mostBeside), from), ...all.slice(to, to + mostBeside)])
  const lines = Array.from({ length: to - from }, () => '')
  for (const { at, row } of rows) lines[at - from] = row
  return lines
}

/** A tab that opens a line is an indent; another is a blank. */
const withoutTabs = (line: string): string => (isTableRow(line) ? line.replace(/^\t+/, '  ').replaceAll('\t', ' ') : line)
