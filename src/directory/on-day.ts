// The directory as it stands on a day: who is away is marked, and whoever stands in has their posts besides the own.
import type { Day } from '#src/calendar/day.ts'
import { without } from '#src/ledger/fields.ts'
import type { PersonId } from '#src/ledger/ids.ts'
import { absenceOn } from './absence.ts'
import type { Directory } from './directory-state.ts'
import type { Person, Posts } from './person.ts'
import { nameFrom } from './unit-change.ts'

/** The same directory where nothing in it depends on the day; of one that stands on another day, as it stands on this. The maps of another are its own; the records of a log are decided on the directory itself. */
export function directoryOn(directory: Directory, day: Day): Directory {
  const standsFor = deputiesOn(directory, day)
  const isAnybodyAway = directory.absences.some(({ from, until }) => from <= day && day <= until)
  const stoodOnAnother = [...directory.people.values()].some(({ away, own }) => away !== undefined || own !== undefined)
  const units = unitsOn(directory, day)
  if (!isAnybodyAway && !stoodOnAnother) return units === directory.units ? directory : { ...directory, units }
  const own = { ...directory, units, people: new Map([...directory.people].map(([id, person]): [PersonId, Person] => [id, onNoDay(person)])) }
  return { ...own, people: new Map([...own.people].map(([id, person]): [PersonId, Person] => [id, standing(own, person, standsFor.get(id) ?? [], day)])) }
}

/** The same, remembered: from day to day it is one and the same directory as long as nothing in it changes by the day. @param position of the state; it is changed in place */
export function directoryStanding(): (directory: Directory, day: Day, position?: number) => Directory {
  let last: { of: Directory; position: number; day: Day; by: string; standing: Directory } | undefined
  return (directory, day, position = 0) => {
    const isSame = last?.of === directory && last.position === position
    if (isSame && last?.day === day) return last.standing
    const by = dayDependent(directory, day)
    last = { of: directory, position, day, by, standing: isSame && last?.by === by ? last.standing : directoryOn(directory, day) }
    return last.standing
  }
}

/** All in which the directory of one day can differ from that of another: who is away, and what units are called. */
function dayDependent(directory: Directory, day: Day): string {
  const away = directory.absences.filter(({ from, until }) => from <= day && day <= until).map(({ person, from }) => [person, from])
  return JSON.stringify([away, [...directory.renames.keys()].map((unit) => nameFrom(directory, unit, day))])
}

/** Without what a day made of them. */
const onNoDay = ({ own, ...person }: Person): Person => ({ ...without(person, 'away', 'standsFor'), ...own })

/** By the names they have on that day; those they had, or will have, are other names. */
function unitsOn(directory: Directory, day: Day): Directory['units'] {
  if (directory.renames.size === 0) return directory.units
  return new Map([...directory.units].map(([id, unit]) => {
    if (!directory.renames.has(id)) return [id, unit]
    const name = nameFrom(directory, id, day)
    return [id, { ...unit, name, aliases: [...new Set([unit.name, ...unit.aliases])].filter((other) => other !== name) }]
  }))
}

/** Each who stands in for somebody, and for whom: a deputy who is away hands on to their own. */
function deputiesOn(directory: Directory, day: Day): Map<PersonId, PersonId[]> {
  const standsFor = new Map<PersonId, PersonId[]>()
  for (const person of directory.people.keys()) {
    const seen = new Set([person])
    for (let deputy = absenceOn(directory, person, day)?.deputy; deputy !== undefined && !seen.has(deputy); deputy = absenceOn(directory, deputy, day)?.deputy) {
      seen.add(deputy)
      standsFor.set(deputy, [...(standsFor.get(deputy) ?? []), person])
    }
  }
  return standsFor
}

function standing(directory: Directory, person: Person, standsFor: readonly PersonId[], day: Day): Person {
  const absence = absenceOn(directory, person.id, day)
  const away = absence === undefined ? {} : { away: { until: absence.until, ...(absence.deputy === undefined ? {} : { deputy: absence.deputy }) } }
  if (standsFor.length === 0) return { ...person, ...away }
  const all = [person, ...standsFor.flatMap((id) => directory.people.get(id) ?? [])]
  const joined = (post: keyof Posts): Posts[keyof Posts] => [...new Set(all.flatMap((each) => each[post]))]
  const { contactOf, backupOf, headOf, handlerOf } = person
  return { ...person, ...away, contactOf: joined('contactOf'), backupOf: joined('backupOf'), headOf: joined('headOf'), handlerOf: joined('handlerOf'), standsFor, own: { contactOf, backupOf, headOf, handlerOf } }
}

/** Who is asked in a person's place on the day the directory stands on: they themselves, a deputy, or nobody. */
export function inPlaceOf({ people }: Directory, person: Person): Person | undefined {
  const seen = new Set<PersonId>()
  let asked: Person | undefined = person
  while (asked?.away !== undefined && !seen.has(asked.id)) {
    seen.add(asked.id)
    asked = asked.away.deputy === undefined ? undefined : people.get(asked.away.deputy)
  }
  return asked?.away === undefined ? asked : undefined
}
