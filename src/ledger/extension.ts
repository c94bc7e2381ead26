// 延期: a unit asks for a later day; a secretary decides. The date is the whole task's.
import { z } from 'zod'
import { Day, Instant } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { Words } from './ids.ts'
import { asked, onPetition, ruled, whyWaits, type Petition } from './petition.ts'
import type { Stamp } from './stamp.ts'
import type { Due } from './due.ts'
import { ofVoice, voiceOf, type OfVoice } from './of-voice.ts'

export const ExtensionAsked = z.strictObject({ type: z.literal('extension-asked'), ...ofVoice, from: Day, day: Day, reason: Words })
/** `day`: the one that was granted, which need not be the one asked for. Beside it stands the `due-moved` that it makes. */
export const ExtensionGranted = z.strictObject({ type: z.literal('extension-granted'), ...ofVoice, askedAt: Instant, day: Day })
export const ExtensionRefused = z.strictObject({ type: z.literal('extension-refused'), ...ofVoice, askedAt: Instant, reason: Words })
export const ExtensionEvent = z.discriminatedUnion('type', [ExtensionAsked, ExtensionGranted, ExtensionRefused])
export type ExtensionEvent = z.infer<typeof ExtensionEvent>

/** `from`: the date when it was asked. `granted`: the day a secretary gave. */
export type Extension = Petition<{ day: Day; from: Day; reason: string; granted?: Day }>

export type ExtensionIntent = OfVoice & (
  | { type: 'ask-extension'; day: Day; reason: string }
  /** Without `day` the one asked for. */
  | { type: 'grant-extension'; askedAt?: Instant; day?: Day }
  | { type: 'refuse-extension'; askedAt?: Instant; reason: string }
)

/** @param due the task's date as it stands. That it moves when an extension is granted is the task's to decide. */
export function decideExtension(now: Extension | undefined, due: Due, intent: ExtensionIntent, { on: today }: Stamp): Decision<ExtensionEvent> {
  const { task } = intent
  const of = voiceOf(intent)
  switch (intent.type) {
    case 'ask-extension': {
      if (due.kind !== 'dated') return refuse({ code: 'no-date-to-extend', task })
      const waits = whyWaits('extension', now)
      if (waits !== undefined) return waits
      if (intent.day <= due.day) return refuse({ code: 'extension-not-later', due: due.day, day: intent.day })
      if (intent.day < today) return refuse({ code: 'day-past', day: intent.day, today })
      return intent.reason.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'extension-asked', ...of, from: due.day, day: intent.day, reason: intent.reason })
    }
    case 'grant-extension':
      return onPetition('extension', task, now, intent.askedAt, ({ at, day: wanted }) => {
        if (due.kind !== 'dated') return accept({ type: 'extension-granted', ...of, askedAt: at, day: intent.day ?? wanted })
        // The date may have been moved meanwhile: nothing is granted that would bring it forward, and what it meets already is granted as it stands.
        if (intent.day !== undefined && intent.day <= due.day) return refuse({ code: 'granted-not-later', due: due.day, day: intent.day })
        const day = intent.day ?? wanted
        return accept({ type: 'extension-granted', ...of, askedAt: at, day: day < due.day ? due.day : day })
      })
    case 'refuse-extension':
      return onPetition('extension', task, now, intent.askedAt, ({ at }) =>
        intent.reason.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'extension-refused', ...of, askedAt: at, reason: intent.reason }))
  }
}

export function evolveExtension(now: Extension | undefined, event: ExtensionEvent, stamp: Stamp): Extension | undefined {
  switch (event.type) {
    case 'extension-asked':
      return asked({ day: event.day, from: event.from, reason: event.reason }, stamp, now)
    case 'extension-granted': {
      const granted = ruled(now, { granted: true, words: '' }, stamp)
      return granted === undefined ? undefined : { ...granted, granted: event.day }
    }
    case 'extension-refused':
      return ruled(now, { granted: false, words: event.reason }, stamp)
  }
}
