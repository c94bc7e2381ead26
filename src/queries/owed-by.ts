// Who answers for what: a plan's open tasks by the people who are asked, and those nobody can be asked for.
import type { Day } from '#src/calendar/day.ts'
import { unitName } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import type { PersonId, UnitId } from '#src/ledger/ids.ts'
import { askedFor } from './answering.ts'
import type { TaskCard } from './task-card.ts'
import { isOverdue, taskList } from './task-list.ts'
import type { View } from './view.ts'

export type OwedBy = {
  people: { person: Person; tasks: TaskCard[] }[]
  /** The people of units that only help: told of it once, and asked for nothing. */
  helping: Person[]
  nobody: { unit: UnitId; name: string; tasks: TaskCard[] }[]
  /** How many tasks have no unit yet. */
  noUnit: number
}

/** Those who carry most come first. */
export function owedBy(view: View): OwedBy {
  const { directory } = view
  const people = new Map<PersonId, OwedBy['people'][number]>()
  const nobody = new Map<UnitId, OwedBy['nobody'][number]>()
  const open = taskList(view, { only: 'open' })
  for (const card of open) {
    if (card.lead === undefined) continue
    const { unit } = card.lead
    const asked = askedFor(directory, unit)
    for (const person of asked) people.set(person.id, { person, tasks: [...(people.get(person.id)?.tasks ?? []), card] })
    if (asked.length === 0) nobody.set(unit, { unit, name: unitName(directory, unit), tasks: [...(nobody.get(unit)?.tasks ?? []), card] })
  }
  const mostFirst = <Of extends { tasks: TaskCard[] }>(all: Iterable<Of>): Of[] => [...all].toSorted((a, b) => b.tasks.length - a.tasks.length)
  const named = new Set([...view.plan.unitsOf.values()].flat())
  const helping = askedFor(directory, ...named).filter(({ id }) => !people.has(id))
  return { people: mostFirst(people.values()), helping, nobody: mostFirst(nobody.values()), noUnit: open.filter(({ lead }) => lead === undefined).length }
}

/** How many are past their date, and the one of which something is due first from today on. */
export function nearestOf(tasks: readonly TaskCard[], today: Day): { late: number; nearest?: TaskCard } {
  const owed = tasks.filter(({ next }) => 'due' in next).toSorted((a, b) => (dueText(a) < dueText(b) ? -1 : 1))
  const nearest = owed.find((task) => dueText(task) >= today)
  return { late: tasks.filter((task) => isOverdue(task) || hasPassed(task, today)).length, ...(nearest === undefined ? {} : { nearest }) }
}

/** Before the hand-out no clock runs, and a date may be over all the same. A duty of a period is counted by itself. */
const hasPassed = ({ next }: TaskCard, today: Day): boolean => (next.kind === 'completion' || next.kind === 'milestone') && next.due < today

const dueText = ({ next }: TaskCard): string => ('due' in next ? next.due : '9999')
