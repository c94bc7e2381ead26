// Instructions among the tasks of a plan, and how each stands; those of one leader as a list.
import { present } from '#src/ledger/fields.ts'
import type { PersonId, PlanId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import { instructionIn } from '#src/ledger/origin.ts'
import { answering } from './answering.ts'
import { givenFacts, type GivenFacts } from './given.ts'
import type { View } from './view.ts'

/** `isOpen`: not accepted yet. */
export type Instruction = { plan: PlanId; number: TaskNo; unit?: UnitId; isOpen: boolean; from: PersonId; facts: GivenFacts }

/** Open ones first, by their date; then those that are done, the latest first. @param from one leader's alone */
export function instructionsOf(views: readonly View[], from?: PersonId): Instruction[] {
  const all = views.flatMap((view) => [...view.plan.tasks.values()].flatMap((task): (Instruction & { due: string; at: string })[] => {
    const origin = instructionIn(task)
    const facts = givenFacts(view, task)
    if (origin === undefined || facts === undefined || (from !== undefined && origin.from !== from)) return []
    const part = answering(view, task.no)
    return [{ plan: view.plan.id, number: task.no, ...present({ unit: part?.unit }), isOpen: part?.status !== 'accepted', from: origin.from, facts, due: task.due.kind === 'dated' ? task.due.day : '9999', at: origin.at }]
  }))
  const open = all.filter(({ isOpen }) => isOpen).toSorted((a, b) => (a.due < b.due ? -1 : 1))
  const done = all.filter(({ isOpen }) => !isOpen).toSorted((a, b) => (a.at < b.at ? 1 : -1))
  return [...open, ...done]
}
