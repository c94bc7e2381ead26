// The rows of a table with a cell a line whose rows are numbered: the numbers count on, and what they look like says which cell the lines are.
import { numberOf } from './folded-text.ts'
import { markOf, rank } from './numbering.ts'
import { columnsOf, type ColumnKind } from './table-columns.ts'
import { assigned, fitsWell, joinedPieces, lookOf, mostPieces, oneEach, serialValue } from './table-fit.ts'
import { isTableRow, tableRow, type FoundRows } from './table-row.ts'

export type Head = { at: number; words: string }
/** The heads in their order, which of them stands over the numbers, and the line that the rows begin at. */
export type Counted = { heads: Head[]; numberAt: number; from: number }

const closesTable = /^(?:附(?:件|表|录) ?\d{0,2} ?[:：]?|(?:注|备注|抄送|联系人|联系电话|来源|责任编辑|编辑)[:：].*)$/
type Piece = { at: number; words: string }
/** `front`: what stands before the number, where no row is above. */
type CountedRow = { at: number; serial: string; front: Piece[]; pieces: Piece[] }
type Entry = CountedRow | { at: number; section: string } | { at: number; repeats: true }
type Columns = { front: ColumnKind[]; behind: ColumnKind[] }
type Rows = FoundRows & { /** How many numbers opened one. */ count: number; isNamed: boolean }

/** A row has a cell beside its task; where a table lost its merged cells, the task alone. */
const fewestPieces = 2

/** The rows below heads, without rows where their cells cannot be told apart. */
export function countedRows(lines: readonly string[], table: Counted): FoundRows | { to: number } | undefined {
  const full = rowsOf(lines, table, fewestPieces)
  if (!full?.missed) return full?.found
  const bare = rowsOf(lines, table, 1)?.found
  if (!bare || !('rows' in bare) || !bare.isNamed) return full.found
  return !('rows' in full.found) || bare.count > full.found.count ? bare : full.found
}

type Attempt = { found: Rows | { to: number }; /** Whether a number that counts on opened no row. */ missed: boolean }

function rowsOf(lines: readonly string[], { heads, numberAt, from }: Counted, fewest: number): Attempt | undefined {
  const kinds = columnsOf([heads.map(({ words }) => words)]).map(({ kind }) => kind)
  const columns = { front: kinds.slice(0, numberAt).map(frontKind), behind: kinds.slice(numberAt + 1) }
  const { entries, to, missed } = entriesFrom(lines, { heads, numberAt, from }, fewest)
  const rows = entries.filter((entry): entry is CountedRow => 'pieces' in entry)
  const last = rows.at(-1)
  if (!last) return undefined
  if (rows.slice(0, -1).some(({ pieces }) => pieces.length > mostPieces)) return { found: { to }, missed }
  const end = trimmedEnd(rows, columns.behind, to)
  const cells = cellsOfRows(entries, columns)
  if (!cells || !fitsWell(rows.map((row) => cells.get(row)?.behind ?? []), columns.behind, fewest < fewestPieces ? shareOfMerged : undefined)) return { found: { to }, missed }
  const head = tableRow(heads.map(({ words }) => words))
  const found = entries.map((entry) => ({ at: entry.at, row: 'repeats' in entry ? head : 'section' in entry ? tableRow([entry.section]) : rowOf(entry, cells.get(entry)) }))
  const isNamed = rows.every((row) => isTaskNamed(cells.get(row)?.behind ?? [], columns.behind))
  return { missed, found: { to: end, count: rows.length, isNamed, rows: [{ at: heads[0]?.at ?? 0, row: head }, ...found] } }
}

/** So many rows at least have a unit or a date, where those of several rows are said once. */
const shareOfMerged = 0.25

/** A task before the number of what is done for it holds several. */
const frontKind = (kind: ColumnKind): ColumnKind => (kind === 'task' ? 'category' : kind)

type RowCells = { front: string[][]; behind: string[][] }

const rowOf = ({ serial }: CountedRow, cells: RowCells = { front: [], behind: [] }): string =>
  tableRow([...cells.front.map((pieces) => joinedPieces(pieces, true)), serial, ...cells.behind.map((pieces) => joinedPieces(pieces, true))])

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

/** Rows by their numbers, which count on, and the lines between them that name a section. */
function entriesFrom(lines: readonly string[], { heads, numberAt, from }: Counted, fewest: number): { entries: Entry[]; to: number; missed: boolean } {
  const entries: Entry[] = []
  let front: Piece[] = []
  let row: CountedRow | undefined
  let expected: number | undefined
  let missed = false
  let at = from
  let empty = 0
  for (; at < lines.length; at++) {
    const words = (lines[at] ?? '').trim()
    if (words === '') {
      empty++
      continue
    }
    if (isTableRow(words) || closesTable.test(words)) break
    // The heads again, on the next page.
    if (words === heads[0]?.words) {
      if (!repeatsHeads(lines, at, heads)) break
      entries.push({ at, repeats: true })
      at = skipHeads(lines, at, heads.length)
      continue
    }
    const serial = serialValue(words)
    const value = serial === undefined ? undefined : numberOf(serial)
    const countsOn = serial !== undefined && (expected === undefined || value === expected || goesDeeper(row?.serial, serial) || (value === 1 && entries.at(-1) !== row))
    if (countsOn && (row === undefined || row.pieces.length >= fewest)) {
      row = { at, serial: words, front, pieces: [] }
      front = []
      entries.push(row)
      expected = value === undefined ? expected : value + 1
      continue
    }
    if (countsOn) missed = true
    const mark = markOf(words)
    const next = mark && mark.rank <= rank.bracketedIdeographic && words.length <= 40 ? nextSerial(lines, at + 1) : undefined
    if (next !== undefined && (expected === undefined || numberOf(next) === expected || numberOf(next) === 1)) {
      entries.push({ at, section: words })
      if (numberOf(next) === 1) expected = 1
      row = undefined
      continue
    }
    if (!row) {
      if (front.length >= numberAt) break
      front.push({ at, words })
      continue
    }
    if (row.pieces.length > mostPieces) break
    row.pieces.push({ at, words })
    empty = 0
  }
  return { entries, to: at - (at === lines.length ? empty : 0), missed }
}

/** 1.1 behind 1, and 1.2 or 2.1 behind it. */
const goesDeeper = (above: string | undefined, serial: string): boolean => above !== undefined && /^\d{1,3}\.\d{1,3}$/.test(serial) && Math.abs(Number.parseInt(serial) - Number.parseInt(above)) <= 1

function nextSerial(lines: readonly string[], from: number): string | undefined {
  for (let at = from; at < Math.min(lines.length, from + 4); at++) if ((lines[at] ?? '').trim() !== '') return serialValue(lines[at] ?? '')
  return undefined
}

const repeatsHeads = (lines: readonly string[], from: number, heads: readonly Head[]): boolean => {
  const words = new Set(heads.map((head) => head.words))
  const next = lines.slice(from, from + heads.length * 3).map((line) => line.trim()).filter((line) => line !== '').slice(0, heads.length)
  return next.length === heads.length && next.every((line) => words.has(line))
}

function skipHeads(lines: readonly string[], from: number, count: number): number {
  let at = from
  for (let left = count; at < lines.length; at++) if ((lines[at] ?? '').trim() !== '' && --left === 0) break
  return at
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
