// A table of which a web page left one cell a line: the heads, then each row's cells, one below the other.
import { markOf, rank } from './numbering.ts'
import { columnsOf, headWords, isHead, kindOfHead, type ColumnKind } from './table-columns.ts'
import { countedRows } from './table-counted.ts'
import type { Head } from './table-entries.ts'
import { fitOf, lookOf, serialValue } from './table-fit.ts'
import { tableRow, type FoundRows } from './table-row.ts'

const mostHeads = 16
/** More cells than this do not stand before the first number of a table that has no head for its numbers. */
const mostBefore = 2
const mostLinesBefore = 40
/** 责任股室 / （单位）: a head that goes on in a bracket on the next line. */
const goesOn = /^[(（]/
/** What stands over a column of numbers that has no head. */
const numberSign = '№'
/** `to`: the line behind them. */
type Heads = { heads: Head[]; to: number }

/** Whether a line may be the first head of such a table: as short as a word, and it ends as heads do. */
export const mayBeStackedHead = (line: string): boolean => line.length <= 12 && /[号序位门限间务项施容求人导类域称标目作题]\s*$/.test(line)

/**
 * The table that begins with its heads at a line, undefined where none does; without rows where its cells cannot be told apart.
 * `fewest`: so many tasks that open with their numbers make a table without a column of numbers.
 */
export function stackedTable(lines: readonly string[], from: number, fewest = 2): FoundRows | { to: number } | undefined {
  const found = stackedHeads(lines, from)
  if (!found) return undefined
  const { heads, to } = found
  const numberAt = heads.findIndex(({ words }) => kindOfHead(words) === 'number')
  if (numberAt >= 0) return countedRows(lines, { heads, numberAt, from: to })
  const before = cellsBeforeNumber(lines, to)
  if (before === undefined || before >= heads.length) return evenRows(lines, found) ?? markedRows(lines, found, fewest)
  const made = [...heads.slice(0, before), { at: from, words: numberSign }, ...heads.slice(before)]
  return countedRows(lines, { heads: made, numberAt: before, from: to })
}

/** Rows whose tasks open with their numbers: （一）, or 1. */
function markedRows(lines: readonly string[], { heads, to }: Heads, fewest: number): FoundRows | undefined {
  const titleAt = heads.findIndex(({ words }) => kindOfHead(words) === 'task' || kindOfHead(words) === 'measure')
  const markRank = lines.slice(to, to + mostLinesBefore).map((line) => (line.trim() === '' ? undefined : markOf(line)?.rank)).find((found) => found !== undefined && found >= rank.bracketedIdeographic)
  if (titleAt < 0 || markRank === undefined) return undefined
  const found = countedRows(lines, { heads, numberAt: titleAt, from: to, markRank })
  const isTable = found !== undefined && 'rows' in found && found.isNamed && found.saysAll && found.count >= fewest
  return isTable ? found : undefined
}

/** How many cells stand before the first number, where the first of them are numbered; the name of a section is none. */
function cellsBeforeNumber(lines: readonly string[], from: number): number | undefined {
  let before = 0
  for (let at = from; at < Math.min(lines.length, from + mostLinesBefore) && before <= mostBefore; at++) {
    const words = (lines[at] ?? '').trim()
    if (/^\d{1,3}$/.test(serialValue(words) ?? '')) return before
    if (words !== '' && !markOf(words)) before++
  }
  return undefined
}

/** The heads, one a line: up to the first number where the rows have numbers, else as far as they are known. */
export function stackedHeads(lines: readonly string[], from: number): Heads | undefined {
  const numbered = kindOfHead(lines[from] ?? '') === 'number'
  const heads: Head[] = []
  let to = from
  for (let at = from; at < lines.length && heads.length < mostHeads; at++) {
    const words = (lines[at] ?? '').trim()
    if (words === '') continue
    const above = heads.at(-1)
    if (above && goesOn.test(words) && kindOfHead(above.words + words) !== undefined && !markOf(words)) {
      above.words += words
      to = at + 1
      continue
    }
    if (serialValue(words) !== undefined || headWords(words) === '' || (markOf(words) && !kindOfHead(words))) break
    if (heads.some((head) => kindOfHead(head.words) === 'number') && kindOfHead(words) === 'number') break
    if (!numbered && kindOfHead(words) === undefined && !isAmongHeads(lines, at)) break
    heads.push({ at, words })
    to = at + 1
  }
  return heads.length >= 3 && isHead(heads.map(({ words }) => words)) ? { heads: divided(heads), to } : undefined
}

const strictKinds: ReadonlySet<ColumnKind | undefined> = new Set(['lead', 'support', 'responsible', 'time'])

/** Whether words that are no head that is known stand before one of units or times. */
function isAmongHeads(lines: readonly string[], at: number): boolean {
  const next = lines.slice(at + 1, at + 4).map((line) => line.trim()).find((line) => line !== '')
  return next !== undefined && strictKinds.has(kindOfHead(next))
}

/** 责任单位 … 牵头单位, 配合单位: the heads of a second row come last, and stand under the one they divide. */
function divided(heads: Head[]): Head[] {
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

/** Rows without numbers: as many lines each as there are heads, and each line fits its head. */
function evenRows(lines: readonly string[], { heads, to: from }: Heads): FoundRows | undefined {
  const kinds = columnsOf([heads.map(({ words }) => words)]).map(({ kind }) => kind)
  if (!kinds.some((kind) => kind === 'time' || kind === 'lead' || kind === 'responsible')) return undefined
  const rows: { at: number; row: string }[] = []
  let to = from
  for (let at = to; at < lines.length; ) {
    const pieces: Head[] = []
    for (; at < lines.length && pieces.length < kinds.length; at++) if ((lines[at] ?? '').trim() !== '') pieces.push({ at, words: (lines[at] ?? '').trim() })
    const first = pieces[0]
    if (!first || pieces.length < kinds.length || !pieces.every(({ words }, column) => fitOf(kinds[column] ?? 'other', lookOf(words)) > 0)) break
    rows.push({ at: first.at, row: tableRow(pieces.map(({ words }) => words)) })
    to = at
  }
  return rows.length < 2 ? undefined : { to, rows: [{ at: heads[0]?.at ?? 0, row: tableRow(heads.map(({ words }) => words)) }, ...rows] }
}
