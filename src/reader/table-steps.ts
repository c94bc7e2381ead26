// 3月：摸清底数: a line of a cell that opens with a time before a colon says when its words are to be done.
import { folded } from './folded-text.ts'
import { markOf } from './numbering.ts'
import type { Period } from './period.ts'
import type { ReadDeadline, Span } from './reading.ts'
import { linesOfCell, timesIn } from './table-cells.ts'
import { lookOf } from './table-fit.ts'

const longestLabel = 24

/** The times that the lines of a cell open with. */
export function timesOfSteps(text: string, cell: Span, years: Period | undefined): ReadDeadline[] {
  return linesOfCell(text, cell).flatMap((line) => {
    const from = line.from + (markOf(text.slice(line.from, line.to))?.length ?? 0)
    const length = folded(text.slice(from, Math.min(line.to, from + longestLabel + 1))).indexOf(':')
    const label = { from, to: from + length }
    return length > 0 && lookOf(text.slice(label.from, label.to)) === 'time' ? timesIn(text, label, years) : []
  })
}
