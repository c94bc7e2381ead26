// What waits for a secretary on a part that becomes another unit's, or one with another part: it goes on with it, or waits no more.
import { silent, type Assignment } from './assignment.ts'
import { without } from './fields.ts'
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
