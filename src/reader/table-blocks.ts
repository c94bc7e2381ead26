// Which lines of a printed table make one row: a number opens it, or stands in its middle.
import { folded } from './folded-text.ts'
import { markOf, rank } from './numbering.ts'
import type { ColumnKind } from './table-columns.ts'
import { isOffice, lookOf, serialValue } from './table-fit.ts'
import { looksLikeUnit } from './unit-list.ts'

/** Words of a line with the columns of the page that they cover. */
export type Word = { words: string; from: number; to: number }
export type PageLine = { at: number; words: Word[] }
/** A line with its words in the cells that they stand in. */
export type Placed = PageLine & { cells: string[] }
export type Block = { at: number; section?: string; lines: Placed[] }

/** The lines of each row. Blank lines part rows where each has one number; else a number opens its row, or stands in its middle. */
export function blocksOf(lines: readonly Placed[], kinds: readonly ColumnKind[]): Block[] | undefined {
  const groups = paragraphsOf(lines)
  const numbers = groups.map((group) => group.filter(isNumbered).length)
  if (groups.length > 1 && numbers.every((count) => count <= 1) && numbers.filter((count) => count === 1).length >= groups.length * 0.6) {
    return groups.flatMap((group, at) => (numbers[at] === 1 ? [{ at: group[0]?.at ?? 0, lines: group }] : sectionBlocks(group)))
  }
  const written = lines.filter(({ words }) => words.length > 0)
  const blocks: Block[] = []
  let stretch: Placed[] = []
  const close = (): boolean => {
    const rows = stretch.length === 0 ? [] : rowsOfStretch(stretch, kinds)
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

const isNumbered = (line: Placed): boolean => serialValue(line.cells[0] ?? '') !== undefined

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
function rowsOfStretch(lines: readonly Placed[], kinds: readonly ColumnKind[]): Block[] | undefined {
  const numbered = lines.flatMap((line, at) => (isNumbered(line) ? [at] : []))
  if (numbered.length === 0) return undefined
  const starts = startsOf(lines, numbered, kinds)
  return starts.map((start, at) => ({ at: lines[start]?.at ?? 0, lines: lines.slice(start, starts[at + 1] ?? lines.length) }))
}

/** Numbers that open their rows break hardly a cell; else they stand in the middle. */
const toleranceOfRow = 1

function startsOf(lines: readonly Placed[], numbered: readonly number[], kinds: readonly ColumnKind[]): readonly number[] {
  const costOf = seamCosts(lines, kinds)
  const centred = centredStarts(lines.length, numbered, costOf)
  if (numbered[0] !== 0) return centred
  const total = (starts: readonly number[]): number => starts.slice(1).reduce((sum, start) => sum + costOf(start, 0), 0)
  return total(numbered) <= total(centred) + toleranceOfRow * (numbered.length - 1) ? numbered : centred
}

const costOfImbalance = 0.4

/** A number in the middle of its row has as many lines above it as below; cells that end or go on say more. */
function centredStarts(count: number, numbered: readonly number[], costOf: SeamCost): number[] {
  const starts = [0]
  for (const [which, at] of numbered.slice(0, -1).entries()) {
    const open = starts.at(-1) ?? 0
    const next = numbered[which + 1] ?? count
    let best = at + 1
    let least = Infinity
    for (let start = at + 1; start <= next; start++) {
      const cost = costOf(start, open) + Math.abs(2 * at - open - (start - 1)) * costOfImbalance
      if (cost < least) [best, least] = [start, cost]
    }
    starts.push(best)
  }
  return starts
}

/** What it costs to begin a row at a line, where the row above it began at another. */
type SeamCost = (start: number, open: number) => number

function seamCosts(lines: readonly Placed[], kinds: readonly ColumnKind[]): SeamCost {
  const columns = kinds.map((kind, column) => ({ kind, cells: lines.map(({ cells }) => cells[column] ?? '') }))
  const seams = columns.map(({ kind, cells }) => {
    const widest = cells.reduce((most, cell) => Math.max(most, cell.length), 0)
    const above = placesAbove(cells)
    const below = cells.map((_, at) => at)
    for (let at = cells.length - 2; at >= 0; at--) if (cells[at] === '') below[at] = below[at + 1] ?? at
    let last = { upper: -1, lower: -1, cost: 0 }
    return cells.map((_, start) => {
      const upper = above[start] ?? -1
      const lower = below[start] ?? start
      if (last.upper === upper && last.lower === lower) return last
      const words = cells[lower] ?? ''
      last = { upper, lower, cost: upper < 0 || words === '' ? 0 : costOfSeam(kind, cells[upper] ?? '', words, (cells[upper]?.length ?? 0) >= widest * 0.8) }
      return last
    })
  })
  return (start, open) => seams.reduce((sum, column) => sum + ((column[start]?.upper ?? -1) >= open ? (column[start]?.cost ?? 0) : 0), 0)
}

/** For each line the nearest one above it that has words in a column. */
function placesAbove(cells: readonly string[]): number[] {
  let last = -1
  return cells.map((cell, at) => {
    const above = last
    if (cell !== '') last = at
    return above
  })
}

const goesOn = 4
const ends = -1

/** How wrong it is that one line of a column ends a cell and the next one opens another; below nought where they should. */
function costOfSeam(kind: ColumnKind, upper: string, lower: string, isFull: boolean): number {
  const above = folded(upper)
  const below = folded(lower)
  if (kind === 'number') return 0
  if (/^(?:1[.、]|\(1\)|①)/.test(below)) return 3 * ends
  if (/[、,(“《]$/.test(above) || /^[,。、;)”》]/.test(below)) return goesOn
  if (/^(?:\d{1,2}[.、](?!\d)|\(\d{1,2}\)|[②-⑳])/.test(below)) return 2
  if (isOffice(kind)) return opensOffice(below) && endsOffice(above) ? ends : goesOn
  if (kind === 'time') return lookOf(upper) === 'time' && lookOf(lower) === 'time' ? 2 * ends : lookOf(upper + lower) === 'time' ? goesOn : 0
  if (/[。!]$/.test(above)) return ends
  return /;$/.test(above) ? 1 : isFull ? 3 : ends / 2
}

const endsOffice = (words: string): boolean => {
  const name = words.split(/[、,; ]/).at(-1) ?? ''
  return name.length >= 3 && looksLikeUnit(name)
}

const opensOffice = (words: string): boolean => {
  const name = words.split(/[、,; ]/)[0] ?? ''
  return name.length >= 2 && /^(?:[省市县区州旗镇乡各团]|国|人|总|[^局委办部]{2,6}[省市县区州旗镇乡])/.test(name)
}
