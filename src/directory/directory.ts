// The directory: units, people, roles. Its events, what may be decided, and the fold.
import { z } from 'zod'
import type { Day } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from '#src/ledger/decision.ts'
import { DraftId } from '#src/ledger/draft.ts'
import { without } from '#src/ledger/fields.ts'
import { PersonId, PlanId, UnitId } from '#src/ledger/ids.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import { AbsenceEnded, AbsenceSet, decideAbsence, evolveAbsence } from './absence.ts'
import { AideNamed, AideRemoved, decideAide, evolveAide } from './aide.ts'
import { BriefLifted, BriefSet, decideBrief, evolveBrief } from './brief.ts'
import { decideLanguage, evolveLanguage, LanguageSet } from './language.ts'
import { forgetHolders, personOf, withRole, type Directory } from './directory-state.ts'
import { decideHandover, evolveHandover, HandedOver } from './handover.ts'
import type { DirectoryIntent, NewUnit } from './intent.ts'
import { NewPerson, Role, unitsHeldBy, type Person, type Posts } from './person.ts'
import { DaysOffAnnounced, decideDaysOff, evolveDaysOff } from './days-off.ts'
import { decideTelephone, TelephoneSet } from './telephone.ts'
import { plainName, Unit, UnitName } from './unit.ts'
import { decideUnitChange, evolveUnitChange, SuccessionDropped, SuccessionSet, UnitRenamed, UnitSucceeded } from './unit-change.ts'

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
/** B岗 of a unit: may answer for it at any time, and is asked where no contact is there. */
export const BackupNamed = z.strictObject({ type: z.literal('backup-named'), person: PersonId, unit: UnitId })
export const BackupRemoved = z.strictObject({ type: z.literal('backup-removed'), person: PersonId, unit: UnitId })
/** 承办人 of a unit: items can be handed to them. */
export const HandlerNamed = z.strictObject({ type: z.literal('handler-named'), person: PersonId, unit: UnitId })
export const HandlerRemoved = z.strictObject({ type: z.literal('handler-removed'), person: PersonId, unit: UnitId })
export const FieldsSet = z.strictObject({ type: z.literal('fields-set'), person: PersonId, fields: z.array(z.string()) })
/** A plan's number is given once, for the words of one document: whoever confirms them, and however often. `hash` is of the text that was read. */
export const PlanOpened = z.strictObject({ type: z.literal('plan-opened'), plan: PlanId, draft: DraftId, hash: z.string() })
export const DirectoryEvent = z.discriminatedUnion('type', [
  UnitsAdded, UnitAliasAdded, UnitMerged, PersonAdded, PersonRenamed, RoleGranted, RoleRevoked, ContactNamed, ContactRemoved, HeadNamed, HeadRemoved, FieldsSet, PlanOpened,
  BackupNamed, BackupRemoved, HandlerNamed, HandlerRemoved, AbsenceSet, AbsenceEnded, HandedOver, TelephoneSet, DaysOffAnnounced,
  UnitRenamed, SuccessionSet, SuccessionDropped, UnitSucceeded, AideNamed, AideRemoved, BriefSet, BriefLifted, LanguageSet,
])
export type DirectoryEvent = z.infer<typeof DirectoryEvent>

export {
  backupsOf, contactsOf, emptyDirectory, handlersOf, headsOf, personOf, planOfDraft, unitAndItsGroups, unitName, unitNamed, unitNow, withRole, type Absence, type Directory, type Handover,
} from './directory-state.ts'

/** @param today the day on which it is asked */
export function decideDirectory(now: Directory, intent: DirectoryIntent, today: Day): Decision<DirectoryEvent> {
  switch (intent.type) {
    case 'add-units': {
      const units = newUnits(now, intent.units)
      return units.length === 0 ? accept() : accept({ type: 'units-added', units })
    }
    case 'add-alias':
      return aliasGiven(now, intent)
    case 'add-person': {
      const known = intent.handle === undefined ? undefined : personOf(now, intent.handle)
      return known === undefined ? accept(added(now, intent)) : refuse({ code: 'person-known', name: known.name })
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
    case 'name-backup':
      return aboutUnit(now, intent, (person, unit) => (person.backupOf.includes(unit) ? accept() : accept({ type: 'backup-named', person: person.id, unit })))
    case 'remove-backup':
      return aboutUnit(now, intent, (person, unit) => (person.backupOf.includes(unit) ? accept({ type: 'backup-removed', person: person.id, unit }) : accept()))
    case 'name-handler':
      return aboutUnit(now, intent, (person, unit) => (person.handlerOf.includes(unit) ? accept() : accept({ type: 'handler-named', person: person.id, unit })))
    case 'remove-handler':
      return aboutUnit(now, intent, (person, unit) => (person.handlerOf.includes(unit) ? accept({ type: 'handler-removed', person: person.id, unit }) : accept()))
    case 'add-handler':
      return handlerAdded(now, intent)
    case 'set-absence': case 'end-absence':
      return decideAbsence(now, intent, today)
    case 'name-aide': case 'remove-aide':
      return decideAide(now, intent)
    case 'choose-language':
      return decideLanguage(now, intent)
    case 'want-brief':
      return decideBrief(now, intent)
    case 'hand-over':
      return decideHandover(now, intent, today)
    case 'announce-days-off':
      return decideDaysOff(now, intent)
    case 'set-telephone':
      return decideTelephone(now, intent)
    case 'rename-unit': case 'set-succession': case 'drop-succession': case 'succeed-unit':
      return decideUnitChange(now, intent, today)
    case 'set-fields':
      return aboutPerson(now, intent.person, ({ id, name, roles }) =>
        roles.includes('leader') ? accept({ type: 'fields-set', person: id, fields: [...intent.fields] }) : refuse({ code: 'person-no-leader', name }),
      )
    case 'open-plan':
      return opened(now, intent)
  }
}

const added = (now: Directory, { name, title, handle }: Pick<Extract<DirectoryIntent, { type: 'add-person' }>, 'name' | 'title' | 'handle'>): z.infer<typeof PersonAdded> => ({
  type: 'person-added', person: { id: PersonId.parse(`u${now.people.size + 1}`), name, ...given('title', title), ...given('handle', handle) },
})

/** One entry: who is registered for it is a handler, or is not registered. */
function handlerAdded(now: Directory, intent: Extract<DirectoryIntent, { type: 'add-handler' }>): Decision<DirectoryEvent> {
  if (!now.units.has(intent.unit)) return refuse({ code: 'unit-unknown', asked: intent.unit })
  const known = personOf(now, intent.handle)
  if (known !== undefined) return known.handlerOf.includes(intent.unit) ? accept() : refuse({ code: 'person-known', name: known.name })
  const person = added(now, intent)
  return accept<DirectoryEvent>(person, { type: 'handler-named', person: person.person.id, unit: intent.unit })
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
export function evolveDirectory(now: Directory, event: DirectoryEvent, stamp: Stamp): Directory {
  forgetHolders(now)
  if (stamp.by !== 'system') now.lastActs.set(stamp.by, { at: stamp.at, act: event.type })
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
      now.people.set(event.person.id, { ...event.person, roles: [], contactOf: [], backupOf: [], headOf: [], handlerOf: [], fields: [], formerOf: [] })
      return now
    case 'person-renamed':
      return change(now, event.person, (person) => ({ ...person, name: event.name, ...given('title', event.title) }))
    case 'role-granted':
      return change(now, event.person, (person) => ({ ...person, roles: [...person.roles, event.role] }))
    case 'role-revoked':
      return change(now, event.person, (person) => ({ ...(event.role === 'aide' ? without(person, 'aideOf') : person), roles: person.roles.filter((role) => role !== event.role) }))
    case 'contact-named':
      return posted(now, event, 'contactOf')
    case 'contact-removed':
      return relieved(now, event, 'contactOf')
    case 'head-named':
      return posted(now, event, 'headOf')
    case 'head-removed':
      return relieved(now, event, 'headOf')
    case 'backup-named':
      return posted(now, event, 'backupOf')
    case 'backup-removed':
      return relieved(now, event, 'backupOf')
    case 'handler-named':
      return posted(now, event, 'handlerOf')
    case 'handler-removed':
      return relieved(now, event, 'handlerOf')
    case 'absence-set': case 'absence-ended':
      evolveAbsence(now, event, stamp)
      return now
    case 'unit-renamed': case 'succession-set': case 'succession-dropped': case 'unit-succeeded':
      evolveUnitChange(now, event, (keep, other) => mergedUnits(now, { keep, other }))
      return now
    case 'aide-named': case 'aide-removed':
      return change(now, event.person, (person) => evolveAide(person, event))
    case 'language-set':
      return change(now, event.person, (person) => evolveLanguage(person, event))
    case 'brief-set': case 'brief-lifted':
      return change(now, event.person, (person) => evolveBrief(person, event))
    case 'handed-over':
      evolveHandover(now, event)
      return now
    case 'days-off-announced':
      evolveDaysOff(now, event)
      return now
    case 'telephone-set':
      return change(now, event.person, (person) => ({ ...without(person, 'telephone'), ...given('telephone', event.telephone) }))
    case 'fields-set':
      return change(now, event.person, (person) => ({ ...person, fields: event.fields }))
    case 'plan-opened':
      now.plans.set(event.plan, { draft: event.draft, hash: event.hash })
      return now
  }
}

function mergedUnits(now: Directory, { keep, other }: Pick<z.infer<typeof UnitMerged>, 'keep' | 'other'>): Directory {
  const [kept, gone] = [now.units.get(keep), now.units.get(other)]
  if (kept === undefined || gone === undefined) return now
  const asOne = (units: readonly UnitId[]): UnitId[] => [...new Set(units.map((unit) => (unit === other ? keep : unit)))]
  const known = new Set([kept.name, ...kept.aliases].map(plainName))
  now.units.set(keep, { ...kept, aliases: [...kept.aliases, ...[gone.name, ...gone.aliases].filter((name) => !known.has(plainName(name)))], ...given('members', kept.members ?? gone.members) })
  now.units.delete(other)
  for (const [id, unit] of now.units) if (unit.members?.includes(other) === true) now.units.set(id, { ...unit, members: asOne(unit.members) })
  for (const [name, unit] of now.names) if (unit === other) now.names.set(name, keep)
  for (const [id, person] of now.people) now.people.set(id, {
    ...person, contactOf: asOne(person.contactOf), backupOf: asOne(person.backupOf), headOf: asOne(person.headOf), handlerOf: asOne(person.handlerOf), formerOf: asOne(person.formerOf),
  })
  for (const [before, unit] of now.merged) if (unit === other) now.merged.set(before, keep)
  now.merged.set(other, keep)
  for (const [before, succession] of now.succeeded) if (succession.to === other) now.succeeded.set(before, { ...succession, to: keep })
  for (const [from, { to, on }] of now.successions) if (to === other) now.successions.set(from, { to: keep, on })
  return now
}

const posted = (now: Directory, { person, unit }: { person: PersonId; unit: UnitId }, post: keyof Posts): Directory =>
  change(now, person, (known) => ({ ...known, [post]: [...known[post], unit], formerOf: known.formerOf.filter((former) => former !== unit) }))

function relieved(now: Directory, { person: id, unit }: { person: PersonId; unit: UnitId }, post: keyof Posts): Directory {
  return change(now, id, (known) => {
    const person = { ...known, [post]: known[post].filter((held) => held !== unit) }
    return unitsHeldBy(person).includes(unit) ? person : { ...person, formerOf: [...new Set([...person.formerOf, unit])] }
  })
}

function change(now: Directory, id: PersonId, how: (person: Person) => Person): Directory {
  const person = now.people.get(id)
  if (person !== undefined) now.people.set(id, how(person))
  return now
}
