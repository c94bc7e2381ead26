// Which lines of a table with a cell a line open its rows: numbers that count on, alone or before the words of a task.
import { numberOf } from './folded-text.ts'
import { markOf, rank, type Rank } from './numbering.ts'
import { mostPieces, serialValue } from './table-fit.ts'
import { isTableRow } from './table-row.ts'

export type Head = { at: number; words: string }
/**
 * The heads in their order, which of them stands over the numbers, and the line that the rows begin at. `markRank`: of the marks that
 * tasks open with, where no column has the numbers; then they stand under the head of the tasks.
 */
export type Counted = { heads: Head[]; numberAt: number; from: number; markRank?: Rank }

const closesTable = /^(?:附(?:件|表|录) ?\d{0,2} ?[:：]?|(?:注|备注|抄送|联系人|联系电话|来源|责任编辑|编辑)[:：].*)$/
type Piece = { at: number; words: string }
/** `front`: what stands before the number, where no row is above. */
export type CountedRow = { at: number; serial: string; front: Piece[]; pieces: Piece[] }
export type Entry = CountedRow | { at: number; section: string } | { at: number; repeats: true }

/** How many pieces a row has before a number opens the next, and whether the numbers may leave some out. */
export type Opening = { fewest: number; mayJump: boolean }

/** A number behind a gap is one where the next follows it within so many lines. */
const mostToNext = 30

/** Rows by their numbers, which count on, and the lines between them that name a section. */
export function entriesFrom(lines: readonly string[], { heads, numberAt, from, markRank }: Counted, { fewest, mayJump }: Opening): { entries: Entry[]; to: number; missed: boolean } {
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
    // The heads again, on the next page; heads below heads are no table.
    if (words === heads[0]?.words) {
      if (entries.length === 0 || !repeatsHeads(lines, at, heads)) break
      entries.push({ at, repeats: true })
      at = skipHeads(lines, at, heads.length)
      continue
    }
    const serial = numberIn(words, markRank)
    const value = serial === undefined ? undefined : numberOf(serial)
    const countsOn = serial !== undefined && (expected === undefined || value === expected || goesDeeper(row?.serial, serial) || (value === 1 && entries.at(-1) !== row))
    const isBehindGap = !countsOn && value !== undefined && expected !== undefined && value > expected && /^\d{1,3}$/.test(serial ?? '')
    const opensRow = countsOn || (isBehindGap && mayJump && hasNext(lines, at + 1, value + 1))
    if (opensRow && (row === undefined || row.pieces.length >= fewest)) {
      row = { at, serial: words, front, pieces: markRank === undefined ? [] : [{ at, words }] }
      front = []
      entries.push(row)
      expected = value === undefined ? expected : value + 1
      continue
    }
    if (countsOn || isBehindGap) missed = true
    const mark = markOf(words)
    const next = mark && mark.rank <= rank.bracketedIdeographic && words.length <= 40 ? nextNumber(lines, at + 1, markRank) : undefined
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

const hasNext = (lines: readonly string[], from: number, value: number): boolean => lines.slice(from, from + mostToNext).some((line) => line.trim() === String(value))

function nextNumber(lines: readonly string[], from: number, markRank: Rank | undefined): string | undefined {
  for (let at = from; at < Math.min(lines.length, from + 4); at++) if ((lines[at] ?? '').trim() !== '') return numberIn((lines[at] ?? '').trim(), markRank)
  return undefined
}

/** The number that a line is, or that it opens with. */
function numberIn(words: string, markRank: Rank | undefined): string | undefined {
  if (markRank === undefined) return serialValue(words)
  const mark = markOf(words)
  return mark?.rank === markRank && words.length > mark.length ? String(mark.value) : undefined
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
