// Instructions among the tasks of a plan: whose each is, how it was given, and how it stands; those of one leader as a list.
import type { Day } from '#src/calendar/day.ts'
import { present } from '#src/ledger/fields.ts'
import type { PersonId, PlanId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import { isUnconfirmed, type KeptOrigin, type Rank } from '#src/ledger/origin.ts'
import type { Task } from '#src/ledger/task.ts'
import { answering } from './answering.ts'
import { personName } from './person-name.ts'
import type { View } from './view.ts'

/** `from`: the leader's name. `words`: as they were given. `spoken`: it was recorded by another; `how` it was said. */
export type InstructionFacts = {
  rank: Rank; from: string; fromId: PersonId; on: Day; words: string; permalink?: string
  about?: { number: TaskNo; title: string }
  spoken?: { how: string; on: Day; recordedBy: string; confirmed: boolean }
}

export function instructionFacts(view: Pick<View, 'plan' | 'directory'>, task: Pick<Task, 'origin' | 'source' | 'text'>): InstructionFacts | undefined {
  const { origin } = task
  return origin === undefined ? undefined : factsOf(view, origin, task.text)
}

function factsOf({ plan, directory }: Pick<View, 'plan' | 'directory'>, origin: KeptOrigin, words: string): InstructionFacts {
  const { rank, from, on, by, about, permalink, onBehalf } = origin
  const title = about === undefined ? undefined : (plan.tasks.get(about) ?? plan.amended.withdrawn.get(about)?.task)?.title
  return {
    rank, from: personName(directory, from) ?? from, fromId: from, on, words, ...present({ permalink }),
    ...(about === undefined ? {} : { about: { number: about, title: title ?? '' } }),
    ...(onBehalf === undefined ? {} : { spoken: { how: onBehalf.how, on: onBehalf.on, recordedBy: personName(directory, by) ?? '', confirmed: !isUnconfirmed(origin) } }),
  }
}

/** `isOpen`: not accepted yet. */
export type Instruction = { plan: PlanId; number: TaskNo; unit?: UnitId; isOpen: boolean; facts: InstructionFacts }

/** Open ones first, by their date; then those that are done, the latest first. @param from one leader's alone */
export function instructionsOf(views: readonly View[], from?: PersonId): Instruction[] {
  const all = views.flatMap((view) => [...view.plan.tasks.values()].flatMap((task): (Instruction & { due: string; at: string })[] => {
    const facts = instructionFacts(view, task)
    if (facts === undefined || (from !== undefined && facts.fromId !== from)) return []
    const part = answering(view, task.no)
    return [{ plan: view.plan.id, number: task.no, ...present({ unit: part?.unit }), isOpen: part?.status !== 'accepted', facts, due: task.due.kind === 'dated' ? task.due.day : '9999', at: task.origin?.at ?? '' }]
  }))
  const open = all.filter(({ isOpen }) => isOpen).toSorted((a, b) => (a.due < b.due ? -1 : 1))
  const done = all.filter(({ isOpen }) => !isOpen).toSorted((a, b) => (a.at < b.at ? 1 : -1))
  return [...open, ...done]
}
