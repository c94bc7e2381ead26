// 协调事项: two units of one task each name the other as what stands in the way, or one says who has to help. For the secretary; nothing goes to a leader by itself.
import type { Day, Instant } from '#src/calendar/day.ts'
import { unitName } from '#src/directory/directory.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { Member, Report } from '#src/ledger/assignment.ts'
import { handedUpWaiting, type HandedUp } from '#src/ledger/handed-up.ts'
import type { TaskCourse } from '#src/ledger/task-course.ts'
import { answering, partsOf } from './answering.ts'
import { unitsNamedIn } from './named-units.ts'
import { roundFor } from './round.ts'
import { voicesOf } from './voices.ts'
import type { View } from './view.ts'

/** What one of the two said. */
export type Quote = { unit: UnitId; words: string; on: Day }

/** `units`: two that name each other, or who needs help and, where one is named, of whom. `at`: since when. The quotes stand in the order in which they were said. `handedUp`: a leader is to decide it. */
export type Coordination = { task: TaskNo; units: readonly UnitId[]; isMutual: boolean; quotes: readonly Quote[]; at: Instant; on: Day; handedUp?: HandedUp }

/** All of a plan that are not settled; what was said after a settlement raises it again. */
export const coordinationsOf = (view: View): Coordination[] => [...view.plan.tasks.values()].flatMap(({ no }) => coordinations(view, no))

export function coordinations(view: View, no: TaskNo): Coordination[] {
  const { course } = view.plan.tasks.get(no) ?? {}
  if (course?.struckOff !== undefined || course?.paused !== undefined) return []
  const hindered = partsOf(view, no).flatMap((part) => voicesOf(part).flatMap(({ member, standing }) => inTheWay(member ?? part.unit, standing)))
  if (hindered.length === 0) return []
  const mutual = mutualIn(view, no, hindered)
  const asking = hindered.filter(({ speaker, report }) => (report.needs ?? '').trim() !== '' && !mutual.some(({ units }) => units.includes(speaker))).map((each) => helpWanted(view, no, each))
  return [...mutual, ...asking].filter((each) => !isSettled(course ?? {}, each)).map((each) => ((handedUp) => (handedUp === undefined ? each : { ...each, handedUp }))(handedUpWaiting(course ?? {}).find(({ units }) => isOf(units, each))))
}

/** What can go up to a leader: what units cannot settle, and where there is no such thing, what stands in the way of whoever answers for the task, in their words. */
export function matterToHandUp(view: View, no: TaskNo, units?: readonly UnitId[]): Pick<Coordination, 'units' | 'quotes' | 'handedUp'> | undefined {
  const matters = coordinations(view, no)
  const matter = matters.find((each) => units === undefined || units.every((unit) => each.units.includes(unit)))
  if (matter !== undefined || matters.length > 0) return matter
  const { course } = view.plan.tasks.get(no) ?? {}
  const lead = answering(view, no)
  if (lead === undefined || course?.struckOff !== undefined || course?.paused !== undefined) return undefined
  const [first] = voicesOf(lead).flatMap(({ member, standing }) => inTheWay(member ?? lead.unit, standing))
  if (first === undefined) return undefined
  const own = [first.speaker]
  const handedUp = handedUpWaiting(course ?? {}).find((each) => isOf(each.units, { units: own }))
  return { units: own, quotes: [quoteOf(first)], ...(handedUp === undefined ? {} : { handedUp }) }
}

const isOf = (units: readonly UnitId[], { units: own }: Pick<Coordination, 'units'>): boolean => own.every((unit) => units.includes(unit)) && own.length === units.length

/** By a secretary, or by the leader it went up to, since the last of it was said. */
const isSettled = ({ coordinated = [], handedUp = [] }: TaskCourse, matter: Coordination): boolean =>
  coordinated.some(({ at, units }) => at >= matter.at && isOf(units, matter)) || handedUp.some(({ decided, units }) => decided !== undefined && decided.at >= matter.at && isOf(units, matter))

/** It takes two, in one round. */
function mutualIn(view: View, no: TaskNo, hindered: readonly Speaking[]): Coordination[] {
  if (hindered.length < 2) return []
  const { from } = roundFor(view, no)
  const speaking = hindered.filter(({ report }) => report.on >= from)
  const among = speaking.map(({ speaker }) => speaker)
  const naming = speaking.map((each) => ({ ...each, names: unitsNamedIn(view.directory, each.words, among.filter((unit) => unit !== each.speaker)) }))
  return naming.flatMap((one, at) =>
    naming.slice(at + 1).filter((other) => one.names.includes(other.speaker) && other.names.includes(one.speaker)).map((other) => {
      const [first, last] = one.report.at <= other.report.at ? [one, other] : [other, one]
      return { task: no, units: [first.speaker, last.speaker], isMutual: true, quotes: [quoteOf(first), quoteOf(last)], at: last.report.at, on: last.report.on }
    }),
  )
}

/** Who has to help was said outright (需要谁协调): it stands until the unit says otherwise, whatever round that is. */
function helpWanted(view: View, no: TaskNo, { speaker, report }: Speaking): Coordination {
  const { directory } = view
  const [named, ...others] = unitsNamedIn(directory, report.needs ?? '', [...directory.units.keys()].filter((unit) => unit !== speaker))
  const of = named === undefined || others.length > 0 ? undefined : named
  const said = of === undefined ? undefined : partsOf(view, no).find(({ unit }) => unit === of)?.report
  // The name of a unit that was chosen says no more than that it is the other side.
  const needs = of !== undefined && report.needs === unitName(directory, of) && (report.problem ?? '') !== '' ? '' : report.needs
  const own: Quote = { unit: speaker, words: [report.problem, needs].filter((words) => words !== undefined && words.trim() !== '').join('；'), on: report.on }
  const answer = of === undefined || said === undefined ? [] : [{ unit: of, words: said.problem ?? said.done ?? said.needs ?? '', on: said.on }].filter(({ words }) => words !== '')
  return { task: no, units: of === undefined ? [speaker] : [speaker, of], isMutual: false, quotes: [own, ...answer], at: report.at, on: report.on }
}

type Speaking = { speaker: UnitId; report: Report; words: string }

/** The last word, where it says that something stands in the way, or who has to help. */
function inTheWay(speaker: UnitId, { report, accepted, claim }: Member): Speaking[] {
  if (report === undefined || accepted !== undefined || claim !== undefined) return []
  const words = [report.state === 'normal' ? undefined : report.problem, report.needs].filter((said) => said !== undefined && said.trim() !== '')
  return words.length === 0 ? [] : [{ speaker, report, words: words.join(' ') }]
}

const quoteOf = ({ speaker, report: { problem, needs, on } }: Speaking): Quote => ({ unit: speaker, words: problem ?? needs ?? '', on })
