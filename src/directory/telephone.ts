// A person's telephone: the secretary's stands in the first message, for whoever would rather call.
import { z } from 'zod'
import { accept, refuse, type Decision } from '#src/ledger/decision.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { Directory } from './directory-state.ts'

/** As it is dialled and printed: 0733-8812345, 转 803 behind it. */
export const Telephone = z.string().min(1).max(40)
/** Without `telephone` there is none any more. */
export const TelephoneSet = z.strictObject({ type: z.literal('telephone-set'), person: PersonId, telephone: Telephone.optional() })
export type TelephoneIntent = { type: 'set-telephone'; person: PersonId; telephone: string }

const mayStand = /^[\d+()转\- 、]{5,40}$/
const digitsAtLeast = 5

/** Empty: none any more. */
export function decideTelephone({ people }: Directory, { person: id, telephone: written }: TelephoneIntent): Decision<z.infer<typeof TelephoneSet>> {
  const person = people.get(id)
  if (person === undefined) return refuse({ code: 'person-unknown', asked: id })
  const telephone = written.normalize('NFKC').replace(/[—–－]/g, '-').trim()
  if (telephone === '') return person.telephone === undefined ? accept() : accept({ type: 'telephone-set', person: id })
  if (!mayStand.test(telephone) || telephone.replace(/\D/g, '').length < digitsAtLeast) return refuse({ code: 'telephone-unclear', asked: written })
  return person.telephone === telephone ? accept() : accept({ type: 'telephone-set', person: id, telephone })
}

/** The number to call the office at: that of the person asked about, else of the first secretary who has one. */
export function officeTelephone({ people }: Pick<Directory, 'people'>, first?: PersonId): { name: string; telephone: string } | undefined {
  const secretaries = [...people.values()].filter(({ roles }) => roles.includes('secretary'))
  const own = first === undefined ? [] : secretaries.filter(({ id }) => id === first)
  return [...own, ...secretaries].flatMap(({ name, telephone }) => (telephone === undefined ? [] : [{ name, telephone }]))[0]
}
