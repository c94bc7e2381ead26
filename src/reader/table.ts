// The tables of a text: rows that follow each other, under a head that says what their columns hold.
import { folded } from './folded-text.ts'
import type { Line } from './outline.ts'
import type { Span } from './reading.ts'
import { columnsOf, isHead, kindOfTable, type Column, type TableKind } from './table-columns.ts'
import { cellParting, isTableRow, sameAsAbove } from './table-row.ts'

/** A cell's words in the text, without the blanks round them. `merged`: it is one with the cell above. */
export type Cell = Span & { merged: boolean }
export type Row = Line & { cells: Cell[] }
/**
 * `captions` are the lines above that name the table, `titles` its rows above the head. `kind` is `unclear` where no head was found or none
 * that says what is listed. `heads`: the rows of the head, and where it is printed again. The span is of all its rows.
 */
export type Table = Span & { kind: TableKind; captions: Line[]; titles: Row[]; heads: Row[]; columns: Column[]; rows: Row[] }

/** A head of two rows may have a third; more are a table in itself. */
const mostHeadRows = 3
const longestCaption = 60

export const wordsOf = (text: string, { from, to }: Span): string => text.slice(from, to)
export const isBlank = (cell: Cell | undefined): boolean => cell === undefined || (cell.from === cell.to && !cell.merged)
/** Whether a cell has words of its own. */
export const isOwn = (cell: Cell | undefined): cell is Cell => cell !== undefined && cell.from < cell.to

/** Every table of a text. A table without a head goes on with the columns of the one above it, where it has as many. */
export function tablesIn(text: string, lines: readonly Line[]): Table[] {
  const tables: Table[] = []
  if (!text.includes(cellParting)) return tables
  let rows: Row[] = []
  let above: Line[] = []
  for (const line of lines) {
    if (isTableRow(text.slice(line.from, line.to))) {
      rows.push(rowOf(text, line))
      continue
    }
    if (rows.length > 0) {
      tables.push(...tablesOfRows(text, rows, captionsAbove(text, above, rows), tables.at(-1)))
      rows = []
      above = []
    }
    above = above.length < 2 ? [...above, line] : [...above.slice(-1), line]
  }
  if (rows.length > 0) tables.push(...tablesOfRows(text, rows, captionsAbove(text, above, rows), tables.at(-1)))
  return tables
}

function rowOf(text: string, line: Line): Row {
  const cells: Cell[] = []
  let from = line.from
  for (const words of text.slice(line.from, line.to).split(cellParting)) {
    const trimmed = words.trim()
    const start = from + (words.length - words.trimStart().length)
    const merged = trimmed === sameAsAbove || trimmed === '同上'
    cells.push({ from: start, to: merged ? start : start + trimmed.length, merged })
    from += words.length + 1
  }
  return { ...line, cells }
}

/** 附件2 / 重点任务分解表: short lines right above, that end no sentence; or the name of a sheet, alone between blank lines. */
function captionsAbove(text: string, above: readonly Line[], rows: readonly Row[]): Line[] {
  const captions: Line[] = []
  const last = above.at(-1)
  const before = above.at(-2)
  const isAlone = last !== undefined && rows[0]?.index === last.index + 2 && (before === undefined || before.index < last.index - 1)
  if (last && isAlone && /^[\u3400-\u9fff]{2,12}$/.test(wordsOf(text, last)) && !/[表下列]$/.test(wordsOf(text, last))) return [last]
  for (const line of [...above].reverse()) {
    const words = folded(text.slice(line.from, line.to)).trim()
    if (words.length > longestCaption || /[。;,!?]$/.test(words) || !/(?:表|清单|台账|分工|分解|任务|附件|目录|方案|要点|一览|图)[^。;,]{0,12}$/.test(words.slice(-30))) break
    captions.unshift(line)
  }
  return captions
}

/** A head within the rows opens another table, unless it is the same one printed again. */
function tablesOfRows(text: string, given: readonly Row[], captions: Line[], before: Table | undefined): Table[] {
  const rows = halvesApart(text, given)
  const tables: Table[] = []
  let table: Table | undefined
  let waiting: Row[] = []
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]
    if (!row) continue
    if (!isHead(textsOf(text, row))) {
      if (table) table.rows.push(row)
      else waiting.push(row)
      continue
    }
    const heads = headFrom(text, rows, at)
    at += heads.length - 1
    const columns = columnsOf(heads.map((head) => textsOf(text, head)))
    if (table && sameColumns(table.columns, columns)) {
      table.heads.push(...heads)
      continue
    }
    const titles: Row[] = table ? titlesAtEnd(table) : waiting
    const isTitled = titles.every((title) => mayStandOverHead(text, title))
    if (!isTitled) tables.push(withoutHead(titles, captions, before))
    table = tableUnder(columns, heads, tables.length === 0 ? captions : [], isTitled ? titles : [])
    waiting = []
    tables.push(table)
  }
  if (waiting.length > 0) tables.push(withoutHead(waiting, captions, before))
  return tables.map((one) => ({ ...one, ...extentOf(one) }))
}

/** A table set in two halves beside each other, its heads said twice: a row is two rows of the one table. */
function halvesApart(text: string, rows: readonly Row[]): Row[] {
  const headAt = rows.findIndex((row) => saysHeadsTwice(textsOf(text, row)))
  const width = rows[headAt]?.cells.length
  return rows.flatMap((row, at) => {
    if (at < headAt || row.cells.length !== width) return [row]
    const [left, right] = [row.cells.slice(0, width / 2), row.cells.slice(width / 2)]
    if (!right.some(isOwn)) return [{ ...row, cells: left }]
    return [{ ...row, to: left.at(-1)?.to ?? row.to, cells: left }, { ...row, from: right[0]?.from ?? row.from, cells: right }]
  })
}

function saysHeadsTwice(heads: readonly string[]): boolean {
  const half = heads.length / 2
  return half >= 2 && Number.isInteger(half) && heads.slice(0, half).every((head, at) => head !== '' && head !== sameAsAbove && head === heads[half + at]) && isHead(heads)
}

/** One cell over the whole width, or 填报单位：… and 填报日期：… beside each other. */
function mayStandOverHead(text: string, row: Row): boolean {
  const own = row.cells.filter(isOwn)
  return own.length <= 1 || own.every((cell) => /^[^:,。;]{2,10}:/.test(folded(wordsOf(text, cell).slice(0, 12))))
}

/** The row of a head, and those below it that divide its columns. */
function headFrom(text: string, rows: readonly Row[], from: number): Row[] {
  const first = rows[from]
  if (!first) return []
  const heads = [first]
  while (heads.length < mostHeadRows) {
    const next = rows[from + heads.length]
    if (!next || !divides(text, heads, next)) break
    heads.push(next)
  }
  return heads
}

/** A row below a head divides it where it has words only under what is merged across, and each is a head. */
function divides(text: string, heads: readonly Row[], row: Row): boolean {
  const upper = heads.at(-1)
  const texts = textsOf(text, row)
  const written = texts.flatMap((words, at) => (words === '' || words === sameAsAbove ? [] : [{ words, at }]))
  if (!upper || written.length === 0 || written.length === 1 && texts.filter((words) => words === sameAsAbove).length === 0) return false
  const first = upper.cells.findIndex(isOwn)
  if (texts[first] !== '' && texts[first] !== sameAsAbove) return false
  const both = columnsOf([...heads.map((head) => textsOf(text, head)), texts])
  return written.every(({ words, at }) => words.length <= 16 && !/[。;；，]/.test(words) && both[at] !== undefined && both[at].kind !== 'other' && (isOwn(upper.cells[at]) || upper.cells.slice(0, at).some(isOwn)))
}

/** `〃` stands as itself, so that a head can tell merged from blank. */
export const textsOf = (text: string, row: Row): string[] => row.cells.map((cell) => (cell.merged ? sameAsAbove : wordsOf(text, cell)))

const sameColumns = (a: readonly Column[], b: readonly Column[]): boolean => a.length === b.length && a.every((column, at) => column.name === b[at]?.name)

const tableUnder = (columns: Column[], heads: Row[], captions: Line[], titles: Row[]): Table => ({ kind: kindOfTable(columns), captions, titles, heads, columns, rows: [], from: 0, to: 0 })

/** The last rows of a table that name the next one. */
function titlesAtEnd(table: Table): Row[] {
  let at = table.rows.length
  while (at > 0 && (table.rows[at - 1]?.cells.filter(isOwn).length ?? 0) === 1 && isOwn(table.rows[at - 1]?.cells[0])) at--
  return table.rows.splice(at)
}

function withoutHead(rows: Row[], captions: Line[], before: Table | undefined): Table {
  const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0)
  const goesOn = before !== undefined && before.columns.length === width
  return { ...tableUnder(goesOn ? before.columns : [], [], captions, []), rows }
}

function extentOf({ titles, heads, rows }: Table): Span {
  const opening = [titles[0], heads[0], rows[0]].flatMap((row) => (row ? [row.from] : []))
  const closing = [titles.at(-1), heads.at(-1), rows.at(-1)].flatMap((row) => (row ? [row.to] : []))
  return { from: Math.min(...opening), to: Math.max(...closing) }
}
