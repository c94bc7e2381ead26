// A person as cards show them, and what the asker may change about them.
import type { Desk } from '#src/command.ts'
import { absencesAhead } from '#src/directory/absence.ts'
import { leadersOf } from '#src/directory/aide.ts'
import { unitName, withRole } from '#src/directory/directory.ts'
import { may, type Permission } from '#src/directory/permissions.ts'
import { holdsAnything, unitsHeldBy, type Person } from '#src/directory/person.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { PersonFacts, PersonMay } from '#templates/people-list.ts'
import { absenceFacts } from './absence-facts.ts'

/** The posts are their own; of those for whom they stand in, the names. */
export function factsOf(person: Person, desk: Desk): PersonFacts {
  const { directory, today } = desk
  const { id, name, title, roles, fields, handle, standsFor = [] } = person
  const { contactOf, backupOf, headOf, handlerOf } = person.own ?? person
  const names = (units: readonly UnitId[]): string[] => units.map((unit) => unitName(directory, unit))
  return {
    id, name, roles, fields, aideOf: leadersOf(directory, person).map((leader) => leader.name), reached: handle !== undefined, ...(title === undefined ? {} : { title }), ...(person.telephone === undefined ? {} : { telephone: person.telephone }),
    contactOf: names(contactOf), backupOf: names(backupOf), headOf: names(headOf), handlerOf: names(handlerOf),
    absences: absencesAhead(directory, today, id).map((absence) => absenceFacts(absence, desk)), standsFor: standsFor.map((other) => directory.people.get(other)?.name ?? other),
  }
}

export function mayChange(person: Person, { asker, directory }: Desk): PersonMay {
  const { contactOf, backupOf, handlerOf } = person.own ?? person
  const those = (units: readonly UnitId[], permission: Permission): string[] => units.filter((unit) => may(asker, permission, [unit])).map((unit) => unitName(directory, unit))
  const isHeld = unitsHeldBy(person.own ?? person).length > 0
  return {
    grant: may(asker, 'grant-role'), revoke: may(asker, 'revoke-role'), setFields: may(asker, 'set-fields'), setTelephone: may(asker, 'set-telephone'),
    nameContact: may(asker, 'name-contact'), nameHead: may(asker, 'name-head'), removeHead: may(asker, 'remove-head'),
    removeContactOf: those(contactOf, 'remove-contact'), removeBackupOf: those(backupOf, 'remove-backup'), removeHandlerOf: those(handlerOf, 'remove-handler'),
    nameAide: !person.roles.includes('leader') && (person.roles.includes('aide') || !holdsAnything(person.own === undefined ? person : { ...person, ...person.own })) && may(asker, 'name-aide') && withRole(directory, 'leader').length > 0, removeAideOf: may(asker, 'remove-aide') ? leadersOf(directory, person).map((leader) => leader.name) : [],
    setAbsence: isHeld && may(asker, 'set-absence', undefined, { person: person.id }), handOver: isHeld && may(asker, 'hand-over'),
  }
}
