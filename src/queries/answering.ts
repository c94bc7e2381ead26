// Who answers for a task: its lead, else the first of those responsible, else nobody yet.
import type { Assignment, Report } from '#src/ledger/assignment.ts'
import { contactsOf, headsOf, type Directory } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import { keyOf, type PlanState } from '#src/ledger/plan.ts'

/** The parts in a task, in the order of the text. */
export const partsOf = (plan: PlanState, task: TaskNo): Assignment[] =>
  (plan.unitsOf.get(task) ?? []).flatMap((unit) => plan.assignments.get(keyOf(task, unit)) ?? [])

/** The assignment that answers for the task: the lead's, a presumed lead's (推定牵头) included; without either, the first of those responsible that is not done. Undefined where the text names no unit. */
export function answering(plan: PlanState, task: TaskNo): Assignment | undefined {
  const parts = partsOf(plan, task)
  const responsible = parts.filter(isResponsible)
  return parts.find(({ part }) => part === 'lead') ?? parts.find(({ inferred }) => inferred === 'lead') ?? responsible.find(({ status }) => status !== 'accepted') ?? responsible[0]
}

/** Named responsible by the task itself, not by a standing clause for all. */
export const isResponsible = ({ part, inferred }: Assignment): boolean => part === 'responsible' && inferred !== 'standing'

/** Whose word is missing: the unit itself, or of a group those members that have not said one. A word for the whole group is everybody's. */
export function silentOf(directory: Directory, { unit, report, byMember }: Assignment, isSaid: (word: Report) => boolean): UnitId[] {
  if (report !== undefined && isSaid(report)) return []
  const members = directory.units.get(unit)?.members ?? []
  if (members.length === 0) return [unit]
  return members.filter((member) => ((word) => word === undefined || !isSaid(word))(byMember.get(member)))
}

const worstFirst: readonly Report['state'][] = ['blocked', 'difficulty', 'normal']

/** The last word on an assignment; a group's is the worst of its members' last words. */
export const wordOf = ({ report, byMember }: Assignment): Report | undefined =>
  [...(report === undefined ? [] : [report]), ...byMember.values()].toSorted((a, b) => worstFirst.indexOf(a.state) - worstFirst.indexOf(b.state) || (a.at > b.at ? -1 : 1))[0]

/** The people who are asked for a unit: its contacts, else its heads. A group is asked through its members, one matrix: nobody here. */
export const askedFor = (directory: Directory, unit: UnitId): Person[] => {
  const contacts = contactsOf(directory, unit)
  return contacts.length > 0 ? contacts : headsOf(directory, unit)
}
