// 指定, 取消, 负责人, 取消负责人: who answers for a unit.
import type { Answer, Desk } from '#src/command.ts'
import { contactsOf, headsOf } from '#src/directory/directory.ts'
import type { DirectoryIntent } from '#src/directory/intent.ts'
import { may, type Permission } from '#src/directory/permissions.ts'
import type { Person } from '#src/directory/person.ts'
import type { Unit } from '#src/directory/unit.ts'
import { taskList } from '#src/queries/task-list.ts'
import type { Card } from '#templates/card.ts'
import { contactNamed, headNamed, removedFromUnit } from '#templates/people-changed.ts'
import { chooseUnitForm, namePersonForm } from '#templates/people-forms.ts'
import { findPerson } from './find-person.ts'
import { allViews } from './plan-argument.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { findUnit, unitRefused } from './unit-argument.ts'

type Naming = 'name' | 'head'
type Removing = 'remove' | 'unhead'

const permissionOf = { name: 'name-contact', head: 'name-head', remove: 'remove-contact', unhead: 'remove-head' } as const satisfies Record<Naming | Removing, Permission & DirectoryIntent['type']>

/** Without a unit, or without a person, a form asks which. */
export function nameForUnit(act: Naming, asked: string, unitAsked: string, desk: Desk): Answer | Promise<Answer> {
  const permission = permissionOf[act]
  if (unitAsked === '' && asked !== '') return chooseUnit(act, asked, desk)
  const found = findUnit(desk.directory, unitAsked)
  if (!found.ok) return unitRefused(desk, unitAsked, found.nearest, (unit) => runOf('people', { act, person: asked, unit }))
  const { unit } = found
  if (asked === '') {
    if (!may(desk.asker, permission, [unit.id])) return refused({ code: 'not-permitted', permission }, desk)
    return { kind: 'form', form: namePersonForm({ act, unit: unit.name, people: [...desk.directory.people.values()] }, desk.lang) }
  }
  const person = findPerson(desk, asked)
  if (person === undefined) return refused({ code: 'person-unknown', asked }, desk)
  return recorded(desk.recordPerson({ type: permission, person: person.id, unit: unit.id }), desk, () => namedCard(act, person, unit, desk), runOf('people', { act, person: person.id, unit: unit.name }))
}

function namedCard(act: Naming, { name }: Person, unit: Unit, desk: Desk): Card {
  const tasks = allViews(desk).reduce((sum, view) => sum + taskList(view, { lead: unit.id }).length, 0)
  return act === 'head' ? headNamed({ name, unit: unit.name, contacts: contactsOf(desk.directory, unit.id).length }, desk.lang) : contactNamed({ name, unit: unit.name, tasks }, desk.lang)
}

function chooseUnit(act: Naming, asked: string, desk: Desk): Answer {
  const permission = permissionOf[act]
  const person = findPerson(desk, asked)
  if (person === undefined) return refused({ code: 'person-unknown', asked }, desk)
  const units = [...desk.directory.units.values()].filter(({ id, members }) => members === undefined && may(desk.asker, permission, [id]))
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
    const left = { contacts: contactsOf(desk.directory, unit.id).map(({ name }) => name), heads: headsOf(desk.directory, unit.id).map(({ name }) => name) }
    return removedFromUnit({ act, name: person.name, unit: unit.name, ...left }, desk.lang)
  }, runOf('people', { act, person: person.id, unit: unit.name }))
}
