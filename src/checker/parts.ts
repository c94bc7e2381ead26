// A unit's part in a task, and what becomes of parts when units are named anew, pass a part on, or turn out to be one.
import type { Day, Instant, TaskUnit } from './raw.ts'
import { asksNothing, closedAgain, isOpen, joined, lastWord, silentVoice, waits, without, type Voice } from './voice.ts'

export type Part = TaskUnit & { own: Voice; members: ReadonlyMap<string, Voice> }
type Given = Omit<TaskUnit, 'unit'>
type Moment = { at: Instant; on: Day }

export const fresh = ({ unit, part, inferred }: TaskUnit): Part => ({ unit, part, ...(inferred === undefined ? {} : { inferred }), own: silentVoice, members: new Map() })
export const memberOf = ({ members }: Part, member: string): Voice => members.get(member) ?? silentVoice

const given = ({ unit, own, members }: Part, { part, inferred }: Given): Part => ({ unit, part, ...(inferred === undefined ? {} : { inferred }), own, members })
const strength = { lead: 4, responsible: 2, support: 0 } as const
const weight = ({ part, inferred }: Given): number => strength[part] + (inferred === 'lead' ? 1 : 0)
const onlyHelps = ({ part, inferred }: Given): boolean => part === 'support' || inferred === 'standing'
/** Beside who leads, whoever led before is responsible. */
export const beside = ({ unit, part, inferred }: TaskUnit): TaskUnit => ({ unit, part: part === 'lead' ? 'responsible' : part, ...(inferred === 'standing' ? { inferred } : {}) })
/** Said of another part: it is on record, and speaks for nothing any more. */
const saidBefore = (voice: Voice): Voice => joined(silentVoice, voice, false)
const each = (members: Part['members'], how: (voice: Voice, member: string) => Voice): Part['members'] => new Map([...members].map(([member, voice]) => [member, how(voice, member)]))

/** The unit's part is another from now on: that it was done with the one does not make it done with the other. */
function another(known: Part, now: Given, moment: Moment): Part {
  const { closing } = known.own
  if (closing.is === 'open') return given(known, now)
  return given({ ...known, own: closedAgain(saidBefore(known.own), closing.claim, moment), members: each(known.members, saidBefore) }, now)
}

/** As a secretary or a text says it anew. Who only helped and answers for the task from now on has not said that the whole is done. */
export function saidAnew(known: Part, now: Given, moment: Moment): Part {
  if (!onlyHelps(known) || onlyHelps(now)) return given(known, now)
  if (!isOpen(known.own)) return another(known, now, moment)
  return given({ ...known, members: each(known.members, (voice) => (isOpen(voice) ? voice : saidBefore(voice))) }, now)
}

/** One more part for a unit: the one that asks more. */
export const asksMore = (known: Part, now: TaskUnit, moment: Moment): Part => (weight(now) > weight(known) ? another(known, now, moment) : known)

/** What `to` has once it is given the part of another. @param former what it said of the part when it had it before */
export function passedTo(to: string, part: Part, standing: Part | undefined, former: Part | undefined, moment: Moment): Part {
  if (standing !== undefined && weight(standing) > weight(part)) return standing
  const known = standing ?? former
  if (known === undefined) return fresh({ ...part, unit: to })
  return another({ ...known, unit: to, own: without(known.own, 'question') }, part, moment)
}

/** Not the unit's any more. */
export const ended = (part: Part): Part => {
  const own = asksNothing(part.own)
  return { ...part, own: own.closing.is === 'claimed' ? { ...own, closing: { is: 'open' } } : own, members: each(part.members, (voice) => ({ ...asksNothing(voice), ...(voice.closing.is === 'claimed' ? { closing: { is: 'open' } } : {}) })) }
}

/** What was accepted was found not to be so. */
export function reopened(part: Part, moment: Moment): Part {
  const returned = { ...moment, reopened: true }
  const { closing } = part.own
  const withWhole = closing.is === 'accepted'
  const again = (voice: Voice): Voice => {
    if (voice.closing.is === 'accepted' || (withWhole && voice.closing.is === 'claimed')) return closedAgain(asksNothing(voice, 'objection'), voice.closing.claim, moment, returned)
    return withWhole ? asksNothing(voice, 'objection') : voice
  }
  return { ...part, own: withWhole ? again(part.own) : part.own, members: each(part.members, again) }
}

/** Two parts in one task become one. @param kept whose name stands, and whose word where both ask the same */
export function asOne(kept: Part, other: Part): Part {
  const [standing, joining] = weight(other) > weight(kept) ? [other, kept] : [kept, other]
  const isEqual = weight(standing) === weight(joining)
  const takesWord = isEqual && lastWord(standing.own) === undefined && isOpen(standing.own) && joining.own.closing.is !== 'accepted'
  const own = joined(standing.own, joining.own, takesWord)
  const waitsOn = isEqual && isOpen(standing.own) && joining.own.closing.is === 'claimed'
  const members = new Map(standing.members)
  for (const [member, voice] of joining.members) members.set(member, oneSpeaker(members.get(member), voice))
  return { ...given(standing, standing), unit: kept.unit, own: waitsOn ? { ...own, closing: joining.own.closing } : own, members }
}

function oneSpeaker(known: Voice | undefined, other: Voice): Voice {
  if (known === undefined) return other
  const { closing } = known
  const isSilent = lastWord(known) === undefined && closing.is === 'open' && closing.returned === undefined && closing.tookBack === undefined
  const voice = joined(known, other, lastWord(known) === undefined)
  return isSilent || (closing.is === 'open' && other.closing.is === 'claimed') ? { ...voice, closing: other.closing } : voice
}

/** Who stands in a unit's place: itself, another, several, or nobody. */
export type Place = (unit: string) => readonly string[]
export const placed = (units: readonly string[], place: Place): string[] => [...new Set(units.flatMap(place))]

/** Members under their names of now; who has the name already keeps what it said. */
export function membersPlaced(members: Part['members'], place: Place): Part['members'] {
  const moved = new Map([...members].filter(([member]) => place(member).includes(member)))
  for (const [member, voice] of members) {
    const now = place(member)[0] ?? member
    if (!place(member).includes(member)) moved.set(now, moved.has(now) ? oneSpeaker(moved.get(now), voice) : voice)
  }
  return moved
}

/** The parts of a task under the names of now. @param stays which keep their unit whatever it is called now */
export function partsPlaced(parts: readonly Part[], place: Place, stays: (part: Part) => boolean, openStands: boolean): { parts: Part[]; nobody: Part[] } {
  const byUnit = new Map(parts.map((part) => [part.unit, part]))
  const nobody: Part[] = []
  const order = [...new Set(parts.flatMap((part) => (stays(part) ? [part.unit] : place(part.unit))))]
  for (const { unit } of parts) {
    const part = byUnit.get(unit)
    const now = place(unit)
    if (part === undefined || stays(part) || (now.length === 1 && now[0] === unit)) continue
    byUnit.delete(unit)
    if (now.length === 0) nobody.push(part)
    for (const [nth, to] of now.entries()) {
      const moved = nth === 0 ? { ...part, unit: to } : fresh(beside({ ...part, unit: to }))
      const known = byUnit.get(to)
      const isDoneThere = openStands && known?.own.closing.is === 'accepted'
      byUnit.set(to, known === undefined ? moved : isDoneThere ? asOne(moved, known) : asOne(known, moved))
    }
  }
  const named = order.flatMap((unit) => byUnit.get(unit) ?? [])
  return { parts: named.map((part) => (part.members.size === 0 || stays(part) ? part : { ...part, members: membersPlaced(part.members, place) })), nobody }
}

export const hasSpoken = (part: Part): boolean =>
  !isOpen(part.own) || lastWord(part.own) !== undefined || part.members.size > 0 || [part.own, ...part.members.values()].some(({ extension, question, objection }) => waits(extension) || waits(question) || waits(objection))
