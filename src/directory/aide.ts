// 领导联络员: whose aide somebody is. An aide sees what the leader sees, and records what the leader says.
import { z } from 'zod'
import { accept, refuse, type Decision } from '#src/ledger/decision.ts'
import { without } from '#src/ledger/fields.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { Directory } from './directory-state.ts'
import type { Person } from './person.ts'

const of = { person: PersonId, leader: PersonId }
export const AideNamed = z.strictObject({ type: z.literal('aide-named'), ...of })
export const AideRemoved = z.strictObject({ type: z.literal('aide-removed'), ...of })
export type AideEvent = z.infer<typeof AideNamed | typeof AideRemoved>
export type AideIntent = { type: 'name-aide' | 'remove-aide'; person: PersonId; leader: PersonId }

export function decideAide({ people }: Directory, { type, person: id, leader: of }: AideIntent): Decision<AideEvent> {
  const [person, leader] = [people.get(id), people.get(of)]
  if (person === undefined || leader === undefined) return refuse({ code: 'person-unknown', asked: person === undefined ? id : of })
  const isAlready = person.aideOf?.includes(of) === true
  if (type === 'remove-aide') return isAlready ? accept({ type: 'aide-removed', person: id, leader: of }) : accept()
  if (!leader.roles.includes('leader')) return refuse({ code: 'person-no-leader', name: leader.name })
  return isAlready ? accept() : accept({ type: 'aide-named', person: id, leader: of })
}

/** Never refuses. An aide has the role of one as long as there is a leader whose they are. */
export function evolveAide(person: Person, { type, leader }: AideEvent): Person {
  const others = (person.aideOf ?? []).filter((each) => each !== leader)
  const roles = person.roles.filter((role) => role !== 'aide')
  if (type === 'aide-named') return { ...person, aideOf: [...others, leader], roles: [...roles, 'aide'] }
  return others.length === 0 ? { ...without(person, 'aideOf'), roles } : { ...person, aideOf: others }
}

/** Of whom a person is the aide today; nobody whose leader's role was taken back. */
export const leadersOf = ({ people }: Pick<Directory, 'people'>, { aideOf = [] }: Person): Person[] =>
  aideOf.flatMap((id) => people.get(id) ?? []).filter(({ roles }) => roles.includes('leader'))

/** Who records what a leader says. */
export const aidesOf = ({ people }: Pick<Directory, 'people'>, leader: PersonId): Person[] => [...people.values()].filter(({ aideOf = [] }) => aideOf.includes(leader))
