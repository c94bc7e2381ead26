// What waits for a ruling on a part that becomes another unit's: it goes on with the part, or it is closed and whoever asked is told. None is lost.
import type { Assignment } from './assignment.ts'
import { present } from './fields.ts'
import type { UnitId } from './ids.ts'
import { isWaiting, type Petition } from './petition.ts'
import type { Stamp } from './stamp.ts'
import type { Member, Voice } from './voice.ts'

type Asking = Pick<Voice, 'extension' | 'objection' | 'question'>

/** The part is not the unit's any more: what it asked is closed with it. */
export function closedWith(part: Assignment, stamp: Pick<Stamp, 'at' | 'on' | 'by'>): Assignment {
  const byMember = new Map([...part.byMember].map(([unit, said]): [UnitId, Member] => [unit, { ...said, ...closed(said, stamp) }]))
  return { ...part, ...closed(part, stamp), byMember }
}

const closed = ({ extension, objection, question }: Asking, stamp: Pick<Stamp, 'at' | 'on' | 'by'>): Asking =>
  present({ extension: closedOne(extension, stamp), objection: closedOne(objection, stamp), question: closedOne(question, stamp) })

const closedOne = <Asked extends Petition<unknown>>(petition: Asked | undefined, { at, on, by }: Pick<Stamp, 'at' | 'on' | 'by'>): Asked | undefined =>
  isWaiting(petition) ? { ...petition, ruling: { granted: false, words: '', on, at, by, closed: 'part-passed' as const } } : petition

export const hasWaiting = ({ extension, objection, question, byMember }: Asking & Pick<Assignment, 'byMember'>): boolean =>
  [{ extension, objection, question }, ...byMember.values()].some((voice) => isWaiting(voice.extension) || isWaiting(voice.objection) || isWaiting(voice.question))

/** Two parts become one: what waits on the one whose words do not stand waits on the other, unless one of its kind waits there. */
export function carried(standing: Assignment, other: Asking & Pick<Assignment, 'byMember'>): Assignment {
  const members = [...other.byMember].map(([unit, said]): [UnitId, Member] => ((known) => [unit, known === undefined ? said : { ...known, ...asks(known, said) }])(standing.byMember.get(unit)))
  return { ...standing, ...asks(standing, other), byMember: members.length === 0 ? standing.byMember : new Map([...standing.byMember, ...members]) }
}

function asks(standing: Asking, other: Asking): Asking {
  const of = <Field extends keyof Asking>(field: Field): Asking[Field] => (!isWaiting<unknown>(standing[field]) && isWaiting<unknown>(other[field]) ? other : standing)[field]
  return present({ extension: of('extension'), objection: of('objection'), question: of('question') })
}
