// A petition: asked by a unit, ruled on by a secretary, once. Extensions, objections and questions about a part are made of it.
import type { Day, Instant } from '#src/calendar/day.ts'
import { refuse, type Decision } from './decision.ts'
import type { TaskNo } from './ids.ts'
import type { PetitionKind } from './petition-kind.ts'
import type { Actor, Stamp } from './stamp.ts'

export type Ruling = { granted: boolean; words: string; on: Day; at: Instant; by: Actor }
/** `before`: the one of its kind that was ruled on before it was asked, and before that one the others. */
export type Petition<Asked> = Asked & { at: Instant; on: Day; by: Actor; ruling?: Ruling; before?: Petition<Asked> }

export const isWaiting = <Asked>(petition: Petition<Asked> | undefined): petition is Petition<Asked> => petition !== undefined && petition.ruling === undefined

/** Why another cannot be asked yet: one waits. */
export const whyWaits = (what: PetitionKind, now: Petition<unknown> | undefined): Extract<Decision<never>, { ok: false }> | undefined =>
  isWaiting(now) ? refuse({ code: 'petition-waits', what, on: now.on, by: now.by }) : undefined

/** Only what was looked at is ruled on. @param askedAt which one the secretary saw; without it the one that waits now */
export function onPetition<Asked, Event>(
  what: PetitionKind, task: TaskNo, now: Petition<Asked> | undefined, askedAt: Instant | undefined, then: (petition: Petition<Asked>) => Decision<Event>,
): Decision<Event> {
  if (now === undefined) return refuse({ code: 'petition-none', what, task })
  if (askedAt !== undefined && askedAt !== now.at) return refuse({ code: 'petition-changed', what, task, on: now.on, by: now.by })
  return now.ruling === undefined ? then(now) : refuse({ code: 'petition-ruled', what, task, granted: now.ruling.granted, on: now.ruling.on, by: now.ruling.by })
}

export const asked = <Asked>(facts: Asked, { at, on, by }: Stamp, before: Petition<Asked> | undefined): Petition<Asked> => ({ ...facts, at, on, by, ...(before === undefined ? {} : { before }) })

/** The one that was asked at that instant, also where others were asked since. */
export const petitionAt = <Asked>(now: Petition<Asked> | undefined, at: Instant): Petition<Asked> | undefined => (now === undefined || now.at === at ? now : petitionAt(now.before, at))

export const ruled = <Asked>(now: Petition<Asked> | undefined, { granted, words }: Pick<Ruling, 'granted' | 'words'>, { at, on, by }: Stamp): Petition<Asked> | undefined =>
  now === undefined ? undefined : { ...now, ruling: { granted, words, at, on, by } }
