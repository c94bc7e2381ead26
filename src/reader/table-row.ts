// How a table stands in a text: a row a line, its cells parted by tabs. Documents write it so, and the reader reads it so.

/** Parts two cells of a row. A row of one cell that spans the table ends in one. */
export const cellParting = '\t'
/** A line break inside a cell. */
export const cellBreak = '\v'
/** A cell that is merged with the one above it, as people write 同上 by hand. */
export const sameAsAbove = '〃'

/** Lines that a table was found in, up to `to`, as rows, each at the line it began at. */
export type FoundRows = { to: number; rows: { at: number; row: string }[] }

/** Whether a line of a text is a table's row. */
export const isTableRow = (line: string): boolean => line.includes(cellParting)

/** One row as a line: whatever a cell holds, it neither ends the line nor the cell. */
export const tableRow = (cells: readonly string[]): string =>
  (cells.length === 1 ? [...cells, ''] : cells).map((cell) => cell.trim().replace(/[ \t\u00a0]+/g, ' ').replace(/ ?(?:\r\n?|[\n\v\f\u0085\u2028\u2029]) ?/g, cellBreak)).join(cellParting)
