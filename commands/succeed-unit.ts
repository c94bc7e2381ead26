// 撤并: another unit carries on a unit's work from a day on. Shown first; a day that is ahead can be taken back until it comes.
import { z } from 'zod'
import type { Day } from '#src/calendar/day.ts'
import { answered, command, type Answer, type Desk, type Recording } from '#src/command.ts'
import { contactsOf, decideDirectory, headsOf, unitName } from '#src/directory/directory.ts'
import type { Unit } from '#src/directory/unit.ts'
import { hasOpenWork } from '#src/ledger/succeeded-units.ts'
import { taskList } from '#src/queries/task-list.ts'
import { noSuccession, succeedForm, successionDropped, successionsAhead, unitSucceeded, unitToSucceed } from '#templates/unit-changes.ts'
import { allViews } from './plan-argument.ts'
import { dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { splitAtDays } from './days-argument.ts'
import { fieldErrors } from './field-errors.ts'
import { inTurn, recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { findUnit, unitRefused } from './unit-argument.ts'

/** 取消撤并 县妇联: typed as the button says it. */
const takenBack = ['取消撤并', '撤销撤并']

export const succeedUnit = command({
  name: { zh: '撤并', en: 'succeed' },
  also: ['单位撤并', '并入'],
  alone: takenBack,
  usage: { zh: '撤并 县文广新局 县文旅局 8月1日（前一个并入后一个）', en: 'succeed 县文广新局 县文旅局 8/1 (the second takes over from the first)' },
  about: { zh: '单位撤并：从某天起在办事项、人员由接续单位承担，办结的保留原名', en: 'from a day on another unit carries on what is open; what is done keeps its name' },
  then: { zh: '先给您看影响哪些任务和人员，确认后到那天自动生效。', en: 'What it touches is shown first; once confirmed it takes effect on its day.' },
  group: 'units',
  may: 'set-succession',
  args: z.object({
    from: z.string().trim().max(60).default(''), to: z.string().trim().max(60).default(''), on: z.string().trim().max(40).default(''),
    confirmed: z.boolean().default(false), drop: z.boolean().default(false), form: z.boolean().default(false),
  }),
  typed(words) {
    const [first = '', ...unit] = words
    if (takenBack.includes(first)) return { from: unit.join(''), drop: true }
    const { before: [from = '', ...to], from: on } = splitAtDays(words)
    return { from, to: to.join('').replace(/^(?:并入|合并到|到|由)(?=.{2})/, ''), ...(on === undefined ? {} : { on }) }
  },
  run({ from: asked, to: next, on, confirmed, drop, form }, desk) {
    const names = [...desk.directory.units.values()].filter(({ members }) => members === undefined).map(({ name }) => name)
    if (asked === '' && drop) return answered(successionsAhead([...desk.directory.successions].map(([from, { to, on }]) => ({ id: from, from: unitName(desk.directory, from), to: unitName(desk.directory, to), on })), desk.today, desk.lang))
    if (asked === '') return { kind: 'form', form: succeedForm({ units: names, today: desk.today }, desk.lang) }
    const from = findUnit(desk.directory, asked)
    if (!from.ok) return unitRefused(desk, asked, from.nearest, (unit) => runOf('succeed', { from: unit, to: next, on }))
    if (drop) return dropped(from.unit, asked, desk)
    if (next === '') return { kind: 'form', form: succeedForm({ from: from.unit.name, units: names, today: desk.today }, desk.lang) }
    const to = findUnit(desk.directory, next)
    if (!to.ok) return unitRefused(desk, next, to.nearest, (unit) => runOf('succeed', { from: asked, to: unit, on }))
    const day = on === '' ? { ok: true as const, day: desk.today } : dayIn(on, desk.today)
    if (!day.ok) return form ? { kind: 'form-errors', errors: fieldErrors('on', dayRefusal(day, desk.today), desk) } : refused(dayRefusal(day, desk.today), desk)
    return succeed(from.unit, to.unit, day.day, confirmed, desk)
  },
})

function succeed(from: Unit, to: Unit, on: Day, isConfirmed: boolean, desk: Desk): Answer | Promise<Answer> {
  const intent = { type: 'set-succession', from: from.id, to: to.id, on } as const
  const decision = decideDirectory(desk.directory, intent, desk.today)
  const facts = { from: from.name, to: to.name, on, today: desk.today }
  if (isConfirmed) return recorded(inTurn([async () => desk.recordPerson(intent), async () => inEveryPlan(from, to, on, desk)]), desk, () => unitSucceeded({ ...facts, id: from.id }, desk.lang))
  if (!decision.ok) return refused(decision.refusal, desk)
  const [open, done] = (['open', 'accepted'] as const).map((which) => allViews(desk).reduce((sum, view) => sum + taskList(view, { lead: from.id }).filter(({ status }) => (status === 'accepted') === (which === 'accepted')).length, 0)) as [number, number]
  const people = [...new Set([...contactsOf(desk.directory, from.id), ...headsOf(desk.directory, from.id)].map(({ name }) => name))]
  return answered(unitToSucceed({ ...facts, open, done, people, confirm: runOf('succeed', { from: from.id, to: to.id, on, confirmed: true }) }, desk.lang))
}

/** Where its day has come, the plans follow at once; else by themselves on the day. */
async function inEveryPlan(from: Unit, to: Unit, on: Day, desk: Desk): Promise<Recording> {
  let last: Recording = { ok: true, position: 0 }
  if (on > desk.today) return last
  for (const plan of desk.plans.values()) {
    if (!hasOpenWork(plan, from.id)) continue
    last = await desk.record(plan.id, { type: 'succeed-unit', from: from.id, to: to.id })
    if (last.ok !== true) return last
  }
  return last
}

/** Of a day that has come, or of no day at all, there is nothing to take back. */
function dropped(from: Unit, asked: string, desk: Desk): Promise<Answer> | Answer {
  if (desk.directory.successions.has(from.id)) return dropAhead(from, desk)
  // Once it has taken effect the old name is another name of the unit that carries on.
  const [past] = [...desk.directory.succeeded].flatMap(([id, { to, on, name }]) => (id === asked || name === asked ? [{ name, to: unitName(desk.directory, to), on }] : []))
  return answered(noSuccession({ from: past?.name ?? from.name, ...(past === undefined ? {} : { past }), today: desk.today }, desk.lang))
}

const dropAhead = (from: Unit, desk: Desk): Promise<Answer> => recorded(desk.recordPerson({ type: 'drop-succession', from: from.id }), desk, () => successionDropped({ from: from.name }, desk.lang))
