// Sittings of a body: what is on record of each, from its calling to its minutes.
import { z } from 'zod'
import { Day, type Instant } from '#src/calendar/day.ts'
import { Sort } from './body.ts'
import { present } from './fields.ts'
import { MeetingId, TaskNo, Words } from './ids.ts'
import type { Actor, Stamp } from './stamp.ts'

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** As the text has it, which may be long. */
const Seat = z.string().min(1)
/** As it is said of a sitting; `any`: of no kind, which counts for every clause. */
export const CountedAs = z.enum(['any', ...Sort.options, 'uncounted'])
export type CountedAs = z.infer<typeof CountedAs>
/** `topic`: 专题. `of`: what kind of sitting it counts as. `uncounted`: it is none of those that its body must hold. */
const calling = { topic: z.string().max(200).optional(), of: Sort.optional(), uncounted: z.literal(true).optional() }

/** `series`: the first of those that were called together, m1. */
export const MeetingScheduled = z.strictObject({ type: z.literal('meeting-scheduled'), meeting: z.string(), body: z.string(), day: Day, time: Time, place: z.string().max(100), series: z.string().max(20).optional(), ...calling })
/** 改期、换地点: everybody is told once more. `time` is empty where others call it, and it is theirs to say. `sort`: what it counts as from then on; nobody is told of that alone. */
export const MeetingChanged = z.strictObject({ type: z.literal('meeting-changed'), meeting: z.string(), day: Day, time: z.union([Time, z.literal('')]), place: z.string().max(100), sort: CountedAs.optional() })
export const MeetingCancelled = z.strictObject({ type: z.literal('meeting-cancelled'), meeting: z.string(), reason: Words })
/** 参加, 请假. `instead`: who is sent. */
export const InvitationAnswered = z.strictObject({ type: z.literal('invitation-answered'), meeting: z.string(), seat: Seat, coming: z.boolean(), instead: z.string().max(60).optional(), words: Words.optional() })
/** `on`: the day it was held, where that is another than it was scheduled for. */
export const MeetingHeld = z.strictObject({ type: z.literal('meeting-held'), meeting: z.string(), on: Day.optional() })
export const MeetingNotHeld = z.strictObject({ type: z.literal('meeting-not-held'), meeting: z.string(), reason: Words })
/** A sitting that nobody scheduled here, put on record afterwards: 补记. */
export const MeetingRecorded = z.strictObject({ type: z.literal('meeting-recorded'), meeting: z.string(), body: z.string(), on: Day, ...calling })
/** So many items of her own stand on an agenda; so many there have ever been, with those that were struck off. */
export const ownItems = { standing: 50, ever: 200 }
/** More than there can be: every task of a plan, and every own item. */
const keysAtMost = 12_000
const Keys = z.array(z.string().max(60)).max(keysAtMost)

/** The agenda as the secretary arranged it: keys of its items in their order, those struck off, and items of her own. */
export const AgendaArranged = z.strictObject({
  type: z.literal('agenda-arranged'), meeting: z.string(), order: Keys, struck: Keys, own: z.array(z.strictObject({ key: z.string().max(60), text: z.string().min(1).max(300) })).max(ownItems.ever),
})
/** 列席: so many, and each as long as a name. */
export const besidesAtMost = { names: 100, length: 60 }

/** Who was not there, and who was: before that was kept, whoever else had a seat. `besides`: 列席. `chair`: who held it, where the seat that leads the body was empty: a seat, or one of those who sat in. */
export const AttendanceRecorded = z.strictObject({ type: z.literal('attendance-recorded'), meeting: z.string(), absent: z.array(Seat), there: z.array(Seat).optional(), besides: z.array(z.string().max(besidesAtMost.length)).max(besidesAtMost.names), chair: Seat.optional() })
/** 会议听取、同意、指出: in the minutes, and asked of nobody. */
export const MeetingNoted = z.strictObject({ type: z.literal('meeting-noted'), meeting: z.string(), item: z.number().int().min(1), words: Words })
/** What was recorded as decided was not, or not so. Its task is off the register, with its number and its history; the sitting's record keeps it. */
export const DecisionWithdrawn = z.strictObject({ type: z.literal('decision-withdrawn'), meeting: z.string(), task: TaskNo, words: Words })
/** `number`: 第几次 of its year, as its minutes have it. */
export const MinutesIssued = z.strictObject({ type: z.literal('minutes-issued'), meeting: z.string(), number: z.number().int().min(1).optional() })
export const MeetingEvent = z.discriminatedUnion('type', [
  MeetingRecorded, MeetingScheduled, MeetingChanged, MeetingCancelled, InvitationAnswered, MeetingHeld, MeetingNotHeld, AgendaArranged, AttendanceRecorded, MeetingNoted, DecisionWithdrawn, MinutesIssued,
])
export type MeetingEvent = z.infer<typeof MeetingEvent>

/** When and where. */
export type When = { day: Day; time: string; place: string }
export type InvitationAnswer = { coming: boolean; instead?: string; words?: string; at: Instant; by: Actor }
/** What was decided, or only said; `item` counts both. */
export type MeetingItem = { item: number } & ({ task: TaskNo } | { words: string })

/** `day` is the day it was held, once it was; `time` is empty where nobody here called it: put on record afterwards, or an item of another's agenda. */
export type Meeting = {
  id: MeetingId; body: string; day: Day; time: string; place: string; topic?: string; of?: Sort; uncounted?: true; series?: string
  /** Who called it, or put it on record, and when. */
  called: Pick<Stamp, 'on' | 'at' | 'by'>
  /** How often it was changed: SEQUENCE of its calendar file. */
  changes: number
  changedBy?: Pick<Stamp, 'on' | 'at' | 'by'>
  /** What it was before it was changed last; `earlier`: before each time it was changed before that. */
  was?: When
  earlier?: readonly When[]
  answers: ReadonlyMap<string, InvitationAnswer>
  /** `times`: how often it was arranged, and by whom last. */
  agenda?: { times: number } & Pick<Stamp, 'at' | 'by'> & Omit<z.infer<typeof AgendaArranged>, 'type' | 'meeting'>
  attendance?: { absent: readonly string[]; there?: readonly string[]; besides: readonly string[]; chair?: string; at: Instant }
  items: readonly MeetingItem[]
  minutes?: Pick<Stamp, 'on' | 'at' | 'by'> & { number?: number }
} & (
  | { status: 'scheduled' }
  | { status: 'held'; settledOn: Day; settledAt: Instant }
  | { status: 'not-held' | 'cancelled'; settledOn: Day; reason: string }
)

const calledBy = ({ on, at, by }: Stamp): Meeting['called'] => ({ on, at, by })

const fresh = { changes: 0, answers: new Map(), items: [] } as const

/** Never refuses. `now` is undefined before the meeting is known. */
export function evolveMeeting(now: Meeting | undefined, event: Exclude<MeetingEvent, { type: 'decision-withdrawn' }>, stamp: Stamp): Meeting | undefined {
  const called = calledBy(stamp)
  if (event.type === 'meeting-scheduled') {
    const { meeting, body, day, time, place, topic, of, uncounted, series } = event
    return { ...fresh, id: MeetingId.parse(meeting), body, day, time, place, called, ...present({ topic, of, uncounted, series }), status: 'scheduled' }
  }
  if (event.type === 'meeting-recorded') {
    const { meeting, body, on: day, topic, of, uncounted } = event
    return { ...fresh, id: MeetingId.parse(meeting), body, day, time: '', place: '', called, ...present({ topic, of, uncounted }), status: 'held', settledOn: stamp.on, settledAt: stamp.at }
  }
  return now === undefined ? now : evolveKnown(now, event, stamp)
}

type Later = Exclude<MeetingEvent, { type: 'meeting-scheduled' | 'meeting-recorded' | 'decision-withdrawn' }>

function evolveKnown(now: Meeting, event: Later, { on, at, by }: Stamp): Meeting {
  switch (event.type) {
    case 'meeting-changed':
      if (event.sort !== undefined && isSameWhen(now, event)) return countedAs(now, event.sort)
      return { ...countedAs(now, event.sort), day: event.day, time: event.time, place: event.place, changes: now.changes + 1, changedBy: { on, at, by }, was: { day: now.day, time: now.time, place: now.place }, ...(now.was === undefined ? {} : { earlier: [...(now.earlier ?? []), now.was] }), answers: new Map() }
    case 'meeting-cancelled':
      return { ...now, status: 'cancelled', settledOn: on, reason: event.reason, changes: now.changes + 1, changedBy: { on, at, by } }
    case 'invitation-answered': {
      const { coming, instead, words } = event
      // In the order in which they were said.
      const others = [...now.answers].filter(([seat]) => seat !== event.seat)
      return { ...now, answers: new Map([...others, [event.seat, { coming, at, by, ...present({ instead, words }) }]]) }
    }
    case 'meeting-held':
      return { ...now, day: event.on ?? now.day, status: 'held', settledOn: on, settledAt: at }
    case 'meeting-not-held':
      return { ...now, status: 'not-held', settledOn: on, reason: event.reason }
    case 'agenda-arranged': {
      const { order, struck, own } = event
      return { ...now, agenda: { times: (now.agenda?.times ?? 0) + 1, at, by, order, struck, own } }
    }
    case 'attendance-recorded':
      return { ...now, attendance: { absent: event.absent, ...present({ there: event.there }), besides: event.besides, ...present({ chair: event.chair }), at } }
    case 'meeting-noted':
      return { ...now, items: [...now.items, { item: event.item, words: event.words }] }
    case 'minutes-issued':
      return { ...now, minutes: { on, at, by, ...present({ number: event.number }) } }
  }
}

/** What it was when it had been changed so often; undefined where it never was so, or is now. */
export const wasAfter = ({ was, earlier = [] }: Pick<Meeting, 'was' | 'earlier'>, changes: number): When | undefined => (was === undefined ? [] : [...earlier, was])[changes]

/** Only what it counts as is put right then: whoever was asked to it has nothing to answer anew. */
export const isSameWhen = (now: When, { day, time, place }: When): boolean => now.day === day && now.time === time && now.place === place

/** As it is kept of a sitting. */
export const calledAs = (sort: CountedAs | undefined): Pick<Meeting, 'of' | 'uncounted'> => (sort === undefined || sort === 'any' ? {} : sort === 'uncounted' ? { uncounted: true } : { of: sort })

export const sortOf = ({ of, uncounted }: Pick<Meeting, 'of' | 'uncounted'>): CountedAs => (uncounted === true ? 'uncounted' : (of ?? 'any'))

function countedAs(now: Meeting, sort: CountedAs | undefined): Meeting {
  if (sort === undefined) return now
  const counted: Meeting = { ...now }
  delete counted.of
  delete counted.uncounted
  return { ...counted, ...calledAs(sort) }
}

/** Something was said there: decided, noted, or who was there. */
export const hasWords = ({ items, attendance }: Pick<Meeting, 'items' | 'attendance'>): boolean => items.length > 0 || attendance !== undefined

/** Held, as it was said, and nothing was written of it since: it may have been said by mistake. */
export const isHeldInWordAlone = (meeting: Meeting): boolean => meeting.status === 'held' && !hasWords(meeting) && meeting.minutes === undefined

/** What it decided became a task. */
export const withDecided = (now: Meeting, item: number, task: TaskNo): Meeting => ({ ...now, items: [...now.items, { item, task }] })

/** An item of ours on the agenda of a body that others call. */
export const takenUp = (id: MeetingId, body: string, topic: string, day: Day, stamp: Stamp): Meeting => ({ ...fresh, id, body, topic, day, time: '', place: '', called: calledBy(stamp), status: 'scheduled' })

/** The same on the day it is put right to; whether it was held is said by what follows. */
export const takenOn = ({ id, body, topic = '', day, time, place, called, changes, items, attendance, agenda }: Meeting, to: Day, stamp: Stamp): Meeting => ({
  ...takenUp(id, body, topic, to, stamp), time, place, called, changes: changes + 1, changedBy: calledBy(stamp), was: { day, time, place }, items, ...present({ attendance, agenda }),
})
