// The moment a sitting began: what changed since the last meeting is what came after that.
import { addMs } from '#src/calendar/calendar.ts'
import type { Instant } from '#src/calendar/day.ts'
import type { Desk } from '#src/command.ts'
import { bodyOf } from '#src/ledger/body.ts'
import { present } from '#src/ledger/fields.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { meetingsHeld, momentOf } from '#src/meetings/meeting-order.ts'
import { bodiesMeant } from './body-argument.ts'
import type { MeetingOfPlan } from './meeting-argument.ts'

/** `began`: the last moment before it. `body`: whose it was, where that was asked. */
export type SinceMeeting = { ok: true; began: Instant; meeting: Meeting; body?: string } | { ok: false; refusal: Refusal }

/** Its hour, or where that was earlier the moment it was said to be held; of one whose hour nobody here knows the beginning of its day. What it decided comes after. */
export function beganAt({ plan, meeting }: MeetingOfPlan, desk: Desk): Instant {
  const called = desk.calendar.instantOf(meeting.day, meeting.time === '' ? '00:00' : meeting.time, plan.zone)
  // Recorded on a later day it was not begun before its hour.
  const said = meeting.status === 'held' && meeting.settledOn <= meeting.day ? meeting.settledAt : called
  return addMs(said < called ? said : called, -1)
}

/** @param meeting its number; left out, the last that was held: of the body, where one is named */
export function sinceMeeting(plans: readonly PlanState[], { meeting: id, body }: { meeting?: string | undefined; body?: string | undefined }, desk: Desk): SinceMeeting {
  const called = body === undefined ? undefined : bodiesMeant({ body }, desk)
  const bodies = called === undefined ? undefined : new Set(called.map((each) => `${each.plan.id}/${each.body.id}`))
  const held = plans.flatMap((plan) => meetingsHeld(plan).map((meeting): MeetingOfPlan => ({ plan, meeting }))).filter(({ plan, meeting }) => meeting.day <= desk.today && (id === undefined || meeting.id === id) && bodies?.has(`${plan.id}/${meeting.body}`) !== false)
  const [last] = held.toSorted((a, b) => (momentOf(a.meeting) < momentOf(b.meeting) ? 1 : -1))
  if (last === undefined) return { ok: false, refusal: { code: 'meeting-none-held', ...present({ body: called?.length === 1 ? called[0]?.body.name : undefined }) } }
  return { ok: true, began: beganAt(last, desk), meeting: last.meeting, ...(id === undefined && body === undefined ? {} : { body: bodyOf(last.plan, last.meeting.body)?.name ?? last.meeting.body }) }
}
