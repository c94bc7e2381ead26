// Bodies that must meet: how often they have, what is scheduled, scheduling the next, and whether one was held.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { Words } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { cadencesOf } from '#src/meetings/cadence.ts'
import { clausesShort } from '#src/meetings/clauses.ts'
import { invitedTo, ownSeats } from '#src/meetings/invited.ts'
import { requestsWaiting } from '#src/meetings/requests.ts'
import { reviewCadencesOf } from '#src/meetings/review-cadence.ts'
import { seatNamed } from '#src/meetings/seats.ts'
import { sittingOf } from '#src/meetings/sitting.ts'
import { bodyCard } from '#templates/bodies.ts'
import { meetingCard } from '#templates/meeting-card.ts'
import { chooseBody, meetingList, type MeetingFacts } from '#templates/meetings.ts'
import { withUnread } from '#templates/unread-words.ts'
import { ways } from '#templates/ways.ts'
import { bodiesMeant, bodyUnknown } from './body-argument.ts'
import { bodyFacts } from './body-facts.ts'
import { labelsApart, withAsked } from './labels-typed.ts'
import { isMeetingName, meetingMeant, typedMeeting } from './meeting-argument.ts'
import { heldIn, settleMeeting } from './meeting-held.ts'
import { recordedPast } from './past-meeting.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { scheduledOf } from './scheduled-of.ts'
import { scheduling, SchedulingArgs } from './schedule-meeting.ts'
import { sortIn } from './sort-argument.ts'
import { topicBehindSort } from './topic-behind-sort.ts'
import { splitAtPast, splitAtRecurring } from './typed-day.ts'
import { isPlanCalled, unknownPlan } from './unknown-plan.ts'
import { whenBehind } from './unread-when.ts'
import { viewOf } from './view-of.ts'

const Args = SchedulingArgs.extend({
  /** One is to be scheduled: without a day, the form opens. */
  schedule: z.boolean().default(false),
  /** A sitting that took place is put on record: 补记. */
  past: z.boolean().default(false),
  /** One sitting, which is shown; with `held` it is said that it was held, or not and why. */
  meeting: z.string().max(20).optional(),
  held: z.boolean().optional(),
  reason: Words.default(''),
  /** What was typed behind its number and is not read. */
  unread: z.string().max(199).optional(),
})

const whole: ReadonlySet<string> = new Set(['清单', '列表', '全部', '所有', 'list', 'all'])

const aboutIn = (topic: string): { topic?: string } => (topic === '' ? {} : { topic })

export const meeting = command({
  name: { zh: '会议', en: 'meeting' },
  verbs: ['安排', 'schedule', '补记', 'record'],
  alone: ['补记'],
  numbered: isMeetingName,
  also: ['开会', '出席情况', '谁参加', '下次会议', '我的会议', 'meetings', 'next meeting', 'my meetings'],
  usage: { zh: '会议 安排 领导小组 6月18日 15:00 二楼会议室（每月开的：每月5日；看一次会：会议 m1）', en: 'meeting schedule 领导小组 6/18 15:00 room 2 (each month: monthly-5; one meeting: meeting m1)' },
  about: { zh: '会议：该开几次、已开几次；安排下一次', en: 'meetings: how many are due and held; schedule the next' },
  then: { zh: '先告诉您有没有冲突，再通知成员，请他们答复参加还是请假。', en: 'You are told of clashes first; then its members are asked whether they come.' },
  group: 'meeting',
  may: 'see',
  looks: true,
  args: Args,
  typed(words) {
    const [first, second, ...reason] = words
    const held = heldIn(first)
    if (held !== undefined && second !== undefined) return { ...typedMeeting(second), held, reason: reason.join(' ') }
    if (first !== undefined && isMeetingName(first)) return behindMeeting(first, words.slice(1))
    const isPast = first === '补记' || first === 'record'
    const isScheduling = first === '安排' || first === 'schedule'
    const said = isScheduling || isPast ? words.slice(1) : words
    const { sort, rest } = sortIn(said)
    const labelled = topicBehindSort(said, isPast) ?? labelsApart(rest)
    const { before, place, ...when } = withAsked(whenBehind(isPast ? splitAtPast(labelled.words) : splitAtRecurring(labelled.words)), labelled)
    // 会议 清单: all of them.
    const body = whole.has(before) ? '' : before
    return {
      ...(isPast ? { past: true } : isScheduling || when.day !== undefined ? { schedule: true } : {}),
      ...(sort === undefined ? {} : { sort }), ...(body === '' ? {} : { body }), ...when, ...(isPast ? aboutIn(labelled.topic === '' ? place : labelled.topic) : { ...(place === '' ? {} : { place }), ...aboutIn(labelled.topic) }),
    }
  },
  run(args, desk) {
    if (desk.plans.size === 0) return refused(unknownPlan(desk, args.plan), desk)
    if (args.meeting !== undefined) return args.held === undefined ? shownSitting({ plan: args.plan, meeting: args.meeting, unread: args.unread }, desk) : settleMeeting({ ...args, meeting: args.meeting, held: args.held, mistaken: false }, desk)
    if (args.past) return may(desk.asker, 'record-past-meeting') ? recordedPast(args, desk) : refused({ code: 'not-permitted', permission: 'record-past-meeting' }, desk)
    if (!args.schedule) return args.body === undefined ? listed([...desk.plans.values()], desk) : ofBody({ plan: args.plan, body: args.body }, desk)
    // Said before a person fills in a form for nothing.
    return may(desk.asker, 'schedule-meeting') ? scheduling(args, desk) : refused({ code: 'not-permitted', permission: 'schedule-meeting' }, desk)
  },
})

const listed = (plans: readonly PlanState[], desk: Desk): Answer => answered(meetingList(plans.map((plan) => factsOf(plan, desk)), desk.lang))

/** 会议 领导小组: that body alone; 会议 p2: those of a plan. */
function ofBody({ plan, body: asked }: { plan?: string | undefined; body: string }, desk: Desk): Answer {
  const found = bodiesMeant({ plan, body: asked }, desk)
  const [first, ...others] = found
  if (first !== undefined && others.length === 0) return answered(bodyCard(bodyFacts(first, desk), desk.lang))
  if (first !== undefined) return answered(chooseBody(found.map((each) => ({ name: each.body.name, plan: each.plan.title, run: runOf('meeting', { plan: each.plan.id, body: each.body.id }) })), desk.lang))
  const plans = [...desk.plans.values()].filter(isPlanCalled(asked))
  return plans.length > 0 ? listed(plans, desk) : refused(bodyUnknown({ plan, body: asked }, desk), desk, runOf('meeting', {}))
}

/** 会议 m1 未开 防汛, as 会议 未开 m1 防汛. */
function behindMeeting(name: string, [first, ...reason]: readonly string[]): Record<string, unknown> {
  const held = heldIn(first)
  return { ...typedMeeting(name), ...(held !== undefined ? { held, reason: reason.join(' ') } : first === undefined ? {} : { unread: [first, ...reason].join(' ').slice(0, 199) }) }
}

function shownSitting({ unread, ...named }: { plan?: string | undefined; meeting: string; unread?: string | undefined }, desk: Desk): Answer {
  const found = meetingMeant({ plan: named.plan, meeting: named.meeting.toLowerCase() }, ways.meeting, desk)
  if (!found.ok) return found.answer
  const sitting = sittingOf(viewOf(desk, found.plan), found.meeting.id, desk.calendar.timeAt(desk.now, found.plan.zone))
  return sitting === undefined ? refused({ code: 'meeting-unknown', asked: named.meeting }, desk) : answered(withUnread(meetingCard(sitting, desk.asker, desk.lang), unread, 'meeting', desk.lang))
}

function factsOf(plan: PlanState, desk: Desk): MeetingFacts {
  const { today, calendar } = desk
  const bodies = [...plan.bodies.values()].map((body) => ({ body, cadences: cadencesOf(plan, body, today), reviews: reviewCadencesOf(plan, body, today) }))
  const mostMissing = ({ cadences }: (typeof bodies)[number]): number => Math.max(-1, ...cadences.map(({ missing }) => missing))
  return {
    plan: plan.id, title: plan.title, today,
    bodies: bodies.toSorted((a, b) => mostMissing(b) - mostMissing(a)), closed: clausesShort(plan, today), requests: requestsWaiting(plan, today, calendar).map((waiting) => ({ ...waiting, mayAnswer: may(desk.asker, 'take-request', seatNamed(desk.directory, waiting.body?.office ?? '').units) })),
    mayAct: may(desk.asker, 'schedule-meeting'), ...scheduledOf(plan, desk), isOwn: (each) => ownSeats(invitedTo(plan, each, desk.directory), desk.asker).length > 0,
  }
}
