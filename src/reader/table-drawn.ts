// Tables that are drawn with signs: pipes, as Markdown has them, and boxes.
import { markOf, rank } from './numbering.ts'
import { joinedPieces } from './table-fit.ts'
import { isHead } from './table-columns.ts'
import { sameAsAbove, tableRow, type FoundRows } from './table-row.ts'

/** Whether a line may be a row between pipes. */
export const hasPipes = (line: string): boolean => line.includes('|') || line.includes('｜')

const mostLinesBetween = 3
const longestSection = 40
const divider = /^[:：]?[-—=]{1,}[:：]?$/

/** The rows between pipes that begin at a line, one after the other; undefined where they are words with a pipe among them. */
export function pipedTable(lines: readonly string[], from: number): FoundRows | { to: number } {
  const to = endOfPiped(lines, from)
  const rows = lines.slice(from, to).map(cellsBetweenPipes)
  const isDivider = rows.map((cells) => cells.length > 0 && cells.every((cell) => divider.test(cell) || cell === '') && cells.some((cell) => cell !== ''))
  const width = rows.find((cells) => cells.length > 1)?.length ?? 0
  const even = rows.filter((cells) => cells.length === width).length
  const isTable = rows.length > 1 && (isDivider.includes(true) || rows.some(isHead) || (width >= 3 && even >= rows.length * 0.6))
  if (!isTable) return { to }
  return { to, rows: rows.flatMap((cells, at) => (isDivider[at] === true || cells.every((cell) => cell === '') ? [] : [{ at: from + at, row: tableRow(cells) }])) }
}

/** Below a head a row may stand apart from the next, or a section's name between the two. */
function endOfPiped(lines: readonly string[], from: number): number {
  const isClosed = /^\s*[|｜]/.test(lines[from] ?? '')
  const hasHead = isHead(cellsBetweenPipes(lines[from] ?? ''))
  let to = from
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (hasPipes(line) && (!isClosed || /^\s*[|｜]/.test(line))) to = at + 1
    else if (!hasHead || at - to >= mostLinesBetween || !maySeparateRows(line)) break
  }
  return to
}

/** Whether a line between two rows names the section of the second, or is blank. */
export function maySeparateRows(line: string): boolean {
  const mark = line.length <= longestSection ? markOf(line.trim()) : undefined
  return line.trim() === '' || (mark !== undefined && mark.rank <= rank.bracketedIdeographic && !/[。；;，,]\s*$/.test(line))
}

function cellsBetweenPipes(line: string): string[] {
  const cells = line.trim().replaceAll('\\|', '\u0001').split(/[|｜]/)
  if (cells[0]?.trim() === '') cells.shift()
  if (cells.length > 1 && cells.at(-1)?.trim() === '') cells.pop()
  return cells.map((cell) => cell.replaceAll('\u0001', '|').replace(/<br ?\/?>/gi, '\n').replaceAll('&nbsp;', ' ').replace(/\*\*/g, '').trim())
}

const borderSigns = /^[\s┌┬┐├┼┤└┴┘─━═╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛┏┳┓┣╋┫┗┻┛┠┨┯┷╟╢╤╧╭╮╰╯+=-]+$/
const junction = /[┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛┏┳┓┣╋┫┗┻┛┠┨┯┷╟╢╭╮╰╯+]/g
const bars = /[│┃║|｜├┼┤┣╋┫╠╬╣┠┨╟╢╞╪╡]/
const rule = /^[─━═┬┴┼╋╬╦╩┯┷┳┻-]+$/

/** Whether a line is a rule over the whole width of a drawn table. */
export const isBorder = (line: string): boolean => line.length < 1000 && borderSigns.test(line) && (line.match(junction)?.length ?? 0) >= 2

type DrawnCell = { pieces: string[] }

/** The table whose first rule stands at a line. A rule over some columns only leaves the others merged. */
export function drawnTable(lines: readonly string[], from: number): FoundRows | { to: number } {
  let to = from
  while (to < lines.length && (isBorder(lines[to] ?? '') || bars.test(lines[to] ?? ''))) to++
  const body = lines.slice(from, to)
  const rules = body.filter(isBorder).length
  const contents = body.length - rules
  if (contents < 2) return { to }
  // Rules round the head alone: then every line is a row.
  const isRuled = rules > 3 || rules > contents || body.some((line) => !isBorder(line) && piecesOf(line).some((piece) => rule.test(piece)))
  const rows: { at: number; cells: DrawnCell[] }[] = []
  let opens = true
  for (const [at, line] of body.entries()) {
    if (isBorder(line)) {
      opens = true
      continue
    }
    const pieces = piecesOf(line)
    const above = rows.at(-1)
    const isCut = pieces.map((piece) => rule.test(piece))
    if (isCut.includes(true) && above && above.cells.length === pieces.length) {
      rows.push({ at: from + at, cells: pieces.map((_, column) => (isCut[column] === true ? { pieces: [] } : (above.cells[column] ?? { pieces: [] }))) })
      opens = false
    } else if (opens || !above || (!isRuled && pieces[0] !== '')) {
      rows.push({ at: from + at, cells: pieces.map(() => ({ pieces: [] })) })
      opens = false
    }
    const row = rows.at(-1)
    for (const [column, piece] of pieces.entries()) if (piece !== '' && isCut[column] !== true) row?.cells[Math.min(column, row.cells.length - 1)]?.pieces.push(piece)
  }
  return {
    to,
    rows: rows.map(({ at, cells }, which) => ({ at, row: tableRow(cells.map((cell, column) => (cell === rows[which - 1]?.cells[column] ? sameAsAbove : joinedPieces(cell.pieces, false)))) })),
  }
}

function piecesOf(line: string): string[] {
  const pieces = line.trim().split(bars).map((piece) => piece.trim())
  if (pieces[0] === '') pieces.shift()
  if (pieces.at(-1) === '') pieces.pop()
  return pieces
}
