// Tables on their side: heads down the first column and what they say beside them. A form is one task, its pairs one or two in a row.
import { columnsOf, headWords, isHead, kindOfHead, kindOfTable } from './table-columns.ts'
import { cellBreak, cellParting, sameAsAbove, tableRow, type FoundRows } from './table-row.ts'

type PlacedRow = { at: number; cells: readonly string[] }
/** A head and what stands beside it. */
type Pair = { head: string; words: string[] }
type Form = { at: number[]; pairs: Pair[] }

const fewestHeads = 3

/** Whether rows are forms or a table on its side. */
export const isTurned = (rows: readonly (readonly string[])[]): boolean => uprightRows(rows.map((cells, at) => ({ at, cells }))) !== undefined

/** Rows with each table on its side set upright: its heads a row, and a row for each task, at lines that it stood in. Other rows stay. */
export function upright(rows: FoundRows['rows']): FoundRows['rows'] {
  return uprightRows(rows.map(({ at, row }) => ({ at, cells: row.split(cellParting).map((cell) => cell.trim()) }))) ?? rows
}

function uprightRows(rows: readonly PlacedRow[]): FoundRows['rows'] | undefined {
  const [first] = rows
  // Nearly every table has a row of heads, and is looked at no further.
  if (!first || rows.slice(0, fewestHeads).some(({ cells }) => isHead(cells))) return undefined
  return rowsOfForms(rows) ?? rowsOfColumns(rows)
}

/** One form below the other; a row of one cell between them stays where it is. */
function rowsOfForms(rows: readonly PlacedRow[]): FoundRows['rows'] | undefined {
  const forms: Form[] = []
  const apart: FoundRows['rows'] = []
  let open: Form | undefined
  for (const { at, cells } of rows) {
    const own = cells.filter(isWritten)
    if (cells[0] === sameAsAbove && open) {
      open.pairs.at(-1)?.words.push(...own)
      open.at.push(at)
      continue
    }
    if (own.length === 1 && kindOfHead(own[0] ?? '') === undefined) {
      apart.push({ at, row: tableRow(cells) })
      open = undefined
      continue
    }
    const pairs = pairsIn(cells, open !== undefined)
    if (!pairs) return undefined
    if (!open || pairs.some(({ head }) => open?.pairs.some((other) => headWords(other.head) === headWords(head)))) forms.push((open = { at: [], pairs: [] }))
    open.pairs.push(...pairs)
    open.at.push(at)
  }
  if (forms.length === 0 || !forms.every(({ at, pairs }) => at.length > 1 && listsTasks(pairs.map(({ head }) => head)))) return undefined
  const placed = forms.flatMap(({ at, pairs }) => [
    { at: at[0] ?? 0, row: tableRow(pairs.map(({ head }) => head)) },
    { at: at[1] ?? 0, row: tableRow(pairs.map(({ words }) => words.join(cellBreak))) },
  ])
  return [...placed, ...apart].sort((a, b) => a.at - b.at)
}

const isWritten = (cell: string): boolean => cell !== '' && cell !== sameAsAbove

/** The pairs of a form's row; undefined where a head has more beside it than one thing. Within a form one head may be unknown. */
function pairsIn(cells: readonly string[], within: boolean): Pair[] | undefined {
  const pairs: Pair[] = []
  let headAt = -1
  for (const [at, cell] of cells.entries()) {
    if (!isWritten(cell)) continue
    const pair = pairs.at(-1)
    const isKnown = kindOfHead(cell) !== undefined
    if (!pair ? isKnown || (within && at === 0 && headWords(cell) !== '') : at > headAt + 1 && isKnown) {
      pairs.push({ head: cell, words: [] })
      headAt = at
    } else if (!pair || pair.words.length > 0) return undefined
    else pair.words.push(cell)
  }
  return pairs
}

const listsTasks = (heads: readonly string[]): boolean => heads.length >= fewestHeads && isHead(heads) && kindOfTable(columnsOf([heads])) === 'tasks'

/** Heads down the first column, and a task in each of the others. */
function rowsOfColumns(rows: readonly PlacedRow[]): FoundRows['rows'] | undefined {
  const heads = rows.map(({ cells }) => cells[0] ?? '')
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  // A task a line: there must be as many lines.
  if (width > rows.length || !listsTasks(heads) || heads.some((head) => headWords(head) === '')) return undefined
  return rows.slice(0, width).map(({ at }, column) => ({ at, row: tableRow(rows.map(({ cells }) => cells[column] ?? '')) }))
}
