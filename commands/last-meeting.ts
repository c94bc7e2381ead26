// 上次会议: what came of the last sitting of a body, or of the last of all: how its decisions stand, each in a line.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { present } from '#src/ledger/fields.ts'
import { decidedIn, itemsOf, notedIn } from '#src/meetings/decided-at.ts'
import { lastHeld, momentOf, passedSince } from '#src/meetings/meeting-order.ts'
import { bodyAsked } from '#src/reader/body-asked.ts'
import { chooseBody } from '#templates/meetings.ts'
import { lastMeetingCard, type EarlierMeeting } from '#templates/last-meeting.ts'
import { namedSitting } from '#templates/meeting-names.ts'
import { bodiesMeant, bodyUnknown, type BodyOfPlan } from './body-argument.ts'
import type { MeetingOfPlan } from './meeting-argument.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { isPlanCalled } from './unknown-plan.ts'
import { viewOf } from './view-of.ts'

export const lastMeeting = command({
  name: { zh: '上次会议', en: 'last-meeting' },
  usage: { zh: '上次会议 领导小组（不写机构：最近开的一次）', en: 'last-meeting 领导小组 (no body: the last of all)' },
  about: { zh: '上次会议议定的事办得怎样：先一句结论，再逐项', en: 'how what the last meeting decided stands: in a line, then each' },
  then: { zh: '只看，什么也不改；从这里打开每一项和整份纪要。', en: 'Nothing is changed by it; each item and the whole minutes open from here.' },
  group: 'meeting',
  may: 'see',
  looks: true,
  /** `body`: its id, its name or a part of it. */
  args: z.object({ plan: z.string().max(199).optional(), body: z.string().max(100).optional() }),
  typed: (words) => (words.length === 0 ? {} : { body: words.join('') }),
  run({ plan, body }, desk) {
    if (body === undefined) return ofAll(plan, desk)
    // 上次会议 p2: of that plan.
    return plan === undefined && bodiesMeant({ body }, desk).length === 0 && [...desk.plans.values()].some(isPlanCalled(body)) ? ofAll(body, desk) : ofBody({ plan, body }, desk)
  },
})

function ofAll(plan: string | undefined, desk: Desk): Answer {
  const held = bodiesMeant({ plan }, desk).flatMap((each) => heldOf(each))
  const [last, ...others] = held.toSorted((a, b) => (momentOf(a.meeting) < momentOf(b.meeting) ? 1 : -1))
  if (last === undefined) return refused({ code: 'meeting-none-held' }, desk)
  // One that decided nothing does not hide what the one before it did.
  const earlier = decidedOf(last, desk) > 0 ? undefined : others.find((each) => decidedOf(each, desk) > 0)
  return shown(last, desk, earlier === undefined ? undefined : { of: namedSitting(earlier.plan, earlier.meeting), decided: decidedOf(earlier, desk) })
}

const decidedOf = ({ plan, meeting }: MeetingOfPlan, desk: Desk): number => decidedIn(itemsOf(viewOf(desk, plan), meeting)).length

const heldOf = ({ plan, body }: BodyOfPlan): MeetingOfPlan[] => ((meeting) => (meeting === undefined ? [] : [{ plan, meeting }]))(lastHeld(plan, body.id))

/** By its name, or by the name among the words: 领导小组 议定事项落实情况. */
function bodiesCalled(args: { plan?: string | undefined; body: string }, desk: Desk): BodyOfPlan[] {
  const whole = bodiesMeant(args, desk)
  const among = whole.length > 0 ? undefined : bodyAsked(`上次会议${args.body}`, bodiesMeant({ plan: args.plan }, desk).map(({ body }) => body.name))
  return among === undefined ? whole : bodiesMeant({ plan: args.plan, body: among.body }, desk)
}

/** Of those that are called so the one that has met; it is asked which, where several have. */
function ofBody(args: { plan?: string | undefined; body: string }, desk: Desk): Answer {
  const found = bodiesCalled(args, desk)
  const met = found.filter((each) => heldOf(each).length > 0)
  const [only, ...others] = met
  if (only !== undefined && others.length > 0) return answered(chooseBody(met.map(({ plan, body }) => ({ name: body.name, plan: plan.title, run: runOf('last-meeting', { plan: plan.id, body: body.id }) })), desk.lang))
  const [last] = only === undefined ? [] : heldOf(only)
  if (last !== undefined) return shown(last, desk)
  const [first] = found
  return first === undefined ? refused(bodyUnknown(args, desk), desk, runOf('last-meeting', { plan: args.plan })) : refused({ code: 'meeting-none-held', ...(found.length > 1 ? {} : { body: first.body.name }) }, desk)
}

function shown({ plan, meeting }: MeetingOfPlan, desk: Desk, earlier?: EarlierMeeting): Answer {
  const items = itemsOf(viewOf(desk, plan), meeting)
  const reads = meeting.minutes !== undefined || may(desk.asker, 'issue-minutes')
  return answered(lastMeetingCard({ ...namedSitting(plan, meeting), decided: decidedIn(items), noted: reads ? notedIn(items).length : 0, today: desk.today, ...present({ earlier, unsettled: passedSince(plan, meeting, desk.today)?.day }) }, desk.lang))
}
