// 议题申报: an item is asked onto the agenda of a body that others call (常委会, 常务会议).
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import type { Day } from '#src/calendar/day.ts'
import { dayTaken } from '#src/ledger/agenda-request.ts'
import { present } from '#src/ledger/fields.ts'
import { cadencesOf } from '#src/meetings/cadence.ts'
import { answerWithin } from '#src/meetings/requests.ts'
import { chooseBody } from '#templates/meetings.ts'
import { requestCard, requestForm, requestRecorded, topicMissing } from '#templates/requests.ts'
import { withUnread } from '#templates/unread-words.ts'
import { requestMeant } from './answer-request.ts'
import { bodiesMeant, bodyUnknown, type BodyOfPlan } from './body-argument.ts'
import { asShown, dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { fieldErrors } from './field-errors.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { splitAtDay } from './typed-day.ts'
import { unknownPlan } from './unknown-plan.ts'

const Args = z.object({
  plan: z.string().max(199).optional(),
  /** Its id or a part of its name. */
  body: z.string().trim().max(100).optional(),
  topic: z.string().trim().max(199).default(''),
  /** The day that would suit. */
  wanted: z.string().max(40).optional(),
  form: z.boolean().default(false),
})
type Asked = z.infer<typeof Args>

export const requestAgenda = command({
  name: { zh: '议题申报', en: 'request-agenda' },
  also: ['申报议题', '提请'],
  usage: { zh: '议题申报 常务会议 听取基础教育工作汇报 〔3月12日〕', en: 'request-agenda 常务会议 hear the report on education 〔3/12〕' },
  about: { zh: '向常委会、常务会议申报议题，生成申报文稿，等对方答复', en: 'ask a standing committee to take up an item; the paper, and its answer' },
  then: { zh: '记入会议台账，对方答复后登记；列入的会开了才计入频次。', en: 'It is on record until its office answers; a sitting counts once it was held.' },
  group: 'meeting',
  may: 'request-agenda',
  args: Args,
  typed([body, ...rest]) {
    const { before, day, after } = splitAtDay(rest)
    const topic = [...before, ...after].join(' ')
    return { ...(body === undefined ? {} : { body }), ...(topic === '' ? {} : { topic }), ...(day === undefined ? {} : { wanted: day }) }
  },
  run(args, desk) {
    const request = requestNamed(args.body)
    if (request !== undefined) return opened(request, args, desk)
    if (desk.plans.size === 0) return refused(unknownPlan(desk, args.plan), desk)
    const found = bodiesMeant(args, desk)
    const petitioned = found.filter(({ body }) => !body.convened)
    const [first, ...others] = petitioned
    const [ours] = found
    if (first === undefined) return args.body === undefined || ours === undefined ? refused(bodyUnknown({ plan: args.plan, body: args.body ?? '常务会议' }, desk), desk, runOf('request-agenda', { topic: args.topic, wanted: args.wanted })) : refused({ code: 'body-convened', name: ours.body.name }, desk)
    if (others.length === 0) return requested(args, first, desk)
    // A button means the day that was shown, whatever 明天 is when it is pressed.
    const said = { topic: args.topic, wanted: asShown(args.wanted, desk) }
    return answered(chooseBody(petitioned.map(({ plan, body }) => ({ name: body.name, plan: plan.title, run: runOf('request-agenda', { plan: plan.id, body: body.id, ...said }) })), desk.lang, [args.topic, args.wanted ?? ''].join(' ')))
  },
})

/** q2: one that was requested before is opened, and nothing is asked of anybody. */
const requestNamed = (body = ''): string | undefined => (/^q\d{1,6}$/i.test(body) ? body.toLowerCase() : undefined)

async function opened(named: string, { plan, topic, wanted = '' }: Asked, desk: Desk): Promise<Answer> {
  const meant = await requestMeant(desk, plan, named, (of) => runOf('request-agenda', { plan: of.id, body: named }))
  if (!meant.ok) return meant.answer
  const { about } = meant
  const of = desk.plans.get(about.plan)
  const sitting = about.request.status === 'taken' ? of?.meetings.get(about.request.meeting) : undefined
  const card = requestCard({ ...about, today: desk.today, ...(of === undefined || about.request.status !== 'taken' ? {} : { from: dayTaken(of, about.request) }), ...present({ sitting }) }, desk.lang)
  return answered(withUnread(card, [topic, wanted].filter((each) => each !== '').join(' '), 'request', desk.lang))
}

/** Of a body that others call: nothing is scheduled, an item is requested. */
export const requestInstead = ({ topic, day }: { topic: string; day?: string | undefined }, { plan, body }: BodyOfPlan, desk: Desk): Answer => ({ kind: 'form', form: requestForm({ plan: plan.id, body, cadences: cadencesOf(plan, body, desk.today), topic, wanted: wantedDay(day, desk), today: desk.today }, desk.lang) })

/** As a form has it, which can show no other. */
const wantedDay = (written: string | undefined, { today }: Desk): Day | undefined => ((read) => (read?.ok === true && read.day >= today ? read.day : undefined))(written === undefined || written === '' ? undefined : dayIn(written, today))

function requested({ topic, wanted: written, form }: Asked, { plan, body }: BodyOfPlan, desk: Desk): Answer | Promise<Answer> {
  const { lang, today } = desk
  if (topic === '') return form ? { kind: 'form-errors', errors: topicMissing(lang) } : { kind: 'form', form: requestForm({ plan: plan.id, body, cadences: cadencesOf(plan, body, today), topic, wanted: wantedDay(written, desk), today }, lang) }
  const wanted = written === undefined || written === '' ? undefined : dayIn(written, today)
  if (wanted?.ok === false) return form ? { kind: 'form-errors', errors: fieldErrors('wanted', dayRefusal(wanted, today), desk) } : refused(dayRefusal(wanted, today), desk)
  const recording = desk.record(plan.id, { type: 'request-agenda', body: body.id, topic, ...present({ wanted: wanted?.day }) })
  return recorded(recording, desk, () => {
    const made = [...(desk.plans.get(plan.id)?.requests.values() ?? [])].findLast((each) => each.body === body.id && each.topic === topic)
    return requestRecorded({ plan: plan.id, name: body.name, request: made ?? { id: '', body: body.id, topic, on: today, by: 'system', status: 'waiting' }, within: answerWithin, today }, lang)
  })
}
