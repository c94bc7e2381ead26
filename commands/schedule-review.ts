// 安排调度: one review, or a series of them; a day off, and one that stands already, are said before anything is recorded.
import { z } from 'zod'
import { answered, type Answer, type Desk } from '#src/command.ts'
import { dayOf, yearOf, type Day } from '#src/calendar/day.ts'
import { recurringAs, recurringDays, recurringIn, type Recurring, type RecurringDay } from '#src/calendar/recurring.ts'
import { present } from '#src/ledger/fields.ts'
import { ReviewKind, sameReview, type Review, type ReviewScope } from '#src/ledger/review.ts'
import { mostInSeries } from '#src/ledger/series.ts'
import { Words, type UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { askedFor } from '#src/queries/answering.ts'
import { freshReport } from '#src/queries/review-scope.ts'
import { taskCard, type TaskCard } from '#src/queries/task-card.ts'
import type { AnyRefusal } from '#templates/refusal-say.ts'
import { doubtfulReview, reviewStands } from '#templates/review-doubts.ts'
import { reviewForm } from '#templates/review-form.ts'
import { numbersOf, reviewScheduled, type ReviewUnit } from '#templates/reviews.ts'
import { scopeWords, seriesPreview, seriesScheduled, type SeriesFacts } from '#templates/review-series.ts'
import type { Run } from '#templates/card.ts'
import { carried } from './carried.ts'
import { dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { fieldErrors } from './field-errors.ts'
import { listedReview } from './listed-review.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { findReviewed, sectionsOf } from './review-argument.ts'
import { runOf } from './run-of.ts'
import { toldInTime } from './told-in-time.ts'
import { viewOf } from './view-of.ts'
import { whichPlan } from './which-plan.ts'

export const SchedulingReviewArgs = z.object({
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
  /** The days of one that comes back were seen. */
  confirmed: z.boolean().default(false),
  /** That it is on a day off was read. */
  sure: z.boolean().default(false),
  /** The form is wanted, with what was written in it. */
  edit: z.boolean().default(false),
  form: z.boolean().default(false),
})
export type SchedulingReview = z.infer<typeof SchedulingReviewArgs>

export function schedulingReview(args: SchedulingReview, desk: Desk): Promise<Answer> | Answer {
  return args.task === undefined || args.day === undefined || args.edit ? formFor(args, desk) : scheduled({ ...args, task: args.task, day: args.day }, desk)
}

/** With what was said already. */
function formFor({ plan, task, day, kind, repeat, place, prepare }: SchedulingReview, desk: Desk): Answer {
  const when = day === undefined ? undefined : whenOf({ day, repeat }, desk)
  const recurring = when?.ok === true ? when.recurring : undefined
  const [first] = recurring === undefined ? [] : recurringDays(recurring, { from: desk.today, until: desk.calendar.addDays(desk.today, 200), atMost: 1 }, desk.calendar)
  const given = present({ plan, task, day: when?.ok === true ? (first?.day ?? when.day) : undefined, repeat: recurring === undefined ? undefined : (`${recurring.every}${recurring.on === 'last' ? '-end' : ''}` as const) })
  return { kind: 'form', form: reviewForm({ ...given, kind, place, prepare, sections: sectionsOf(desk), units: leadsOf(desk) }, desk.lang) }
}

type Asked = SchedulingReview & { task: string; day: string }
/** The act as a button repeats it; `changed` is what differs. */
type Again = (changed: Run['args']) => Run

function scheduled(args: Asked, desk: Desk): Promise<Answer> | Answer {
  const { plan: named, task: asked, kind, form } = args
  const again: Again = (changed) => runOf('review', { schedule: true, task: asked, day: args.day, repeat: args.repeat, kind, prepare: args.prepare, place: args.place, plan: named, ...changed })
  const when = whenOf(args, desk)
  // Said beside its field, before the form with the rest in it is gone.
  if (!when.ok) return form ? { kind: 'form-errors', errors: fieldErrors('day', when.refusal, desk) } : refused(when.refusal, desk)
  const found = findReviewed(desk, asked, kind, (task) => again({ task }))
  if (!found.ok) return found.answer
  const comesBack = when.recurring !== undefined && found.scope !== undefined
  // What stands so on a later day is not known by now; what stands so nowhere now is looked at on no other.
  if (found.tasks.length === 0 && !comesBack) return refused({ code: 'review-empty', asked }, desk)
  const which = whichPlan(desk, named, (plan) => again({ plan }), (plan) => found.tasks.length === 0 || found.tasks.some((meant) => meant.plan === plan))
  if (!which.ok) return which.answer
  const { plan } = which
  const tasks = found.tasks.filter((meant) => meant.plan === plan).map(({ card }) => card)
  return when.recurring === undefined ? once(args, { plan, tasks, day: when.day }, again, desk) : series({ ...args, recurring: when.recurring, from: when.day }, { plan, tasks, scope: found.scope }, again, desk)
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

async function once({ kind, prepare, place, sure }: Asked, { plan, tasks, day }: { plan: PlanState; tasks: readonly TaskCard[]; day: Day }, again: Again, desk: Desk): Promise<Answer> {
  if (plan.handedOutOn === undefined) return refused({ code: 'plan-not-handed-out' }, desk)
  const numbers = tasks.map(({ number }) => number)
  const stands = sameReview(plan.reviews.values(), { kind, day, tasks: numbers })
  if (stands !== undefined) return answered(reviewStands([listedReview(plan, stands, desk)], desk.today, desk.lang))
  if (!sure && !viewOf(desk, plan).calendar.isWorkingDay(day)) {
    const carrying = (more: Run['args']): Promise<Run> => carried(again({ plan: plan.id, ...more }), desk)
    return answered(doubtfulReview({ kind, day, of: numbersOf(tasks, desk.lang), today: desk.today, again: await carrying({ sure: true }), edit: await carrying({ edit: true }) }, desk.lang))
  }
  const units = unitsOf(tasks)
  const recording = desk.record(plan.id, { type: 'schedule-review', kind, day, tasks: numbers, units: [...units.keys()], prepare, ...(place === '' ? {} : { place }) })
  return recorded(recording, desk, () => reviewScheduled({ kind, day, today: desk.today, prepare, place, units: reviewUnits(units, { plan, prepare }, desk), inTime: toldInTime(plan, { day, time: dayEnds }, desk), noUnit: tasks.filter(({ lead }) => lead === undefined).length }, desk.lang))
}

/** A review has no hour of its own. */
const dayEnds = '24:00'

/** Its days are seen before they are scheduled; each is one that can be moved or called off by itself. */
async function series(args: Asked & { recurring: Recurring; from: Day }, { plan, tasks, scope }: { plan: PlanState; tasks: readonly TaskCard[]; scope: ReviewScope | undefined }, again: Again, desk: Desk): Promise<Answer> {
  const { kind, prepare, place, recurring, from } = args
  const until = plan.period === undefined ? undefined : dayOf(plan.period.to, 12, 31)
  const { calendar } = viewOf(desk, plan)
  const found = recurringDays(recurring, { from, until: until ?? calendar.addDays(from, 400), atMost: mostInSeries + 1 }, calendar)
  if (found.length === 0) return refused({ code: 'review-no-days', until: until ?? from }, desk)
  if (plan.handedOutOn === undefined) return refused({ code: 'plan-not-handed-out' }, desk)
  const numbers = tasks.map(({ number }) => number)
  const { days, standing } = apart(found.slice(0, mostInSeries), (day) => sameReview(plan.reviews.values(), { kind, day, tasks: numbers, ...present({ scope }) }))
  const [first, ...later] = days.map(({ day }) => day)
  const [stands, ...others] = standing.map((each) => listedReview(plan, each, desk))
  if (first === undefined) return stands === undefined ? refused({ code: 'review-no-days', until: until ?? from }, desk) : answered(reviewStands([stands, ...others], desk.today, desk.lang))
  const units = unitsOf(tasks)
  const of = scope === undefined ? numbersOf(tasks, desk.lang) : scopeWords(scope, desk.directory, desk.lang)
  const facts: SeriesFacts = {
    kind, recurring, days, of, isScoped: scope !== undefined, tasks: tasks.length, units: units.size, prepare, place, today: desk.today,
    standing: standing.length, ...(found.length > mostInSeries ? { most: mostInSeries } : {}), provisional: [...new Set(days.filter(({ day }) => calendar.isProvisional(day)).map(({ day }) => yearOf(day)))],
  }
  if (!args.confirmed) return answered(seriesPreview(facts, await carried(again({ plan: plan.id, confirmed: true }), desk), desk.lang))
  const what = scope === undefined ? { tasks: numbers, units: [...units.keys()] } : { tasks: [], units: [], scope }
  return recorded(desk.record(plan.id, { type: 'schedule-review', kind, day: first, ...what, prepare, ...(later.length === 0 ? {} : { later }), ...(place === '' ? {} : { place }) }), desk, () => seriesScheduled(facts, desk.lang))
}

/** Days that are still free, and what stands on the others. */
function apart(all: readonly RecurringDay[], standsOn: (day: Day) => Review | undefined): { days: RecurringDay[]; standing: Review[] } {
  const each = all.map((on) => ({ on, stands: standsOn(on.day) }))
  return { days: each.filter(({ stands }) => stands === undefined).map(({ on }) => on), standing: each.flatMap(({ stands }) => stands ?? []) }
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
