// 休息日、取消休息日: days on which the units of one plan do not work, entered and taken back. Without a plan or days, those that are known.
import { z } from 'zod'
import type { Day } from '#src/calendar/day.ts'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { ownDaysOffForm, ownDaysOffKnown, ownDaysOffPreview, ownDaysOffReasonMissing, ownDaysOffRecorded, type Rest } from '#templates/own-days-off.ts'
import { ways } from '#templates/ways.ts'
import { dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { splitAtDays } from './days-argument.ts'
import { fieldErrors } from './field-errors.ts'
import { planNumberIn } from './plan-number.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { whichPlan } from './which-plan.ts'

const typedDay = z.string().trim().max(40)
const args = z.object({
  plan: z.string().trim().max(80).optional(),
  from: typedDay.default(''),
  until: typedDay.default(''),
  reason: z.string().trim().max(200).default(''),
  page: z.number().int().min(1).default(1),
  open: z.boolean().default(false),
  form: z.boolean().default(false),
  confirmed: z.boolean().default(false),
})
type Asked = z.infer<typeof args>

function typed(words: readonly string[]): Record<string, unknown> {
  const { before, from, until } = splitAtDays(words)
  const plan = planNumberIn(before[0])
  const reason = plan === undefined ? before : before.slice(1)
  return { ...(plan === undefined ? {} : { plan }), reason: reason.join(' '), ...(from === undefined ? {} : { from, until }) }
}

export const planDaysOff = command({
  name: { zh: '休息日', en: 'plan-days-off' },
  usage: { zh: '休息日 p1 4月14日至16日 三月三', en: 'plan-days-off p1 4/14 4/16 local holiday' },
  about: { zh: '登记一个方案自己的休息日（地方节日、停课停工）：那几天不提醒、不计工作日', en: 'enter days on which the units of one plan do not work' },
  then: { zh: '那几天不提醒，期限前后的工作日按它重算；可以取消。', en: 'Nobody is reminded on them, and working days are counted around them; they can be taken back.' },
  group: 'look',
  may: 'see', args, typed,
  run(asked, desk) {
    const isAllowed = may(desk.asker, 'set-own-days-off')
    if (asked.from === '' && asked.reason === '' && !asked.open && !asked.form) return answered(known(desk, isAllowed, asked.page))
    if (!isAllowed) return refused({ code: 'not-permitted', permission: 'set-own-days-off' }, desk)
    const which = whichPlan(desk, asked.plan, (plan) => runOf('plan-days-off', { plan, from: asked.from, until: asked.until, reason: asked.reason, open: asked.open }))
    if (!which.ok) return which.answer
    return asked.from === '' && !asked.form ? { kind: 'form', form: ownDaysOffForm(which.plan, { reason: asked.reason }, desk.lang) } : set(which.plan, asked, desk)
  },
})

const known = (desk: Desk, isAllowed: boolean, page: number): ReturnType<typeof ownDaysOffKnown> =>
  ownDaysOffKnown({ plans: [...desk.plans.values()].map((plan) => ({ id: plan.id, title: plan.title, rests: restsAhead(plan, desk) })), may: isAllowed, today: desk.today, page }, desk.lang)

/** From today on; what the county does not work in between parts nothing. */
function restsAhead({ ownDaysOff }: PlanState, { calendar, today }: Desk): Rest[] {
  return [...ownDaysOff].filter(([day]) => day >= today).reduce<Rest[]>((rests, [day, { reason }]) => {
    const last = rests.at(-1)
    const goesOn = last?.reason === reason && calendar.workingDaysUntil(day, last.until) === 1
    return goesOn ? [...rests.slice(0, -1), { ...last, until: day, count: last.count + 1 }] : [...rests, { from: day, until: day, count: 1, reason }]
  }, [])
}

/** The days from one to the other, both with it, that the county works. */
function daysBetween(asked: Pick<Asked, 'from' | 'until'>, desk: Desk): { ok: true; days: Day[] } | { ok: false; field: 'from' | 'until'; refusal: Refusal } {
  const from = dayIn(asked.from, desk.today)
  if (!from.ok) return { ok: false, field: 'from', refusal: dayRefusal(from, desk.today) }
  const until = asked.until === '' ? from : dayIn(asked.until, desk.today)
  if (!until.ok) return { ok: false, field: 'until', refusal: dayRefusal(until, desk.today) }
  if (from.day < desk.today) return { ok: false, field: 'from', refusal: { code: 'day-past', day: from.day, today: desk.today } }
  const count = desk.calendar.daysBetween(from.day, until.day) + 1
  if (count < 1) return { ok: false, field: 'until', refusal: { code: 'days-reversed', from: from.day, until: until.day } }
  if (count > daysAtMost) return { ok: false, field: 'until', refusal: { code: 'own-days-off-long', days: count, limit: daysAtMost } }
  const days = Array.from({ length: count }, (_, ahead) => desk.calendar.addDays(from.day, ahead)).filter((day) => desk.calendar.isWorkingDay(day))
  return days.length === 0 ? { ok: false, field: 'from', refusal: { code: 'own-days-off-no-working-day' } } : { ok: true, days }
}

/** Two months: a longer rest is 暂缓 or 归档. */
const daysAtMost = 62

function set(plan: PlanState, asked: Asked, desk: Desk): Answer | Promise<Answer> {
  const read = daysBetween(asked, desk)
  if (!read.ok) return asked.form ? { kind: 'form-errors', errors: fieldErrors(read.field, read.refusal, desk) } : refused(read.refusal, desk)
  const { days } = read
  if (asked.reason === '') return asked.form ? { kind: 'form-errors', errors: ownDaysOffReasonMissing(desk.lang) } : { kind: 'form', form: ownDaysOffForm(plan, { from: asked.from, until: asked.until }, desk.lang) }
  const facts = { plan, days, reason: asked.reason, today: desk.today }
  const [first = desk.today] = days
  if (!asked.confirmed) return answered(ownDaysOffPreview({ ...facts, confirm: runOf('plan-days-off', { plan: plan.id, from: first, until: days.at(-1) ?? first, reason: asked.reason, confirmed: true }) }, desk.lang))
  return recorded(desk.record(plan.id, { type: 'set-own-days-off', days, reason: asked.reason }), desk, () => ownDaysOffRecorded(facts, desk.lang))
}

export const cancelDaysOff = command({
  name: { zh: '取消休息日', en: 'cancel-days-off' },
  usage: { zh: '取消休息日 p1 4月14日至16日', en: 'cancel-days-off p1 4/14 4/16' },
  about: { zh: '取消登记过的方案休息日', en: 'take back a plan’s own days off' },
  then: { zh: '那几天照常提醒、照常计工作日。', en: 'They are working days again.' },
  group: 'adjust',
  may: 'lift-own-days-off', args: args.pick({ plan: true, from: true, until: true }), typed,
  run(asked, desk) {
    if (asked.from === '') return answered(known(desk, true, 1))
    const which = whichPlan(desk, asked.plan, (plan) => ways.cancelDaysOff(plan, asked.from, asked.until), ({ ownDaysOff }) => ownDaysOff.size > 0)
    if (!which.ok) return which.answer
    const read = daysBetween(asked, desk)
    if (!read.ok) return refused(read.refusal, desk)
    const { plan } = which
    return recorded(desk.record(plan.id, { type: 'lift-own-days-off', days: read.days }), desk, () => ownDaysOffRecorded({ plan, days: read.days, today: desk.today }, desk.lang))
  },
})
