// 待领导决定: what waits for one leader's word, each with what can be chosen. What the leader has answered waits no more.
import type { Day, Instant } from '#src/calendar/day.ts'
import { leadersOf } from '#src/directory/aide.ts'
import { unitName, type Directory } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import { handedUpWaiting } from '#src/ledger/handed-up.ts'
import type { PersonId, PlanId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import { isUnconfirmed } from '#src/ledger/origin.ts'
import { answering } from './answering.ts'
import { instructionFacts, type InstructionFacts } from './instructions.ts'
import { sentOf } from './leader-notes.ts'
import { overdueSince } from './overdue.ts'
import { personName } from './person-name.ts'
import type { View } from './view.ts'

/** `at`: since when it waits. `by`: the name of whoever put it to the leader. */
type Waits = { plan: PlanId; number: TaskNo; title: string; at: Instant; on: Day; by: string }
/** `coordination`: units cannot settle it between them; `units` and what each said. `spoken`: an instruction that was recorded for the leader. `leader-note`: what is long overdue. */
export type DecisionWaiting = Waits & (
  | { kind: 'coordination'; units: readonly UnitId[]; names: readonly string[]; quotes: readonly { name: string; words: string; on: Day }[]; words: string }
  | { kind: 'spoken'; facts: InstructionFacts; units: readonly string[]; due: Day | undefined }
  | { kind: 'leader-note'; words: string; due: Day }
)

const order: readonly DecisionWaiting['kind'][] = ['coordination', 'spoken', 'leader-note']

/** What units wait for first, then what was said in the leader's name, then what they were told of; each the longest waiting first. */
export const decisionsWaiting = (views: readonly View[], leader: PersonId): DecisionWaiting[] =>
  views.flatMap((view) => decisionsOf(view, leader)).toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.at < b.at ? -1 : 1))

/** Of one plan, in the order of its tasks. Nothing of a plan that was put away. */
export function decisionsOf(view: View, leader: PersonId): DecisionWaiting[] {
  const { plan, directory, today } = view
  if (plan.archived !== undefined) return []
  return [...plan.tasks.values()].flatMap((task): DecisionWaiting[] => {
    const { no: number, title, origin, course = {}, due } = task
    const of = { plan: plan.id, number, title }
    const handedUp = course.struckOff === undefined ? handedUpWaiting(course).filter(({ to }) => to === leader) : []
    const spoken = origin?.from === leader && isUnconfirmed(origin) ? instructionFacts(view, task) : undefined
    const lead = answering(view, number)
    // Done since, or said to be, or due on another day by now: there is nothing to answer.
    const notes = lead?.status === 'open' ? sentOf(task).filter((note) => note.to === leader && note.answered === undefined && overdueSince(view, task, lead) === note.due && note.on <= today) : []
    return [
      ...handedUp.map(({ units, quotes, words, at, on, by }): DecisionWaiting => ({
        ...of, kind: 'coordination', at, on, by: personName(directory, by) ?? '', units, words, names: units.map((unit) => unitName(directory, unit)),
        quotes: quotes.map((quote) => ({ name: unitName(directory, quote.unit), words: quote.words, on: quote.on })),
      })),
      ...(spoken === undefined || origin === undefined ? [] : [{
        ...of, kind: 'spoken' as const, at: origin.at, on: origin.on, by: personName(directory, origin.by) ?? '', facts: spoken,
        units: (plan.unitsOf.get(number) ?? []).map((unit) => unitName(directory, unit)), due: due.kind === 'dated' ? due.day : undefined,
      }]),
      ...notes.map(({ words, at, on, by, due: noted }): DecisionWaiting => ({ ...of, kind: 'leader-note', at, on, by: personName(directory, by) ?? '', words, due: noted })),
    ]
  })
}

/** What waits for the reader's own word, or for that of the leader whose aide they are: an aide sees it and does not decide it. */
export function decisionsFor(directory: Directory, reader: Person | undefined, views: readonly View[]): { all: DecisionWaiting[]; decides: boolean } {
  if (reader === undefined) return { all: [], decides: false }
  if (reader.roles.includes('leader')) return { all: decisionsWaiting(views, reader.id), decides: true }
  return { all: leadersOf(directory, reader).flatMap(({ id }) => decisionsWaiting(views, id)), decides: false }
}
