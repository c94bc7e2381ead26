// Who is asked while somebody is away and names no deputy: another contact, a B岗, the head, or nobody.
import type { Day } from '#src/calendar/day.ts'
import { absenceOn } from '#src/directory/absence.ts'
import { unitName, type Absence, type Directory } from '#src/directory/directory.ts'
import { directoryOn } from '#src/directory/on-day.ts'
import { unitsAnsweredBy, type Person } from '#src/directory/person.ts'
import type { PersonId, UnitId } from '#src/ledger/ids.ts'
import { askedFor } from './answering.ts'

type Away = Pick<Absence, 'person' | 'from' | 'until'>

export type AskedMeanwhile = {
  /** Those whom a message reaches, by the post in which they are asked. */
  people: { name: string; post: 'contact' | 'backup' | 'head' | 'deputy' }[]
  /** Names of those units of theirs for which nobody is there who could read one. */
  nobody: string[]
  /** Of those units, who is away and is asked all the same: nothing goes unsaid. */
  stillAsked: string[]
}

/** On the first of the days that is not over, whether or not they are on record yet. */
export function askedMeanwhile(base: Directory, absence: Away, today: Day): AskedMeanwhile {
  const isKnown = absenceOn(base, absence.person, firstDay(absence, today)) !== undefined
  const directory = onFirstDay(isKnown ? base : { ...base, absences: [...base.absences, { ...absence, by: absence.person }] }, absence, today)
  const people = new Map<PersonId, AskedMeanwhile['people'][number]>()
  const nobody: string[] = []
  const stillAsked = new Set<string>()
  for (const unit of unitsOf(directory, absence.person)) {
    const reached = askedFor(directory, unit).filter(({ handle }) => handle !== undefined)
    const there = reached.filter(({ away }) => away === undefined)
    if (there.length === 0) {
      nobody.push(unitName(directory, unit))
      for (const { name } of reached) stillAsked.add(name)
    }
    for (const person of there) if (!people.has(person.id)) people.set(person.id, { name: person.name, post: postIn(unit, person) })
  }
  return { people: [...people.values()], nobody, stillAsked: [...stillAsked] }
}

/** Those who are there and are asked for a unit only because of these days, and for which. Who is away and is asked because nobody else is left stands in for nobody. */
export function askedInstead(base: Directory, absence: Away, today: Day): Map<PersonId, UnitId[]> {
  const directory = onFirstDay(base, absence, today)
  const day = firstDay(absence, today)
  const without = directoryOn({ ...base, absences: base.absences.filter((known) => known !== absenceOn(base, absence.person, day)) }, day)
  const found = new Map<PersonId, UnitId[]>()
  for (const unit of unitsOf(directory, absence.person)) {
    const before = new Set(askedFor(without, unit).map(({ id }) => id))
    for (const { id, away } of askedFor(directory, unit)) if (away === undefined && !before.has(id)) found.set(id, [...(found.get(id) ?? []), unit])
  }
  return found
}

const firstDay = ({ from }: Away, today: Day): Day => (from > today ? from : today)
const onFirstDay = (directory: Directory, absence: Away, today: Day): Directory => directoryOn(directory, firstDay(absence, today))

function unitsOf({ people }: Directory, id: PersonId): UnitId[] {
  const person = people.get(id)
  return person === undefined ? [] : unitsAnsweredBy(person.own ?? person)
}

function postIn(unit: UnitId, { own, ...person }: Person): AskedMeanwhile['people'][number]['post'] {
  const { contactOf, backupOf, headOf } = own ?? person
  if (contactOf.includes(unit)) return 'contact'
  if (backupOf.includes(unit)) return 'backup'
  return headOf.includes(unit) ? 'head' : 'deputy'
}
