// 安排调度: one review, or a series of them; a day off, and one that stands already, are said before anything is recorded.
import { z } from 'zod'
import { answered, type Answer, type Desk } from '#src/command.ts'
import { Day, dayOf, yearOf } from '#src/calendar/day.ts'
import { recurringAs, recurringDays, recurringIn, type Recurring, type RecurringDay } from '#src/calendar/recurring.ts'
import { present } from '#src/ledger/fields.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { ReviewKind, sameReview, type LooksAt, type Review, type ReviewScope } from '#src/ledger/review.ts'
import { mostInSeries } from '#src/ledger/series.ts'
import { outsideYears } from '#src/ledger/years-of-plan.ts'
import { Words, type UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { askedFor } from '#src/queries/answering.ts'
import { freshReport } from '#src/queries/review-scope.ts'
import { taskCard, type TaskCard } from '#src/queries/task-card.ts'
import type { AnyRefusal } from '#templates/refusal-say.ts'
import { doubtfulReview, reviewStands } from '#templates/review-doubts.ts'
import { reviewForm } from '#templates/review-form.ts'
import { numbersOf, reviewScheduled, titlesOf, type ListedReview, type ReviewUnit } from '#templates/reviews.ts'
import { scopeWords, seriesPreview, seriesScheduled, type SeriesFacts } from '#templates/review-series.ts'
import type { Card, Run } from '#templates/card.ts'
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
  /** The days of one that comes back, as they were seen: these are scheduled, whatever has passed since. */
  days: z.string().max(199).default(''),
  /** The series of which those days are more. */
  joins: z.string().max(20).optional(),
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
  const when = day === undefined ? undefined : whenOf({ day, repeat, days: '' }, desk)
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
  const when = whenOf(args, desk)
  // Said beside its field, before the form with the rest in it is gone.
  if (!when.ok) return form ? { kind: 'form-errors', errors: fieldErrors('day', when.refusal, desk) } : refused(when.refusal, desk)
  // A button means the day that was shown, whatever 明天 is when it is pressed.
  const again: Again = (changed) => runOf('review', { schedule: true, task: asked, day: when.said, repeat: args.repeat, kind, prepare: args.prepare, place: args.place, plan: named, ...changed })
  const found = findReviewed(desk, asked, kind, (task) => again({ task }))
  if (!found.ok) return found.answer
  const comesBack = when.recurring !== undefined && found.scope !== undefined
  // What stands so on a later day is not known by now; what stands so nowhere now is looked at on no other.
  if (found.tasks.length === 0 && !comesBack) return refused({ code: 'review-empty', asked }, desk)
  const which = whichPlan(desk, named, (plan) => again({ plan }), (plan) => found.tasks.length === 0 || found.tasks.some((meant) => meant.plan === plan))
  if (!which.ok) return which.answer
  const { plan } = which
  const tasks = found.tasks.filter((meant) => meant.plan === plan).map(({ card }) => card)
  const what = { plan, tasks, ...present({ scope: found.scope }) }
  if (when.recurring === undefined) return once({ ...args, on: when.day }, what, again, desk)
  if (plan.handedOutOn === undefined) return refused({ code: 'plan-not-handed-out' }, desk)
  const [first, ...later] = daysIn(args.days)
  return first === undefined ? series({ ...args, recurring: when.recurring, from: when.day }, what, again, desk) : confirmed({ ...args, recurring: when.recurring, first, later }, what, desk)
}

/** `scope`: unless the tasks were named by their numbers. */
type Looked = { plan: PlanState; tasks: readonly TaskCard[]; scope?: ReviewScope }

const daysIn = (written: string): Day[] => written.split(',').flatMap((each) => Day.safeParse(each).data ?? [])

/** `said`: the day as it is to be said again, or how it comes back. */
type When = { ok: true; day: Day; said: string; recurring?: Recurring } | { ok: false; refusal: AnyRefusal }

/** The day, or from which day on it comes back. */
function whenOf({ day: written, repeat, days }: Pick<Asked, 'day' | 'repeat' | 'days'>, { today }: Desk): When {
  const said = recurringIn(written)
  if (said !== undefined) return { ok: true, day: today, said: written, recurring: said }
  const read = dayIn(written, today)
  if (!read.ok) return { ok: false, refusal: dayRefusal(read, today) }
  // Of one whose days were seen it is those that count.
  if (read.day < today && days === '') return { ok: false, refusal: { code: 'day-past', day: read.day, today } }
  if (repeat === 'once') return { ok: true, day: read.day, said: read.day }
  const every = repeat.startsWith('month') ? 'month' : 'quarter'
  return { ok: true, day: read.day, said: read.day, recurring: repeat.endsWith('end') ? { every, on: 'last' } : recurringAs(every, read.day) }
}

async function once({ kind, prepare, place, sure, form, on: day }: Asked & { on: Day }, { plan, tasks, scope: asked }: Looked, again: Again, desk: Desk): Promise<Answer> {
  if (plan.handedOutOn === undefined) return refused({ code: 'plan-not-handed-out' }, desk)
  // Said before anything is asked about.
  const far = outsideYears(plan, day, desk.today)
  if (far !== undefined) return form ? { kind: 'form-errors', errors: fieldErrors('day', far.refusal, desk) } : refused(far.refusal, desk)
  const looksAt = { kind, tasks: tasks.map(({ number }) => number), ...present({ asked }) }
  if (!sure && !viewOf(desk, plan).calendar.isWorkingDay(day)) {
    // What stands already is not asked about again.
    const [stands] = standingOn([day], { plan, ...looksAt }, desk)
    if (stands !== undefined) return answered(reviewStands([stands], desk.today, desk.lang))
    const carrying = (more: Run['args']): Promise<Run> => carried(again({ plan: plan.id, ...more }), desk)
    return answered(doubtfulReview({ kind, day, of: titlesOf(tasks, desk.lang), place, today: desk.today, again: await carrying({ sure: true }), edit: await carrying({ edit: true }) }, desk.lang))
  }
  const units = unitsOf(tasks)
  const recording = desk.record(plan.id, { type: 'schedule-review', ...looksAt, day, units: [...units.keys()], prepare, ...(place === '' ? {} : { place }) })
  return recorded(recording, desk, () => {
    const [made] = standingOn([day], { plan, ...looksAt }, desk)
    return reviewScheduled({ kind, day, today: desk.today, prepare, place, units: reviewUnits(units, { plan, prepare }, desk), inTime: toldInTime(plan, { day, time: dayEnds }, desk), noUnit: tasks.filter(({ lead }) => lead === undefined).length, ...present({ made }) }, desk.lang)
  }, undefined, { instead: standsInstead([day], { plan, ...looksAt }, desk) })
}

type LooksAtOf = { plan: PlanState; kind: ReviewKind } & LooksAt

/** What stands of the same on some days. */
function standingOn(days: readonly Day[], { plan: { id }, ...of }: LooksAtOf, desk: Desk): ListedReview[] {
  const plan = desk.plans.get(id)
  return plan === undefined ? [] : days.flatMap((day) => sameReview(plan.reviews.values(), { ...of, day }) ?? []).map((review) => listedReview(plan, review, desk))
}

/** Pressed or typed twice: what stands already says more than the no. */
const standsInstead = (days: readonly Day[], of: LooksAtOf, desk: Desk) => ({ code }: Refusal): Card | undefined => {
  const [first, ...others] = code === 'review-scheduled' ? standingOn(days, of, desk) : []
  return first === undefined ? undefined : reviewStands([first, ...others], desk.today, desk.lang)
}

/** A review has no hour of its own. */
const dayEnds = '24:00'

/** Its days are seen before they are scheduled; each is one that can be moved or called off by itself. */
async function series(args: Asked & { recurring: Recurring; from: Day }, { plan, tasks, scope }: Looked, again: Again, desk: Desk): Promise<Answer> {
  const { kind, recurring, from } = args
  const until = plan.period === undefined ? undefined : dayOf(plan.period.to, 12, 31)
  const { calendar } = viewOf(desk, plan)
  const found = recurringDays(recurring, { from, until: until ?? calendar.addDays(from, 400), atMost: mostInSeries + 1 }, calendar)
  const numbers = tasks.map(({ number }) => number)
  const { days, standing } = apart(found.slice(0, mostInSeries), (day) => sameReview(plan.reviews.values(), { kind, day, tasks: numbers, ...present({ scope }) }))
  const [stands, ...others] = standing.map((each) => listedReview(plan, each, desk))
  if (days.length === 0) return stands === undefined ? refused({ code: 'review-no-days', until: until ?? from }, desk) : answered(reviewStands([stands, ...others], desk.today, desk.lang))
  const facts = { ...factsOf(args, { plan, tasks, ...present({ scope }) }, days, desk), standing: standing.length, ...(found.length > mostInSeries ? { most: mostInSeries } : {}) }
  const seen = again({ plan: plan.id, days: days.map(({ day }) => day).join(), ...present({ joins: standing.findLast(({ series: of }) => of !== undefined)?.series }) })
  return answered(seriesPreview(facts, await carried(seen, desk), desk.lang))
}

/** The days that were seen, and no others. */
function confirmed(args: Asked & { recurring: Recurring; first: Day; later: Day[] }, { plan, tasks, scope }: Looked, desk: Desk): Promise<Answer> {
  const { kind, prepare, place, recurring, first, later, joins } = args
  const days = [first, ...later]
  const meant = new Map(recurringDays(recurring, { from: first, until: later.at(-1) ?? first, atMost: mostInSeries }, viewOf(desk, plan).calendar).map((each) => [each.day, each]))
  const facts = { ...factsOf(args, { plan, tasks, ...present({ scope }) }, days.map((day) => meant.get(day) ?? { day, meant: day }), desk), standing: 0 }
  const what = scope === undefined ? { tasks: tasks.map(({ number }) => number), units: [...unitsOf(tasks).keys()] } : { tasks: [], units: [], scope }
  const recording = desk.record(plan.id, { type: 'schedule-review', kind, day: first, ...what, prepare, comesBack: true, ...(later.length === 0 ? {} : { later }), ...(place === '' ? {} : { place }), ...present({ joins }) })
  return recorded(recording, desk, () => seriesScheduled(facts, desk.lang), undefined, { instead: standsInstead(days, { plan, kind, ...what }, desk) })
}

function factsOf({ kind, recurring, prepare, place }: Asked & { recurring: Recurring }, { plan, tasks, scope }: Looked, days: readonly RecurringDay[], desk: Desk): Omit<SeriesFacts, 'standing'> {
  const { calendar } = viewOf(desk, plan)
  const of = scope === undefined ? numbersOf(tasks, desk.lang) : scopeWords(scope, desk.directory, desk.lang)
  return { kind, recurring, days, of, isScoped: scope !== undefined, tasks: tasks.length, units: unitsOf(tasks).size, prepare, place, today: desk.today, provisional: [...new Set(days.filter(({ day }) => calendar.isProvisional(day)).map(({ day }) => yearOf(day)))] }
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
