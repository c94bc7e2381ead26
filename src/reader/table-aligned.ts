// A table whose cells are set apart by blanks, as a page printed it: a head of known words, and columns below each of them.
import { markOf, rank } from './numbering.ts'
import { blocksOf, type PageLine, type Placed, type Word } from './table-blocks.ts'
import { columnsOf, isHead, kindOfHead, type ColumnKind } from './table-columns.ts'
import { isBorder } from './table-drawn.ts'
import { fitsWell, joinedPieces, serialValue } from './table-fit.ts'
import { flowingRows } from './table-flowing.ts'
import { isTableRow, tableRow, type FoundRows } from './table-row.ts'

const longestHeadLine = 300
const longestPageLine = 1000

/** Whether a line may be the head of such a table: it opens with the head of the numbers, or of what holds several of them. */
export const mayBeHeadLine = (line: string): boolean => line.length <= longestHeadLine && /^[ \u3000]*(?:序|编 {0,4}号|项次|顺序号|No|NO|.{0,4}(?:类|领|板|方|专|分|事))/.test(line)

type Head = { words: Word[]; /** The first line below it. */ to: number }
/** The line of a head, and the lines up to the next one: on another page the columns may stand elsewhere. */
type Page = { at: number; to: number; body: number[] }
/** How many columns of the page a Chinese sign takes: two where it was typed, one where a program counted signs. */
type SignWidth = 1 | 2

/** The table whose head a line is, undefined where it is none; without rows where its cells cannot be told apart. */
export function alignedTable(lines: readonly string[], from: number): FoundRows | { to: number } | undefined {
  const head = headOf(lines, from)
  if (!head || head.words.length < 3) return undefined
  const kinds = columnsOf([head.words.map(({ words }) => words)]).map(({ kind }) => kind)
  const number = kinds.indexOf('number')
  if (number < 0 || number > 1) return undefined
  const { pages, to } = pagesFrom(lines, from, head)
  const body = pages.flatMap((page) => page.body)
  const isSpaced = number === 0 && body.some((at) => wordsIn(lines[at] ?? '', 2).length > 1)
  const rows = (isSpaced ? rowsByPlace(lines, pages, kinds) : undefined) ?? flowingRows(body.map((at) => ({ at, words: wordsIn(lines[at] ?? '', 1).map(({ words }) => words) })), kinds)
  const headRow = tableRow(head.words.map(({ words }) => words))
  return rows && rows.length > 0 ? { to, rows: [...pages.map(({ at }) => ({ at, row: headRow })), ...rows].sort((a, b) => a.at - b.at) } : { to }
}

/** A head may be broken itself: its last word goes on in the next line. */
function headOf(lines: readonly string[], from: number, width: SignWidth = 2): Head | undefined {
  const words = joinedHeads(wordsIn(lines[from] ?? '', 1, width))
  const below = wordsIn((lines[from + 1] ?? '').slice(0, longestHeadLine), 1, width)
  const last = words.at(-1)
  const [next] = below
  if (last && next && below.length > 1 && kindOfHead(last.words + next.words) !== undefined && below.every((word, at) => at === 0 || kindOfHead(word.words) !== undefined)) {
    return known([...words.slice(0, -1), { ...last, words: last.words + next.words }, ...below.slice(1)], from + 2)
  }
  return known(words, from + 1)
}

const known = (words: Word[], to: number): Head | undefined =>
  words.length >= 2 && isHead(words.map((word) => word.words)) && words.every((word) => kindOfHead(word.words) !== undefined || word.words.length <= 8) ? { words, to } : undefined

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
function wordsIn(line: string, gap: number, signWidth: SignWidth = 2): Word[] {
  const words: Word[] = []
  let column = 0
  let open: Word | undefined
  for (const sign of line.slice(0, longestPageLine)) {
    const width = sign.charCodeAt(0) < 0x1100 ? 1 : signWidth
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
function pagesFrom(lines: readonly string[], from: number, head: Head): { pages: Page[]; to: number } {
  const pages: Page[] = [{ at: from, to: head.to, body: [] }]
  const headLine = bare(lines.slice(from, head.to).join(''))
  let to = head.to
  let seen = false
  for (let at = head.to; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const page = pages.at(-1)
    if (!page || isTableRow(line) || isBorder(line)) break
    const words = wordsIn(line, 2)
    const [first] = words
    if (!first) {
      page.body.push(at)
      continue
    }
    if (mayBeHeadLine(line)) {
      const again = headOf(lines, at)
      if (again && bare(lines.slice(at, again.to).join('')) !== headLine) break
      if (again) {
        pages.push({ at, to: again.to, body: [] })
        to = again.to
        at = again.to - 1
        continue
      }
    }
    const serial = serialValue(wordsIn(line, 1)[0]?.words ?? '')
    if (serial !== undefined) seen = true
    if (words.length === 1 && serial === undefined && !isSection(lines, at)) {
      const wide = first.to - first.from >= 60
      if (wide || (seen && first.from <= 4 && /^附(?:件|表)|^注[:：]|^[（(]此件/.test(first.words)) || (seen && markOf(first.words) && markOf(first.words)?.rank === rank.ideographic)) break
    }
    page.body.push(at)
    to = at + 1
  }
  return { pages: pages.map((page) => ({ ...page, body: page.body.filter((at) => at < to) })), to }
}

const bare = (words: string): string => words.replace(/[ \u3000]+/g, '')

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

/** Cells by where they stand under the heads. */
function rowsByPlace(lines: readonly string[], pages: readonly Page[], kinds: readonly ColumnKind[]): FoundRows['rows'] | undefined {
  const blocks = blocksOf(pages.flatMap((page) => placedUnder(lines, page)), kinds)
  if (!blocks) return undefined
  const rows = blocks.map((block) => ({ at: block.at, section: block.section, cells: kinds.map((_, column) => block.lines.map((line) => line.cells[column] ?? '').filter((cell) => cell !== '')) }))
  const told = rows.filter(({ section }) => section === undefined).map(({ cells }) => cells.map((pieces) => (pieces.length === 0 ? [] : [joinedPieces(pieces, false)])))
  if (!fitsWell(told, kinds)) return undefined
  return rows.map(({ at, section, cells }) => ({ at, row: section === undefined ? tableRow(cells.map((pieces) => joinedPieces(pieces, false))) : tableRow([section]) }))
}

/** Of the two ways to count columns the one in which fewer words lie across them. */
function placedUnder(lines: readonly string[], { at: headAt, body }: Page): Placed[] {
  const ways = ([2, 1] as const).map((width) => {
    const words = body.map((at): PageLine => ({ at, words: wordsIn(lines[at] ?? '', 2, width) }))
    return { words, width, ...edgesOf(words, headOf(lines, headAt, width)?.words ?? [], width) }
  })
  const [typed, counted] = ways
  const way = typed && counted && counted.crossed < typed.crossed ? counted : typed
  return way === undefined ? [] : way.words.map(({ at, words }) => ({ at, words, cells: cellsByEdges(words, way.edges, way.width) }))
}

/** Where one column ends and the next begins: between two heads, where the fewest lines have words. */
function edgesOf(body: readonly PageLine[], heads: readonly Word[], width: SignWidth): { edges: number[]; crossed: number } {
  const covered = new Map<number, number>()
  for (const { words } of body) {
    if (words.length === 1) continue
    for (const word of words.flatMap((word) => wordsParted(word, width))) for (let column = word.from; column < word.to; column++) covered.set(column, (covered.get(column) ?? 0) + 1)
  }
  let crossed = 0
  const edges = heads.slice(1).map((head, at) => {
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
    crossed += covered.get(best) ?? 0
    return best
  })
  return { edges, crossed }
}

function cellsByEdges(words: readonly Word[], edges: readonly number[], width: SignWidth): string[] {
  const cells: string[] = [...edges.map(() => ''), '']
  for (const word of words) for (const piece of atEdges(word, edges, width)) cells[piece.column] = cells[piece.column] === '' ? piece.words : `${cells[piece.column] ?? ''} ${piece.words}`
  return cells
}

const columnAt = (place: number, edges: readonly number[]): number => {
  const column = edges.findIndex((edge) => place < edge)
  return column < 0 ? edges.length : column
}

/** Words over an edge with a blank in them were two cells that touch. */
function atEdges(word: Word, edges: readonly number[], width: SignWidth): { column: number; words: string }[] {
  const first = columnAt(word.from, edges)
  if (first === columnAt(word.to - 1, edges)) return [{ column: first, words: word.words }]
  return wordsParted(word, width).map(({ words, from, to }) => ({ column: columnAt((from + to) / 2, edges), words }))
}

/** Words between single blanks, where they stand on the page. */
const wordsParted = (word: Word, width: SignWidth): Word[] => wordsIn(word.words, 1, width).map(({ words, from, to }) => ({ words, from: word.from + from, to: word.from + to }))
