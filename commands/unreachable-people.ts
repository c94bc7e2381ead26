// Whom no message reaches, of those who are asked or who decide: for the secretary to see to.
import type { Desk } from '#src/command.ts'
import { holdsAnything, unitsHeldBy } from '#src/directory/person.ts'
import type { UnreachablePerson } from '#templates/unreachable.ts'
import { unitName } from '#src/directory/directory.ts'

/** The longest unreached first. Who holds nothing any more is nobody's to see to. */
export const unreachablePeople = (desk: Desk): UnreachablePerson[] =>
  [...desk.unreachable()]
    .flatMap(([id, { on, why }]): UnreachablePerson[] => {
      const person = desk.directory.people.get(id)
      if (person === undefined || !holdsAnything(person)) return []
      return [{ id, name: person.name, units: unitsHeldBy(person).map((unit) => unitName(desk.directory, unit)), since: on, why: why === 'no-account' ? 'no-account' : 'refused' }]
    })
    .toSorted((a, b) => (a.since < b.since ? -1 : 1))
