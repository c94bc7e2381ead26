// 指定, 取消, 负责人, B岗, 承办人: who answers for a unit, and to whom its items can be handed.
import type { Answer, Desk } from '#src/command.ts'
import { contactsOf, unitNamed } from '#src/directory/directory.ts'
import type { DirectoryIntent } from '#src/directory/intent.ts'
import { may, type Permission } from '#src/directory/permissions.ts'
import type { Person } from '#src/directory/person.ts'
import type { Unit } from '#src/directory/unit.ts'
import { askedFor } from '#src/queries/answering.ts'
import { taskList } from '#src/queries/task-list.ts'
import type { Card } from '#templates/card.ts'
import { backupNamed, contactNamed, handlerNamed, headNamed, removedFromUnit } from '#templates/people-changed.ts'
import { chooseUnitForm, handlerNameForm, namePersonForm } from '#templates/people-forms.ts'
import { findPerson, labelOf, mentioned } from './find-person.ts'
import { allViews } from './plan-argument.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { findUnit, unitRefused } from './unit-argument.ts'

type Naming = 'name' | 'head' | 'backup' | 'handler'
type Removing = 'remove' | 'unhead' | 'unbackup' | 'unhandler'

const permissionOf = {
  name: 'name-contact', head: 'name-head', backup: 'name-backup', handler: 'name-handler',
  remove: 'remove-contact', unhead: 'remove-head', unbackup: 'remove-backup', unhandler: 'remove-handler',
} as const satisfies Record<Naming | Removing, Permission & DirectoryIntent['type']>

/** Without a unit, or without a person, a form asks which. */
export function nameForUnit(act: Naming, asked: string, unitAsked: string, name: string, desk: Desk): Answer | Promise<Answer> {
  const permission = permissionOf[act]
  // 承办人 @某某 县教育局: the one word is a unit, and no name.
  if (act === 'handler' && unitAsked === '' && unitNamed(desk.directory, name) !== undefined) return nameForUnit(act, asked, name, '', desk)
  if (unitAsked === '' && asked !== '') return chooseUnit(act, asked, name, desk)
  const found = findUnit(desk.directory, unitAsked)
  if (!found.ok) return unitRefused(desk, unitAsked, found.nearest, (unit) => runOf('people', { act, person: asked, unit }))
  const { unit } = found
  if (asked === '') {
    if (!may(desk.asker, permission, [unit.id])) return refused({ code: 'not-permitted', permission }, desk)
    return { kind: 'form', form: namePersonForm({ act, unit: unit.name, people: [...desk.directory.people.values()] }, desk.lang) }
  }
  const person = findPerson(desk, asked)
  if (person === undefined) return act === 'handler' ? addHandler(asked, name, unit, desk) : refused({ code: 'person-unknown', asked }, desk)
  return recorded(desk.recordPerson({ type: permission, person: person.id, unit: unit.id }), desk, () => namedCard(act, person, unit, desk), runOf('people', { act, person: person.id, unit: unit.name }))
}

/** Somebody of the unit whom nobody registered yet: a contact registers them as handler, and as nothing else. */
function addHandler(asked: string, written: string, unit: Unit, desk: Desk): Answer | Promise<Answer> {
  const account = mentioned(asked)
  if (account === undefined) return refused({ code: 'person-unknown', asked }, desk)
  const name = written === '' ? labelOf(asked) : written
  if (name === undefined) {
    if (!may(desk.asker, 'add-handler', [unit.id])) return refused({ code: 'not-permitted', permission: 'add-handler' }, desk)
    return { kind: 'form', form: handlerNameForm({ person: asked, unit: unit.name }, desk.lang) }
  }
  const handle = { platform: desk.handle.platform, id: account }
  const again = runOf('people', { act: 'handler', person: asked, unit: unit.name, name })
  return recorded(desk.recordPerson({ type: 'add-handler', unit: unit.id, name, handle }), desk, () => handlerNamed({ name, unit: unit.name, isNew: true }, desk.lang), again)
}

function namedCard(act: Naming, { name }: Person, unit: Unit, desk: Desk): Card {
  if (act === 'backup') return backupNamed({ name, unit: unit.name, contacts: contactsOf(desk.directory, unit.id).map((contact) => contact.name) }, desk.lang)
  if (act === 'handler') return handlerNamed({ name, unit: unit.name, isNew: false }, desk.lang)
  const tasks = allViews(desk).reduce((sum, view) => sum + taskList(view, { lead: unit.id }).length, 0)
  return act === 'head' ? headNamed({ name, unit: unit.name, contacts: contactsOf(desk.directory, unit.id).length }, desk.lang) : contactNamed({ name, unit: unit.name, tasks }, desk.lang)
}

function chooseUnit(act: Naming, asked: string, name: string, desk: Desk): Answer | Promise<Answer> {
  const permission = permissionOf[act]
  const units = [...desk.directory.units.values()].filter(({ id, members }) => members === undefined && may(desk.asker, permission, [id]))
  const [only, ...more] = units
  // A contact of one unit means that one.
  if (act === 'handler' && only !== undefined && more.length === 0) return nameForUnit(act, asked, only.name, name, desk)
  const person = findPerson(desk, asked)
  if (person === undefined) return refused({ code: 'person-unknown', asked }, desk)
  if (units.length > 0) return { kind: 'form', form: chooseUnitForm({ act, person, units: units.map(({ name }) => name) }, desk.lang) }
  return may(desk.asker, permission) ? refused({ code: 'unit-unknown', asked: '' }, desk) : refused({ code: 'not-permitted', permission }, desk)
}

export function removeFromUnit(act: Removing, asked: string, unitAsked: string, desk: Desk): Answer | Promise<Answer> {
  const person = findPerson(desk, asked)
  if (person === undefined) return refused({ code: 'person-unknown', asked }, desk)
  const found = findUnit(desk.directory, unitAsked)
  if (!found.ok) return unitRefused(desk, unitAsked, found.nearest, (unit) => runOf('people', { act, person: person.id, unit }))
  const { unit } = found
  return recorded(desk.recordPerson({ type: permissionOf[act], person: person.id, unit: unit.id }), desk, () => {
    const left = { asked: askedFor(desk.directory, unit.id).map(({ name }) => name) }
    return removedFromUnit({ act, name: person.name, unit: unit.name, ...left }, desk.lang)
  }, runOf('people', { act, person: person.id, unit: unit.name }))
}
