// Tables as rows of text: wrapped lines joined, merged cells marked, and a table that goes on over a page made one.
import { joinedText, openingWidth, type Line } from '#src/documents/pdf-lines.ts'
import { endsSentence } from '#src/documents/pdf-signs.ts'
import { markOf } from '#src/reader/numbering.ts'
import { cellBreak, sameAsAbove, tableRow } from '#src/reader/table-row.ts'

export type Cell = { left: number; right: number; lines: Line[] }

/** `grid` has the same cell at every place that it covers. `edges` are the columns' sides. */
export type Table = { edges: readonly number[]; grid: Cell[][] }

const widestPadding = 6
/** In the size of the font: how much more room than the next line's beginning needs shows that a line ended by itself. */
const shortBy = { ended: 0.05, open: 0.4 }
/** How far the columns of one table may be off on the next page. */
const sameEdge = 6

/** The table's rows as lines of a text. */
export function rowsOf({ grid }: Table): string[] {
  return grid.map((row, index) =>
    tableRow(
      row.map((cell, column) => {
        if (cell === row[column - 1]) return ''
        if (cell === grid[index - 1]?.[column]) return sameAsAbove
        return textOfCell(cell)
      }),
    ),
  )
}

/** A cell's lines as its paragraphs: what its width has parted is joined. */
export function textOfCell(cell: Cell): string {
  let text = ''
  for (const [index, line] of cell.lines.entries()) {
    const above = cell.lines[index - 1]
    if (above === undefined) text = line.text
    else text = breaksInCell(above, line, cell) ? `${text}${cellBreak}${line.text}` : joinedText(text, line.text)
  }
  return text
}

/** 配合单位：… below 牵头单位：… is a line of its own, however full the line above is. */
const opensLabel = /^.{2,4}(?:单位|部门)[:：]/

function breaksInCell(above: Line, line: Line, cell: Cell): boolean {
  if (/[、，（〔《“]$/.test(above.text)) return false
  if (opensLabel.test(line.text) || (markOf(line.text) !== undefined && endsSentence(above.text))) return true
  const padding = Math.max(0, cell.lines.reduce((least, { left, right }) => Math.min(least, left - cell.left, cell.right - right), widestPadding))
  const isCentred = above.left - cell.left > padding + 0.3 * above.size && Math.abs(above.left - cell.left - (cell.right - above.right)) < 0.6 * above.size
  const room = isCentred ? cell.right - cell.left - 2 * padding - (above.right - above.left) : cell.right - padding - above.right
  return room > openingWidth(line) + (endsSentence(above.text) ? shortBy.ended : shortBy.open) * line.size
}

/** Whether the second table is the first one's rest on the next page. */
export function goesOn(table: Table, rest: Table): boolean {
  const [first = 0] = table.edges
  const [restFirst = 0] = rest.edges
  return table.edges.length === rest.edges.length && table.edges.every((edge, index) => Math.abs(edge - first - ((rest.edges[index] ?? 0) - restFirst)) <= sameEdge)
}

/** The rest put under the table: its repeated head left out, its cut row and its merged cells joined to what they belong to. */
export function joinedTables(table: Table, rest: Table): Table {
  const head = repeatedHead(table, rest)
  let rows = rest.grid.slice(head)
  const lastRow = table.grid.at(-1)
  const [firstRow] = rows
  if (lastRow === undefined || firstRow === undefined) return { edges: table.edges, grid: [...table.grid, ...rows] }
  const isCut = isCutRow(table, rows, firstRow)
  const continued = new Map<Cell, Cell>()
  for (const [column, cell] of firstRow.entries()) {
    const above = lastRow[column]
    if (above === undefined || continued.has(cell)) continue
    const isMerged = rows[1]?.[column] === cell || table.grid.at(-2)?.[column] === above
    const merges = isCut || (isMerged && (cell.lines.length === 0 || textOfCell(cell) === textOfCell(above)))
    if (!merges) continue
    continued.set(cell, above)
    if (isCut) above.lines = [...above.lines, ...cell.lines]
  }
  rows = rows.slice(isCut ? 1 : 0).map((row) => row.map((cell) => continued.get(cell) ?? cell))
  return { edges: table.edges, grid: [...table.grid, ...rows] }
}

const longestHead = 4

function repeatedHead(table: Table, rest: Table): number {
  let head = 0
  while (head < longestHead && head < rest.grid.length && sameRow(table.grid[head], rest.grid[head])) head++
  return head
}

function sameRow(row: readonly Cell[] | undefined, other: readonly Cell[] | undefined): boolean {
  return row?.length === other?.length && (row ?? []).every((cell, column) => plain(cell) === plain(other?.[column]))
}

const plain = (cell: Cell | undefined): string => (cell?.lines ?? []).map((line) => line.text).join('').replace(/ /g, '')

/** A row that a page has cut has nothing in a column where every row has something. */
function isCutRow(table: Table, rest: readonly Cell[][], row: readonly Cell[]): boolean {
  if (row.every((cell) => cell.lines.length === 0)) return false
  const rows = [...table.grid, ...rest.slice(1)]
  return row.some((cell, column) => {
    if (cell.lines.length > 0 || rest[1]?.[column] === cell) return false
    const filled = rows.filter((other) => (other[column]?.lines.length ?? 0) > 0).length
    const merged = rows.some((other, index) => index > 1 && other[column] === rows[index - 1]?.[column] && other[column] !== other[column - 1])
    return !merged && filled >= rows.length * 0.9 && filled > 1
  })
}
