// 授权, 收回, 分管: roles that are granted, and a leader's fields of charge.
import { answered, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { Role, type Person } from '#src/directory/person.ts'
import { fieldsSet, rolesChanged } from '#templates/people-changed.ts'
import { fieldsForm, grantForm } from '#templates/people-forms.ts'
import { personCard } from '#templates/person-card.ts'
import { findPerson } from './find-person.ts'
import { factsOf, mayChange } from './person-facts.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'

const roles: Readonly<Record<string, Role>> = {
  领导: 'leader', 主要领导: 'leader', 分管领导: 'leader', leader: 'leader', 领导联络员: 'aide', aide: 'aide',
  督查室: 'secretary', 秘书: 'secretary', secretary: 'secretary', 管理员: 'admin', admin: 'admin',
}

/** Without a role, a form asks which. */
export function grantRole(asked: string, written: string, desk: Desk): Answer | Promise<Answer> {
  const person = findPerson(desk, asked)
  if (person === undefined) return refused({ code: 'person-unknown', asked }, desk)
  if (written !== '') return changeRole('grant', person, written, desk)
  if (person.roles.length === Role.options.length) return answered(personCard(factsOf(person, desk), mayChange(person, desk), desk.lang))
  return may(desk.asker, 'grant-role') ? { kind: 'form', form: grantForm(person, desk.lang) } : refused({ code: 'not-permitted', permission: 'grant-role' }, desk)
}

export function revokeRole(asked: string, written: string, desk: Desk): Answer | Promise<Answer> {
  const person = findPerson(desk, asked)
  return person === undefined ? refused({ code: 'person-unknown', asked }, desk) : changeRole('revoke', person, written, desk)
}

function changeRole(act: 'grant' | 'revoke', person: Person, written: string, desk: Desk): Answer | Promise<Answer> {
  const again = runOf('people', { act, person: person.id, role: written })
  const role = roles[written.toLowerCase()]
  if (role === undefined) return refused({ code: 'role-unknown', asked: written }, desk, again)
  const intent = { type: act === 'grant' ? 'grant-role' : 'revoke-role', person: person.id, role } as const
  return recorded(desk.recordPerson(intent), desk, () => rolesChanged({ act, role, ...nowOf(person, desk) }, desk.lang), again)
}

/** Where no fields are given, a form asks which; left empty there, the leader has none. */
export function setFields(asked: string, given: readonly string[] | undefined, form: boolean, desk: Desk): Answer | Promise<Answer> {
  const person = findPerson(desk, asked)
  if (person === undefined) return refused({ code: 'person-unknown', asked }, desk)
  if (given === undefined && !form) {
    if (!may(desk.asker, 'set-fields')) return refused({ code: 'not-permitted', permission: 'set-fields' }, desk)
    return person.roles.includes('leader') ? { kind: 'form', form: fieldsForm(person, desk.lang) } : refused({ code: 'person-no-leader', name: person.name }, desk)
  }
  const fields = given ?? []
  const again = runOf('people', { act: 'fields', person: person.id, fields: fields.join(' '), form: true })
  return recorded(desk.recordPerson({ type: 'set-fields', person: person.id, fields }), desk, () => fieldsSet({ name: person.name, fields }, desk.lang), again)
}

/** As they stand after what was recorded. */
function nowOf(person: Person, desk: Desk): { person: ReturnType<typeof factsOf>; may: ReturnType<typeof mayChange> } {
  const now = desk.directory.people.get(person.id) ?? person
  return { person: factsOf(now, desk), may: mayChange(now, desk) }
}
