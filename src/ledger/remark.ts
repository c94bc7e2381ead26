// 备注: words about a task that are no report, or not yet: kept as they were written.
import { z } from 'zod'
import type { Day, Instant } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { Words } from './ids.ts'
import type { Actor, Stamp } from './stamp.ts'
import { ofVoice, voiceOf, type OfVoice } from './of-voice.ts'

export const Remarked = z.strictObject({ type: z.literal('remarked'), ...ofVoice, words: Words })
export type RemarkEvent = z.infer<typeof Remarked>
export type Remark = { words: string; at: Instant; on: Day; by: Actor }
export type RemarkIntent = OfVoice & { type: 'remark'; words: string }

export const decideRemark = (intent: RemarkIntent): Decision<RemarkEvent> =>
  intent.words.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'remarked', ...voiceOf(intent), words: intent.words })

export const evolveRemarks = (now: readonly Remark[] = [], { words }: RemarkEvent, { at, on, by }: Stamp): Remark[] => [...now, { words, at, on, by }]
