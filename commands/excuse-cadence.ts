// 本期不开: that a body does not meet, or look at the work, in a window as often as its clause asks, and why. The window may be open, or have closed short.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import type { Day } from '#src/calendar/day.ts'
import { spanIn } from '#src/calendar/span-phrase.ts'
import { Words, type PlanId } from '#src/ledger/ids.ts'
import type { Run } from '#templates/card.ts'
import { present } from '#src/ledger/fields.ts'
import type { ClauseFacts } from '#src/meetings/clauses.ts'
import { waitingOf } from '#src/meetings/requests.ts'
import { cadenceExcused, chooseWindow, excuseForm, excuseReasonMissing, excuseRun } from '#templates/cadences.ts'
import { chooseBody } from '#templates/meetings.ts'
import { bodiesMeant, bodyUnknown, type BodyOfPlan } from './body-argument.ts'
import { openOf, windowOf } from './excused-window.ts'
import { lastActOf } from './last-act-of.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { unknownPlan } from './unknown-plan.ts'

const Args = z.object({
  plan: z.string().max(200).optional(),
  /** Its id or a part of its name. */
  body: z.string().trim().max(100).optional(),
  cadence: z.string().max(20).optional(),
  window: z.string().max(20).optional(),
  reason: Words.default(''),
  form: z.boolean().default(false),
})
type Asked = z.infer<typeof Args>

export const excuseCadence = command({
  name: { zh: '本期不开', en: 'excuse-cadence' },
  also: ['not this time', 'not this period'],
  usage: { zh: '本期不开 领导小组 〔原因〕', en: 'excuse-cadence 领导小组 〔why〕' },
  about: { zh: '登记某机构这一期不再开会及原因，不再提醒', en: 'record that a body does not meet any more this time, and why' },
  then: { zh: '这一期不再提醒，原因写在会议台账里。', en: 'You are not reminded of it again, and the reason is on record.' },
  group: 'meeting',
  may: 'excuse-cadence',
  args: Args,
  typed: ([body, ...reason]) => ({ ...(body === undefined ? {} : { body }), ...(reason.length === 0 ? {} : { reason: reason.join(' ') }) }),
  run(args, desk) {
    if (desk.plans.size === 0) return refused(unknownPlan(desk, args.plan), desk)
    const found = bodiesMeant(args, desk)
    const [first, ...others] = args.body === undefined ? found.filter((each) => openOf(each, args, desk.today).length > 0) : found
    if (first === undefined) return refused(bodyUnknown(args, desk), desk, runOf('excuse-cadence', { reason: args.reason === '' ? undefined : args.reason }))
    if (others.length > 0) return answered(chooseBody([first, ...others].map((each) => ({ name: each.body.name, plan: each.plan.title, run: runWith(args, { plan: each.plan.id, body: each.body.id }) })), desk.lang))
    return excused(args, first, desk)
  },
})

const runWith = ({ reason }: Asked, more: { plan: PlanId; body: string }): Run => runOf('excuse-cadence', { ...more, reason: reason === '' ? undefined : reason })

/** 一季度 before the reason, as it is typed, is the window that is meant: its key, or as it was said where the body has none such. */
function withWindow(args: Asked, of: BodyOfPlan, today: Day): Asked {
  const [first = '', ...reason] = args.window === undefined ? args.reason.trim().split(/\s+/) : []
  const span = spanIn(first, today)
  if (span?.said !== first || first === '') return args
  const meant = openOf(of, {}, today).find(({ window }) => window.from === span.from && window.to === span.to)
  return { ...args, window: meant?.window.key ?? first, reason: reason.join(' ') }
}

function excused(asked: Asked, { plan, body }: BodyOfPlan, desk: Desk): Answer | Promise<Answer> {
  const { lang, today } = desk
  const args = withWindow(asked, { plan, body }, today)
  if (args.window !== undefined && windowOf({ plan, body }, args, today) === undefined) return refused({ code: 'window-unknown', name: body.name, window: args.window }, desk)
  const [facts, ...others] = openOf({ plan, body }, args, today)
  if (facts === undefined) return refused({ code: 'cadence-unknown', name: body.name }, desk)
  if (others.length > 0) {
    const runFor = (each: ClauseFacts): Run => ((run) => ({ ...run, args: { ...run.args, ...(args.reason === '' ? {} : { reason: args.reason }) } }))(excuseRun(plan.id, each))
    return answered(chooseWindow(body.name, [facts, ...others].map((each) => ({ facts: each, run: runFor(each) })), lang, today))
  }
  if (args.reason.trim() === '' && facts.excused === undefined) return args.form ? { kind: 'form-errors', errors: excuseReasonMissing(facts, lang) } : { kind: 'form', form: excuseForm(plan.id, facts, lang, { waiting: waitingOf(plan, body.id), today }) }
  const { cadence, window } = facts
  return recorded(desk.record(plan.id, { type: 'excuse-cadence', body: body.id, cadence, window: window.key, reason: args.reason }), desk, () => {
    const now = openOf({ plan: desk.plans.get(plan.id) ?? plan, body }, { ...args, cadence, window: window.key }, today)[0]
    return cadenceExcused({ facts: now ?? facts, waiting: waitingOf(plan, body.id), ...present({ at: desk.asker === undefined ? undefined : lastActOf(desk, desk.asker.id, 'cadence-excused')?.at }) }, lang, today)
  })
}
