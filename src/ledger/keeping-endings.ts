// Sees that nothing that waits for a secretary is lost, whatever else is done: it waits on, or its ending is kept.
import type { Day, Instant } from '#src/calendar/day.ts'
import { keyOf, standingOf, type Assignment } from './assignment.ts'
import { effects } from './effects.ts'
import type { Waiting, WaitingKind } from './ending.ts'
import type { TaskNo, UnitId } from './ids.ts'
import { isWaiting } from './petition.ts'
import type { PlanEvent } from './plan-event.ts'
import type { PlanState } from './plan-state.ts'
import type { Actor, Stamp } from './stamp.ts'
import type { Task } from './task.ts'
import type { Member } from './voice.ts'

type Happening = { type: PlanEvent['type']; task?: TaskNo; from?: UnitId; to?: UnitId; keep?: UnitId; other?: UnitId }

/** Lets an event happen, and keeps what waited before and waits no more. */
export function keepingEndings(plan: PlanState, event: object & { type: PlanEvent['type'] }, { on, at, by }: Pick<Stamp, 'on' | 'at' | 'by'>, happen: () => void): void {
  const { ends: why } = effects[event.type]
  if (why === 'nothing') {
    happen()
    return
  }
  const { task, from, to, keep, other }: Happening = event
  // Who asked for a unit that is another's now is told as that one's.
  const asOf = (unit: UnitId): UnitId => (why !== 'as-one' ? unit : ((unit === from ? to : unit === other ? keep : unit) ?? unit))
  const tasks = task === undefined ? [...plan.tasks.keys()] : [task]
  const before = tasks.flatMap((no) => waitingOn(plan, no))
  happen()
  if (before.length === 0) return
  const left = tasks.flatMap((no) => waitingOn(plan, no))
  const still = new Set(left.map(keyOfWaiting))
  for (const waited of before) {
    // A claim that was accepted has its ruling.
    if (still.has(keyOfWaiting(waited)) || (why === 'done' && waited.what === 'claim')) continue
    const isDated = waited.what === 'milestones' && plan.tasks.get(waited.task)?.due.kind === 'dated'
    const [unit, speaker] = [asOf(waited.unit), asOf(waited.speaker)]
    const isTheirsStill = plan.assignments.has(keyOf(waited.task, unit))
    const isTakenIn = isTheirsStill && (why === 'passed' || (why === 'as-one' && !left.some((other) => other.what === waited.what && other.task === waited.task && other.speaker === speaker)))
    plan.endings.set(keyOfWaiting(waited), {
      waited: { ...waited, unit, speaker }, why: isDated ? 'dated' : isTakenIn ? 'taken-in' : why,
      ...(event.type === 'part-passed' && to !== undefined && !isTakenIn ? { to } : {}), on, at, by,
    })
  }
}

const keyOfWaiting = ({ what, task, at, by, year }: Waiting): string => [what, task, at, by, ...(year === undefined ? [] : [year])].join('/')

/** All that waits on a task for a secretary. */
export function waitingOn(plan: PlanState, no: TaskNo): Waiting[] {
  const task = plan.tasks.get(no)
  if (task === undefined) return []
  const parts = (plan.unitsOf.get(no) ?? []).flatMap((unit) => plan.assignments.get(keyOf(no, unit)) ?? [])
  const years = plan.milestones.size === 0 || task.due.kind === 'dated' ? [] : [...plan.milestones.values()].filter((year) => year.task === no)
  return [
    ...parts.flatMap((part) => [ofVoice(task, part, part.unit, standingOf(part)), ...[...part.byMember].map(([member, said]) => ofVoice(task, part, member, said))].flat()),
    ...years.flatMap(({ year, proposed }): Waiting[] => (proposed === undefined || plan.assignments.get(keyOf(no, proposed.unit))?.status === 'accepted' ? [] : [{ what: 'milestones', task: no, unit: proposed.unit, speaker: proposed.unit, at: proposed.at, on: proposed.on, by: proposed.by, year }])),
  ]
}

/** What is struck off or done takes no new date and passes to nobody: only an objection is still ruled on. */
export const isClosed = ({ course }: Task, { status }: Assignment, { accepted }: Member): boolean => course?.struckOff !== undefined || status === 'accepted' || accepted !== undefined

function ofVoice(task: Task, part: Assignment, speaker: UnitId, said: Member): Waiting[] {
  const { claim, extension, objection, question, handler } = said
  const over = isClosed(task, part, said)
  const asked: readonly (readonly [WaitingKind, { at: Instant; on: Day; by: Actor } | undefined])[] = [
    ['claim', over ? undefined : claim], ['extension', isWaiting(extension) && !over ? extension : undefined],
    ['part-question', isWaiting(question) && !over ? question : undefined], ['objection', isWaiting(objection) ? objection : undefined],
  ]
  return asked.flatMap(([what, found]) => (found === undefined ? [] : [{ what, task: part.task, unit: part.unit, speaker, at: found.at, on: found.on, by: found.by, ...(handler === undefined ? {} : { handler }) }]))
}
