// What an act changed in a part, put back: that field of that voice. Whatever others did to the part meanwhile stays as they left it.
import { closingOf, silent, type Assignment, type Closing } from './assignment.ts'
import { present, without } from './fields.ts'
import type { UnitId } from './ids.ts'
import { voiceFields, type Member, type Voice } from './voice.ts'

/** How a part stood before an act, and after it. */
export type Changed<Part> = { before: Part; after: Part }

/** Undefined where something that the act changed has changed again: it could not be taken back without that. */
export function takenBack(now: Assignment, { before, after }: Changed<Assignment>): Assignment | undefined {
  const voice = voiceBack(now, { before, after })
  const byMember = membersBack(now.byMember, { before: before.byMember, after: after.byMember })
  const closing = closingBack(now, { before, after })
  if (voice === undefined || byMember === undefined || closing === undefined || isOvertaken(now.progress, before.progress, after.progress)) return undefined
  // What stands in the way follows from the reports: it goes back with them.
  const { obstacle } = before.report === after.report ? now : before
  return { ...without(silent(now), 'obstacle'), byMember, progress: before.progress === after.progress ? now.progress : before.progress, ...present({ obstacle }), ...voice, ...closing }
}

const isOvertaken = (now: unknown, before: unknown, after: unknown): boolean => before !== after && now !== after

function voiceBack(now: Voice, { before, after }: Changed<Voice>): Voice | undefined {
  if (voiceFields.some((field) => isOvertaken(now[field], before[field], after[field]))) return undefined
  const of = <Field extends keyof Voice>(field: Field): Voice[Field] => (before[field] === after[field] ? now : before)[field]
  return present({
    report: of('report'), earlier: of('earlier'), takenIn: of('takenIn'), check: of('check'), question: of('question'), extension: of('extension'),
    objection: of('objection'), handler: of('handler'), handedAt: of('handedAt'), endedClaims: of('endedClaims'), evidence: of('evidence'), remarks: of('remarks'),
  } satisfies Record<keyof Voice, unknown>)
}

/** A claim, and what was sent back, are the same only where it is that very one. */
function closingBack(now: Assignment, { before, after }: Changed<Assignment>): Closing | undefined {
  if (isSameClosing(before, after)) return closingOf(now)
  return isSameClosing(now, after) ? closingOf(before) : undefined
}

function isSameClosing(one: Closing, other: Closing): boolean {
  if (one.status === 'open' && other.status === 'open') return one.returned === other.returned && one.withdrawn === other.withdrawn
  if (one.status === 'claimed' && other.status === 'claimed') return one.claim === other.claim
  return one.status === 'accepted' && other.status === 'accepted' && one.acceptedOn === other.acceptedOn && one.claimedOn === other.claimedOn
}

type Members = ReadonlyMap<UnitId, Member>

function membersBack(now: Members, { before, after }: Changed<Members>): Members | undefined {
  const put = new Map(now)
  for (const [unit, said] of before === after ? [] : after) {
    const known = before.get(unit)
    if (known === said) continue
    const member = memberBack(now.get(unit) ?? {}, { before: known ?? {}, after: said })
    if (member === undefined) return undefined
    // Who had said nothing before has said nothing.
    if (known === undefined && Object.keys(member).length === 0) put.delete(unit)
    else put.set(unit, member)
  }
  return put
}

function memberBack(now: Member, { before, after }: Changed<Member>): Member | undefined {
  const voice = voiceBack(now, { before, after })
  if (voice === undefined || memberClosing.some((field) => isOvertaken(now[field], before[field], after[field]))) return undefined
  const of = <Field extends keyof Member>(field: Field): Member[Field] => (before[field] === after[field] ? now : before)[field]
  return { ...voice, ...present({ claim: of('claim'), returned: of('returned'), withdrawn: of('withdrawn'), accepted: of('accepted') }) }
}

const memberClosing = ['claim', 'returned', 'withdrawn', 'accepted'] as const satisfies readonly (keyof Member)[]
