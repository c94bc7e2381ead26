// 未上会, 议题改期: what the office of another body made of our item there. A sitting of our own is called off and moved by words of their own.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { dayTaken, type AgendaRequest } from '#src/ledger/agenda-request.ts'
import { bodyOf } from '#src/ledger/body.ts'
import { present } from '#src/ledger/fields.ts'
import { Words } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { meetingsAhead } from '#src/meetings/meeting-order.ts'
import type { Run } from '#templates/card.ts'
import { chooseMeeting, namedSitting } from '#templates/meeting-names.ts'
import { requestMeant, takeRequest } from './answer-request.ts'
import { carried } from './carried.ts'
import { cancelling, cancelMeeting, changeMeeting, changing } from './change-meeting.ts'
import { asShown, dayIn } from './day-argument.ts'
import { isMeetingName, isOurs, meetingMeant, MeetingName, type MeetingOfPlan } from './meeting-argument.ts'
import { refused } from './refused.ts'
import { inButton, runOf } from './run-of.ts'

/** `request`: q1, by which an item is called as well as by its sitting. */
const Item = z.object({ ...MeetingName.shape, request: z.string().max(20).optional(), on: z.string().max(40).optional() })
const Off = Item.extend({ reason: Words.default('') })
const Moved = Item.extend({ day: z.string().max(40).optional(), time: z.string().max(20).optional(), place: z.string().max(100).optional() })

const asRequest = /^(?:(p\d{1,6})[/-])?(q\d{1,6})$/iu

/** q1 or p1/q1 in front, and what is said of it. */
function requestTyped([first = '', ...rest]: readonly string[]): { named: { plan?: string; request: string; meeting: '' }; rest: string[] } | undefined {
  const [, plan, request] = asRequest.exec(first) ?? []
  return request === undefined ? undefined : { named: { request: request.toLowerCase(), meeting: '', ...present({ plan: plan?.toLowerCase() }) }, rest }
}

export const itemOff = command({
  name: { zh: '未上会', en: 'item-off' },
  usage: { zh: '未上会 q1 〔原因〕', en: 'item-off q1 〔why〕' },
  about: { zh: '登记列入的议题没有上会及原因', en: 'record that an item on others’ agenda was not taken up' },
  then: { zh: '只登记，不发通知；要再报，请重新申报。', en: 'Recorded only, and nobody is told; to ask again, request it anew.' },
  group: 'meeting',
  may: 'cancel-meeting',
  unoffered: true,
  args: Off,
  typed: (words) => ((of) => (of === undefined ? cancelMeeting.typed(words) : { ...of.named, reason: of.rest.join(' ') }))(requestTyped(words)),
  async run(args, desk) {
    const off: Act = { what: 'off', run: (of) => runOf('item-off', { meeting: '', ...of, reason: args.reason.slice(0, inButton) }), ours: (of) => carried(runOf('cancel-meeting', { ...of, reason: args.reason === '' ? undefined : args.reason }), desk), unanswered: (of) => carried(runOf('decline-request', { ...of, reason: args.reason }), desk) }
    const meant = await itemMeant(args, off, desk)
    if (!meant.ok) return meant.answer
    const { plan, meeting, beside } = meant
    const others = beside.map(({ topic }) => topic)
    if (others.length > 0) return refused({ code: 'item-not-alone', on: meeting.day, others }, desk, await off.ours({ plan: plan.id, meeting: meeting.id }))
    return cancelling({ plan: plan.id, meeting: meeting.id, reason: args.reason }, desk)
  },
})

export const itemMoved = command({
  name: { zh: '议题改期', en: 'move-item' },
  usage: { zh: '议题改期 q1 7月24日', en: 'move-item q1 7/24' },
  about: { zh: '登记列入的议题改到哪天的会', en: 'record to which day an item on others’ agenda was moved' },
  then: { zh: '只登记，不发通知；开过后请登记。', en: 'Recorded only, and nobody is told; record it once it was held.' },
  group: 'meeting',
  may: 'change-meeting',
  unoffered: true,
  args: Moved,
  typed: (words) => ((of) => (of === undefined ? changeMeeting.typed(words) : { ...changeMeeting.typed(['m0', ...of.rest]), ...of.named }))(requestTyped(words)),
  async run(args, desk) {
    const { time, place } = args
    const day = asShown(args.day, desk)
    const moved: Act = { what: 'moved', run: (of) => runOf('move-item', { meeting: '', ...of, day, time, place }), ours: (of) => carried(runOf('change-meeting', { ...of, day, time, place, edit: true }), desk), unanswered: (of) => carried(runOf('take-request', { ...of, day }), desk) }
    const meant = await itemMeant(args, moved, desk)
    if (!meant.ok) return meant.answer
    const { plan, meeting, beside, request } = meant
    // Its sitting stays where it is, with what else is taken up there.
    if (beside.length > 0 && request !== undefined) return takingElsewhere(plan, request, day, desk)
    return changing({ plan: plan.id, meeting: meeting.id, ...present({ day, time, place }) }, desk)
  },
})

/** As of a day that was recorded wrong. */
async function takingElsewhere(plan: PlanState, request: AgendaRequest & { status: 'taken' }, day: string | undefined, desk: Desk): Promise<Answer> {
  const answer = await takeRequest.handle({ plan: plan.id, request: request.id, from: dayTaken(plan, request), ...present({ day }) }, desk)
  if (answer.kind === 'args-refused') throw new Error('a request that was found is not taken by its own number')
  return answer
}

/** `run`: with a sitting or a plan chosen. `ours`: what would be done to a sitting of ours. `unanswered`: what may be said of an item before it is taken. */
type Act = { what: 'off' | 'moved'; run: (of: { plan: string; meeting: string } | { plan: string; request: string }) => Run; ours: (of: { plan: string; meeting: string }) => Promise<Run>; unanswered: (of: { plan: string; request: string }) => Promise<Run> }

/** `beside`: other items taken up at the same sitting, where an item was named. */
type Meant = ({ ok: true; request?: AgendaRequest & { status: 'taken' }; beside: readonly AgendaRequest[] } & MeetingOfPlan) | { ok: false; answer: Answer }

async function itemMeant(args: z.infer<typeof Item>, act: Act, desk: Desk): Promise<Meant> {
  if (args.request !== undefined) return ofRequest({ plan: args.plan, request: args.request }, act, desk)
  const among = amongOthers(args.meeting, desk)
  if (among !== undefined) return { ok: false, answer: chosen(among, act, desk) }
  const found = meetingMeant(args, (plan, meeting) => act.run({ plan, meeting }), desk)
  if (!found.ok) return found
  if (!isOurs(found)) return { ...found, beside: [] }
  return { ok: false, answer: refused({ code: 'meeting-ours', name: found.name, on: found.meeting.day, what: act.what }, desk, await act.ours({ plan: found.plan.id, meeting: found.meeting.id })) }
}

/** Those ahead that others call: where none is named all, of a day those on it. @returns undefined where one is named otherwise */
function amongOthers(named: string, desk: Desk): MeetingOfPlan[] | undefined {
  if (isMeetingName(named)) return undefined
  const all = [...desk.plans.values()].flatMap((plan) => meetingsAhead(plan, desk.today).map((meeting): MeetingOfPlan => ({ plan, meeting }))).filter((each) => !isOurs(each))
  if (named === '') return all
  const read = dayIn(named, desk.today)
  const onDay = all.filter(({ meeting }) => read.ok && meeting.day === read.day)
  if (onDay.length > 0) return onDay
  const called = all.filter(({ plan, meeting }) => ((name) => name.includes(named) || named.includes(name))(bodyOf(plan, meeting.body)?.name ?? meeting.body))
  return called.length > 0 ? called : undefined
}

const chosen = (sittings: readonly MeetingOfPlan[], act: Act, desk: Desk): Answer =>
  sittings.length === 0 ? refused({ code: 'item-not-taken' }, desk) : answered(chooseMeeting(sittings.slice(0, mostChosen).map(({ plan, meeting }) => ({ of: namedSitting(plan, meeting), run: act.run({ plan: plan.id, meeting: meeting.id }) })), desk.today, desk.lang))

/** So many are chosen from. */
const mostChosen = 20

async function ofRequest({ plan: asked, request: id }: { plan: string | undefined; request: string }, act: Act, desk: Desk): Promise<Meant> {
  const meant = await requestMeant(desk, asked, id, (plan) => act.run({ plan: plan.id, request: id }))
  if (!meant.ok) return meant
  const { request } = meant.about
  const plan = desk.plans.get(meant.about.plan)
  if (request.status === 'declined') return { ok: false, answer: refused({ code: 'request-declined', on: request.declinedOn, reason: request.reason }, desk) }
  const meeting = request.status === 'taken' ? plan?.meetings.get(request.meeting) : undefined
  if (request.status === 'waiting' || plan === undefined || meeting === undefined) return { ok: false, answer: refused({ code: 'item-not-taken', request: id }, desk, await act.unanswered({ plan: meant.about.plan, request: id })) }
  const beside = [...plan.requests.values()].filter((each) => each.id !== id && each.status === 'taken' && each.meeting === meeting.id)
  return { ok: true, plan, meeting, request, beside }
}
