// What one speaker has said of a task, a unit or one member of a group, and how that goes on.
import { z } from 'zod'
import type { Day, Instant } from '#src/calendar/day.ts'
import { evolveEvidence, type Evidence, type EvidenceEvent } from './evidence.ts'
import { evolveExtension, type Extension, type ExtensionEvent } from './extension.ts'
import { present, without } from './fields.ts'
import { PersonId } from './ids.ts'
import { evolveObjection, type Objection, type ObjectionEvent } from './objection.ts'
import { ofVoice } from './of-voice.ts'
import { evolvePartQuestion, type PartQuestion, type PartQuestionEvent } from './part-question.ts'
import { evolveRemarks, type Remark, type RemarkEvent } from './remark.ts'
import { evolveReports, standsRecorded, struck, type OnBehalf, type Reported, type Reports } from './report.ts'
import type { Actor, Stamp } from './stamp.ts'

/** To an 承办人; back to the contact without `to`. */
export const ItemHanded = z.strictObject({ type: z.literal('item-handed'), ...ofVoice, to: PersonId.optional() })

/** `before`: what was sent back or withdrawn until then, which is owed again should the claim be struck. */
export type Claim = { at: Instant; on: Day; by: Actor; words: string; onBehalf?: OnBehalf; before?: { returned?: ReturnedClaim; withdrawn?: WithdrawnClaim } }
/** `reopenedBy`: it had been accepted, and who opened it again. */
export type ReturnedClaim = { on: Day; at: Instant; reason: string; reopenedBy?: Actor }
/** By the unit itself, before anybody ruled on it. */
export type WithdrawnClaim = { on: Day; at: Instant; by: Actor; reason: string }
/** One that stands no more, and why not: sent back, opened again, withdrawn, `struck` as never said, or said of a part that has `changed`. Unless struck it answered the rounds that were over by then. `reason`: of whoever ended it. */
export type EndedClaim = Claim & { endedOn: Day; ended: 'returned' | 'reopened' | 'withdrawn' | 'struck' | 'changed'; endedAt?: Instant; reason?: string }
/** `claim`: what was accepted: an objection may strike it yet, where it was recorded for the unit. */
export type Acceptance = { on: Day; claimedOn: Day; claim: Claim }
/** 核对: the line was looked at and is right. Silence is none. */
export type Check = { on: Day; at: Instant; by: Actor }

/** `handler`: 承办人, to whom the item was handed, at `handedAt`. */
export type Voice = Reports & {
  check?: Check
  question?: PartQuestion
  extension?: Extension
  objection?: Objection
  handler?: PersonId
  handedAt?: Instant
  /** In the order in which they were made. */
  endedClaims?: readonly EndedClaim[]
  evidence?: readonly Evidence[]
  remarks?: readonly Remark[]
}

export const voiceFields = ['report', 'earlier', 'takenIn', 'check', 'question', 'extension', 'objection', 'handler', 'handedAt', 'endedClaims', 'evidence', 'remarks'] as const satisfies readonly (keyof Voice)[]

/** What was said, apart from what became of a claim. */
export const voiceIn = ({ report, earlier, takenIn, check, question, extension, objection, handler, handedAt, endedClaims, evidence, remarks }: Voice): Voice =>
  present({ report, earlier, takenIn, check, question, extension, objection, handler, handedAt, endedClaims, evidence, remarks } satisfies Record<keyof Voice, unknown>)

/** What one member of a group has said, and what became of its claim. */
export type Member = Voice & { claim?: Claim; returned?: ReturnedClaim; withdrawn?: WithdrawnClaim; accepted?: Acceptance }

/** With one more claim that ended: it was made, whatever became of it. */
export const withEnded = <Said extends Voice>(said: Said, ended: EndedClaim): Said => ({ ...said, endedClaims: [...(said.endedClaims ?? []), ended] })

export type VoiceEvent = Reported | z.infer<typeof ItemHanded> | ExtensionEvent | ObjectionEvent | PartQuestionEvent | EvidenceEvent | RemarkEvent

/** Never refuses. */
export function evolveVoice(now: Voice, event: VoiceEvent, stamp: Stamp): Voice {
  switch (event.type) {
    case 'reported':
      return { ...now, ...evolveReports(now, event, stamp) }
    case 'item-handed':
      return { ...without(now, 'handler', 'handedAt'), ...(event.to === undefined ? {} : { handler: event.to, handedAt: stamp.at }) }
    case 'extension-asked': case 'extension-granted': case 'extension-refused':
      return { ...now, ...present({ extension: evolveExtension(now.extension, event, stamp) }) }
    case 'objected':
      return { ...now, ...present({ objection: evolveObjection(now.objection, event, now.report?.onBehalf === undefined ? undefined : now.report.at, false, stamp) }) }
    case 'objection-ruled': {
      const record = event.upheld ? now.objection?.record : undefined
      const isStruck = record !== undefined && standsRecorded(now, record)
      return { ...(isStruck ? { ...without(now, 'report', 'earlier'), ...struck(now, record) } : now), ...present({ objection: evolveObjection(now.objection, event, undefined, isStruck, stamp) }) }
    }
    case 'part-questioned': case 'question-upheld': case 'question-refused':
      return { ...now, ...present({ question: evolvePartQuestion(now.question, event, stamp) }) }
    case 'evidence-added': case 'evidence-withdrawn':
      return { ...now, evidence: evolveEvidence(now.evidence, event, stamp) }
    case 'remarked':
      return { ...now, remarks: evolveRemarks(now.remarks, event, stamp) }
  }
}
