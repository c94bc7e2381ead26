// 调度: a day on which some tasks are looked at, and the units that are to prepare.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { ReviewKind } from '#src/ledger/review.ts'
import { Words, type UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { askedFor } from '#src/queries/answering.ts'
import { taskCard, type TaskCard } from '#src/queries/task-card.ts'
import { reviewForm, reviewList, reviewScheduled, type ReviewUnit } from '#templates/reviews.ts'
import type { Run } from '#templates/card.ts'
import { dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { fieldErrors } from './field-errors.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { running, RunReviewArgs } from './run-review.ts'
import { findTasks } from './tasks-argument.ts'
import { splitAtDay } from './typed-day.ts'
import { viewOf } from './view-of.ts'
import { whichPlan } from './which-plan.ts'

const Args = z.object({
  plan: z.string().max(200).optional(),
  /** Numbers, 红灯, 黄灯, 未报 or a unit. */
  task: z.string().trim().max(200).optional(),
  day: z.string().max(40).optional(),
  kind: ReviewKind.default('dispatch'),
  prepare: Words.default(''),
  /** One is to be scheduled: what is missing is asked in the form. */
  schedule: z.boolean().default(false),
  /** One that was scheduled is run: r1. */
  start: z.string().max(20).optional(),
  form: z.boolean().default(false),
})

const reviewName = /^r\d{1,6}$/i

export const review = command({
  name: { zh: '调度', en: 'review' },
  also: ['督查', '回头看', 'reviews'],
  usage: { zh: '调度 县教育局 7月10日（或 红灯、12,15；到日子 调度 开始 r1）', en: 'review a unit 7/10 (or: red, 12,15; on its day: review start r1)' },
  about: { zh: '安排调度：任务、红灯或单位，加日期；会告诉单位准备什么', en: 'schedule a review: tasks, red or a unit, and a day; the units are told what to prepare' },
  then: { zh: '通知有关单位准备什么。', en: 'The units are told what to prepare.' },
  group: 'meeting',
  may: 'see',
  args: Args,
  typed(words) {
    const [first = '', second = ''] = words
    if (first === '开始' || first === 'start' || (words.length === 1 && reviewName.test(first))) return { start: reviewName.test(first) ? first : second }
    const isScheduling = words[0] === '安排' || words[0] === 'schedule'
    const { before, day, after } = splitAtDay(isScheduling ? words.slice(1) : words)
    const task = (before.length > 0 ? before : after).join(' ')
    const prepare = before.length > 0 ? after.join(' ') : ''
    return { ...(task === '' ? {} : { task }), ...(day === undefined ? {} : { day }), ...(prepare === '' ? {} : { prepare }), ...(words.length === 0 ? {} : { schedule: true }) }
  },
  run(args, desk) {
    if (desk.plans.size === 0) return refused({ code: 'plan-none' }, desk)
    if (args.start !== undefined) return may(desk.asker, 'judge-review-item') ? running(RunReviewArgs.parse({ review: args.start }), desk) : refused({ code: 'not-permitted', permission: 'judge-review-item' }, desk)
    if (!args.schedule) return answered(list(desk))
    // Said before a person fills in a form for nothing.
    if (!may(desk.asker, 'schedule-review')) return refused({ code: 'not-permitted', permission: 'schedule-review' }, desk)
    if (args.task === undefined || args.day === undefined) return { kind: 'form', form: reviewForm({ ...(args.task === undefined ? {} : { task: args.task }), kind: args.kind, units: leadsOf(desk), today: desk.today }, desk.lang) }
    return scheduled({ ...args, task: args.task, day: args.day }, desk)
  },
})

type Asked = z.infer<typeof Args> & { task: string; day: string }

function scheduled({ plan: named, task: asked, day: written, kind, prepare, form }: Asked, desk: Desk): Promise<Answer> | Answer {
  const runWith = (changed: Run['args']): Run => ({ command: 'review', args: { schedule: true, task: asked, day: written, kind, prepare, ...(named === undefined ? {} : { plan: named }), ...changed } })
  const day = dayIn(written, desk.today)
  if (!day.ok) return form ? { kind: 'form-errors', errors: fieldErrors('day', dayRefusal(day, desk.today), desk) } : refused(dayRefusal(day, desk.today), desk)
  // Said beside its field, before the form with the rest in it is gone.
  if (form && day.day < desk.today) return { kind: 'form-errors', errors: fieldErrors('day', { code: 'day-past', day: day.day, today: desk.today }, desk) }
  const found = findTasks(desk, asked, (task) => runWith({ task }))
  if (!found.ok) return found.answer
  // What is done is looked at again, and is looked at no more otherwise.
  const open = found.tasks.filter(({ card }) => kind === 'look-back' || card.status !== 'accepted')
  if (open.length === 0) return refused({ code: 'review-empty' }, desk)
  const which = whichPlan(desk, named, (plan) => runWith({ plan }), (plan) => open.some((meant) => meant.plan === plan))
  if (!which.ok) return which.answer
  const { plan } = which
  const tasks = open.filter((meant) => meant.plan === plan).map(({ card }) => card)
  const units = unitsOf(tasks)
  const recording = desk.record(plan.id, { type: 'schedule-review', kind, day: day.day, tasks: tasks.map(({ number }) => number), units: [...units.keys()], prepare })
  return recorded(recording, desk, () => reviewScheduled({ kind, day: day.day, today: desk.today, prepare, units: reviewUnits(units, desk), isWorkingDay: desk.calendar.isWorkingDay(day.day), noUnit: tasks.filter(({ lead }) => lead === undefined).length }, desk.lang))
}

function unitsOf(tasks: readonly TaskCard[]): Map<UnitId, TaskCard[]> {
  const units = new Map<UnitId, TaskCard[]>()
  for (const task of tasks) if (task.lead !== undefined) units.set(task.lead.unit, [...(units.get(task.lead.unit) ?? []), task])
  return units
}

const reviewUnits = (units: Map<UnitId, TaskCard[]>, { directory }: Desk): ReviewUnit[] =>
  [...units].map(([unit, tasks]) => ({ name: tasks[0]?.lead?.name ?? unit, people: askedFor(directory, unit).map(({ name }) => name), tasks }))

/** Units that lead something, those with most first. */
function leadsOf(desk: Desk): string[] {
  const counts = new Map<string, number>()
  for (const plan of desk.plans.values()) {
    for (const number of plan.tasks.keys()) {
      const name = taskCard(viewOf(desk, plan), number)?.lead?.name
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name)
}

function list(desk: Desk): ReturnType<typeof reviewList> {
  const reviews = [...desk.plans.values()].flatMap((plan: PlanState) => [...plan.reviews.values()].map((each) => ({ plan: plan.id, review: each })))
  return reviewList({ today: desk.today, mayAct: may(desk.asker, 'schedule-review'), reviews: reviews.toSorted((a, b) => (a.review.day < b.review.day ? -1 : 1)) }, desk.lang)
}
