// What becomes of a sitting: called, moved, answered, held, minuted; decided at.
import type { Day } from '#src/calendar/day.ts'
import { nextAddedSource, type TaskAdded } from './added-task.ts'
import { lastTaskNo } from './amend-changes.ts'
import { answerersOf } from './answerers.ts'
import { keyOf } from './assignment.ts'
import { hasSeat, seatsOf, type Body, type Sort } from './body.ts'
import { noteNumber } from './decision-number.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { present } from './fields.ts'
import { MeetingId, TaskNo } from './ids.ts'
import { besidesAtMost, isHeldInWordAlone, isSameWhen, ownItems, sortOf, type AgendaArranged, type CountedAs, type InvitationAnswered, type Meeting, type MeetingEvent, type MinutesIssued } from './meeting.ts'
import type { PlanState } from './plan-state.ts'
import type { Refusal } from './refusal.ts'
import { mostInSeries, restOfSeries } from './series.ts'
import type { Stamp } from './stamp.ts'
import type { TaskUnit } from './task.ts'
import { outsideYears } from './years-of-plan.ts'
import type { z } from 'zod'

type Called = { topic?: string; of?: Sort; uncounted?: true }
type Said<Event extends z.ZodType> = Omit<z.infer<Event>, 'type'>

/** `sortOver`: what it counted as when that was looked at. `later`: the other days of a series. `over`: how often it, or its agenda, had been changed when what is said was looked at. `rest`: and all later ones of its series. `hash`: of the words. */
export type MeetingIntent =
  | ({ type: 'schedule-meeting'; body: string; day: Day; time: string; place: string; later?: readonly Day[] } & Called)
  | { type: 'change-meeting'; meeting: string; day: Day; time: string; place: string; over: number; sort?: CountedAs; sortOver?: CountedAs }
  | { type: 'cancel-meeting'; meeting: string; reason: string; rest?: boolean }
  | ({ type: 'answer-invitation' } & Said<typeof InvitationAnswered>)
  /** `mistaken`: that it was held was said by mistake, and stood there. */
  | { type: 'record-meeting'; meeting: string; held: boolean; reason?: string; on?: Day; mistaken?: boolean }
  | ({ type: 'record-past-meeting'; body: string; on: Day } & Called)
  | ({ type: 'arrange-agenda'; over: number } & Said<typeof AgendaArranged>)
  | { type: 'record-attendance'; meeting: string; absent: readonly string[]; there?: readonly string[]; besides: readonly string[]; chair?: string }
  | { type: 'decide-item'; meeting: string; section: string; title: string; words: string; hash: string; units: readonly TaskUnit[]; day: Day; about?: TaskNo }
  | { type: 'note-item'; meeting: string; words: string }
  | { type: 'withdraw-decision'; meeting: string; task: TaskNo; words: string }
  | ({ type: 'issue-minutes' } & Said<typeof MinutesIssued>)

type Of<Type extends MeetingIntent['type']> = Extract<MeetingIntent, { type: Type }>
type Calling = Of<'schedule-meeting' | 'record-past-meeting'>
const isCalling = (intent: MeetingIntent): intent is Calling => intent.type === 'schedule-meeting' || intent.type === 'record-past-meeting'

export function decideMeeting(plan: PlanState, intent: MeetingIntent, stamp: Stamp): Decision<MeetingEvent | TaskAdded> {
  if (isCalling(intent)) {
    const body = plan.bodies.get(intent.body)
    return body === undefined ? refuse({ code: 'body-unknown', asked: intent.body, bodies: [...plan.bodies.values()].map(({ name }) => name) }) : decideCalled(plan, intent, body, stamp)
  }
  const meeting = plan.meetings.get(intent.meeting)
  if (meeting === undefined) return refuse({ code: 'meeting-unknown', asked: intent.meeting })
  switch (intent.type) {
    case 'record-meeting':
      return decideRecorded(plan, meeting, intent, stamp)
    case 'change-meeting':
      return decideChanged(plan, meeting, intent, stamp)
    case 'cancel-meeting':
      if (meeting.status !== 'scheduled') return settled(meeting)
      return intent.reason.trim() === '' ? refuse({ code: 'reason-missing' }) : accept(...(intent.rest === true ? restOf(plan, meeting) : [meeting]).map(({ id }): MeetingEvent => ({ type: 'meeting-cancelled', meeting: id, reason: intent.reason })))
    case 'answer-invitation':
      return decideAnswered(plan, meeting, intent)
    case 'arrange-agenda':
      return decideArranged(meeting, intent)
    case 'record-attendance': case 'decide-item': case 'note-item': case 'withdraw-decision': case 'issue-minutes':
      return decideSitting(plan, meeting, intent, stamp)
  }
}

/** Nothing is done to it any more: held, not held, called off. */
const settled = ({ status: state, settledOn: on }: Exclude<Meeting, { status: 'scheduled' }>): ReturnType<typeof refuse> => refuse({ code: 'meeting-settled', state, on })

function decideCalled(plan: PlanState, intent: Calling, body: Body, { on: today }: Stamp): Decision<MeetingEvent> {
  const meeting = MeetingId.parse(`m${plan.meetings.size + 1}`)
  switch (intent.type) {
    case 'schedule-meeting':
      return decideScheduled(plan, intent, body, today)
    case 'record-past-meeting': {
      if (intent.on > today) return outsideYears(plan, intent.on, today) ?? refuse({ code: 'meeting-ahead', on: intent.on })
      const far = outsideYears(plan, intent.on, today)
      if (far !== undefined) return far
      const ofThatDay = [...plan.meetings.values()].filter((each) => each.body === body.id && each.day === intent.on)
      const known = ofThatDay.find(({ status }) => status === 'held')
      // The one that was called for that day is the one that took place.
      const called = ofThatDay.find(({ status }) => status === 'scheduled')
      if (known === undefined && called !== undefined) return accept({ type: 'meeting-held', meeting: called.id })
      return known === undefined ? accept({ type: 'meeting-recorded', meeting, body: body.id, on: intent.on, ...calledSo(intent) }) : refuse({ code: 'meeting-settled', state: 'held', on: intent.on })
    }
  }
}

/** One sitting, or a series: all of it or nothing. */
function decideScheduled(plan: PlanState, intent: Of<'schedule-meeting'>, body: Body, today: Day): Decision<MeetingEvent> {
  const { meetings, handedOutOn } = plan
  // Nobody is told of a plan before it is handed out.
  if (body.convened && handedOutOn === undefined) return refuse({ code: 'plan-not-handed-out' })
  const { time, place, later = [] } = intent
  const days = [...new Set([intent.day, ...later])].toSorted()
  if (days.length > mostInSeries) return refuse({ code: 'series-too-long', sittings: days.length, most: mostInSeries })
  const past = days.find((day) => day < today)
  if (past !== undefined) return refuse({ code: 'day-past', day: past, today })
  const far = days.flatMap((day) => outsideYears(plan, day, today) ?? [])[0]
  if (far !== undefined) return far
  // Nobody would be invited, and nobody could say who was there.
  if (body.convened && seatsOf(body).length === 0) return refuse({ code: 'body-empty', name: body.name })
  const taken = days.find((day) => scheduledThen(meetings.values(), { body: body.id, day, time }) !== undefined)
  if (taken !== undefined) return refuse({ code: 'meeting-scheduled', day: taken })
  const ids = days.map((_, at) => `m${meetings.size + at + 1}`)
  const series = days.length === 1 ? undefined : ids[0]
  return accept(...days.map((day, at): MeetingEvent => ({ type: 'meeting-scheduled', meeting: ids[at] ?? '', body: body.id, day, time, place, ...present({ series }), ...calledSo(intent) })))
}

const scheduledThen = (meetings: Iterable<Meeting>, { body, day, time, but }: { body: string; day: Day; time: string; but?: string }): Meeting | undefined =>
  [...meetings].find((each) => each.id !== but && each.body === body && each.status === 'scheduled' && each.day === day && each.time === time)

/** A sitting of a series and those after it that still stand. */
export const restOf = ({ meetings }: Pick<PlanState, 'meetings'>, of: Meeting): Meeting[] => restOfSeries(meetings.values(), of, ({ status }) => status === 'scheduled')

const calledSo = ({ topic, of, uncounted }: Called): Called => present({ topic, of, uncounted })

function decideRecorded(plan: PlanState, now: Meeting, intent: Of<'record-meeting'>, { on: today }: Stamp): Decision<MeetingEvent> {
  if (intent.mistaken === true && isHeldInWordAlone(now) && !intent.held) return (intent.reason ?? '').trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'meeting-not-held', meeting: now.id, reason: intent.reason ?? '' })
  if (now.status !== 'scheduled') return settled(now)
  // Those who were asked are told of one that is called off.
  if (!intent.held && now.day > today) return refuse({ code: 'meeting-ahead', on: now.day, isNotHeld: true })
  if (!intent.held) return accept({ type: 'meeting-not-held', meeting: now.id, reason: intent.reason ?? '' })
  const on = intent.on ?? now.day
  const far = outsideYears(plan, on, today)
  if (far !== undefined) return far
  return on > today ? refuse({ code: 'meeting-ahead', on }) : accept({ type: 'meeting-held', meeting: now.id, ...(on === now.day ? {} : { on }) })
}

function decideChanged(plan: PlanState, now: Meeting, { day, time, place, over, sort: said, sortOver }: Of<'change-meeting'>, { on: today }: Stamp): Decision<MeetingEvent> {
  const as = sortOf(now)
  const isSortAlone = said !== undefined && isSameWhen(now, { day, time, place })
  // What one that was held counts as is put right all the same.
  if (now.status !== 'scheduled' && !(now.status === 'held' && isSortAlone)) return settled(now)
  if (now.changes !== over && now.changedBy !== undefined) return refuse({ code: 'meeting-changed', by: now.changedBy.by, at: now.changedBy.at })
  if (said !== undefined && said !== as && sortOver !== undefined && sortOver !== as) return refuse({ code: 'meeting-resorted', as })
  const sort = present({ sort: said === as ? undefined : said })
  if (isSortAlone) return sort.sort === undefined ? accept() : accept({ type: 'meeting-changed', meeting: now.id, day, time, place, ...sort })
  if (day < today) return refuse({ code: 'day-past', day, today })
  if (isSameWhen(now, { day, time, place })) return accept()
  const far = outsideYears(plan, day, today)
  if (far !== undefined) return far
  const same = scheduledThen(plan.meetings.values(), { body: now.body, day, time, but: now.id })
  return same === undefined ? accept({ type: 'meeting-changed', meeting: now.id, day, time, place, ...sort }) : refuse({ code: 'meeting-scheduled', day })
}

function decideAnswered({ bodies }: PlanState, now: Meeting, said: Of<'answer-invitation'>): Decision<MeetingEvent> {
  if (now.status !== 'scheduled') return settled(now)
  const body = bodies.get(now.body)
  if (body === undefined || !hasSeat(body, said.seat)) return refuse({ code: 'seat-unknown', seat: said.seat })
  const before = now.answers.get(said.seat)
  const isSame = before !== undefined && before.coming === said.coming && before.instead === said.instead && before.words === said.words
  return isSame && !isAnsweredSince(now, body, said.seat) ? accept() : accept({ ...said, type: 'invitation-answered' })
}

/** Whether something was said later under a name that is not in the body now: it may be the same seat, called otherwise meanwhile. */
function isAnsweredSince({ answers }: Meeting, body: Body, seat: string): boolean {
  const named = [...answers.keys()]
  const present = new Set(seatsOf(body))
  return named.slice(named.indexOf(seat) + 1).some((other) => !present.has(other))
}

/** It says all of the agenda: what another has arranged meanwhile would be lost. */
function decideArranged(now: Meeting, { over, ...arranged }: Of<'arrange-agenda'>): Decision<MeetingEvent> {
  if (now.status !== 'scheduled') return settled(now)
  if (now.agenda !== undefined && now.agenda.times !== over) return refuse({ code: 'agenda-arranged', by: now.agenda.by, at: now.agenda.at })
  return isFull(now, arranged) ?? accept({ ...arranged, type: 'agenda-arranged' })
}

/** Whatever is struck off is kept, so that it can come back where there is room: it makes room for others, and not for ever. */
function isFull({ agenda }: Meeting, { own, struck }: Pick<Of<'arrange-agenda'>, 'own' | 'struck'>): ReturnType<typeof refuse> | undefined {
  const { standing, ever } = ownItems
  const stood = new Set(agenda === undefined ? [] : standingIn(agenda).map(({ key }) => key))
  const stands = standingIn({ own, struck })
  const come = stands.findLast(({ key }) => !stood.has(key))
  if (come === undefined) return undefined
  if (stands.length > standing && stands.length > stood.size) return refuse({ code: 'agenda-full', text: come.text, most: standing, withStruck: false })
  return own.length > ever && own.length > (agenda?.own.length ?? 0) ? refuse({ code: 'agenda-full', text: come.text, most: ever, withStruck: true }) : undefined
}

const standingIn = ({ own, struck }: Pick<Of<'arrange-agenda'>, 'own' | 'struck'>): Of<'arrange-agenda'>['own'] => own.filter(({ key }) => !struck.includes(key))

/** What is said of a sitting while it goes on or after it: the first word says that it was held. */
function decideSitting(plan: PlanState, now: Meeting, intent: Of<'record-attendance' | 'decide-item' | 'note-item' | 'withdraw-decision' | 'issue-minutes'>, stamp: Stamp): Decision<MeetingEvent | TaskAdded> {
  if (now.status !== 'scheduled' && now.status !== 'held') return settled(now)
  if (now.status === 'scheduled' && now.day > stamp.on) return refuse({ code: 'meeting-ahead', on: now.day })
  if (now.minutes !== undefined) return refuse({ code: 'minutes-issued', on: now.minutes.on })
  const held: MeetingEvent[] = now.status === 'held' ? [] : [{ type: 'meeting-held', meeting: now.id }]
  const item = now.items.length + 1
  switch (intent.type) {
    case 'record-attendance': {
      const body = plan.bodies.get(now.body) ?? { deputies: [], members: [] }
      const { absent, there, besides, chair } = intent
      const stranger = [...absent, ...(there ?? []), ...(chair === undefined || besides.includes(chair) ? [] : [chair])].find((seat) => !hasSeat(body, seat))
      const tooMuch = tooManyBesides(besides)
      if (tooMuch !== undefined) return refuse(tooMuch)
      return stranger === undefined ? accept<MeetingEvent>(...held, { type: 'attendance-recorded', meeting: now.id, absent: [...absent], ...(there === undefined ? {} : { there: [...there] }), besides: [...besides], ...present({ chair }) }) : refuse({ code: 'seat-unknown', seat: stranger })
    }
    case 'note-item': {
      if (now.items.some((each) => 'words' in each && each.words === intent.words)) return accept()
      const made = decidedWith(plan, now, (source) => source?.text === intent.words)
      if (made !== undefined) return refuse({ code: 'decision-made', task: made })
      return intent.words.trim() === '' ? refuse({ code: 'words-missing' }) : accept<MeetingEvent>(...held, { type: 'meeting-noted', meeting: now.id, item, words: intent.words })
    }
    case 'withdraw-decision':
      return decideWithdrawn(plan, now, intent)
    case 'issue-minutes':
      return accept<MeetingEvent>(...held, { type: 'minutes-issued', meeting: now.id, ...present({ number: intent.number }) })
    case 'decide-item': {
      const made = decideItem(plan, now, intent, item, stamp)
      return made.ok ? accept<MeetingEvent | TaskAdded>(...held, ...made.events) : made
    }
  }
}

/** @returns nothing where all of them can be kept */
export function tooManyBesides(besides: readonly string[]): Extract<Refusal, { code: 'besides-too-many' | 'besides-too-long' }> | undefined {
  const { names, length } = besidesAtMost
  const long = besides.find((name) => name.length > length)
  if (long !== undefined) return { code: 'besides-too-long', name: long, most: length }
  return besides.length > names ? { code: 'besides-too-many', names: besides.length, most: names } : undefined
}

/** 议定事项: a task of the plan, with a unit and a day; asked and reported like any other. */
function decideItem(plan: PlanState, now: Meeting, { section, title, words, hash, units, day, about }: Of<'decide-item'>, item: number, { on: today }: Stamp): Decision<TaskAdded> {
  // Nobody is told of a plan before it is handed out.
  if (plan.handedOutOn === undefined) return refuse({ code: 'plan-not-handed-out' })
  if (words.trim() === '') return refuse({ code: 'words-missing' })
  if (units.length === 0) return refuse({ code: 'decision-no-unit' })
  if (day < today) return refuse({ code: 'day-past', day, today })
  const far = outsideYears(plan, day, today)
  if (far !== undefined) return far
  if (about !== undefined && !plan.tasks.has(about)) return refuse({ code: 'task-unknown', asked: String(about), tasks: lastTaskNo(plan) })
  const before = decidedWith(plan, now, (source) => source?.hash === hash)
  if (before !== undefined) return refuse({ code: 'decision-made', task: before })
  const noted = now.items.find((each) => 'words' in each && each.words === words)
  if (noted !== undefined) return refuse({ code: 'decision-noted', note: noteNumber(now, noted.item) })
  const task = TaskNo.parse(lastTaskNo(plan) + 1)
  const source = { id: nextAddedSource(plan), name: section, text: words, hash }
  return accept({ type: 'task-added', task, section, title, due: { kind: 'dated', day, said: '' }, units: [...units], source, origin: { kind: 'meeting', meeting: now.id, item, ...present({ about }) } })
}

/** Of what it decided and did not take back. */
const decidedWith = ({ amended, tasks }: PlanState, { items }: Meeting, isIt: (source: ReturnType<PlanState['amended']['sources']['get']>) => boolean): TaskNo | undefined =>
  items.flatMap((each) => ('task' in each ? [each.task] : [])).find((no) => isIt(amended.sources.get(tasks.get(no)?.source ?? '')))

/** As long as its minutes are not out, and it is not done. */
function decideWithdrawn(plan: PlanState, { id: meeting, items }: Meeting, { task, words }: Of<'withdraw-decision'>): Decision<MeetingEvent> {
  const withdrawn = plan.amended.withdrawn.get(task)
  if (withdrawn !== undefined) return refuse({ code: 'task-withdrawn', task, on: withdrawn.on, ...present({ words: withdrawn.words }) })
  if (!items.some((each) => 'task' in each && each.task === task) || !plan.tasks.has(task)) return refuse({ code: 'task-unknown', asked: String(task), tasks: lastTaskNo(plan) })
  const parts = answerersOf(plan, task).flatMap((unit) => plan.assignments.get(keyOf(task, unit)) ?? [])
  if (parts.length > 0 && parts.every(({ status }) => status === 'accepted')) return refuse({ code: 'task-done', task })
  return words.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'decision-withdrawn', meeting, task, words })
}
