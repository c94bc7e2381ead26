// The rows of a table with a cell a line whose rows are numbered: the numbers count on, and what they look like says which cell the lines are.
import { columnsOf, type ColumnKind } from './table-columns.ts'
import { entriesFrom, type Counted, type CountedRow, type Entry, type Opening } from './table-entries.ts'
import { assigned, fitsWell, isOffice, joinedPieces, lookOf, mostPieces, oneEach } from './table-fit.ts'
import { tableRow, type FoundRows } from './table-row.ts'

type Columns = { front: ColumnKind[]; behind: ColumnKind[] }
/** `count`: how many numbers opened one. Whether each has a task, and a unit or a date. */
export type CountedRows = FoundRows & { count: number; isNamed: boolean; saysAll: boolean }

/** A row has a cell beside its task; where a table lost its merged cells, the task alone; where rows are left out, so are their numbers. */
const strict: Opening = { fewest: 2, mayJump: false }
const loose: readonly Opening[] = [{ fewest: 1, mayJump: false }, { fewest: 2, mayJump: true }, { fewest: 1, mayJump: true }]

/** The rows below heads, without rows where their cells cannot be told apart. */
export function countedRows(lines: readonly string[], table: Counted): CountedRows | { to: number } | undefined {
  const full = rowsOf(lines, table, strict)
  if (!full?.missed) return full?.found
  let best = full.found
  for (const opening of loose) {
    const found = rowsOf(lines, table, opening)?.found
    if (found && 'rows' in found && found.isNamed && (!('rows' in best) || found.count > best.count)) best = found
  }
  return best
}

type Attempt = { found: CountedRows | { to: number }; /** Whether a number that counts on opened no row. */ missed: boolean }

function rowsOf(lines: readonly string[], table: Counted, opening: Opening): Attempt | undefined {
  const { heads, numberAt, markRank } = table
  const kinds = columnsOf([heads.map(({ words }) => words)]).map(({ kind }) => kind)
  const columns = { front: kinds.slice(0, numberAt).map(frontKind), behind: kinds.slice(markRank === undefined ? numberAt + 1 : numberAt) }
  const { entries, to, missed } = entriesFrom(lines, table, opening)
  const rows = entries.filter((entry): entry is CountedRow => 'pieces' in entry)
  const last = rows.at(-1)
  if (!last) return undefined
  if (rows.slice(0, -1).some(({ pieces }) => pieces.length > mostPieces)) return { found: { to }, missed }
  const end = trimmedEnd(rows, columns.behind, to)
  const cells = cellsOfRows(entries, columns)
  if (!cells || !fitsWell(rows.map((row) => cells.get(row)?.behind ?? []), columns.behind, opening.fewest < strict.fewest ? shareOfMerged : undefined)) return { found: { to }, missed }
  const head = tableRow(heads.map(({ words }) => words))
  const found = entries.map((entry) => ({ at: entry.at, row: 'repeats' in entry ? head : 'section' in entry ? tableRow([entry.section]) : rowOf(entry, cells.get(entry), markRank === undefined) }))
  const isNamed = rows.every((row) => isTaskNamed(cells.get(row)?.behind ?? [], columns.behind))
  const saysAll = rows.every((row) => columns.behind.some((kind, at) => (kind === 'time' || isOffice(kind)) && (cells.get(row)?.behind[at] ?? []).length > 0))
  return { missed, found: { to: end, count: rows.length, isNamed, saysAll, rows: [{ at: heads[0]?.at ?? 0, row: head }, ...found] } }
}

/** So many rows at least have a unit or a date, where those of several rows are said once. */
const shareOfMerged = 0.25

/** A task before the number of what is done for it holds several. */
const frontKind = (kind: ColumnKind): ColumnKind => (kind === 'task' ? 'category' : kind)

type RowCells = { front: string[][]; behind: string[][] }

const rowOf = ({ serial }: CountedRow, cells: RowCells = { front: [], behind: [] }, hasNumbers: boolean): string =>
  tableRow([...cells.front.map((pieces) => joinedPieces(pieces, true)), ...(hasNumbers ? [serial] : []), ...cells.behind.map((pieces) => joinedPieces(pieces, true))])

/** The pieces of every row in its cells; what stands before a number follows the last cell of the row above. */
function cellsOfRows(entries: readonly Entry[], { front, behind }: Columns): Map<CountedRow, RowCells> | undefined {
  const cells = new Map<CountedRow, RowCells>()
  const none = front.map((): string[] => [])
  let before = none
  for (const [at, entry] of entries.entries()) {
    if (!('pieces' in entry)) {
      before = none
      continue
    }
    if (entry.front.length > 0) before = assigned(entry.front.map(({ words }) => words), front)?.cells ?? none
    const next = entries[at + 1]
    const order = next !== undefined && 'pieces' in next ? [...behind, ...front] : behind
    const pieces = entry.pieces.map(({ words }) => words)
    const told = oneEach(pieces, order) ?? oneEach(pieces, behind) ?? assigned(pieces, order)?.cells
    if (!told) return undefined
    cells.set(entry, { front: before, behind: told.slice(0, behind.length) })
    before = front.map((_, column) => told[behind.length + column] ?? [])
  }
  return cells
}

const namesTask: ReadonlySet<ColumnKind> = new Set(['task', 'measure', 'indicator'])

function isTaskNamed(cells: readonly (readonly string[])[], kinds: readonly ColumnKind[]): boolean {
  return kinds.some((kind, at) => namesTask.has(kind) && ['short', 'long'].includes(lookOf(cells[at]?.[0] ?? '/')))
}

/** What follows the last row is not its own: it has no more lines than the others have, and as many as fit best. */
function trimmedEnd(rows: readonly CountedRow[], kinds: readonly ColumnKind[], to: number): number {
  const last = rows.at(-1)
  if (!last) return to
  const others = rows.slice(0, -1).map(({ pieces }) => pieces.length)
  const most = Math.min(last.pieces.length, others.length > 0 ? others.reduce((a, b) => Math.max(a, b)) : kinds.length)
  const usual = modeOf(others) ?? kinds.length
  const scores = assigned(last.pieces.slice(0, most).map(({ words }) => words), kinds)?.scores ?? []
  const scored = scores.map((score, count) => ({ count, score: score - Math.abs(count - usual) * 0.4 })).slice(1)
  const best = scored.reduce((a, b) => (b.score >= a.score ? b : a), { count: most, score: -Infinity })
  const cut = last.pieces[best.count]
  last.pieces.length = best.count
  return cut ? cut.at : to
}

function modeOf(counts: readonly number[]): number | undefined {
  const times = new Map<number, number>()
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1)
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0]
}
