// A table of which a web page left one cell a line: the heads, then each row's cells, one below the other.
import { numberOf } from './folded-text.ts'
import { markOf, rank } from './numbering.ts'
import { columnsOf, headWords, isHead, kindOfHead, type ColumnKind } from './table-columns.ts'
import { assigned, fitOf, fitsWell, joinedPieces, lookOf, mostPieces, serialValue } from './table-fit.ts'
import { isTableRow, tableRow } from './table-row.ts'

/** Lines from `from` up to `to` as rows, each at the line it began at. */
export type FoundRows = { to: number; rows: { at: number; row: string }[] }

const mostHeads = 16
const closesTable = /^(?:附(?:件|表|录) ?\d{0,2} ?[:：]?|(?:注|备注|抄送|联系人|联系电话|来源|责任编辑|编辑)[:：].*)$/
type Piece = { at: number; words: string }

/** Whether a line may be the first head of such a table: as short as a word, and it ends as heads do. */
export const mayBeStackedHead = (line: string): boolean => line.length <= 12 && /[号序位门限间务项施容求人导类域称标目作题]\s*$/.test(line)

/** The table that begins with its heads at a line, undefined where none does; without rows where its cells cannot be told apart. */
export function stackedTable(lines: readonly string[], from: number): FoundRows | { to: number } | undefined {
  const heads = headsFrom(lines, from)
  if (!heads) return undefined
  return kindOfHead(heads[0]?.words ?? '') === 'number' ? numberedRows(lines, heads) : evenRows(lines, heads)
}

/** The heads, one a line: up to the first number where the rows have numbers, else as far as they are known. */
function headsFrom(lines: readonly string[], from: number): Piece[] | undefined {
  const numbered = kindOfHead(lines[from] ?? '') === 'number'
  const heads: Piece[] = []
  for (let at = from; at < lines.length && heads.length < mostHeads; at++) {
    const words = (lines[at] ?? '').trim()
    if (words === '') continue
    if (serialValue(words) !== undefined || headWords(words) === '' || (markOf(words) && !kindOfHead(words))) break
    if (heads.length > 0 && kindOfHead(words) === 'number') break
    if (!numbered && kindOfHead(words) === undefined) break
    heads.push({ at, words })
  }
  return heads.length >= 3 && isHead(heads.map(({ words }) => words)) ? divided(heads) : undefined
}

/** 责任单位 … 牵头单位, 配合单位: the heads of a second row come last, and stand under the one they divide. */
function divided(heads: Piece[]): Piece[] {
  const kinds = heads.map(({ words }) => kindOfHead(words))
  const below = kinds.at(-2) === 'lead' && kinds.at(-1) === 'support' ? 2 : trailing(kinds, 'year')
  const over = heads.findIndex(({ words }) => (below === 2 && kinds.at(-1) === 'support' ? /^责任(?:单位|部门|分工)$/ : /^(?:年度|分年度)?(?:目标|任务|计划|进度安排|目标任务)$/).test(headWords(words)))
  if (below < 2 || over <= 0 || over >= heads.length - below) return heads
  return [...heads.slice(0, over), ...heads.slice(-below), ...heads.slice(over + 1, heads.length - below)]
}

function trailing(kinds: readonly (ColumnKind | undefined)[], kind: ColumnKind): number {
  let count = 0
  while (kinds[kinds.length - 1 - count] === kind) count++
  return count
}

type StackedRow = { at: number; serial: string; pieces: Piece[] }
type Entry = StackedRow | { at: number; section: string } | { at: number; repeats: true }

function numberedRows(lines: readonly string[], heads: Piece[]): FoundRows | { to: number } | undefined {
  const kinds = columnsOf([heads.map(({ words }) => words)]).map(({ kind }) => kind)
  const bodyFrom = Math.max(...heads.map(({ at }) => at)) + 1
  const { entries, to } = entriesFrom(lines, bodyFrom, heads)
  const rows = entries.filter((entry): entry is StackedRow => 'pieces' in entry)
  const last = rows.at(-1)
  if (!last) return undefined
  if (rows.slice(0, -1).some(({ pieces }) => pieces.length > mostPieces)) return { to }
  const end = trimmedEnd(rows, kinds.slice(1), to)
  const cells = new Map(rows.map((row) => [row, assigned(row.pieces.map(({ words }) => words), kinds.slice(1))?.cells]))
  const told = [...cells.values()]
  if (told.some((one) => one === undefined) || !fitsWell(told.flatMap((one) => (one ? [one] : [])), kinds.slice(1))) return { to }
  const head = tableRow(heads.map(({ words }) => words))
  const found = entries.map((entry) => ({
    at: entry.at,
    row: 'repeats' in entry ? head : 'section' in entry ? tableRow([entry.section]) : tableRow([entry.serial, ...(cells.get(entry) ?? []).map((pieces) => joinedPieces(pieces, true))]),
  }))
  return { to: end, rows: [{ at: heads[0]?.at ?? 0, row: head }, ...found] }
}

/** Rows by their numbers, which count on, and the lines between them that name a section. */
function entriesFrom(lines: readonly string[], from: number, heads: readonly Piece[]): { entries: Entry[]; to: number } {
  const entries: Entry[] = []
  let row: StackedRow | undefined
  let expected: number | undefined
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
    const opensRow = serial !== undefined && (row === undefined || row.pieces.length >= 2) && (expected === undefined || value === expected || goesDeeper(row?.serial, serial) || (value === 1 && entries.at(-1) !== row))
    if (opensRow) {
      row = { at, serial: words, pieces: [] }
      entries.push(row)
      expected = value === undefined ? expected : value + 1
      continue
    }
    const mark = markOf(words)
    const next = mark && mark.rank <= rank.bracketedIdeographic && words.length <= 40 ? nextSerial(lines, at + 1) : undefined
    if (next !== undefined && (expected === undefined || numberOf(next) === expected || numberOf(next) === 1)) {
      entries.push({ at, section: words })
      if (numberOf(next) === 1) expected = 1
      row = undefined
      continue
    }
    if (!row || row.pieces.length > mostPieces) break
    row.pieces.push({ at, words })
    empty = 0
  }
  return { entries, to: at - (at === lines.length ? empty : 0) }
}

/** 1.1 behind 1, and 1.2 or 2.1 behind it. */
const goesDeeper = (above: string | undefined, serial: string): boolean => above !== undefined && /^\d{1,3}\.\d{1,3}$/.test(serial) && Math.abs(Number.parseInt(serial) - Number.parseInt(above)) <= 1

function nextSerial(lines: readonly string[], from: number): string | undefined {
  for (let at = from; at < Math.min(lines.length, from + 4); at++) if ((lines[at] ?? '').trim() !== '') return serialValue(lines[at] ?? '')
  return undefined
}

const repeatsHeads = (lines: readonly string[], from: number, heads: readonly Piece[]): boolean => {
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
function trimmedEnd(rows: readonly StackedRow[], kinds: readonly ColumnKind[], to: number): number {
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

/** Rows without numbers: as many lines each as there are heads, and each line fits its head. */
function evenRows(lines: readonly string[], heads: Piece[]): FoundRows | undefined {
  const kinds = columnsOf([heads.map(({ words }) => words)]).map(({ kind }) => kind)
  if (!kinds.some((kind) => kind === 'time' || kind === 'lead' || kind === 'responsible')) return undefined
  const rows: { at: number; row: string }[] = []
  let to = Math.max(...heads.map(({ at }) => at)) + 1
  for (let at = to; at < lines.length; ) {
    const pieces: Piece[] = []
    for (; at < lines.length && pieces.length < kinds.length; at++) if ((lines[at] ?? '').trim() !== '') pieces.push({ at, words: (lines[at] ?? '').trim() })
    const first = pieces[0]
    if (!first || pieces.length < kinds.length || !pieces.every(({ words }, column) => fitOf(kinds[column] ?? 'other', lookOf(words)) > 0)) break
    rows.push({ at: first.at, row: tableRow(pieces.map(({ words }) => words)) })
    to = at
  }
  return rows.length < 2 ? undefined : { to, rows: [{ at: heads[0]?.at ?? 0, row: tableRow(heads.map(({ words }) => words)) }, ...rows] }
}
