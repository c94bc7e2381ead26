// What waits for a secretary on a part that becomes another unit's, or one with another part: it goes on with it, or waits no more.
import { silent, type Assignment } from './assignment.ts'
import { present, without } from './fields.ts'
import type { UnitId } from './ids.ts'
import { isWaiting } from './petition.ts'
import { voiceIn, type Member, type Voice } from './voice.ts'

type Asking = Pick<Voice, 'extension' | 'objection' | 'question'>

/** The part is not the unit's any more: nothing waits on it. What ended so is kept in the plan's endings. */
export function nothingWaiting(part: Assignment): Assignment {
  const byMember = new Map([...part.byMember].map(([unit, said]): [UnitId, Member] => [unit, without(ruledOnly(said), 'claim')]))
  const open: Assignment = part.status === 'claimed' ? { ...silent(part), ...voiceIn(part), status: 'open' } : part
  return { ...ruledOnly(open), byMember }
}

/** It was done, and whoever asked was told that there is nothing more to rule on: only an objection goes on. */
export const onlyObjecting = <Asked extends Asking>(said: Asked): Asked => ruledOnly(said, ['extension', 'question'])

function ruledOnly<Asked extends Asking>(said: Asked, fields: readonly (keyof Asking)[] = ['extension', 'objection', 'question']): Asked {
  const waiting = fields.filter((field) => isWaiting<unknown>(said[field]))
  const left = { ...said }
  for (const field of waiting) Reflect.deleteProperty(left, field)
  return left
}

export const hasWaiting = ({ extension, objection, question, byMember }: Asking & Pick<Assignment, 'byMember'>): boolean =>
  [{ extension, objection, question }, ...byMember.values()].some((voice) => isWaiting(voice.extension) || isWaiting(voice.objection) || isWaiting(voice.question))

/** Two parts become one: what waits on the one whose words do not stand waits on the other, unless one of its kind waits there. */
export function carried(standing: Assignment, other: Asking & Pick<Assignment, 'byMember'>): Assignment {
  const members = [...other.byMember].map(([unit, said]): [UnitId, Member] => ((known) => [unit, known === undefined ? said : memberAsOne(known, said)])(standing.byMember.get(unit)))
  return { ...standing, ...asks(standing, other), byMember: members.length === 0 ? standing.byMember : new Map([...standing.byMember, ...members]) }
}

/** The same with the completion that waits on the other. */
export const carriedWithClaim = (standing: Assignment, other: Assignment): Assignment =>
  ((now) => (now.status === 'open' && other.status === 'claimed' ? { ...silent(now), ...voiceIn(now), status: 'claimed', claim: other.claim } : now))(carried(standing, other))

/** What the one said stays; what waits of the other waits with it. */
export function memberAsOne(known: Member, other: Member): Member {
  const now = { ...known, ...asks(known, other) }
  return now.claim !== undefined || now.accepted !== undefined || other.claim === undefined ? now : { ...without(now, 'returned', 'withdrawn'), claim: other.claim }
}

function asks(standing: Asking, other: Asking): Asking {
  const of = <Field extends keyof Asking>(field: Field): Asking[Field] => (!isWaiting<unknown>(standing[field]) && isWaiting<unknown>(other[field]) ? other : standing)[field]
  return present({ extension: of('extension'), objection: of('objection'), question: of('question') })
}
