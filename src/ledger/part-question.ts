// 有出入, 不是我负责: a unit says that its part in a task is not as the plan has it; a secretary passes the part on, or says why it stays.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { TaskNo, UnitId, Words } from './ids.ts'
import { asked, isWaiting, onPetition, ruled, whyWaits, type Petition } from './petition.ts'
import type { Stamp } from './stamp.ts'
import { ofVoice, voiceOf, type OfVoice } from './of-voice.ts'

/** `not-ours`: the unit does not answer for it, and is not asked until it is ruled on. `content`: the line itself is wrong. */
export const QuestionAbout = z.enum(['not-ours', 'content'])
export type QuestionAbout = z.infer<typeof QuestionAbout>

/** `should`: who it should be, in their words. */
export const PartQuestioned = z.strictObject({ type: z.literal('part-questioned'), ...ofVoice, about: QuestionAbout, words: Words, should: z.string().max(60).optional() })
export const QuestionUpheld = z.strictObject({ type: z.literal('question-upheld'), ...ofVoice, askedAt: Instant, words: Words })
export const QuestionRefused = z.strictObject({ type: z.literal('question-refused'), ...ofVoice, askedAt: Instant, reason: Words })
/** A unit's part in a task is another's from now on; what the unit said of it is kept. */
export const PartPassed = z.strictObject({ type: z.literal('part-passed'), task: TaskNo, from: UnitId, to: UnitId })
export const PartQuestionEvent = z.discriminatedUnion('type', [PartQuestioned, QuestionUpheld, QuestionRefused])
export type PartQuestionEvent = z.infer<typeof PartQuestionEvent>

export type PartQuestion = Petition<{ about: QuestionAbout; words: string; should?: string }>

export type PartQuestionIntent = OfVoice & (
  | { type: 'question-part'; about: QuestionAbout; words: string; should?: string }
  /** `to`: who has the part from now on. A part that is not theirs needs one, unless a group goes on without the member. */
  | { type: 'uphold-question'; askedAt?: Instant; to?: UnitId; words: string }
  | { type: 'refuse-question'; askedAt?: Instant; reason: string }
)

export function decidePartQuestion(now: PartQuestion | undefined, intent: PartQuestionIntent): Decision<PartQuestionEvent | z.infer<typeof PartPassed>> {
  const of = voiceOf(intent)
  const { task, unit, member } = of
  switch (intent.type) {
    case 'question-part': {
      const waits = whyWaits('part-question', now)
      if (waits !== undefined) return waits
      const { about, words, should } = intent
      // That a part is somebody else's says enough; that a line is wrong does not.
      if (about === 'content' && words.trim() === '') return refuse({ code: 'reason-missing' })
      return accept({ type: 'part-questioned', ...of, about, words, ...(should === undefined || should.trim() === '' ? {} : { should: should.trim() }) })
    }
    case 'uphold-question':
      return onPetition('part-question', task, now, intent.askedAt, ({ at, about }) => {
        const { to, words } = intent
        if (about === 'not-ours' && member === undefined && (to === undefined || to === unit)) return refuse({ code: 'successor-missing', task, unit })
        const passed = about === 'not-ours' && member === undefined && to !== undefined ? [{ type: 'part-passed' as const, task, from: unit, to }] : []
        return accept<PartQuestionEvent | z.infer<typeof PartPassed>>({ type: 'question-upheld', ...of, askedAt: at, words }, ...passed)
      })
    case 'refuse-question':
      return onPetition('part-question', task, now, intent.askedAt, ({ at }) =>
        intent.reason.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'question-refused', ...of, askedAt: at, reason: intent.reason }))
  }
}

export function evolvePartQuestion(now: PartQuestion | undefined, event: PartQuestionEvent, stamp: Stamp): PartQuestion | undefined {
  switch (event.type) {
    case 'part-questioned':
      return asked({ about: event.about, words: event.words, ...(event.should === undefined ? {} : { should: event.should }) }, stamp, now)
    case 'question-upheld':
      return ruled(now, { granted: true, words: event.words }, stamp)
    case 'question-refused':
      return ruled(now, { granted: false, words: event.reason }, stamp)
  }
}

/** Whether the unit, or the member, is not asked: it says that the part is not its own, and nobody has said no. */
export const isDisowned = (question: PartQuestion | undefined): boolean => question !== undefined && question.about === 'not-ours' && question.ruling?.granted !== false

/** Said to be somebody else's, and not ruled on yet. */
export const saysNotOurs = (question: PartQuestion | undefined): question is PartQuestion => isWaiting(question) && question.about === 'not-ours'
