// 待领导决定: what waits for one leader's word, each with what can be chosen. What the leader has answered waits no more.
import type { Day, Instant } from '#src/calendar/day.ts'
import { leadersOf } from '#src/directory/aide.ts'
import { unitName, type Directory } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import { present } from '#src/ledger/fields.ts'
import { handedUpWaiting } from '#src/ledger/handed-up.ts'
import type { PersonId, PlanId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import { instructionIn, isUnconfirmed } from '#src/ledger/origin.ts'
import type { Task } from '#src/ledger/task.ts'
import { answering } from './answering.ts'
import { givenFacts, type GivenFacts } from './given.ts'
import { sentOf } from './leader-notes.ts'
import { overdueSince } from './overdue.ts'
import { personName } from './person-name.ts'
import type { View } from './view.ts'

/** `at`: since when it waits. `by`: the name of whoever put it to the leader. */
type Waits = { plan: PlanId; number: TaskNo; ofSeveral?: true; title: string; at: Instant; on: Day; by: string }
/** `coordination`: units cannot settle it between them; `units` and what each said. `spoken`: an instruction that was recorded for the leader. `leader-note`: what is long overdue. */
export type DecisionWaiting = Waits & (
  | { kind: 'coordination'; units: readonly UnitId[]; names: readonly string[]; quotes: readonly { name: string; words: string; on: Day }[]; words: string }
  | { kind: 'spoken'; facts: GivenFacts; units: readonly string[]; due: Day | undefined }
  | { kind: 'leader-note'; words: string; due: Day }
)

const order: readonly DecisionWaiting['kind'][] = ['coordination', 'spoken', 'leader-note']

/** What units wait for first, then what was said in the leader's name, then what they were told of; each the longest waiting first. @param among tasks of a plan, where those are kept in which the leader may have something to decide */
export const decisionsWaiting = (views: readonly View[], leader: PersonId, among?: (view: View) => Iterable<TaskNo>): DecisionWaiting[] =>
  views.flatMap((view) => decisionsOf(view, leader, among?.(view))).toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))

/** Leaders who may have something to decide in a task: on no day is there another. */
export function decidersOf(task: Task | undefined): PersonId[] {
  if (task === undefined) return []
  const { course = {} } = task
  const origin = instructionIn(task)
  const all = [...handedUpWaiting(course).map(({ to }) => to), ...(origin !== undefined && isUnconfirmed(origin) ? [origin.from] : []), ...sentOf(task).flatMap(({ to, answered }) => (answered === undefined ? [to] : []))]
  return all.length < 2 ? all : [...new Set(all)]
}

/** Of one plan, by their numbers. Nothing of a plan that was put away. */
export function decisionsOf(view: View, leader: PersonId, among: Iterable<TaskNo> = view.plan.tasks.keys()): DecisionWaiting[] {
  const { plan, directory, today } = view
  if (plan.archived !== undefined) return []
  return [...among].toSorted((a, b) => a - b).flatMap((no) => plan.tasks.get(no) ?? []).flatMap((task): DecisionWaiting[] => {
    const { no: number, title, course = {}, due } = task
    const origin = instructionIn(task)
    const of = { plan: plan.id, number, ...present({ ofSeveral: view.ofSeveral }), title }
    const handedUp = course.struckOff === undefined ? handedUpWaiting(course).filter(({ to }) => to === leader) : []
    const spoken = origin?.from === leader && isUnconfirmed(origin) ? givenFacts(view, task) : undefined
    const told = sentOf(task).filter((note) => note.to === leader && note.answered === undefined && note.on <= today)
    const lead = told.length === 0 ? undefined : answering(view, number)
    // Done since, or said to be, or due on another day by now: there is nothing to answer.
    const notes = lead?.status === 'open' ? told.filter((note) => overdueSince(view, task, lead) === note.due) : []
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

/** What waits for the reader's own word, or for that of the leader whose aide they are: an aide sees it and does not decide it. @param among tasks of a plan in which that leader may have something to decide, where those are kept */
export function decisionsFor(directory: Directory, reader: Person | undefined, views: readonly View[], among?: (view: View, leader: PersonId) => Iterable<TaskNo>): { all: DecisionWaiting[]; decides: boolean } {
  if (reader === undefined) return { all: [], decides: false }
  const decides = reader.roles.includes('leader')
  const leaders = decides ? [reader] : leadersOf(directory, reader)
  return { all: leaders.flatMap(({ id }) => decisionsWaiting(views, id, among === undefined ? undefined : (view) => among(view, id))), decides }
}
