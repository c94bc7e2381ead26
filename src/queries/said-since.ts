// What a unit has said, asked for or been answered since the date of its task passed: a leader is never told that it said nothing while it did.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { Ruling } from '#src/ledger/petition.ts'
import type { Report } from '#src/ledger/report.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import { answering } from './answering.ts'
import type { View } from './view.ts'
import { voicesOf } from './voices.ts'

type Said = { speaker: UnitId; on: Day; at: Instant }
type Ruled = Pick<Ruling, 'granted' | 'words' | 'on'>
/** `returned`: the completion that came back, and why. `not-ours`: that the part is another's, or a doubt about it. */
export type SaidSince =
  | (Said & { what: 'report'; report: Report })
  | (Said & { what: 'extension'; day: Day; reason: string; ruling?: Ruled })
  | (Said & { what: 'objection' | 'question'; words: string; ruling?: Ruled })
  | (Said & { what: 'returned'; reason: string })

/** So many at most, the last ones. */
const quoted = 3

/** By whoever speaks in the part that answers for it, in order: also what was asked before and answered since. */
export function saidSince(view: View, { task, due }: { task: TaskNo; due: Day }): SaidSince[] {
  const part = answering(view, task)
  if (part === undefined) return []
  const said = voicesOf(part).flatMap(({ member, standing: { report, extension, objection, question, returned } }): SaidSince[] => {
    const speaker = member ?? part.unit
    const of = ({ on, at, ruling }: { on: Day; at: Instant; ruling?: Ruling }) => ({ speaker, on, at, ...(ruling === undefined ? {} : { ruling }) })
    return [
      ...(report === undefined ? [] : [{ what: 'report' as const, ...of(report), report }]),
      ...(extension === undefined ? [] : [{ what: 'extension' as const, ...of(extension), day: extension.day, reason: extension.reason }]),
      ...(objection === undefined ? [] : [{ what: 'objection' as const, ...of(objection), words: objection.words }]),
      ...(question === undefined ? [] : [{ what: 'question' as const, ...of(question), words: question.words }]),
      ...(returned === undefined ? [] : [{ what: 'returned' as const, ...of(returned), reason: returned.reason }]),
    ]
  })
  const isSince = (each: SaidSince): boolean => each.on >= due || ('ruling' in each && each.ruling.on >= due)
  return said.filter(isSince).toSorted((a, b) => (a.at < b.at ? -1 : 1)).slice(-quoted)
}
