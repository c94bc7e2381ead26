// Text set in two columns: the left one is read before the right one.
import { linesOf, type Line } from '#src/documents/pdf-lines.ts'
import type { Sign } from '#src/documents/pdf-page.ts'

export type ColumnLine = Line & { column?: { left: number; right: number } }

const fewestLines = 6
/** The shares of the lines that have both columns, and of those that fill a column. */
const shareInBoth = 0.6
const shareFilled = 0.5
/** How much of its column a line fills at least. */
const filled = 0.7
/** Where the gap is looked for, as shares of the text's width. */
const middle = { from: 0.35, to: 0.65 }

/** The lines of some signs in the order in which they are read. */
export function linesInColumns(signs: readonly Sign[]): ColumnLine[] {
  const lines = linesOf(signs)
  const gap = gapOf(lines)
  if (gap === undefined) return lines
  const crossed = crossedLines(lines, signs, gap)
  const ordered: ColumnLine[] = []
  for (let index = 0; index < lines.length; ) {
    let end = index
    while (end < lines.length && !crossed.has(end)) end++
    const block = lines.slice(index, end)
    if (isInColumns(block, gap)) ordered.push(...columnOf(block, signs, (sign) => sign.left < gap), ...columnOf(block, signs, (sign) => sign.left >= gap))
    else ordered.push(...block)
    ordered.push(...lines.slice(end, end + 1))
    index = end + 1
  }
  return ordered
}

/** The place in the middle that most lines leave free. */
function gapOf(lines: readonly Line[]): number | undefined {
  const left = lines.reduce((least, line) => Math.min(least, line.left), Infinity)
  const right = lines.reduce((most, line) => Math.max(most, line.right), 0)
  const [from, to] = [left + (right - left) * middle.from, left + (right - left) * middle.to]
  const gaps = lines.flatMap(({ runs }) => runs.slice(1).map((run, before) => ({ from: runs[before]?.right ?? 0, to: run.left }))).filter((gap) => gap.from > from && gap.to < to)
  if (gaps.length < fewestLines * shareInBoth) return undefined
  const free = { from: median(gaps.map((gap) => gap.from)), to: median(gaps.map((gap) => gap.to)) }
  return free.to > free.from ? (free.from + free.to) / 2 : undefined
}

/** The lines of which a sign stands in the gap; a closing bracket may hang into it. */
function crossedLines(lines: readonly Line[], signs: readonly Sign[], gap: number): Set<number> {
  const bases = signs.filter((sign) => sign.text.trim() !== '' && sign.left < gap - 0.1 * sign.size && sign.right > gap + 0.1 * sign.size && !/[，。、；：！？）〕】》”]/.test(sign.text)).map((sign) => sign.base).sort((a, b) => a - b)
  const crossed = new Set<number>()
  let next = 0
  for (const [index, { base, size }] of lines.entries()) {
    while (next < bases.length && (bases[next] ?? 0) < base - 0.5 * size) next++
    if ((bases[next] ?? Infinity) <= base + 0.5 * size) crossed.add(index)
  }
  return crossed
}

function isInColumns(block: readonly Line[], gap: number): boolean {
  if (block.length < fewestLines) return false
  const left = block.reduce((least, line) => Math.min(least, line.left), Infinity)
  const both = block.filter((line) => line.left < gap && line.right > gap)
  const full = both.filter(({ runs: [run] }) => run !== undefined && run.right - run.left > (gap - left) * filled)
  return both.length >= block.length * shareInBoth && full.length >= both.length * shareFilled
}

function columnOf(block: readonly Line[], signs: readonly Sign[], side: (sign: Sign) => boolean): ColumnLine[] {
  const [first, last] = [block[0], block.at(-1)]
  if (first === undefined || last === undefined) return []
  const lines = linesOf(signs.filter((sign) => side(sign) && sign.base > first.base - first.size * 0.5 && sign.base < last.base + last.size * 0.5))
  const column = { left: lines.reduce((least, line) => Math.min(least, line.left), Infinity), right: lines.reduce((most, line) => Math.max(most, line.right), 0) }
  return lines.map((line) => ({ ...line, column }))
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
