// Who sits in a body, on a day: a name as the text has it becomes a unit's head or contact, or somebody by their own name or post.
import { contactsOf, headsOf, unitNamed, type Directory } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import { seatsOf, type Body } from '#src/ledger/body.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { askedFor } from '#src/queries/answering.ts'

/** `people`: who is told and answers; nobody where the directory knows none. `units`: of a group its members. `byPost`: the head's, not the unit's. */
export type Seat = { byPost?: true; name: string; as: 'leader' | 'deputy' | 'member'; units: readonly UnitId[]; people: readonly Person[] }

/** 主要负责同志 and the like: the unit's head is meant, and asked through the contact where none is named. */
const post = /(?:主要|分管)?(?:负责同志|负责人|领导|局长|主任|部长|书记|镇长|乡长)$/

/** Everybody of a body, the leader first. */
export function seatsOn(directory: Directory, body: Pick<Body, 'leader' | 'deputies' | 'members'>): Seat[] {
  const asOf = (name: string): Seat['as'] => (name === body.leader ? 'leader' : body.deputies.includes(name) ? 'deputy' : 'member')
  return seatsOf(body).map((name) => ({ name, as: asOf(name), ...seatNamed(directory, name) }))
}

/** @param name of a unit, of a post, or of a person */
export function seatNamed(directory: Directory, name: string): Pick<Seat, 'units' | 'people' | 'byPost'> {
  const unit = unitNamed(directory, name)
  if (unit !== undefined) {
    const units = unit.members === undefined || unit.members.length === 0 ? [unit.id] : [...unit.members]
    return { units, people: peopleOf(units.flatMap((id) => askedFor(directory, id))) }
  }
  const person = personMeant(directory, name)
  if (person !== undefined) return { units: [], people: [person] }
  const headed = post.test(name) ? unitNamed(directory, name.replace(post, '')) : undefined
  return headed === undefined ? { units: [], people: [] } : { byPost: true, units: [headed.id], people: headOrContact(directory, headed.id) }
}

/** The one unit, or else the one person, of a seat, by which it is known whatever it is called; undefined of a whole group, and where nobody is known. */
export function standsFor({ units, people, byPost }: Pick<Seat, 'units' | 'people' | 'byPost'>): string | undefined {
  const [unit, ...others] = units
  if (unit !== undefined) return others.length === 0 ? `${byPost === true ? 'head' : 'unit'} ${unit}` : undefined
  const [person] = people
  return person === undefined ? undefined : `person ${person.id}`
}

function headOrContact(directory: Directory, unit: UnitId): readonly Person[] {
  const heads = headsOf(directory, unit)
  return heads.length > 0 ? heads : contactsOf(directory, unit).length > 0 ? contactsOf(directory, unit) : askedFor(directory, unit)
}

/** By name, or by a title that one person alone has: 何景川, 县长. Nobody is guessed. */
function personMeant({ people }: Directory, name: string): Person | undefined {
  const all = [...people.values()]
  const named = all.filter((person) => person.name === name)
  const titled = named.length > 0 ? named : all.filter(({ title }) => title !== undefined && title === name)
  return titled.length === 1 ? titled[0] : undefined
}

const peopleOf = (all: readonly Person[]): Person[] => [...new Map(all.map((person) => [person.id, person])).values()]

/** The seats that somebody holds, and answers for. */
export const seatsHeld = <Held extends Seat>(seats: readonly Held[], person: Pick<Person, 'id'> | undefined): Held[] => seats.filter(({ people }) => people.some(({ id }) => id === person?.id))
