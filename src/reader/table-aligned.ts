// A table whose cells are set apart by blanks, as a page printed it: a head of known words, and columns below each of them.
import { folded, numberOf } from './folded-text.ts'
import { markOf, rank } from './numbering.ts'
import { columnsOf, isHead, kindOfHead, type ColumnKind } from './table-columns.ts'
import { assigned, fitsWell, joinedPieces, mostPieces, serialValue } from './table-fit.ts'
import { isTableRow, tableRow } from './table-row.ts'
import { isBorder } from './table-drawn.ts'
import type { FoundRows } from './table-stacked.ts'

/** Words of a line with the columns of the page that they cover. */
type Word = { words: string; from: number; to: number }
type PageLine = { at: number; words: Word[] }

const longestHeadLine = 300
const longestPageLine = 1000

/** Whether a line may be the head of such a table: it opens with the head of the numbers. */
export const mayBeHeadLine = (line: string): boolean => line.length <= longestHeadLine && /^[ \u3000]*(?:序|编 {0,4}号|项次|顺序号|No|NO)/.test(line)

/** The table whose head a line is, undefined where it is none; without rows where its cells cannot be told apart. */
export function alignedTable(lines: readonly string[], from: number): FoundRows | { to: number } | undefined {
  const head = headOf(lines[from] ?? '')
  if (!head || head.words.length < 3) return undefined
  const kinds = columnsOf([head.words.map(({ words }) => words)]).map(({ kind }) => kind)
  if (kinds[0] !== 'number') return undefined
  const { body, to, repeats } = bodyFrom(lines, from + 1, head)
  const isSpaced = body.some(({ words }) => words.length > 1 && words.some((word, at) => at > 0 && word.from - (words[at - 1]?.to ?? 0) >= 2))
  const rows = isSpaced ? (rowsByPlace(body, head, kinds) ?? rowsByLook(body, kinds)) : rowsByLook(body, kinds)
  const headRow = tableRow(head.words.map(({ words }) => words))
  return rows && rows.length > 0 ? { to, rows: [...[from, ...repeats].map((at) => ({ at, row: headRow })), ...rows].sort((a, b) => a.at - b.at) } : { to }
}

function headOf(line: string): { words: Word[]; spaced: boolean } | undefined {
  const words = joinedHeads(wordsIn(line, 1))
  return words.length >= 2 && isHead(words.map((word) => word.words)) && words.every((word) => kindOfHead(word.words) !== undefined || word.words.length <= 8) ? { words, spaced: /\S(?: {2,}|\u3000)\S/.test(line) } : undefined
}

/** 序 号 and 备  注 are one word each. */
function joinedHeads(words: readonly Word[]): Word[] {
  const joined: Word[] = []
  for (let at = 0; at < words.length; ) {
    let count = 1
    for (let more = 4; more > 1; more--) {
      const group = words.slice(at, at + more)
      if (group.length === more && group.every((word) => word.words.length === 1) && kindOfHead(group.map((word) => word.words).join('')) !== undefined) {
        count = more
        break
      }
    }
    const group = words.slice(at, at + count)
    joined.push({ words: group.map((word) => word.words).join(''), from: group[0]?.from ?? 0, to: group.at(-1)?.to ?? 0 })
    at += count
  }
  return joined
}

/** The words of a line that so many blanks part at least. */
function wordsIn(line: string, gap: number): Word[] {
  const words: Word[] = []
  let column = 0
  let open: Word | undefined
  for (const sign of line.slice(0, longestPageLine)) {
    const width = sign.charCodeAt(0) < 0x1100 ? 1 : 2
    if (sign !== ' ' && sign !== '\u3000') {
      if (open && column - open.to < gap) open.words += ' '.repeat(column - open.to) + sign
      else words.push((open = { words: sign, from: column, to: column }))
      open.to = column + width
    }
    column += width
  }
  return words
}

/** The lines of the table, up to another head, a page of prose or the next heading that no row follows. */
function bodyFrom(lines: readonly string[], from: number, head: { words: readonly Word[] }): { body: PageLine[]; to: number; repeats: number[] } {
  const body: PageLine[] = []
  const repeats: number[] = []
  const headLine = head.words.map(({ words }) => words).join('')
  let to = from
  let seen = false
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (isTableRow(line) || isBorder(line)) break
    const words = wordsIn(line, 2)
    const [first] = words
    if (!first) {
      body.push({ at, words: [] })
      continue
    }
    if (line.replace(/[ \u3000]+/g, '') === headLine) {
      repeats.push(at)
      to = at + 1
      continue
    }
    if (mayBeHeadLine(line) && headOf(line)) break
    const serial = serialValue(wordsIn(line, 1)[0]?.words ?? '')
    if (serial !== undefined) seen = true
    if (words.length === 1 && serial === undefined && !isSection(lines, at)) {
      const wide = first.to - first.from >= 60
      if (wide || (seen && first.from <= 4 && /^附(?:件|表)|^注[:：]|^[（(]此件/.test(first.words)) || (seen && markOf(first.words) && markOf(first.words)?.rank === rank.ideographic)) break
    }
    body.push({ at, words })
    to = at + 1
  }
  while (body.at(-1)?.words.length === 0) body.pop()
  return { body, to, repeats }
}

/** 一、加强基础教育 between the rows: a number follows it. */
function isSection(lines: readonly string[], at: number): boolean {
  const words = (lines[at] ?? '').trim()
  const mark = markOf(words)
  if (!mark || mark.rank > rank.bracketedIdeographic || words.length > 40) return false
  for (let next = at + 1; next < Math.min(lines.length, at + 5); next++) {
    const first = wordsIn(lines[next] ?? '', 1)[0]?.words
    if (first !== undefined && serialValue(first) !== undefined) return true
  }
  return false
}

type Block = { at: number; section?: string; lines: Placed[] }

/** Cells by where they stand under the heads. */
function rowsByPlace(body: readonly PageLine[], head: { words: readonly Word[] }, kinds: readonly ColumnKind[]): FoundRows['rows'] | undefined {
  const edges = edgesOf(body, head.words)
  const placed = body.map(({ at, words }) => ({ at, words, cells: cellsByEdges(words, edges) }))
  const blocks = blocksOf(placed)
  if (!blocks) return undefined
  const rows = blocks.map((block) => ({ at: block.at, section: block.section, cells: kinds.map((_, column) => block.lines.map((line) => line.cells[column] ?? '').filter((cell) => cell !== '')) }))
  const told = rows.filter(({ section }) => section === undefined).map(({ cells }) => cells.map((pieces) => (pieces.length === 0 ? [] : [joinedPieces(pieces, false)])))
  if (!fitsWell(told, kinds)) return undefined
  return rows.map(({ at, section, cells }) => ({ at, row: section === undefined ? tableRow(cells.map((pieces) => joinedPieces(pieces, false))) : tableRow([section]) }))
}

/** Where one column ends and the next begins: between two heads, where the fewest lines have words. */
function edgesOf(body: readonly PageLine[], heads: readonly Word[]): number[] {
  const covered = new Map<number, number>()
  for (const { words } of body) if (words.length > 1) for (const { from, to } of words) for (let column = from; column < to; column++) covered.set(column, (covered.get(column) ?? 0) + 1)
  return heads.slice(1).map((head, at) => {
    const before = heads[at]
    const low = before ? Math.ceil((before.from + before.to) / 2) : 0
    const high = Math.floor((head.from + head.to) / 2)
    const middle = before ? (before.to + head.from) / 2 : head.from
    let best = low
    let least = Infinity
    for (let column = low; column <= high; column++) {
      const cost = (covered.get(column) ?? 0) * 1000 + Math.abs(column - middle)
      if (cost < least) [best, least] = [column, cost]
    }
    return best
  })
}

function cellsByEdges(words: readonly Word[], edges: readonly number[]): string[] {
  const cells: string[] = [...edges.map(() => ''), '']
  for (const word of words) for (const piece of atEdges(word, edges)) cells[piece.column] = cells[piece.column] === '' ? piece.words : `${cells[piece.column] ?? ''} ${piece.words}`
  return cells
}

const columnAt = (place: number, edges: readonly number[]): number => {
  const column = edges.findIndex((edge) => place < edge)
  return column < 0 ? edges.length : column
}

/** Words over an edge with a blank in them were two cells that touch. */
function atEdges(word: Word, edges: readonly number[]): { column: number; words: string }[] {
  const first = columnAt(word.from, edges)
  if (first === columnAt(word.to - 1, edges)) return [{ column: first, words: word.words }]
  const parts = wordsIn(word.words, 1)
  if (parts.length === 1) return [{ column: columnAt((word.from + word.to) / 2, edges), words: word.words }]
  return parts.map((part) => ({ column: columnAt(word.from + (part.from + part.to) / 2, edges), words: part.words }))
}

type Placed = PageLine & { cells: string[] }

/** The lines of each row. Blank lines part rows where each has one number; else a number opens its row, or stands in its middle. */
function blocksOf(lines: readonly Placed[]): Block[] | undefined {
  const groups = paragraphsOf(lines)
  const numbers = groups.map((group) => group.filter((line) => serialValue(line.cells[0] ?? '') !== undefined).length)
  if (groups.length > 1 && numbers.every((count) => count <= 1) && numbers.filter((count) => count === 1).length >= groups.length * 0.6) {
    return groups.flatMap((group, at) => (numbers[at] === 1 ? [{ at: group[0]?.at ?? 0, lines: group }] : sectionBlocks(group)))
  }
  const written = lines.filter(({ words }) => words.length > 0)
  const blocks: Block[] = []
  let stretch: Placed[] = []
  const close = (): boolean => {
    const rows = stretch.length === 0 ? [] : rowsOfStretch(stretch)
    stretch = []
    if (rows) blocks.push(...rows)
    return rows !== undefined
  }
  for (const line of written) {
    if (!isSectionLine(line)) {
      stretch.push(line)
      continue
    }
    if (!close()) return undefined
    blocks.push(...sectionBlocks([line]))
  }
  return close() ? blocks : undefined
}

function isSectionLine({ words }: Placed): boolean {
  const [first] = words
  const mark = words.length === 1 && first ? markOf(first.words) : undefined
  return mark !== undefined && mark.rank <= rank.bracketedIdeographic && serialValue(first?.words ?? '') === undefined
}

const sectionBlocks = (group: readonly Placed[]): Block[] => [{ at: group[0]?.at ?? 0, section: group.map(({ words }) => words.map((word) => word.words).join('')).join(''), lines: [] }]

function paragraphsOf(lines: readonly Placed[]): Placed[][] {
  const groups: Placed[][] = [[]]
  for (const line of lines) {
    if (line.words.length === 0) groups.push([])
    else groups.at(-1)?.push(line)
  }
  return groups.filter((group) => group.length > 0)
}

/** Lines without blank ones or sections between them. */
function rowsOfStretch(lines: readonly Placed[]): Block[] | undefined {
  const numbered = lines.flatMap((line, at) => (serialValue(line.cells[0] ?? '') === undefined ? [] : [at]))
  const first = numbered[0]
  if (first === undefined) return undefined
  const starts = first === 0 ? numbered : centredStarts(lines, numbered)
  return starts.map((start, at) => ({ at: lines[start]?.at ?? 0, lines: lines.slice(start, starts[at + 1] ?? lines.length) }))
}

/** A number in the middle of its row has as many lines above it as below; a sentence that ends says so too. */
function centredStarts(lines: readonly Placed[], numbered: readonly number[]): number[] {
  const starts = [0]
  for (const [which, at] of numbered.slice(0, -1).entries()) {
    const next = numbered[which + 1] ?? lines.length
    const even = 2 * at - (starts.at(-1) ?? 0) + 1
    let best = Math.min(Math.max(even, at + 1), next)
    let least = Infinity
    for (let start = at + 1; start <= next; start++) {
      const ended = (lines[start - 1]?.cells ?? []).some((cell) => /[。；;]$/.test(cell))
      const cost = Math.abs(start - even) - (ended ? 1.5 : 0)
      if (cost < least) [best, least] = [start, cost]
    }
    starts.push(best)
  }
  return starts
}

/** Cells by what they look like, where single blanks are all that part them: a row begins with the number that counts on. */
function rowsByLook(body: readonly PageLine[], kinds: readonly ColumnKind[]): FoundRows['rows'] | undefined {
  const rows: { at: number; section?: string; pieces: string[] }[] = []
  let expected: number | undefined
  for (const line of body) {
    const words = line.words.flatMap((word) => wordsIn(word.words, 1)).map((word) => word.words)
    const [first, ...rest] = words
    if (first === undefined) continue
    const value = numberOf(serialValue(first) ?? '')
    if (value !== undefined && rest.length > 0 && (expected === undefined || value === expected || value === 1)) {
      rows.push({ at: line.at, pieces: words })
      expected = value + 1
    } else if (markOf(words.join('')) && words.length === 1 && folded(first).length <= 40 && value === undefined && (markOf(first)?.rank ?? 99) <= rank.bracketedIdeographic) {
      rows.push({ at: line.at, section: first, pieces: [] })
    } else {
      const row = rows.at(-1)
      if (!row || row.section !== undefined) return undefined
      row.pieces.push(...words)
      if (row.pieces.length > mostPieces) return undefined
    }
  }
  const cells = rows.map((row) => (row.section === undefined ? assigned(row.pieces.slice(1), kinds.slice(1))?.cells : []))
  const told = cells.flatMap((one, at) => (one && rows[at]?.section === undefined ? [one] : []))
  if (cells.includes(undefined) || !fitsWell(told, kinds.slice(1))) return undefined
  return rows.map(({ at, section, pieces }, which) => ({ at, row: section === undefined ? tableRow([pieces[0] ?? '', ...(cells[which] ?? []).map(joinedWords)]) : tableRow([section]) }))
}

/** Names that a blank parts stay apart; words that a line's end parted are joined. */
const joinedWords = (pieces: readonly string[]): string => joinedPieces(pieces, false)
