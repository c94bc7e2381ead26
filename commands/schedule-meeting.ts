// 会议 安排: a sitting, or a series of them; what speaks against it is said before it is recorded.
import { z } from 'zod'
import { answered, type Answer, type Desk } from '#src/command.ts'
import { Day, lastDayOf } from '#src/calendar/day.ts'
import { recurringAs, recurringDays, recurringIn, type Recurring, type RecurringDay } from '#src/calendar/recurring.ts'
import { may } from '#src/directory/permissions.ts'
import { seatsOf, type KeptBody, type Sort } from '#src/ledger/body.ts'
import { present } from '#src/ledger/fields.ts'
import type { MeetingIntent } from '#src/ledger/decide-meeting.ts'
import { calledAs, CountedAs } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { mostInSeries } from '#src/ledger/series.ts'
import { outsideYears } from '#src/ledger/years-of-plan.ts'
import { cadencesOf } from '#src/meetings/cadence.ts'
import { concernsOf } from '#src/meetings/concerns.ts'
import { seriesFacts } from '#src/meetings/series-days.ts'
import { sittingOf } from '#src/meetings/sitting.ts'
import { editBodyAction } from '#templates/bodies.ts'
import type { Run } from '#templates/card.ts'
import { meetingScheduled } from '#templates/meeting-changed.ts'
import { doubtfulMeeting, editLabel } from '#templates/meeting-concerns.ts'
import { meetingForm, placeMissing, timeOver, timeOverCard, timeUnclear, timeUnclearCard } from '#templates/meeting-form.ts'
import { meetingWhere } from '#templates/meeting-when.ts'
import { chooseBody } from '#templates/meetings.ts'
import { bodiesMeant, bodyUnknown, type BodyOfPlan } from './body-argument.ts'
import { asShown, dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { fieldErrors } from './field-errors.ts'
import { recorded } from './recorded.ts'
import { refused, refusedCard } from './refused.ts'
import { requestInstead } from './request-agenda.ts'
import { runOf } from './run-of.ts'
import { sittingTimeIn } from './time-argument.ts'
import { toldInTime } from './told-in-time.ts'
import { viewOf } from './view-of.ts'

export const SchedulingArgs = z.object({
  plan: z.string().max(200).optional(),
  /** Its id or a part of its name. */
  body: z.string().trim().max(100).optional(),
  /** A day, or one that comes back: 每月5日. */
  day: z.string().max(40).optional(),
  /** Of a series all its days, as they were shown. */
  days: z.string().regex(/^\d{4}-\d{2}-\d{2}(?:,\d{4}-\d{2}-\d{2}){0,11}$/).optional(),
  time: z.string().max(20).optional(),
  place: z.string().max(100).optional(),
  topic: z.string().trim().max(199).default(''),
  /** What it counts as; `any`: whatever its body has to hold. */
  sort: CountedAs.default('any'),
  repeat: z.enum(['once', 'month', 'quarter']).default('once'),
  /** What speaks against it was read. */
  sure: z.boolean().default(false),
  /** The form is wanted, with what was written in it. */
  edit: z.boolean().default(false),
  form: z.boolean().default(false),
})
export type Scheduling = z.infer<typeof SchedulingArgs>

export function scheduling(asked: Scheduling, desk: Desk): Promise<Answer> | Answer {
  const args: Scheduling = { ...asked, ...present({ day: asShown(asked.day, desk) }) }
  const found = bodiesMeant(args, desk)
  const [first, ...more] = found
  if (first === undefined) return refused(bodyUnknown(args, desk), desk, runWith(args))
  if (more.length > 0) {
    // What no body can be called at is said before it is asked which.
    const wrong = args.edit ? undefined : wrongForAll(args, found.map(({ plan }) => plan), desk)
    return wrong === undefined ? answered(chooseBody(found.map((each) => ({ name: each.body.name, plan: each.plan.title, run: runWith(args, each, { edit: args.edit }) })), desk.lang)) : mendable(wrong, runWith(args, undefined, mending(args, desk)), desk.lang)
  }
  const { plan, body } = first
  if (!body.convened) return requestInstead(args, first, desk)
  if (seatsOf(body).length === 0) return nobodyIn(first, desk)
  if (args.day === undefined || args.edit) return { kind: 'form', form: meetingForm({ plan: plan.id, body, cadences: cadencesOf(plan, body, desk.today), today: desk.today, written: writtenIn(args) }, desk.lang) }
  const recurring = recurringIn(args.day)
  const shown = daysShown(args)
  const [nearest] = recurring === undefined ? [] : (shown ?? daysOf(recurring, firstDayFor(args.time, plan, desk), plan, desk))
  if (recurring !== undefined && nearest === undefined) return refused({ code: 'review-no-days', until: endOf(plan), of: 'meeting' }, desk)
  const when = whenOf({ ...args, day: nearest?.day ?? args.day }, plan, desk)
  if (!when.ok) return mendable(when.answer, runWith(args, first, mending(args, desk)), desk.lang)
  const comesBack = recurring ?? (args.repeat === 'once' ? undefined : recurringAs(args.repeat, when.day))
  const days = comesBack === undefined ? [{ day: when.day, meant: when.day }] : (shown ?? daysOf(comesBack, when.day, plan, desk))
  return called({ ...args, ...when, days, isCut: comesBack !== undefined && goesOn(comesBack, days, plan, desk), asked: args.day, repeat: recurring?.every ?? args.repeat }, first, desk)
}

/** Said before anything is asked about: nobody would be invited. */
const nobodyIn = ({ plan, body }: BodyOfPlan, desk: Desk): Answer =>
  answered({ ...refusedCard({ code: 'body-empty', name: body.name }, desk), ...(may(desk.asker, 'set-body') ? { actions: [editBodyAction(plan.id, body.id, desk.lang)] } : {}) })

/** What is wrong with the day or the hour, whichever of the plans is meant. */
function wrongForAll({ day, time, place, form }: Scheduling, plans: readonly PlanState[], desk: Desk): Answer | undefined {
  if (day === undefined || recurringIn(day) !== undefined) return undefined
  const read = plans.map((plan) => whenOf({ day, time, place, form }, plan, desk))
  return read.some(({ ok }) => ok) ? undefined : read.flatMap((each) => (each.ok ? [] : [each.answer]))[0]
}

/** The form again with all that can stand in it: a day that is none cannot. */
const mending = ({ day = '' }: Scheduling, { today }: Desk): Partial<Scheduling> => ((read) => ({ edit: true, day: read.ok && read.day >= today ? read.day : undefined }))(dayIn(day, today))

/** What was refused, with the form in which it is put right: sent as it is it would be refused again. */
export const mendable = (answer: Answer, edit: Run, lang: Desk['lang']): Answer =>
  answer.kind === 'card' ? { ...answer, card: { ...answer.card, actions: [...(answer.card.actions ?? []), { label: editLabel(lang), run: edit, style: 'primary' as const }], refused: 'final' } } : answer

/** Those that were read off the card, as the button has them. */
const daysShown = ({ days }: Pick<Scheduling, 'days'>): RecurringDay[] | undefined => (days === undefined ? undefined : days.split(',').flatMap((written) => ((day) => (day === undefined ? [] : [{ day, meant: day }]))(Day.safeParse(written).data)))

/** A series ends with its plan. */
const endOf = ({ period }: PlanState): Day => lastDayOf(period?.to ?? 9999, 12)

const daysOf = (recurring: Recurring, from: Day, plan: PlanState, { calendar }: Desk, atMost = mostInSeries): RecurringDay[] =>
  [...new Map(recurringDays(recurring, { from, until: endOf(plan), atMost }, calendar.withDaysOff(plan.ownDaysOff)).map((each) => [each.day, each])).values()].filter(({ day }) => day <= endOf(plan))

/** There are more days than are called at once. */
const goesOn = (recurring: Recurring, days: readonly RecurringDay[], plan: PlanState, desk: Desk): boolean =>
  ((last) => last !== undefined && days.length >= mostInSeries && daysOf(recurring, desk.calendar.addDays(last.day, 1), plan, desk, 1).length > 0)(days.at(-1))

/** Today, or tomorrow where the hour is over: a series begins with its next day. */
const firstDayFor = (hour: string | undefined, { zone }: PlanState, { today, now, calendar }: Desk): Day => ((read) => (read !== undefined && read.time <= calendar.timeAt(now, zone) ? calendar.addDays(today, 1) : today))(sittingTimeIn(hour ?? ''))

/** The same act, for a button; of no body yet where none is known. `changed` is what differs. */
const runWith = (args: Omit<Scheduling, 'days'>, of?: BodyOfPlan, changed: Partial<Scheduling> = {}): Run => {
  const { day, days, time, place, topic, sort, repeat }: Scheduling = { ...args, ...changed }
  const said = { ...(topic === '' ? {} : { topic }), ...(sort === 'any' ? {} : { sort }), ...(repeat === 'once' ? {} : { repeat }), ...present({ days }), ...(changed.sure === true ? { sure: true } : {}), ...(changed.edit === true ? { edit: true } : {}) }
  return runOf('meeting', { schedule: true, plan: of?.plan.id, body: of?.body.id, day, time, place, ...said })
}

const writtenIn = ({ day, time, place, topic, sort, repeat }: Scheduling) => present({ day, time, place, topic: topic === '' ? undefined : topic, sort, repeat })

/** `asAfternoon`: the hour as it was typed, where the afternoon was not said. */
type When = { ok: true; day: Day; time: string; place: string; asAfternoon?: string } | { ok: false; answer: Answer }

/** The day, the hour and the place; of a form what is wrong stands beside its field. */
export function whenOf({ day: written, time: hour = '', place: where = '', form }: { day: string; time?: string | undefined; place?: string | undefined; form: boolean }, plan: PlanState, desk: Desk): When {
  const no = (answer: Answer): When => ({ ok: false, answer })
  const read = dayIn(written, desk.today)
  if (!read.ok) return no(form ? { kind: 'form-errors', errors: fieldErrors('day', dayRefusal(read, desk.today), desk) } : refused(dayRefusal(read, desk.today), desk))
  const { day } = read
  if (day < desk.today) return no(form ? { kind: 'form-errors', errors: fieldErrors('day', { code: 'day-past', day, today: desk.today }, desk) } : refused({ code: 'day-past', day, today: desk.today }, desk))
  // Said before anything is asked about.
  const far = outsideYears(plan, day, desk.today)
  if (far !== undefined) return no(form ? { kind: 'form-errors', errors: fieldErrors('day', far.refusal, desk) } : refused(far.refusal, desk))
  const at = sittingTimeIn(hour)
  if (at === undefined) return no(form ? { kind: 'form-errors', errors: timeUnclear(hour, desk.lang) } : answered(timeUnclearCard(hour, desk.lang)))
  const { time, asAfternoon } = at
  if (day === desk.today && time <= desk.calendar.timeAt(desk.now, plan.zone)) return no(form ? { kind: 'form-errors', errors: timeOver(time, desk.lang) } : answered(timeOverCard(time, desk.lang)))
  const place = where.trim()
  return place === '' && form ? no({ kind: 'form-errors', errors: placeMissing(desk.lang) }) : { ok: true, day, time, place, ...(asAfternoon ? { asAfternoon: hour.trim() } : {}) }
}

/** `asked`: the day as it was said, which may be one that comes back. */
type Called = Omit<Scheduling, 'days'> & { day: Day; time: string; place: string; days: readonly RecurringDay[]; isCut: boolean; asked: string; asAfternoon?: string }

function called(args: Called, found: BodyOfPlan, desk: Desk): Promise<Answer> | Answer {
  const { plan, body } = found
  const { days: all, isCut, ...asked } = args
  const days = all.map((each) => each.day)
  const { time, place, topic, sort } = asked
  const hour = present({ asAfternoon: args.asAfternoon })
  const [day = args.day] = days
  const calling = { plan, body, time, place, calendar: desk.calendar, plans: [...desk.plans.values()], as: calledAs(sort) }
  const concerns = args.repeat === 'once' && day >= desk.today ? concernsOf({ ...calling, day, directory: desk.directoryOn(day) }) : []
  // The days of a series are seen first, also where there is only one left.
  if (!args.sure && (concerns.length > 0 || args.repeat !== 'once'))
    return answered(doubtfulMeeting({ name: body.name, where: meetingWhere({ day, time, place }, desk.lang, desk.today), concerns, today: desk.today, ...(args.repeat === 'once' ? {} : { series: { ...seriesFacts({ ...calling, days: all, directoryOn: desk.directoryOn }), isCut } }), hour: { time, ...hour }, again: runWith(asked, found, { sure: true, day: args.asked, ...(args.repeat === 'once' ? {} : { days: days.join(',') }) }), ...(isLast(args.asked) ? {} : { edit: runWith(asked, found, { edit: true }) }) }, desk.lang))
  const intent: MeetingIntent = { type: 'schedule-meeting', body: body.id, day, time, place, ...(days.length > 1 ? { later: days.slice(1) } : {}), ...present({ topic: topic === '' ? undefined : topic }), ...calledAs(sort) }
  return recorded(desk.record(plan.id, intent), desk, () => {
    const now = desk.plans.get(plan.id) ?? plan
    const made = [...now.meetings.values()].find((each) => each.body === body.id && each.day === day && each.time === time && each.status === 'scheduled')
    const sitting = made === undefined ? undefined : sittingOf(viewOf(desk, now), made.id)
    if (sitting === undefined) throw new Error('a meeting that was recorded is not in its plan')
    return meetingScheduled(sitting, { days, isCut, countsAs: sort === 'any' ? sortsAsked(body) : [], inTime: toldInTime(plan, sitting.meeting, desk), ...hour }, desk.lang)
  })
}

/** What kinds of sittings its clauses ask for: one of which nobody said it counts for all. */
const sortsAsked = ({ cadences }: KeptBody): Sort[] => [...new Set(cadences.flatMap(({ asks, of }) => (asks === undefined && of !== undefined ? [of] : [])))]

/** A form has no field for the last working day of each month. */
const isLast = (asked: string): boolean => recurringIn(asked)?.on === 'last'
