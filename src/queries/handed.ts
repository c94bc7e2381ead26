// 分派: items that were handed to an 承办人, who is asked for them in the unit's place; contact and head keep the whole view.
import { inPlaceOf } from '#src/directory/on-day.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import { standingOf, type Assignment } from '#src/ledger/assignment.ts'
import type { PersonId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { askedFor } from './answering.ts'
import { voicesOf } from './voices.ts'

/** A voice of a task: the unit's own, or a member's of a group. */
export type Handed = { task: TaskNo; unit: UnitId; member?: UnitId }

/** Who handles it for the unit that speaks; nobody once they are the unit's handler no more. */
export function handlerOfVoice(directory: Directory, part: Assignment, speaks: UnitId): Person | undefined {
  const { handler } = standingOf(part, speaks === part.unit ? undefined : speaks)
  const person = handler === undefined ? undefined : directory.people.get(handler)
  return person !== undefined && (person.own ?? person).handlerOf.includes(speaks) ? person : undefined
}

/** Somebody else handles it, in whose place the person does not stand. */
export function isHandedOn(directory: Directory, part: Assignment, speaks: UnitId, { id, standsFor = [] }: Person): boolean {
  const handler = handlerOfVoice(directory, part, speaks)
  return handler !== undefined && handler.id !== id && !standsFor.includes(handler.id)
}

/** Who is asked about an assignment for those units that speak in it: each one's handler, or who stands in for them, else its own people. Each once. */
export function askedAbout(directory: Directory, part: Assignment, speaking: readonly UnitId[]): Person[] {
  const people = speaking.flatMap((unit) => {
    const handler = handlerOfVoice(directory, part, unit)
    const asked = handler === undefined ? undefined : inPlaceOf(directory, handler)
    return asked === undefined ? askedFor(directory, unit) : [asked]
  })
  return [...new Map(people.map((person) => [person.id, person])).values()]
}

/** What was handed to a person, or to those for whom they stand in, and is not done. */
export function handedTo({ assignments }: Pick<PlanState, 'assignments'>, { id, standsFor = [], handlerOf }: Person): Handed[] {
  const isTheirs = (handler: PersonId | undefined): boolean => handler !== undefined && (handler === id || standsFor.includes(handler))
  return [...assignments.values()].filter(({ status }) => status !== 'accepted').flatMap((part) =>
    voicesOf(part).flatMap(({ member, standing }): Handed[] => {
      const isOpen = isTheirs(standing.handler) && standing.accepted === undefined && handlerOf.includes(member ?? part.unit)
      return isOpen ? [{ task: part.task, unit: part.unit, ...(member === undefined ? {} : { member }) }] : []
    }),
  )
}
