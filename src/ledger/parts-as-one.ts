// Two parts in a task become one, or a unit's part in it becomes another: the part that asks more stands, and nothing that was said of the other is lost.
import type { Instant } from '#src/calendar/day.ts'
import { partStrength } from '#src/reader/reading.ts'
import { closingOf, silent, type Assignment } from './assignment.ts'
import { isSame, type Evidence } from './evidence.ts'
import { present, without } from './fields.ts'
import type { UnitId } from './ids.ts'
import { isWaiting } from './petition.ts'
import type { EarlierReport, Reports } from './report.ts'
import type { Stamp } from './stamp.ts'
import { freshAssignment, type TaskUnit } from './task.ts'
import { voiceIn, withEnded, type Member, type Voice } from './voice.ts'

/** Whether the one part asks more of a unit than the other. */
export const isStronger = (one: Omit<TaskUnit, 'unit'>, other: Omit<TaskUnit, 'unit'>): boolean =>
  partStrength[one.part] > partStrength[other.part] || (one.part === other.part && one.inferred === 'lead' && other.inferred !== 'lead')

/** The part that asks more stands, with its word and what became of that: the kept one's, where both ask the same. That somebody helped, or is done with that, is no word of whoever leads. */
export function asOne(kept: Assignment, other: Assignment): Assignment {
  const [standing, joining] = isStronger(other, kept) ? [other, kept] : [kept, other]
  const isEqual = !isStronger(standing, joining)
  const isSilent = standing.report === undefined && standing.status === 'open'
  // A part that is done has answered for itself alone.
  const takesWord = isEqual && isSilent && joining.status !== 'accepted'
  const { progress, obstacle } = takesWord ? joining : standing
  const part = { ...without(silent(standing), 'obstacle'), unit: kept.unit, progress, ...present({ obstacle }), byMember: membersAsOne(standing.byMember, joining.byMember), ...voiceAsOne(standing, joining, takesWord) }
  // A completion waits on, unless what it speaks of asked less than what stands.
  return isEqual && standing.status === 'open' && joining.status === 'claimed' ? { ...part, status: 'claimed', claim: joining.claim } : { ...part, ...closingOf(standing) }
}

/** A unit has another part from now on. What it said stays its own; that it was done with the one does not make it done with the other. */
export function takingOver(known: Assignment, { part, inferred }: Omit<TaskUnit, 'unit'>, { on, at }: Moment): Assignment {
  const given = { part, ...present({ inferred }) }
  // Nobody has looked at the line as it is now.
  const said = without(voiceIn(known), 'check')
  if (known.status === 'open') return { ...without(silent(known), 'inferred'), ...given, ...said, ...closingOf(known) }
  const members = [...known.byMember].map(([member, each]): [UnitId, Member] => [member, saidBefore(each)])
  return { ...freshAssignment(known.task, { unit: known.unit, ...given }), byMember: new Map(members), ...withEnded(voiceAsOne({}, said, false), { ...known.claim, endedOn: on, endedAt: at, ended: 'changed' }) }
}

type Given = Omit<TaskUnit, 'unit'>
type Moment = Pick<Stamp, 'on' | 'at'>

/** It supports, or is bound by a clause for all: what it is done with is not the task. */
const onlyHelps = ({ part, inferred }: Given): boolean => part === 'support' || inferred === 'standing'

/** A unit's part as it is said anew. Who only helped and leads from now on has said of the whole neither that it is done nor that it is to be looked at. */
export function asGiven(known: Assignment, { part, inferred }: Given, moment: Moment): Assignment {
  const given = { part, ...present({ inferred }) }
  const { inferred: before, ...rest } = known
  if (!onlyHelps({ part: known.part, ...present({ inferred: before }) }) || onlyHelps(given)) return { ...rest, ...given }
  if (known.status !== 'open') return takingOver(known, given, moment)
  return { ...rest, ...given, byMember: new Map([...known.byMember].map(([member, said]) => [member, said.claim === undefined && said.accepted === undefined ? said : saidBefore(said)])) }
}

const saidBefore = (said: Member): Member => voiceAsOne({}, without(said, 'check'), false)

export function membersAsOne(standing: Assignment['byMember'], joining: Assignment['byMember']): Assignment['byMember'] {
  const joined = [...joining].map(([unit, said]): [UnitId, Member] => ((known) => [unit, known === undefined ? said : memberAsOne(known, said)])(standing.get(unit)))
  return joined.length === 0 ? standing : new Map([...standing, ...joined])
}

/** What the one said stands, where both have spoken. */
export function memberAsOne(known: Member, other: Member): Member {
  const { claim, returned, withdrawn, accepted } = known
  const isSilent = known.report === undefined && claim === undefined && returned === undefined && withdrawn === undefined && accepted === undefined
  const voice = voiceAsOne(known, other, known.report === undefined)
  if (isSilent) return { ...voice, ...present({ claim: other.claim, returned: other.returned, withdrawn: other.withdrawn, accepted: other.accepted }) }
  return claim === undefined && accepted === undefined && other.claim !== undefined ? { ...voice, claim: other.claim } : { ...voice, ...present({ claim, returned, withdrawn, accepted }) }
}

/** @param takesWord whether what the joining one reported is what stands now */
function voiceAsOne(standing: Voice, joining: Voice, takesWord: boolean): Voice {
  const handed = standing.handler === undefined ? joining : standing
  const endedClaims = [...(standing.endedClaims ?? []), ...(takesWord ? (joining.endedClaims ?? []) : [])]
  return present({
    ...reportsAsOne(standing, joining, takesWord), ...asks(standing, joining), check: standing.check ?? (takesWord ? joining.check : undefined), handler: handed.handler, handedAt: handed.handedAt,
    endedClaims: filled(endedClaims), evidence: filled(evidenceAsOne(standing.evidence ?? [], joining.evidence ?? [])), remarks: filled([...(standing.remarks ?? []), ...(joining.remarks ?? [])].toSorted(byInstant)),
  } satisfies Record<keyof Voice, unknown>)
}

/** The word of the one stands; what the other said is on record beside it. */
function reportsAsOne(standing: Reports, joining: Reports, takesWord: boolean): Optional<Reports> {
  const [word, beside] = takesWord ? [joining, standing] : [standing, joining]
  const last: EarlierReport[] = beside.report === undefined ? [] : [{ ...beside.report, ended: 'followed' }]
  const takenIn = [...(word.takenIn ?? []), ...(beside.takenIn ?? []), ...(beside.earlier ?? []), ...last].toSorted(byInstant)
  return { report: word.report, earlier: word.earlier, takenIn: filled(takenIn) }
}

const evidenceAsOne = (standing: readonly Evidence[], joining: readonly Evidence[]): Evidence[] => [...standing, ...joining.filter((proof) => !standing.some((known) => isSame(known, proof)))].toSorted(byInstant)

type Asking = Pick<Voice, 'extension' | 'objection' | 'question'>
type Optional<Fields> = { [Field in keyof Fields]-?: Fields[Field] | undefined }

/** What waits of either waits on; one of a kind, for that is all a secretary can rule on. */
function asks(standing: Asking, joining: Asking): Optional<Asking> {
  const of = <Field extends keyof Asking>(field: Field): Asking[Field] => (!isWaiting<unknown>(standing[field]) && isWaiting<unknown>(joining[field]) ? joining : standing)[field]
  return { extension: of('extension') ?? joining.extension, objection: of('objection') ?? joining.objection, question: of('question') }
}

const filled = <Each>(list: readonly Each[]): readonly Each[] | undefined => (list.length === 0 ? undefined : list)
const byInstant = (a: { at: Instant }, b: { at: Instant }): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)
