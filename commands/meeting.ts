// Bodies that must meet: how often they have, what is scheduled, scheduling the next, and whether one was held.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { Words } from '#src/ledger/ids.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { agenda } from '#src/meetings/agenda.ts'
import { cadencesOf, closedShort, hasPassed } from '#src/meetings/cadence.ts'
import { requestsWaiting } from '#src/meetings/requests.ts'
import { seatNamed } from '#src/meetings/seats.ts'
import { meetingForm, placeMissing, timeUnclear, timeUnclearCard } from '#templates/meeting-form.ts'
import { chooseBody, meetingList, meetingScheduled, type MeetingFacts } from '#templates/meetings.ts'
import type { Run } from '#templates/card.ts'
import { bodiesMeant, bodyUnknown, type BodyOfPlan } from './body-argument.ts'
import { dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { fieldErrors } from './field-errors.ts'
import { settleMeeting } from './meeting-held.ts'
import { recordedPast } from './past-meeting.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { requestInstead } from './request-agenda.ts'
import { runOf } from './run-of.ts'
import { SortArgument, sortIn } from './sort-argument.ts'
import { timeIn } from './time-argument.ts'
import { splitAtDay } from './typed-day.ts'
import { viewOf } from './view-of.ts'

const Args = z.object({
  plan: z.string().max(200).optional(),
  /** Its id or a part of its name. */
  body: z.string().trim().max(100).optional(),
  /** One is to be scheduled: without a day, the form opens. */
  schedule: z.boolean().default(false),
  /** A sitting that took place is put on record: 补记. */
  past: z.boolean().default(false),
  /** 专题, 综合性, 不计入频次. */
  sort: SortArgument.optional(),
  day: z.string().max(40).optional(),
  time: z.string().max(20).optional(),
  place: z.string().max(100).optional(),
  form: z.boolean().default(false),
  /** The meeting of which it is said that it was held, or not and why. */
  meeting: z.string().max(20).optional(),
  held: z.boolean().default(true),
  reason: Words.default(''),
})

const heldWords: Readonly<Record<string, boolean>> = { 已开: true, 已召开: true, held: true, 未开: false, 未召开: false, 'not-held': false }

/** m1, or with its plan p1/m1. */
function meetingIn(reference: string): { plan?: string; meeting: string } {
  const [, plan, meeting = reference] = /^(p\d+)[/-](.+)$/i.exec(reference) ?? []
  return { meeting: meeting.toLowerCase(), ...(plan === undefined ? {} : { plan: plan.toLowerCase() }) }
}

export const meeting = command({
  name: { zh: '会议', en: 'meeting' },
  also: ['开会', 'meetings'],
  usage: { zh: '会议 安排 领导小组 6月18日 15:00 二楼会议室', en: 'meeting schedule 领导小组 6/18 15:00 room 2' },
  about: { zh: '会议：该开几次、已开几次；安排下一次', en: 'meetings: how many are due and held; schedule the next' },
  then: { zh: '列在会议安排里，会后问您开了没有。', en: 'It is on the list of meetings, and afterwards you are asked whether it was held.' },
  group: 'meeting',
  may: 'see',
  looks: true,
  args: Args,
  typed(words) {
    const [first, second, ...reason] = words
    const held = heldWords[first?.toLowerCase() ?? '']
    if (held !== undefined && second !== undefined) return { ...meetingIn(second), held, reason: reason.join(' ') }
    const isPast = first === '补记' || first === 'record'
    const isScheduling = first === '安排' || first === 'schedule'
    const { sort, rest } = sortIn(isScheduling || isPast ? words.slice(1) : words)
    const { before, day, time, after } = splitAtDay(rest)
    const body = before.join('')
    return {
      ...(isPast ? { past: true } : isScheduling || day !== undefined ? { schedule: true } : {}),
      ...(sort === undefined ? {} : { sort }), ...(body === '' ? {} : { body }), ...(day === undefined ? {} : { day }), ...(time === undefined ? {} : { time }), ...(after.length === 0 ? {} : { place: after.join(' ') }),
    }
  },
  run(args, desk) {
    if (desk.plans.size === 0) return refused({ code: 'plan-none' }, desk)
    if (args.meeting !== undefined) return settleMeeting({ ...args, meeting: args.meeting }, desk)
    if (args.past) return may(desk.asker, 'record-past-meeting') ? recordedPast(args, desk) : refused({ code: 'not-permitted', permission: 'record-past-meeting' }, desk)
    if (!args.schedule) return answered(meetingList([...desk.plans.values()].map((plan) => factsOf(plan, desk)), desk.lang))
    // Said before a person fills in a form for nothing.
    return may(desk.asker, 'schedule-meeting') ? scheduled(args, desk) : refused({ code: 'not-permitted', permission: 'schedule-meeting' }, desk)
  },
})

function scheduled(args: z.infer<typeof Args>, desk: Desk): Promise<Answer> | Answer {
  const found = bodiesMeant(args, desk)
  const [first, ...more] = found
  const { form, schedule, day: written, time: hour, place: where } = args
  if (first === undefined) return refused(bodyUnknown(args.body, desk), desk)
  const runFor = ({ plan, body }: BodyOfPlan): Run => runOf('meeting', { schedule, day: written, time: hour, place: where, plan: plan.id, body: body.id })
  if (more.length > 0) return answered(chooseBody(found.map((sitting) => ({ name: sitting.body.name, plan: sitting.plan.title, run: runFor(sitting) })), desk.lang))
  const { plan, body } = first
  if (!body.convened) return requestInstead(first, desk)
  const facts = { plan: plan.id, body, cadences: cadencesOf(plan, body, desk.today) }
  if (args.day === undefined) return { kind: 'form', form: meetingForm({ ...facts, today: desk.today }, desk.lang) }
  const day = dayIn(args.day, desk.today)
  if (!day.ok) return form ? { kind: 'form-errors', errors: fieldErrors('day', dayRefusal(day, desk.today), desk) } : refused(dayRefusal(day, desk.today), desk)
  const time = timeIn(args.time ?? '')
  if (time === undefined) return form ? { kind: 'form-errors', errors: timeUnclear(args.time ?? '', desk.lang) } : answered(timeUnclearCard(args.time ?? '', desk.lang))
  const place = (args.place ?? '').trim()
  if (place === '' && form) return { kind: 'form-errors', errors: placeMissing(desk.lang) }
  const recording = desk.record(plan.id, { type: 'schedule-meeting', body: body.id, day: day.day, time, place })
  return recorded(recording, desk, () => meetingScheduled({ body, planTitle: plan.title, day: day.day, time, place, today: desk.today, isWorkingDay: desk.calendar.isWorkingDay(day.day), agenda: agenda(viewOf(desk, plan)) }, desk.lang))
}

function factsOf(plan: PlanState, desk: Desk): MeetingFacts {
  const { today, calendar, now } = desk
  const time = calendar.timeAt(now, plan.zone)
  const meetings = [...plan.meetings.values()].filter(({ status }) => status === 'scheduled').toSorted((a, b) => (`${a.day}${a.time}` < `${b.day}${b.time}` ? -1 : 1))
  const isOver = (each: Meeting): boolean => hasPassed(each, today, time)
  const bodies = [...plan.bodies.values()].map((body) => ({ body, cadences: cadencesOf(plan, body, today) }))
  const mostMissing = ({ cadences }: (typeof bodies)[number]): number => Math.max(-1, ...cadences.map(({ missing }) => missing))
  return {
    plan: plan.id, title: plan.title, today,
    bodies: bodies.toSorted((a, b) => mostMissing(b) - mostMissing(a)), closed: closedShort(plan, today), requests: requestsWaiting(plan, today, calendar).map((waiting) => ({ ...waiting, mayAnswer: may(desk.asker, 'take-request', seatNamed(desk.directory, waiting.body?.office ?? '').units) })),
    mayAct: may(desk.asker, 'schedule-meeting'), passed: meetings.filter(isOver), ahead: meetings.filter((each) => !isOver(each)),
  }
}
