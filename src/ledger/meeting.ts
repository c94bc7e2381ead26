// Bodies that must meet, and their sittings.
import { z } from 'zod'
import { Day } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { Words } from './ids.ts'
import type { Stamp } from './stamp.ts'

export const Every = z.string().regex(/^(week|month|2 months|quarter|half-year|term|year|school-year|\d{1,2} years)$/)
/** `times` in every period; `text` is the clause that asks for it. A body has one for each clause. */
export const Cadence = z.object({ id: z.string(), every: Every, times: z.number().int().min(1).max(60), text: z.string() })
export type Cadence = z.infer<typeof Cadence>

/** `convened`: we call it (领导小组, 专班); otherwise it is petitioned (常委会, 常务会议). */
export const Body = z.object({
  id: z.string(), name: z.string(), convened: z.boolean(), leader: z.string().optional(),
  deputies: z.array(z.string()), members: z.array(z.string()), office: z.string().optional(), cadences: z.array(Cadence),
})
export type Body = z.infer<typeof Body>

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const MeetingScheduled = z.strictObject({ type: z.literal('meeting-scheduled'), meeting: z.string(), body: z.string(), day: Day, time: Time, place: z.string().max(100) })
/** `on`: the day it was held, where that is another than it was scheduled for. */
export const MeetingHeld = z.strictObject({ type: z.literal('meeting-held'), meeting: z.string(), on: Day.optional() })
export const MeetingNotHeld = z.strictObject({ type: z.literal('meeting-not-held'), meeting: z.string(), reason: Words })
/** A sitting that nobody scheduled here, put on record afterwards: 补记. */
export const MeetingRecorded = z.strictObject({ type: z.literal('meeting-recorded'), meeting: z.string(), body: z.string(), on: Day })
export const MeetingEvent = z.discriminatedUnion('type', [MeetingRecorded, MeetingScheduled, MeetingHeld, MeetingNotHeld])
export type MeetingEvent = z.infer<typeof MeetingEvent>

/** `day` is the day it was held, once it was; `time` is empty for a sitting put on record afterwards. */
export type Meeting = { id: string; body: string; day: Day; time: string; place: string } & (
  | { status: 'scheduled' }
  | { status: 'held'; settledOn: Day }
  | { status: 'not-held'; settledOn: Day; reason: string }
)

export type MeetingIntent =
  | { type: 'schedule-meeting'; body: string; day: Day; time: string; place: string }
  | { type: 'record-meeting'; meeting: string; held: boolean; reason?: string; on?: Day }
  | { type: 'record-past-meeting'; body: string; on: Day }

/** @param count how many sittings the plan knows: the next one's number follows */
export function decideSchedule(intent: Extract<MeetingIntent, { type: 'schedule-meeting' }>, body: Body, count: number, { on: today }: Stamp): Decision<MeetingEvent> {
  if (intent.day < today) return refuse({ code: 'day-past', day: intent.day, today })
  return accept({ type: 'meeting-scheduled', meeting: `m${count + 1}`, body: body.id, day: intent.day, time: intent.time, place: intent.place })
}

/** @param meetings all that the plan knows: the next one's number follows */
export function decidePastMeeting({ on }: Extract<MeetingIntent, { type: 'record-past-meeting' }>, body: Body, meetings: readonly Meeting[], { on: today }: Stamp): Decision<MeetingEvent> {
  if (on > today) return refuse({ code: 'meeting-ahead', on })
  const known = meetings.find((meeting) => meeting.body === body.id && meeting.day === on && meeting.status === 'held')
  return known === undefined ? accept({ type: 'meeting-recorded', meeting: `m${meetings.length + 1}`, body: body.id, on }) : refuse({ code: 'meeting-settled', state: 'held', on })
}

export function decideMeeting(now: Meeting, intent: Extract<MeetingIntent, { type: 'record-meeting' }>, { on: today }: Stamp): Decision<MeetingEvent> {
  if (now.status !== 'scheduled') return refuse({ code: 'meeting-settled', state: now.status, on: now.settledOn })
  if (!intent.held) return accept({ type: 'meeting-not-held', meeting: now.id, reason: intent.reason ?? '' })
  const on = intent.on ?? now.day
  return on > today ? refuse({ code: 'meeting-ahead', on }) : accept({ type: 'meeting-held', meeting: now.id, ...(on === now.day ? {} : { on }) })
}

/** Never refuses. `now` is undefined before the meeting is scheduled. */
export function evolveMeeting(now: Meeting | undefined, event: MeetingEvent, { on }: Stamp): Meeting | undefined {
  switch (event.type) {
    case 'meeting-scheduled': {
      const { meeting: id, body, day, time, place } = event
      return { id, body, day, time, place, status: 'scheduled' }
    }
    case 'meeting-recorded':
      return { id: event.meeting, body: event.body, day: event.on, time: '', place: '', status: 'held', settledOn: on }
    case 'meeting-held':
      return now === undefined ? now : { ...now, day: event.on ?? now.day, status: 'held', settledOn: on }
    case 'meeting-not-held':
      return now === undefined ? now : { ...now, status: 'not-held', settledOn: on, reason: event.reason }
  }
}
