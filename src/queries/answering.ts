// Who answers for a task: its lead, else the first of those responsible, else nobody yet.
import type { Assignment } from '#src/ledger/assignment.ts'
import { contactsOf, headsOf, type Directory } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import { keyOf, type PlanState } from '#src/ledger/plan.ts'

/** The parts in a task, in the order of the text. */
export const partsOf = (plan: PlanState, task: TaskNo): Assignment[] =>
  (plan.unitsOf.get(task) ?? []).flatMap((unit) => plan.assignments.get(keyOf(task, unit)) ?? [])

/** The assignment that answers for the task: the lead's, a presumed lead's (推定牵头) included. Undefined where the text names no unit. */
export function answering(plan: PlanState, task: TaskNo): Assignment | undefined {
  const parts = partsOf(plan, task)
  return parts.find(({ part }) => part === 'lead') ?? parts.find(({ inferred }) => inferred === 'lead') ?? parts.find(({ part, inferred }) => part === 'responsible' && inferred !== 'standing')
}

/** The people who are asked for a unit: its contacts, else its heads. A group is asked through its members, one matrix: nobody here. */
export const askedFor = (directory: Directory, unit: UnitId): Person[] => {
  const contacts = contactsOf(directory, unit)
  return contacts.length > 0 ? contacts : headsOf(directory, unit)
}
