// A person as cards show them, and what the asker may change about them.
import type { Desk } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import { may } from '#src/directory/permissions.ts'
import type { Person } from '#src/directory/person.ts'
import type { PersonFacts, PersonMay } from '#templates/people-list.ts'

export const factsOf = ({ id, name, title, roles, contactOf, headOf, fields, handle }: Person, { directory }: Desk): PersonFacts => ({
  id, name, roles, fields, reached: handle !== undefined, ...(title === undefined ? {} : { title }),
  contactOf: contactOf.map((unit) => unitName(directory, unit)), headOf: headOf.map((unit) => unitName(directory, unit)),
})

export const mayChange = ({ contactOf }: Person, { asker, directory }: Desk): PersonMay => ({
  grant: may(asker, 'grant-role'), revoke: may(asker, 'revoke-role'), setFields: may(asker, 'set-fields'),
  nameContact: may(asker, 'name-contact'), nameHead: may(asker, 'name-head'), removeHead: may(asker, 'remove-head'),
  removeContactOf: contactOf.filter((unit) => may(asker, 'remove-contact', [unit])).map((unit) => unitName(directory, unit)),
})
