// The duties of a table's row: each cell says its own, and what two cells say is owed once.
import { dutiesIn, type Duties } from './duties.ts'
import { folded } from './folded-text.ts'
import type { ReadRecurrence, Span } from './reading.ts'
import type { ShortNames } from './short-names.ts'
import { cellParting } from './table-row.ts'

/** A cell that says nothing but how often: 每季度, under 完成时限. */
const bare = /^(?:每|按).{1,4}(?:底|末|次)?$/

export function dutiesInRow(text: string, row: Span, title: string, shortNames: ShortNames): Duties {
  const duties: Duties = { recurrences: [], meetings: [] }
  let from = row.from
  for (const cell of text.slice(row.from, row.to).split(cellParting)) {
    const said = dutiesIn(text, { from, to: from + cell.length }, title, shortNames)
    duties.recurrences.push(...said.recurrences)
    duties.meetings.push(...said.meetings)
    from += cell.length + 1
  }
  return { meetings: duties.meetings, recurrences: eachOnce(duties.recurrences).map((duty) => (isBare(duty) ? { ...duty, has: title, text: text.slice(row.from, row.to).replaceAll(cellParting, ' '), span: row } : duty)) }
}

const isBare = ({ has }: ReadRecurrence): boolean => bare.test(folded(has).trim())

/** The same words in three columns of years are one duty; a bare 每季度 adds nothing to a duty of each quarter. */
function eachOnce(duties: readonly ReadRecurrence[]): ReadRecurrence[] {
  const kept: ReadRecurrence[] = []
  for (const duty of duties) {
    const said = kept.some((other) => other.every === duty.every && (other.has === duty.has || isBare(duty)))
    if (!said) kept.push(duty)
  }
  return kept.filter((duty) => !isBare(duty) || !kept.some((other) => other !== duty && other.every === duty.every))
}
