// A table of which a page's text left the cells one after the other, parted by blanks and by line ends: they are told by what they look like.
import { folded, numberOf } from './folded-text.ts'
import { markOf, rank } from './numbering.ts'
import type { ColumnKind } from './table-columns.ts'
import { costOfBlank, fitOf, fitsWell, isOffice, joinedPieces, lookOf, mostPieces, serialValue } from './table-fit.ts'
import { tableRow, type FoundRows } from './table-row.ts'

/** The words of a line between blanks. */
export type FlowingLine = { at: number; words: readonly string[] }
/** `opensLine`: a line's end parts it from the piece before, and not a blank. */
type Piece = { at: number; words: string; opensLine: boolean }
type FlowingRow = { at: number; serial: string; pieces: Piece[] } | { at: number; section: string }

const longestSection = 40
/** No cell has more lines. */
const mostLines = 8

/** The rows below a head with a column of numbers, undefined where their cells cannot be told apart. */
export function flowingRows(lines: readonly FlowingLine[], kinds: readonly ColumnKind[]): FoundRows['rows'] | undefined {
  const number = kinds.indexOf('number')
  // What stands in front of a number follows the last cell of the row above.
  const order = [...kinds.slice(number + 1), ...kinds.slice(0, number)]
  const found = rowsIn(lines, number > 0)
  if (!found) return undefined
  const looks = new Map<string, ReturnType<typeof lookOf>>()
  const assignedRows: { at: number; serial: string; cells: string[] }[] = []
  const sections: { at: number; row: string }[] = []
  let front = number > 0 ? [joinedPieces(found.front.map(({ words }) => words), false)] : []
  const last = found.rows.at(-1)
  for (const row of found.rows) {
    if ('section' in row) {
      sections.push({ at: row.at, row: tableRow([row.section]) })
      continue
    }
    const cells = cellsOf(row.pieces, row === last ? order.slice(0, kinds.length - number - 1) : order, looks)
    if (!cells) return undefined
    assignedRows.push({ at: row.at, serial: row.serial, cells: [...front, row.serial, ...cells.slice(0, kinds.length - number - 1)] })
    front = cells.slice(kinds.length - number - 1)
  }
  if (!fitsWell(assignedRows.map(({ cells }) => cells.map((cell) => (cell === '' ? [] : [cell]))), kinds)) return undefined
  return [...sections, ...assignedRows.map(({ at, cells }) => ({ at, row: tableRow(cells) }))].sort((a, b) => a.at - b.at)
}

/** A row begins with the number that counts on: the first of its line, or anywhere where a column stands before it. */
function rowsIn(lines: readonly FlowingLine[], isAnywhere: boolean): { front: Piece[]; rows: FlowingRow[] } | undefined {
  const front: Piece[] = []
  const rows: FlowingRow[] = []
  let expected: number | undefined
  for (const line of lines) {
    for (const [which, words] of line.words.entries()) {
      const piece = { at: line.at, words, opensLine: which === 0 }
      const value = which === 0 || isAnywhere ? numberOf(serialValue(words) ?? '') : undefined
      const row = rows.at(-1)
      const isNext = value !== undefined && (expected === undefined || value === expected || (value === 1 && which === 0 && line.words.length > 1))
      if (isNext) {
        rows.push({ at: line.at, serial: words, pieces: [] })
        expected = value + 1
      } else if (!isAnywhere && line.words.length === 1 && value === undefined && isSection(words)) {
        rows.push({ at: line.at, section: words })
      } else if (!row) {
        if (!isAnywhere) return undefined
        front.push(piece)
      } else if ('section' in row) return undefined
      else row.pieces.push(piece)
      if (row && 'pieces' in row && row.pieces.length > mostPieces) return undefined
    }
  }
  return front.length > mostLines ? undefined : { front, rows }
}

function isSection(words: string): boolean {
  const mark = folded(words).length <= longestSection ? markOf(words) : undefined
  return mark !== undefined && mark.rank <= rank.bracketedIdeographic
}

const costOfBlankInOffices = 0.4
const costOfBlankInCell = 2.5
const costOfCut = 3
const costOfLateBeginning = 1

/** The pieces of a row as cells in their order: those of one cell follow each other, and a cell may have none. */
function cellsOf(pieces: readonly Piece[], kinds: readonly ColumnKind[], looks: Map<string, ReturnType<typeof lookOf>>): string[] | undefined {
  const joined = joinedRuns(pieces, looks)
  // best[i]: how well the first i pieces stand under the heads so far; took[j][i]: how many of them the j-th has.
  let best = pieces.map(() => -Infinity)
  best.unshift(0)
  const took: number[][] = []
  for (const kind of kinds) {
    const row = best.map((score) => score - costOfBlank(kind))
    const counts = row.map(() => 0)
    for (const [from, runs] of joined.entries()) {
      for (const [more, { look, blanks, words }] of runs.entries()) {
        const to = from + more + 1
        const fit = fitOf(kind, look) - blanks * (isOffice(kind) ? costOfBlankInOffices : costOfBlankInCell) - costOfEdges(kind, words, pieces[to]?.words ?? '')
        const score = (best[from] ?? -Infinity) + fit
        if (score > (row[to] ?? -Infinity)) [row[to], counts[to]] = [score, to - from]
      }
    }
    best = row
    took.push(counts)
  }
  if (best[pieces.length] === -Infinity) return undefined
  const cells: string[] = kinds.map(() => '')
  let at = pieces.length
  for (let j = kinds.length - 1; j >= 0; j--) {
    const count = took[j]?.[at] ?? 0
    if (count > 0) cells[j] = joined[at - count]?.[count - 1]?.words ?? ''
    at -= count
  }
  return cells
}

/** A cell that begins or ends in the middle of a name, a date or a sentence. */
function costOfEdges(kind: ColumnKind, words: string, next: string): number {
  const above = folded(words)
  const isCut = /[、,(“《]$/.test(above) || /^(?:[,。、;:)”》%]|[前底末日](?!期))/.test(folded(next))
  const isLate = isOffice(kind) ? /^[^省市县区州旗镇乡各]{1,10}[省市县区州旗](?:委|政府|[一-龥]{2,10}(?:局|办|院|会|室|中心))/.test(above) : kind === 'time' && !/^(?:[\d一二三四五六七八九十第每按年]|[上下]半|力争|长|持|常|全|汛|立|即)/.test(above)
  return (isCut ? costOfCut : 0) + (isLate ? costOfLateBeginning : 0)
}

type Run = { words: string; look: ReturnType<typeof lookOf>; blanks: number }

/** A blank in a cell parts two units or two words, and never a date from what stands beside it. */
function mayStandTogether(above: Run['look'], below: Run['look']): boolean {
  const areWords = (look: Run['look']): boolean => look === 'short' || look === 'long'
  return areWords(above) ? areWords(below) : above === 'units' && (below === 'units' || below === 'person')
}

/** From each piece on, it alone and with the next ones, up to as many lines as a cell may have. */
function joinedRuns(pieces: readonly Piece[], looks: Map<string, ReturnType<typeof lookOf>>): Run[][] {
  const lookAt = (words: string): ReturnType<typeof lookOf> => {
    const look = looks.get(words) ?? lookOf(words)
    looks.set(words, look)
    return look
  }
  return pieces.map((_, from) => {
    const runs: Run[] = []
    let words = ''
    let blanks = 0
    for (const piece of pieces.slice(from, from + mostLines)) {
      const above = runs.at(-1)
      if (above && !piece.opensLine && !mayStandTogether(above.look, lookAt(piece.words))) break
      if (above && !piece.opensLine) blanks++
      words = runs.length === 0 ? piece.words : joinedPieces([words, piece.words], !piece.opensLine)
      runs.push({ words, look: lookAt(words), blanks })
    }
    return runs
  })
}
