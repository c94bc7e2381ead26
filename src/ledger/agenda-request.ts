// 议题申报: an item asked onto the agenda of a body that is not ours to call. Its office says on which day it is taken, or why not.
import { z } from 'zod'
import { Day } from '#src/calendar/day.ts'
import type { Body } from './body.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { present } from './fields.ts'
import { MeetingId, Words } from './ids.ts'
import { hasWords, type Meeting, type MeetingHeld as MeetingHeldEvent, type MeetingNotHeld as MeetingNotHeldEvent } from './meeting.ts'
import type { Actor, Stamp } from './stamp.ts'
import { outsideYears } from './years-of-plan.ts'

/** `wanted`: the day that would suit. */
export const AgendaRequested = z.strictObject({ type: z.literal('agenda-requested'), request: z.string(), body: z.string(), topic: z.string().min(1).max(200), wanted: Day.optional() })
/** 列入议题: from now on it is a sitting of that body. `from`: the day it was recorded for before, which was wrong. */
export const RequestTaken = z.strictObject({ type: z.literal('request-taken'), request: z.string(), meeting: MeetingId, day: Day, from: Day.optional() })
export type RequestTaken = z.infer<typeof RequestTaken>
export const RequestDeclined = z.strictObject({ type: z.literal('request-declined'), request: z.string(), reason: Words })
export const AgendaRequestEvent = z.discriminatedUnion('type', [AgendaRequested, RequestTaken, RequestDeclined])
export type AgendaRequestEvent = z.infer<typeof AgendaRequestEvent>

export type AgendaRequest = { id: string; body: string; topic: string; wanted?: Day; on: Day; by: Actor } & ({ status: 'waiting' } | { status: 'taken'; meeting: MeetingId; day: Day } | { status: 'declined'; declinedOn: Day; reason: string })

type Known = { bodies: ReadonlyMap<string, Body>; requests: ReadonlyMap<string, AgendaRequest> }

export type AgendaRequestIntent =
  | { type: 'request-agenda'; body: string; topic: string; wanted?: Day }
  /** `from`: the day that is put right, as it was seen. */
  | { type: 'take-request'; request: string; day: Day; from?: Day }
  | { type: 'decline-request'; request: string; reason: string }

type Recorded = AgendaRequestEvent | z.infer<typeof MeetingHeldEvent> | z.infer<typeof MeetingNotHeldEvent>
type Sittings = Parameters<typeof outsideYears>[0] & { meetings: ReadonlyMap<string, Meeting> }

/** @param plan its bodies, its requests, and the sittings it knows */
export function decideAgendaRequest(plan: Known & Sittings, intent: AgendaRequestIntent, { on: today }: Stamp): Decision<Recorded> {
  if (intent.type === 'request-agenda') return decideRequested(plan, intent, today)
  const now = plan.requests.get(intent.request)
  if (now === undefined) return refuse({ code: 'request-unknown', asked: intent.request })
  if (now.status === 'taken') return intent.type === 'take-request' && intent.from === dayTaken(plan, now) && intent.day !== intent.from ? outsideYears(plan, intent.day, today) ?? decideCorrected(plan, now, intent.day, today) : refuse({ code: 'request-taken', day: dayTaken(plan, now), request: now.id })
  if (now.status === 'declined') return refuse({ code: 'request-declined', on: now.declinedOn, reason: now.reason })
  if (intent.type === 'decline-request') return intent.reason.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'request-declined', request: now.id, reason: intent.reason })
  return outsideYears(plan, intent.day, today) ?? decideTaken(plan, now, intent.day, today)
}

/** Its office may say so afterwards: what was taken up on a day that has been was held. */
function decideTaken(plan: Sittings, { id: request, body, on }: AgendaRequest, day: Day, today: Day): Decision<Recorded> {
  if (day < on) return refuse({ code: 'request-later', day, on })
  const meeting = sittingOn(plan, body, day)
  return accept<Recorded>({ type: 'request-taken', request, meeting, day }, ...heldBy(plan, meeting, day, today))
}

const heldBy = ({ meetings }: Sittings, meeting: MeetingId, day: Day, today: Day): Recorded[] => (day < today && meetings.get(meeting)?.status !== 'held' ? [{ type: 'meeting-held', meeting }] : [])

type Taken = AgendaRequest & { status: 'taken' }

/** Of a sitting that was moved since, its day now. */
export const dayTaken = ({ meetings }: Pick<Sittings, 'meetings'>, { meeting, day }: Pick<Taken, 'meeting' | 'day'>): Day => ((sitting) => (sitting !== undefined && isOnRecord(sitting) ? sitting.day : day))(meetings.get(meeting))

const isOnRecord = ({ status }: Meeting): boolean => status === 'held' || status === 'scheduled'

/** Recorded for a wrong day. A sitting that is there for this item alone goes with it; one that has others stays. */
function decideCorrected(plan: Known & Sittings, now: Taken, day: Day, today: Day): Decision<Recorded> {
  const { id: request, body, on } = now
  if (day < on) return refuse({ code: 'request-later', day, on })
  const sitting = plan.meetings.get(now.meeting)
  const from = dayTaken(plan, now)
  const own = sitting !== undefined && isOnRecord(sitting) && isOfItAlone(plan, now, sitting) ? sitting : undefined
  if (own?.minutes !== undefined) return refuse({ code: 'minutes-issued', on: own.minutes.on })
  const isWritten = own !== undefined && hasWords(own)
  if (isWritten && day > today) return refuse({ code: 'meeting-ahead', on: day })
  const other = [...plan.meetings.values()].find((each) => each.body === body && each.day === day && isOnRecord(each))
  if (own !== undefined && other === undefined) return accept<Recorded>({ type: 'request-taken', request, meeting: own.id, day, from }, ...(day < today || isWritten ? [{ type: 'meeting-held' as const, meeting: own.id }] : []))
  // What was said there belongs to that sitting.
  if (isWritten) return refuse({ code: 'meeting-scheduled', day })
  const meeting = sittingOn(plan, body, day)
  return accept<Recorded>({ type: 'request-taken', request, meeting, day, from }, ...heldBy(plan, meeting, day, today), ...(own === undefined ? [] : [{ type: 'meeting-not-held' as const, meeting: own.id, reason: '' }]))
}

/** Recorded for a wrong day, and its item went to the sitting of another: there never was one, and nobody said why it was not held. */
export const neverWas = (meeting: Meeting, body: Pick<Body, 'convened'> | undefined): boolean => meeting.status === 'not-held' && meeting.reason === '' && body?.convened === false

/** It was made for this item, and no other is taken up there. */
const isOfItAlone = ({ requests }: Known, { id, topic, meeting }: Taken, sitting: Meeting): boolean => sitting.topic === topic && ![...requests.values()].some((each) => each.id !== id && each.status === 'taken' && each.meeting === meeting)

/** Two items of one day are taken at one sitting. */
const sittingOn = ({ meetings }: Sittings, body: string, day: Day): MeetingId => [...meetings.values()].find((each) => each.body === body && each.day === day && isOnRecord(each))?.id ?? MeetingId.parse(`m${meetings.size + 1}`)

function decideRequested({ bodies, requests, ...plan }: Known & Sittings, { body: id, topic, wanted }: Extract<AgendaRequestIntent, { type: 'request-agenda' }>, today: Day): Decision<AgendaRequestEvent> {
  const body = bodies.get(id)
  if (body === undefined) return refuse({ code: 'body-unknown', asked: id, bodies: [...bodies.values()].map(({ name }) => name) })
  if (body.convened) return refuse({ code: 'body-convened', name: body.name })
  if (topic.trim() === '') return refuse({ code: 'topic-missing' })
  if (wanted !== undefined && wanted < today) return refuse({ code: 'day-past', day: wanted, today })
  const far = wanted === undefined ? undefined : outsideYears(plan, wanted, today)
  if (far !== undefined) return far
  const waits = [...requests.values()].find((each) => each.body === id && each.topic === topic && each.status === 'waiting')
  return waits === undefined ? accept({ type: 'agenda-requested', request: `q${requests.size + 1}`, body: id, topic, ...present({ wanted }) }) : refuse({ code: 'request-waits', on: waits.on })
}

/** Never refuses. */
export function evolveAgendaRequest(now: AgendaRequest | undefined, event: AgendaRequestEvent, { on, by }: Stamp): AgendaRequest | undefined {
  switch (event.type) {
    case 'agenda-requested': {
      const { request: id, body, topic, wanted } = event
      return { id, body, topic, on, by, status: 'waiting', ...present({ wanted }) }
    }
    case 'request-taken':
      return now === undefined ? now : { ...now, status: 'taken', meeting: event.meeting, day: event.day }
    case 'request-declined':
      return now === undefined ? now : { ...now, status: 'declined', declinedOn: on, reason: event.reason }
  }
}
