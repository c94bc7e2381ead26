// Somebody's days away, with the names behind the ids.
import type { Desk } from '#src/command.ts'
import { unitName, type Absence } from '#src/directory/directory.ts'
import { unitsHeldBy } from '#src/directory/person.ts'
import { askedMeanwhile } from '#src/queries/asked-meanwhile.ts'
import type { AbsenceFacts } from '#templates/deputy.ts'

export function absenceFacts({ person: id, from, until, deputy }: Omit<Absence, 'by'>, { directory, asker, today }: Desk): AbsenceFacts {
  const person = directory.people.get(id)
  const nameOf = (of: typeof id): string => directory.people.get(of)?.name ?? of
  return {
    id, name: nameOf(id), from, until, isAsker: asker?.id === id,
    units: person === undefined ? [] : unitsHeldBy(person.own ?? person).map((unit) => unitName(directory, unit)),
    ...(deputy === undefined ? { meanwhile: askedMeanwhile(directory, { person: id, from, until }, today) } : { deputy: nameOf(deputy), isDeputy: asker?.id === deputy }),
  }
}
