// The directory: units, people, roles. Its events, what may be decided, and the fold.
import { z } from 'zod'
import { accept, refuse, type Decision } from '#src/ledger/decision.ts'
import { DraftId } from '#src/ledger/draft.ts'
import { PersonId, PlanId, UnitId } from '#src/ledger/ids.ts'
import { sameHandle, type Handle } from './handle.ts'
import type { DirectoryIntent, NewUnit } from './intent.ts'
import { NewPerson, Role, type Person } from './person.ts'
import { plainName, Unit, UnitName } from './unit.ts'

export const UnitsAdded = z.strictObject({ type: z.literal('units-added'), units: z.array(Unit) })
/** Another name by which a unit is known. */
export const UnitAliasAdded = z.strictObject({ type: z.literal('unit-alias-added'), unit: UnitId, alias: UnitName })
/** Two units turn out to be one: the other's names, people and groups are the kept one's from now on. */
export const UnitMerged = z.strictObject({ type: z.literal('unit-merged'), keep: UnitId, other: UnitId, alias: UnitName })
export const PersonAdded = z.strictObject({ type: z.literal('person-added'), person: NewPerson })
export const PersonRenamed = z.strictObject({ type: z.literal('person-renamed'), person: PersonId, name: NewPerson.shape.name, title: NewPerson.shape.title })
export const RoleGranted = z.strictObject({ type: z.literal('role-granted'), person: PersonId, role: Role })
export const RoleRevoked = z.strictObject({ type: z.literal('role-revoked'), person: PersonId, role: Role })
export const ContactNamed = z.strictObject({ type: z.literal('contact-named'), person: PersonId, unit: UnitId })
export const ContactRemoved = z.strictObject({ type: z.literal('contact-removed'), person: PersonId, unit: UnitId })
export const HeadNamed = z.strictObject({ type: z.literal('head-named'), person: PersonId, unit: UnitId })
export const HeadRemoved = z.strictObject({ type: z.literal('head-removed'), person: PersonId, unit: UnitId })
export const FieldsSet = z.strictObject({ type: z.literal('fields-set'), person: PersonId, fields: z.array(z.string()) })
/** A plan's number is given once, for the words of one document: whoever confirms them, and however often. `hash` is of the text that was read. */
export const PlanOpened = z.strictObject({ type: z.literal('plan-opened'), plan: PlanId, draft: DraftId, hash: z.string() })
export const DirectoryEvent = z.discriminatedUnion('type', [
  UnitsAdded, UnitAliasAdded, UnitMerged, PersonAdded, PersonRenamed, RoleGranted, RoleRevoked, ContactNamed, ContactRemoved, HeadNamed, HeadRemoved, FieldsSet, PlanOpened,
])
export type DirectoryEvent = z.infer<typeof DirectoryEvent>

export type Directory = {
  units: Map<UnitId, Unit>
  people: Map<PersonId, Person>
  /** Every name and alias, plain, to its unit. */
  names: Map<string, UnitId>
  /** Units that were merged, each to the one that it is now. */
  merged: Map<UnitId, UnitId>
  /** Those with a number, in the order it was given; the import may still be missing. */
  plans: Map<PlanId, { draft: DraftId; hash: string }>
}

export const emptyDirectory = (): Directory => ({ units: new Map(), people: new Map(), names: new Map(), merged: new Map(), plans: new Map() })

export function decideDirectory(now: Directory, intent: DirectoryIntent): Decision<DirectoryEvent> {
  switch (intent.type) {
    case 'add-units': {
      const units = newUnits(now, intent.units)
      return units.length === 0 ? accept() : accept({ type: 'units-added', units })
    }
    case 'add-alias':
      return aliasGiven(now, intent)
    case 'add-person': {
      const known = intent.handle === undefined ? undefined : personOf(now, intent.handle)
      if (known !== undefined) return refuse({ code: 'person-known', name: known.name })
      const id = PersonId.parse(`u${now.people.size + 1}`)
      const person = { id, name: intent.name, ...given('title', intent.title), ...given('handle', intent.handle) }
      return accept({ type: 'person-added', person })
    }
    case 'rename-person':
      return aboutPerson(now, intent.person, (person) => renamed(person, intent))
    case 'grant-role':
      return aboutPerson(now, intent.person, (person) => (person.roles.includes(intent.role) ? accept() : accept({ type: 'role-granted', person: person.id, role: intent.role })))
    case 'revoke-role':
      return aboutPerson(now, intent.person, (person) => revoked(now, person, intent.role))
    case 'name-contact':
      return aboutUnit(now, intent, (person, unit) => (person.contactOf.includes(unit) ? accept() : accept({ type: 'contact-named', person: person.id, unit })))
    case 'remove-contact':
      return aboutUnit(now, intent, (person, unit) => (person.contactOf.includes(unit) ? accept({ type: 'contact-removed', person: person.id, unit }) : accept()))
    case 'name-head':
      return aboutUnit(now, intent, (person, unit) => (person.headOf.includes(unit) ? accept() : accept({ type: 'head-named', person: person.id, unit })))
    case 'remove-head':
      return aboutUnit(now, intent, (person, unit) => (person.headOf.includes(unit) ? accept({ type: 'head-removed', person: person.id, unit }) : accept()))
    case 'set-fields':
      return aboutPerson(now, intent.person, ({ id, name, roles }) =>
        roles.includes('leader') ? accept({ type: 'fields-set', person: id, fields: [...intent.fields] }) : refuse({ code: 'person-no-leader', name }),
      )
    case 'open-plan':
      return opened(now, intent)
  }
}

/** A name that a unit of its own has: the two are one. */
function aliasGiven({ units, names }: Directory, { unit: id, alias }: { unit: UnitId; alias: string }): Decision<DirectoryEvent> {
  const unit = units.get(id)
  if (unit === undefined) return refuse({ code: 'unit-unknown', asked: id })
  const other = units.get(names.get(plainName(alias)) ?? id)
  if (other?.id === id && names.has(plainName(alias))) return accept()
  if (other === undefined || other.id === id || plainName(other.name) !== plainName(alias)) return accept({ type: 'unit-alias-added', unit: id, alias })
  // A member is no other name of its group.
  const isWithin = unit.members?.includes(other.id) === true || other.members?.includes(id) === true
  return isWithin ? refuse({ code: 'unit-in-group', unit: id, other: other.id }) : accept({ type: 'unit-merged', keep: id, other: other.id, alias })
}

/** The same words are the same plan, whoever sends them under whatever name. */
function opened({ plans }: Directory, { draft, hash }: { draft: DraftId; hash: string }): Decision<DirectoryEvent> {
  for (const [plan, known] of plans) if (known.hash === hash) return known.draft === draft ? accept() : refuse({ code: 'plan-exists', plan })
  return accept({ type: 'plan-opened', plan: PlanId.parse(`p${plans.size + 1}`), draft, hash })
}

const given = <Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> =>
  value === undefined ? {} : ({ [key]: value } as Record<Key, Value>)

function renamed(person: Person, { name, title }: { name: string; title?: string }): Decision<DirectoryEvent> {
  const isAsBefore = person.name === name && (title === undefined || person.title === title)
  return isAsBefore ? accept() : accept({ type: 'person-renamed', person: person.id, name, ...given('title', title) })
}

/** Without an admin nobody could say any more who is who. */
function revoked(now: Directory, person: Person, role: Role): Decision<DirectoryEvent> {
  if (!person.roles.includes(role)) return accept()
  if (role === 'admin' && withRole(now, 'admin').length === 1) return refuse({ code: 'last-admin', name: person.name })
  return accept({ type: 'role-revoked', person: person.id, role })
}

function aboutPerson(now: Directory, id: PersonId, then: (person: Person) => Decision<DirectoryEvent>): Decision<DirectoryEvent> {
  const person = now.people.get(id)
  return person === undefined ? refuse({ code: 'person-unknown', asked: id }) : then(person)
}

function aboutUnit(now: Directory, intent: { person: PersonId; unit: UnitId }, then: (person: Person, unit: UnitId) => Decision<DirectoryEvent>): Decision<DirectoryEvent> {
  if (!now.units.has(intent.unit)) return refuse({ code: 'unit-unknown', asked: intent.unit })
  return aboutPerson(now, intent.person, (person) => then(person, intent.unit))
}

/** Those not known yet by any of their names: no name is ever taken from the unit that has it. */
function newUnits(now: Directory, asked: readonly NewUnit[]): Unit[] {
  const names = new Map(now.names)
  const fresh: (NewUnit & { id: UnitId })[] = []
  for (const { name, ...unit } of asked) {
    const own = [name, ...unit.aliases].map(plainName)
    if (own.some((known) => names.has(known))) continue
    const id = UnitId.parse(name.trim())
    for (const known of own) names.set(known, id)
    fresh.push({ id, name: id, ...unit })
  }
  const idOf = (name: string): UnitId => names.get(plainName(name)) ?? UnitId.parse(name)
  return fresh.map(({ id, name, aliases, members }) => ({ id, name, aliases: [...aliases], ...given('members', members?.map(idOf)) }))
}

/** Never refuses; the maps are the fold's own and are changed in place. */
export function evolveDirectory(now: Directory, event: DirectoryEvent): Directory {
  switch (event.type) {
    case 'units-added':
      for (const unit of event.units) {
        now.units.set(unit.id, unit)
        for (const name of [unit.name, ...unit.aliases]) now.names.set(plainName(name), unit.id)
      }
      return now
    case 'unit-alias-added': {
      const unit = now.units.get(event.unit)
      if (unit !== undefined) now.units.set(unit.id, { ...unit, aliases: [...unit.aliases, event.alias] })
      now.names.set(plainName(event.alias), event.unit)
      return now
    }
    case 'unit-merged':
      return mergedUnits(now, event)
    case 'person-added':
      now.people.set(event.person.id, { ...event.person, roles: [], contactOf: [], headOf: [], fields: [] })
      return now
    case 'person-renamed':
      return change(now, event.person, (person) => ({ ...person, name: event.name, ...given('title', event.title) }))
    case 'role-granted':
      return change(now, event.person, (person) => ({ ...person, roles: [...person.roles, event.role] }))
    case 'role-revoked':
      return change(now, event.person, (person) => ({ ...person, roles: person.roles.filter((role) => role !== event.role) }))
    case 'contact-named':
      return change(now, event.person, (person) => ({ ...person, contactOf: [...person.contactOf, event.unit] }))
    case 'contact-removed':
      return change(now, event.person, (person) => ({ ...person, contactOf: person.contactOf.filter((unit) => unit !== event.unit) }))
    case 'head-named':
      return change(now, event.person, (person) => ({ ...person, headOf: [...person.headOf, event.unit] }))
    case 'head-removed':
      return change(now, event.person, (person) => ({ ...person, headOf: person.headOf.filter((unit) => unit !== event.unit) }))
    case 'fields-set':
      return change(now, event.person, (person) => ({ ...person, fields: event.fields }))
    case 'plan-opened':
      now.plans.set(event.plan, { draft: event.draft, hash: event.hash })
      return now
  }
}

function mergedUnits(now: Directory, { keep, other }: z.infer<typeof UnitMerged>): Directory {
  const [kept, gone] = [now.units.get(keep), now.units.get(other)]
  if (kept === undefined || gone === undefined) return now
  const asOne = (units: readonly UnitId[]): UnitId[] => [...new Set(units.map((unit) => (unit === other ? keep : unit)))]
  const known = new Set([kept.name, ...kept.aliases].map(plainName))
  now.units.set(keep, { ...kept, aliases: [...kept.aliases, ...[gone.name, ...gone.aliases].filter((name) => !known.has(plainName(name)))], ...given('members', kept.members ?? gone.members) })
  now.units.delete(other)
  for (const [id, unit] of now.units) if (unit.members?.includes(other) === true) now.units.set(id, { ...unit, members: asOne(unit.members) })
  for (const [name, unit] of now.names) if (unit === other) now.names.set(name, keep)
  for (const [id, person] of now.people) now.people.set(id, { ...person, contactOf: asOne(person.contactOf), headOf: asOne(person.headOf) })
  for (const [before, unit] of now.merged) if (unit === other) now.merged.set(before, keep)
  now.merged.set(other, keep)
  return now
}

function change(now: Directory, id: PersonId, how: (person: Person) => Person): Directory {
  const person = now.people.get(id)
  if (person !== undefined) now.people.set(id, how(person))
  return now
}

/** The plan that was opened for a draft. */
export const planOfDraft = ({ plans }: Directory, draft: DraftId): PlanId | undefined => [...plans].find(([, known]) => known.draft === draft)?.[0]

/** The person behind an account. */
export const personOf = (directory: Directory, handle: Handle): Person | undefined =>
  [...directory.people.values()].find((person) => person.handle !== undefined && sameHandle(person.handle, handle))

/** The unit of a name or alias, whatever the width or brackets. */
export const unitNamed = (directory: Directory, name: string): Unit | undefined => {
  const id = directory.names.get(plainName(name))
  return id === undefined ? undefined : directory.units.get(id)
}

export const unitName = (directory: Directory, id: UnitId): string => directory.units.get(id)?.name ?? id

export const contactsOf = (directory: Directory, unit: UnitId): Person[] => [...directory.people.values()].filter((person) => person.contactOf.includes(unit))
export const headsOf = (directory: Directory, unit: UnitId): Person[] => [...directory.people.values()].filter((person) => person.headOf.includes(unit))
export const withRole = (directory: Directory, role: Role): Person[] => [...directory.people.values()].filter((person) => person.roles.includes(role))

/** The unit itself and the groups it is a member of: a town answers also where 各乡镇 is named. */
export const unitAndItsGroups = (directory: Directory, unit: UnitId): UnitId[] => [
  unit,
  ...[...directory.units.values()].filter((group) => group.members?.includes(unit) === true).map((group) => group.id),
]
