// 调度: a day on which some tasks are looked at, and the units that are to prepare.
import { z } from 'zod'
import { answered, command, type Answer, type Command, type Desk } from '#src/command.ts'
import { dayOf, yearOf, type Day } from '#src/calendar/day.ts'
import { recurringAs, recurringDays, recurringIn, type Recurring } from '#src/calendar/recurring.ts'
import { may } from '#src/directory/permissions.ts'
import { present } from '#src/ledger/fields.ts'
import { ReviewKind, type ReviewScope } from '#src/ledger/review.ts'
import { mostInSeries } from '#src/ledger/series.ts'
import { Words, type UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { reviewCadences } from '#src/meetings/review-cadence.ts'
import { askedFor } from '#src/queries/answering.ts'
import { freshReport, tasksOfReview } from '#src/queries/review-scope.ts'
import { taskCard, type TaskCard } from '#src/queries/task-card.ts'
import type { AnyRefusal } from '#templates/refusal-say.ts'
import { reviewForm } from '#templates/review-form.ts'
import { numbersOf, reviewList, reviewScheduled, type ListedReview, type ReviewUnit } from '#templates/reviews.ts'
import { scopeWords, seriesPreview, seriesScheduled, type SeriesFacts } from '#templates/review-series.ts'
import type { Run } from '#templates/card.ts'
import { dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { fieldErrors } from './field-errors.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { findReviewed, sectionsOf } from './review-argument.ts'
import { runOf } from './run-of.ts'
import { running, RunReviewArgs } from './run-review.ts'
import { splitAtRecurring } from './typed-day.ts'
import { viewOf } from './view-of.ts'
import { whichPlan } from './which-plan.ts'

const Args = z.object({
  plan: z.string().max(200).optional(),
  /** Numbers, 红灯, 黄灯, 逾期, 未报, a section or a unit. */
  task: z.string().trim().max(200).optional(),
  /** One day, or 每月5日. */
  day: z.string().max(40).optional(),
  /** Whether it comes back: by the day that is given, or on the last working day. */
  repeat: z.enum(['once', 'month', 'month-end', 'quarter', 'quarter-end']).default('once'),
  place: z.string().trim().max(100).default(''),
  kind: ReviewKind.default('dispatch'),
  prepare: Words.default(''),
  /** One is to be scheduled: what is missing is asked in the form. */
  schedule: z.boolean().default(false),
  /** One that was scheduled is run: r1. */
  start: z.string().max(20).optional(),
  /** The days of one that comes back were seen. */
  confirmed: z.boolean().default(false),
  form: z.boolean().default(false),
})

const reviewName = /^r\d{1,6}$/i

export const review = command({
  name: { zh: '调度', en: 'review' },
  also: ['reviews'],
  usage: { zh: '调度 县教育局 7月10日（或 红灯、12,15、领域名；每月5日；到日子 调度 开始 r1）', en: 'review a unit 7/10 (or: red, 12,15, a section; monthly-5; on its day: review start r1)' },
  about: { zh: '安排调度：任务、红灯、领域或单位，加日期或每月几日；会告诉单位准备什么', en: 'schedule a review: tasks, red, a section or a unit, and a day, or each month; the units are told what to prepare' },
  then: { zh: '通知有关单位准备什么。', en: 'The units are told what to prepare.' },
  group: 'meeting',
  may: 'see',
  args: Args,
  typed: typedReview,
  run: reviewed,
})

/** 督查, 回头看: the same, and what is scheduled is one of these. */
const reviewAs = (kind: ReviewKind, name: Command['name']): Command =>
  command({ name, usage: { zh: `${name.zh} 县教育局 7月10日`, en: `${name.en} a unit 7/10` }, about: review.about, ...present({ then: review.then }), group: 'meeting', may: 'see', unoffered: true, args: Args, typed: (words) => ({ ...typedReview(words), kind }), run: reviewed })

export const inspect = reviewAs('inspection', { zh: '督查', en: 'inspect' })
export const lookBack = reviewAs('look-back', { zh: '回头看', en: 'look-back' })

function typedReview(words: readonly string[]): Record<string, unknown> {
  const [first = '', second = ''] = words
  if (first === '开始' || first === 'start' || (words.length === 1 && reviewName.test(first))) return { start: reviewName.test(first) ? first : second }
  const isScheduling = words[0] === '安排' || words[0] === 'schedule'
  const { before, day, after } = splitAtRecurring(isScheduling ? words.slice(1) : words)
  const task = (before.length > 0 ? before : after).join(' ')
  const prepare = before.length > 0 ? after.join(' ') : ''
  return { ...(task === '' ? {} : { task }), ...(day === undefined ? {} : { day }), ...(prepare === '' ? {} : { prepare }), ...(words.length === 0 ? {} : { schedule: true }) }
}

function reviewed(args: z.infer<typeof Args>, desk: Desk): Promise<Answer> | Answer {
  if (desk.plans.size === 0) return refused({ code: 'plan-none' }, desk)
  if (args.start !== undefined) return may(desk.asker, 'judge-review-item') ? running(RunReviewArgs.parse({ review: args.start }), desk) : refused({ code: 'not-permitted', permission: 'judge-review-item' }, desk)
  if (!args.schedule) return answered(list(desk))
  // Said before a person fills in a form for nothing.
  if (!may(desk.asker, 'schedule-review')) return refused({ code: 'not-permitted', permission: 'schedule-review' }, desk)
  if (args.task === undefined || args.day === undefined) return formFor(args, desk)
  return scheduled({ ...args, task: args.task, day: args.day }, desk)
}

/** With what was said already. */
function formFor({ plan, task, day, kind, repeat }: z.infer<typeof Args>, desk: Desk): Answer {
  const when = day === undefined ? undefined : whenOf({ day, repeat }, desk)
  const recurring = when?.ok === true ? when.recurring : undefined
  const [first] = recurring === undefined ? [] : recurringDays(recurring, { from: desk.today, until: desk.calendar.addDays(desk.today, 200), atMost: 1 }, desk.calendar)
  const given = present({ plan, task, day: when?.ok === true ? (first?.day ?? when.day) : undefined, repeat: recurring === undefined ? undefined : (`${recurring.every}${recurring.on === 'last' ? '-end' : ''}` as const) })
  return { kind: 'form', form: reviewForm({ ...given, kind, sections: sectionsOf(desk), units: leadsOf(desk) }, desk.lang) }
}

type Asked = z.infer<typeof Args> & { task: string; day: string }

function scheduled(args: Asked, desk: Desk): Promise<Answer> | Answer {
  const { plan: named, task: asked, kind, form } = args
  const runWith = (changed: Run['args']): Run => runOf('review', { schedule: true, task: asked, day: args.day, repeat: args.repeat, kind, prepare: args.prepare, place: args.place, plan: named, ...changed })
  const when = whenOf(args, desk)
  // Said beside its field, before the form with the rest in it is gone.
  if (!when.ok) return form ? { kind: 'form-errors', errors: fieldErrors('day', when.refusal, desk) } : refused(when.refusal, desk)
  const found = findReviewed(desk, asked, kind, (task) => runWith({ task }))
  if (!found.ok) return found.answer
  const comesBack = when.recurring !== undefined && found.scope !== undefined
  // What stands so on a later day is not known by now; what stands so nowhere now is looked at on no other.
  if (found.tasks.length === 0 && !comesBack) return refused({ code: 'review-empty', asked }, desk)
  const which = whichPlan(desk, named, (plan) => runWith({ plan }), (plan) => found.tasks.length === 0 || found.tasks.some((meant) => meant.plan === plan))
  if (!which.ok) return which.answer
  const { plan } = which
  const tasks = found.tasks.filter((meant) => meant.plan === plan).map(({ card }) => card)
  return when.recurring === undefined ? once(args, { plan, tasks, day: when.day }, desk) : series({ ...args, recurring: when.recurring, from: when.day }, { plan, tasks, scope: found.scope }, runWith, desk)
}

type When = { ok: true; day: Day; recurring?: Recurring } | { ok: false; refusal: AnyRefusal }

/** The day, or from which day on it comes back. */
function whenOf({ day: written, repeat }: Pick<Asked, 'day' | 'repeat'>, { today }: Desk): When {
  const said = recurringIn(written)
  if (said !== undefined) return { ok: true, day: today, recurring: said }
  const read = dayIn(written, today)
  if (!read.ok) return { ok: false, refusal: dayRefusal(read, today) }
  if (read.day < today) return { ok: false, refusal: { code: 'day-past', day: read.day, today } }
  if (repeat === 'once') return { ok: true, day: read.day }
  const every = repeat.startsWith('month') ? 'month' : 'quarter'
  return { ok: true, day: read.day, recurring: repeat.endsWith('end') ? { every, on: 'last' } : recurringAs(every, read.day) }
}

function once({ kind, prepare, place }: Asked, { plan, tasks, day }: { plan: PlanState; tasks: readonly TaskCard[]; day: Day }, desk: Desk): Promise<Answer> {
  const units = unitsOf(tasks)
  const recording = desk.record(plan.id, { type: 'schedule-review', kind, day, tasks: tasks.map(({ number }) => number), units: [...units.keys()], prepare, ...(place === '' ? {} : { place }) })
  return recorded(recording, desk, () => reviewScheduled({ kind, day, today: desk.today, prepare, place, units: reviewUnits(units, { plan, prepare }, desk), isWorkingDay: viewOf(desk, plan).calendar.isWorkingDay(day), noUnit: tasks.filter(({ lead }) => lead === undefined).length }, desk.lang))
}

/** Its days are seen before they are scheduled; each is one that can be moved or called off by itself. */
function series(args: Asked & { recurring: Recurring; from: Day }, { plan, tasks, scope }: { plan: PlanState; tasks: readonly TaskCard[]; scope: ReviewScope | undefined }, runWith: (changed: Run['args']) => Run, desk: Desk): Promise<Answer> | Answer {
  const { kind, prepare, place, recurring, from } = args
  const until = plan.period === undefined ? undefined : dayOf(plan.period.to, 12, 31)
  const { calendar } = viewOf(desk, plan)
  const days = recurringDays(recurring, { from, until: until ?? calendar.addDays(from, 400), atMost: mostInSeries }, calendar)
  const [first, ...later] = days.map(({ day }) => day)
  if (first === undefined) return refused({ code: 'review-no-days', until: until ?? from }, desk)
  const units = unitsOf(tasks)
  const of = scope === undefined ? numbersOf(tasks, desk.lang) : scopeWords(scope, desk.directory, desk.lang)
  const facts: SeriesFacts = { kind, recurring, days, of, isScoped: scope !== undefined, tasks: tasks.length, units: units.size, prepare, place, today: desk.today, provisional: [...new Set(days.filter(({ day }) => calendar.isProvisional(day)).map(({ day }) => yearOf(day)))] }
  if (!args.confirmed) return plan.handedOutOn === undefined ? refused({ code: 'plan-not-handed-out' }, desk) : answered(seriesPreview(facts, runWith({ plan: plan.id, confirmed: true }), desk.lang))
  const what = scope === undefined ? { tasks: tasks.map(({ number }) => number), units: [...units.keys()] } : { tasks: [], units: [], scope }
  return recorded(desk.record(plan.id, { type: 'schedule-review', kind, day: first, ...what, prepare, ...(later.length === 0 ? {} : { later }), ...(place === '' ? {} : { place }) }), desk, () => seriesScheduled(facts, desk.lang))
}

function unitsOf(tasks: readonly TaskCard[]): Map<UnitId, TaskCard[]> {
  const units = new Map<UnitId, TaskCard[]>()
  for (const task of tasks) if (task.lead !== undefined) units.set(task.lead.unit, [...(units.get(task.lead.unit) ?? []), task])
  return units
}

/** What the secretary wants besides is asked for, whatever was reported lately. */
const reviewUnits = (units: Map<UnitId, TaskCard[]>, { plan, prepare }: { plan: PlanState; prepare: string }, desk: Desk): ReviewUnit[] =>
  [...units].map(([unit, tasks]) => ({ name: tasks[0]?.lead?.name ?? unit, people: askedFor(desk.directory, unit).map(({ name }) => name), tasks: tasks.map((task) => ({ task, ...present({ used: prepare === '' ? freshReport(task, viewOf(desk, plan)) : undefined }) })) }))

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
  const reviews = [...desk.plans.values()].flatMap((plan: PlanState) => [...plan.reviews.values()].map((review): ListedReview => {
    const tasks = tasksOfReview(viewOf(desk, plan), review)
    const of = review.scope === undefined || review.status === 'closed' ? {} : { of: scopeWords(review.scope, desk.directory, desk.lang) }
    return { plan: plan.id, review, tasks, ...of }
  }))
  const clauses = [...desk.plans.values()].filter(({ handedOutOn }) => handedOutOn !== undefined).flatMap((plan) => reviewCadences(plan, desk.today).filter(({ missing }) => missing > 0))
  return reviewList({ today: desk.today, clauses, mayAct: may(desk.asker, 'schedule-review'), reviews: reviews.toSorted((a, b) => (a.review.day < b.review.day ? -1 : 1)) }, desk.lang)
}
