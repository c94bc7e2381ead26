// 异议: a unit's reasoned "this is not so", on a light or on what was recorded for it, until a secretary rules.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { present } from './fields.ts'
import { Words } from './ids.ts'
import { asked, onPetition, ruled, whyWaits, type Petition } from './petition.ts'
import type { Stamp } from './stamp.ts'
import { ofVoice, voiceOf, type OfVoice } from './of-voice.ts'

/** `light`: the task's light; `record`: an answer that was recorded for the unit (代录); `line`: a line of a round's result. */
export const ObjectionAbout = z.enum(['light', 'record', 'line'])
export type ObjectionAbout = z.infer<typeof ObjectionAbout>

/** `against`: what was objected to, as it was shown: the light's words, the answer that was recorded. `record`: the completion, the report or the milestone that was recorded, by its instant. */
export const Objected = z.strictObject({ type: z.literal('objected'), ...ofVoice, about: ObjectionAbout, against: z.string().max(300), words: Words, record: Instant.optional() })
/** `upheld`: the unit is right. An answer that nobody gave is struck by it. */
export const ObjectionRuled = z.strictObject({ type: z.literal('objection-ruled'), ...ofVoice, objectedAt: Instant, upheld: z.boolean(), reason: Words })
export const ObjectionEvent = z.discriminatedUnion('type', [Objected, ObjectionRuled])
export type ObjectionEvent = z.infer<typeof ObjectionEvent>

/** `record`: the completion or the report that was objected to, by its instant. `struck`: it is no more. */
export type Objection = Petition<{ about: ObjectionAbout; against: string; words: string; record?: Instant; struck?: true }>

export type ObjectionIntent = OfVoice & (
  /** `record`: a milestone that was recorded as reached, by its instant. */
  | { type: 'object'; about: ObjectionAbout; against: string; words: string; record?: Instant }
  | { type: 'rule-objection'; objectedAt?: Instant; upheld: boolean; reason: string }
)

/** @param claim the completion that waits or was accepted, where a secretary recorded it */
export function decideObjection(now: Objection | undefined, claim: Instant | undefined, intent: ObjectionIntent): Decision<ObjectionEvent> {
  const of = voiceOf(intent)
  if (intent.type === 'object') {
    const waits = whyWaits('objection', now)
    if (waits !== undefined) return waits
    if (intent.words.trim() === '') return refuse({ code: 'reason-missing' })
    const { about, against, words } = intent
    return accept({ ...of, type: 'objected', about, against, words, ...(about === 'record' ? present({ record: intent.record ?? claim }) : {}) })
  }
  return onPetition('objection', intent.task, now, intent.objectedAt, ({ at }) =>
    // Whoever says no says why; that the unit is right needs no more words.
    !intent.upheld && intent.reason.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ ...of, type: 'objection-ruled', objectedAt: at, upheld: intent.upheld, reason: intent.reason }))
}

/** @param report the one that was recorded and stood when it was objected to: meant where the event names no record itself @param struck whether the ruling strikes what was recorded */
export const evolveObjection = (now: Objection | undefined, event: ObjectionEvent, report: Instant | undefined, struck: boolean, stamp: Stamp): Objection | undefined =>
  event.type === 'objected'
    ? asked({ about: event.about, against: event.against, words: event.words, ...(event.about === 'record' ? present({ record: event.record ?? report }) : {}) }, stamp, now)
    : withStruck(ruled(now, { granted: event.upheld, words: event.reason }, stamp), struck)

/** That its ruling struck what was recorded is said with it. */
export const withStruck = (now: Objection | undefined, isStruck: boolean): Objection | undefined => (now === undefined || !isStruck ? now : { ...now, struck: true })
