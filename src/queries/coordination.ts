// 协调事项: two units of one task each name the other as what stands in the way. For the secretary; nothing goes to a leader by itself.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { Member, Report } from '#src/ledger/assignment.ts'
import { partsOf } from './answering.ts'
import { unitsNamedIn } from './named-units.ts'
import { roundFor } from './round.ts'
import { voicesOf } from './voices.ts'
import type { View } from './view.ts'

/** What one of the two said. */
export type Quote = { unit: UnitId; words: string; on: Day }

/** `at`: since when it is mutual. The quotes stand in the order in which they were said. */
export type Coordination = { task: TaskNo; units: [UnitId, UnitId]; quotes: [Quote, Quote]; at: Instant; on: Day }

/** All of a plan that are not settled; what was said after a settlement raises it again. */
export const coordinationsOf = (view: View): Coordination[] => [...view.plan.tasks.values()].flatMap(({ no }) => coordinations(view, no))

export function coordinations(view: View, no: TaskNo): Coordination[] {
  const { plan, directory } = view
  const { course } = plan.tasks.get(no) ?? {}
  if (course?.struckOff !== undefined || course?.paused !== undefined) return []
  // It takes two: most tasks need not be looked at further.
  const hindered = partsOf(view, no).flatMap((part) => voicesOf(part).flatMap(({ member, standing }) => inTheWay(member ?? part.unit, standing)))
  if (hindered.length < 2) return []
  const { from } = roundFor(view, no)
  const speaking = hindered.filter(({ report }) => report.on >= from)
  const among = speaking.map(({ speaker }) => speaker)
  const naming = speaking.map((each) => ({ ...each, names: unitsNamedIn(directory, each.words, among.filter((unit) => unit !== each.speaker)) }))
  return naming.flatMap((one, at) =>
    naming.slice(at + 1).filter((other) => one.names.includes(other.speaker) && other.names.includes(one.speaker)).flatMap((other) => {
      const [first, last] = one.report.at <= other.report.at ? [one, other] : [other, one]
      const units: [UnitId, UnitId] = [first.speaker, last.speaker]
      const settled = course?.coordinated?.some((known) => known.at >= last.report.at && units.every((unit) => known.units.includes(unit))) ?? false
      return settled ? [] : [{ task: no, units, quotes: [quoteOf(first), quoteOf(last)] as [Quote, Quote], at: last.report.at, on: last.report.on }]
    }),
  )
}

type Speaking = { speaker: UnitId; report: Report; words: string }

/** The last word, where it says that something stands in the way, or who has to help. */
function inTheWay(speaker: UnitId, { report, accepted, claim }: Member): Speaking[] {
  if (report === undefined || accepted !== undefined || claim !== undefined) return []
  const words = [report.state === 'normal' ? undefined : report.problem, report.needs].filter((said) => said !== undefined && said.trim() !== '')
  return words.length === 0 ? [] : [{ speaker, report, words: words.join(' ') }]
}

const quoteOf = ({ speaker, report: { problem, needs, on } }: Speaking): Quote => ({ unit: speaker, words: problem ?? needs ?? '', on })
