// 周一简报: which leader, or aide of one, wants the week's screen sent to them. Nobody does before they say so.
import { z } from 'zod'
import { accept, refuse, type Decision } from '#src/ledger/decision.ts'
import { without } from '#src/ledger/fields.ts'
import { PersonId } from '#src/ledger/ids.ts'
import { leadersOf } from './aide.ts'
import type { Directory } from './directory-state.ts'
import { may } from './permissions.ts'
import type { Person } from './person.ts'

export const BriefSet = z.strictObject({ type: z.literal('brief-set'), person: PersonId })
export const BriefLifted = z.strictObject({ type: z.literal('brief-lifted'), person: PersonId })
export type BriefEvent = z.infer<typeof BriefSet | typeof BriefLifted>
export type BriefIntent = { type: 'want-brief'; person: PersonId; wanted: boolean }

export function decideBrief({ people }: Directory, { person: id, wanted }: BriefIntent): Decision<BriefEvent> {
  const person = people.get(id)
  if (person === undefined) return refuse({ code: 'person-unknown', asked: id })
  if (!wanted) return person.wantsBrief === true ? accept({ type: 'brief-lifted', person: id }) : accept()
  if (!may(person, 'be-sent-brief')) return refuse({ code: 'brief-for-leaders' })
  return person.wantsBrief === true ? accept() : accept({ type: 'brief-set', person: id })
}

/** Never refuses. */
export const evolveBrief = (person: Person, { type }: BriefEvent): Person => (type === 'brief-set' ? { ...person, wantsBrief: true } : without(person, 'wantsBrief'))

/** Whether it is sent to them; undefined where it could not be. */
export const isSentBrief = (person: Person): boolean | undefined => (may(person, 'be-sent-brief') ? person.wantsBrief === true : undefined)

/** Who is sent one, an aide as long as there is a leader whose they are: a role that was taken back ends it, and the wish stands for when it comes again. */
export const briefReaders = ({ people }: Pick<Directory, 'people'>): Person[] =>
  [...people.values()].filter((person) => isSentBrief(person) === true && (person.roles.includes('leader') || leadersOf({ people }, person).length > 0))
