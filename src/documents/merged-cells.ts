// The cells of a table whose cells may span columns and rows, put into their columns.
import { cellBreak, sameAsAbove, tableRow } from '#src/reader/table-row.ts'

/** A cell as it stands in the first of its rows. */
export type SpanningCell = { lines: readonly string[]; columns: number; rows: number }

/** No table of a plan is wider: whatever a file claims, no row is made longer than this by spans. */
const mostColumns = 200

/** The lines of a table, parted by blank ones from what stands before and after it. One of a single column is a frame around paragraphs, not a table. */
export function linesOfTable(rows: readonly (readonly SpanningCell[])[]): string[] {
  const isFrame = rows.every((row) => row.length <= 1)
  return ['', ...(isFrame ? rows.flatMap((row) => row.flatMap((cell) => cell.lines)) : rowsOfTable(rows).map(tableRow)), '']
}

/** A span's further columns are empty, its further rows are `〃`. Rows without a word are left out. */
function rowsOfTable(rows: readonly (readonly SpanningCell[])[]): string[][] {
  const carried = new Map<number, { columns: number; rows: number }>()
  return rows.flatMap((row) => {
    const cells = rowOf(row, carried)
    return cells.every((cell) => cell === '' || cell === sameAsAbove) ? [] : [cells]
  })
}

/** `carried`: by column, what reaches down from the rows above. */
function rowOf(row: readonly SpanningCell[], carried: Map<number, { columns: number; rows: number }>): string[] {
  const cells: string[] = []
  const place = (text: string, columns: number, rowsLeft: number): void => {
    const column = cells.length
    cells.push(text)
    for (let more = Math.min(columns, mostColumns) - 1; more > 0 && cells.length < mostColumns; more--) cells.push('')
    if (rowsLeft > 0) carried.set(column, { columns, rows: rowsLeft })
    else carried.delete(column)
  }
  const placeCarried = (): void => {
    for (let cell = carried.get(cells.length); cell !== undefined; cell = carried.get(cells.length)) place(sameAsAbove, cell.columns, cell.rows - 1)
  }
  for (const { lines, columns, rows } of row) {
    placeCarried()
    place(lines.join(cellBreak), columns, rows - 1)
  }
  placeCarried()
  return cells
}
