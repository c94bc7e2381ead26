// 代办: somebody is away from day to day; a deputy is asked in their place, and may do what they may.
import { z } from 'zod'
import { Day } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from '#src/ledger/decision.ts'
import { PersonId, type UnitId } from '#src/ledger/ids.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import { backupsOf, contactsOf, headsOf, type Absence, type Directory } from './directory-state.ts'
import { unitsHeldBy, type Person } from './person.ts'

/** Both days are counted. Without a deputy the unit's other contacts are asked, or its B岗. */
export const AbsenceSet = z.strictObject({ type: z.literal('absence-set'), person: PersonId, from: Day, until: Day, deputy: PersonId.optional() })
/** Taken back, or cut short: from the day it is recorded the person is asked again. `from` tells which. */
export const AbsenceEnded = z.strictObject({ type: z.literal('absence-ended'), person: PersonId, from: Day })
export type AbsenceEvent = z.infer<typeof AbsenceSet> | z.infer<typeof AbsenceEnded>

export type AbsenceIntent =
  | { type: 'set-absence'; person: PersonId; from: Day; until: Day; deputy?: PersonId }
  | { type: 'end-absence'; person: PersonId; from: Day }

const isDuring = (absence: Absence, from: Day, until: Day): boolean => absence.from <= until && from <= absence.until

/** That of a person on a day, if any. */
export const absenceOn = ({ absences }: Pick<Directory, 'absences'>, person: PersonId, day: Day): Absence | undefined => absences.find((absence) => absence.person === person && isDuring(absence, day, day))

/** Those that are not over, of a person or of all. */
export const absencesAhead = ({ absences }: Pick<Directory, 'absences'>, today: Day, person?: PersonId): Absence[] =>
  absences.filter((absence) => absence.until >= today && (person === undefined || absence.person === person)).toSorted((a, b) => (a.from < b.from ? -1 : 1))

/** Those in which somebody stood in for others and that are over, the last first. */
export const stoodIn = ({ absences }: Pick<Directory, 'absences'>, deputy: PersonId, today: Day): Absence[] =>
  absences.filter((absence) => absence.deputy === deputy && absence.until < today).toSorted((a, b) => (a.until < b.until ? 1 : -1))

export function decideAbsence(now: Directory, intent: AbsenceIntent, today: Day): Decision<AbsenceEvent> {
  const person = now.people.get(intent.person)
  if (person === undefined) return refuse({ code: 'person-unknown', asked: intent.person })
  if (intent.type === 'set-absence') return setAbsence(now, person, intent, today)
  const known = now.absences.find(({ person: id, from, until }) => id === person.id && from === intent.from && until >= today)
  return known === undefined ? accept() : accept({ type: 'absence-ended', person: person.id, from: known.from })
}

function setAbsence(now: Directory, person: Person, { from, until, deputy: id }: Extract<AbsenceIntent, { type: 'set-absence' }>, today: Day): Decision<AbsenceEvent> {
  // Nobody was named for these days yet: as long as they last somebody can be.
  const unnamed = now.absences.find((absence) => absence.person === person.id && absence.deputy === undefined && absence.from === from && absence.until === until)
  if (unnamed !== undefined && id !== undefined && until >= today) return standIn(now, person, { from, until, id })
  if (from < today) return refuse({ code: 'day-past', day: from, today })
  if (until < from) return refuse({ code: 'days-reversed', from, until })
  if (unitsHeldBy(person).length === 0) return refuse({ code: 'nothing-to-cover', name: person.name })
  const known = now.absences.find((absence) => absence.person === person.id && isDuring(absence, from, until))
  if (known !== undefined) {
    const isSame = known.from === from && known.until === until && known.deputy === id
    return isSame ? accept() : refuse({ code: 'absence-overlaps', name: person.name, from: known.from, until: known.until })
  }
  if (id === undefined) {
    const alone = unitsHeldBy(person).find((unit) => !othersOf(now, unit, person))
    return alone === undefined ? accept({ type: 'absence-set', person: person.id, from, until }) : refuse({ code: 'nobody-stands-in', name: person.name, unit: alone })
  }
  return standIn(now, person, { from, until, id })
}

function standIn(now: Directory, person: Person, { from, until, id }: { from: Day; until: Day; id: PersonId }): Decision<AbsenceEvent> {
  const deputy = now.people.get(id)
  if (deputy === undefined) return refuse({ code: 'person-unknown', asked: id })
  if (deputy.id === person.id) return refuse({ code: 'deputy-self', name: person.name })
  if (deputy.handle === undefined) return refuse({ code: 'deputy-no-account', name: deputy.name })
  const theirs = now.absences.find((absence) => absence.person === deputy.id && isDuring(absence, from, until))
  if (theirs !== undefined) return refuse({ code: 'deputy-away', name: deputy.name, from: theirs.from, until: theirs.until })
  return accept({ type: 'absence-set', person: person.id, from, until, deputy: deputy.id })
}

/** Somebody else whom a message about the unit reaches. */
const othersOf = (now: Directory, unit: UnitId, { id }: Person): boolean => [...contactsOf(now, unit), ...backupsOf(now, unit), ...headsOf(now, unit)].some((other) => other.id !== id && other.handle !== undefined)

/** Changes the directory's own list. */
export function evolveAbsence(now: Directory, event: AbsenceEvent, { by }: Stamp): void {
  if (event.type === 'absence-set') {
    const { person, from, until, deputy } = event
    now.absences = [...now.absences.filter((known) => known.person !== person || known.from !== from), { person, from, until, by, ...(deputy === undefined ? {} : { deputy }) }]
  } else now.absences = now.absences.filter(({ person, from }) => person !== event.person || from !== event.from)
}
