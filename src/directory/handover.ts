// 交接: all that one person was of their units is another's, in one act; whoever they stood in for has the other as deputy.
import { z } from 'zod'
import { Day } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from '#src/ledger/decision.ts'
import { PersonId, UnitId } from '#src/ledger/ids.ts'
import type { Absence, Directory } from './directory-state.ts'
import { unitsHeldBy, type Person, type Posts } from './person.ts'

const units = z.array(UnitId)
/** The posts that go over are named, so that the entry tells what changed. Roles stay: an admin grants them. */
export const HandedOver = z.strictObject({ type: z.literal('handed-over'), from: PersonId, to: PersonId, on: Day, contactOf: units, backupOf: units, headOf: units, handlerOf: units })
export type HandedOver = z.infer<typeof HandedOver>

export type HandoverIntent = { type: 'hand-over'; from: PersonId; to: PersonId }

export function decideHandover(now: Directory, intent: HandoverIntent, today: Day): Decision<HandedOver> {
  const [from, to] = [now.people.get(intent.from), now.people.get(intent.to)]
  if (from === undefined || to === undefined) return refuse({ code: 'person-unknown', asked: from === undefined ? intent.from : intent.to })
  if (from.id === to.id) return refuse({ code: 'handover-self', name: from.name })
  const isDeputy = now.absences.some(({ deputy, until }) => deputy === from.id && until >= today)
  if (unitsHeldBy(from).length === 0 && !isDeputy) {
    // Asked again: it is done.
    const isDone = now.handovers.some((known) => known.from === from.id && known.to === to.id)
    return isDone ? accept() : refuse({ code: 'nothing-to-hand-over', name: from.name })
  }
  const { contactOf, backupOf, headOf, handlerOf } = from
  return accept({ type: 'handed-over', from: from.id, to: to.id, on: today, contactOf, backupOf, headOf, handlerOf })
}

export function evolveHandover(now: Directory, { from: old, to: next, on, ...posts }: HandedOver): void {
  const [from, to] = [now.people.get(old), now.people.get(next)]
  if (from === undefined || to === undefined) return
  const gone = unitsHeldBy(posts)
  now.people.set(old, { ...from, ...eachPost((post) => from[post].filter((unit) => !posts[post].includes(unit))), formerOf: [...new Set([...from.formerOf, ...gone])] })
  now.people.set(next, { ...to, ...eachPost((post) => [...new Set([...to[post], ...posts[post]])]), formerOf: to.formerOf.filter((unit) => !gone.includes(unit)) } satisfies Person)
  now.absences = now.absences.flatMap((absence) => handedOn(absence, old, next, on))
  now.handovers.push({ id: `h${now.handovers.length + 1}`, from: old, to: next, on, units: gone })
}

const eachPost = (how: (post: keyof Posts) => UnitId[]): Posts => ({ contactOf: how('contactOf'), backupOf: how('backupOf'), headOf: how('headOf'), handlerOf: how('handlerOf') })

/** Who left is away from nothing any more; nobody stands in for themselves. What is over stays as it was. */
function handedOn(absence: Absence, old: PersonId, next: PersonId, on: Day): Absence[] {
  if (absence.until < on) return [absence]
  if (absence.person === old) return []
  if (absence.deputy !== old) return [absence]
  const { person, from, until, by } = absence
  return [person === next ? { person, from, until, by } : { ...absence, deputy: next }]
}
