// 会议改期、取消会议: everybody who was asked to it is told once.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { restOf } from '#src/ledger/decide-meeting.ts'
import { present } from '#src/ledger/fields.ts'
import { Words } from '#src/ledger/ids.ts'
import { CountedAs, isHeldInWordAlone, isSameWhen, type Meeting } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { clausesLost } from '#src/meetings/cadence.ts'
import { concernsOf } from '#src/meetings/concerns.ts'
import { sittingOf, type Sitting } from '#src/meetings/sitting.ts'
import { meetingsAhead } from '#src/meetings/meeting-order.ts'
import type { Card, Run } from '#templates/card.ts'
import { meetingCard } from '#templates/meeting-card.ts'
import { meetingCancelled, meetingMoved } from '#templates/meeting-changed.ts'
import { doubtfulMeeting } from '#templates/meeting-concerns.ts'
import { cancelMeetingForm, cancelReasonMissing, changeMeetingForm } from '#templates/meeting-form.ts'
import { chooseMeeting, namedSitting } from '#templates/meeting-names.ts'
import { heldStands, meetingResorted, passedUnsaid, sortStands } from '#templates/meeting-resorted.ts'
import { meetingWhere } from '#templates/meeting-when.ts'
import { restWords } from './change-review.ts'
import { asShown, dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { fieldErrors } from './field-errors.ts'
import { labelsApart, withAsked } from './labels-typed.ts'
import { isMeetingName, isOurs, meetingMeant, MeetingName, settledWhy, typedMeeting, type MeetingOfPlan } from './meeting-argument.ts'
import { settleMeeting } from './meeting-held.ts'
import { movedByDay } from './moved-by-day.ts'
import { daysOfMove } from './moved-typed.ts'
import { recorded } from './recorded.ts'
import { refused, refusedCard } from './refused.ts'
import { runOf } from './run-of.ts'
import { mendable, whenOf } from './schedule-meeting.ts'
import { sortIn } from './sort-argument.ts'
import { sittingTimeIn } from './time-argument.ts'
import { toldInTime } from './told-in-time.ts'
import { splitAtDay } from './typed-day.ts'
import { whenTyped } from './unread-when.ts'
import { viewOf } from './view-of.ts'

const Changing = z.object({
  ...MeetingName.shape,
  day: z.string().max(40).optional(), time: z.string().max(20).optional(), place: z.string().max(100).optional(),
  /** How often it had been changed when the form was opened. */
  over: z.number().int().min(0).optional(),
  /** What it counts as, where that is put right. */
  sort: CountedAs.optional(),
  /** What it counted as when the form was opened: what is left so is not said. */
  sortWas: CountedAs.optional(),
  /** It was not held on its day, which has been. */
  missed: z.boolean().default(false),
  sure: z.boolean().default(false), form: z.boolean().default(false),
  /** What was typed as its subject, which is not changed with its day. */
  topic: z.string().max(199).default(''),
  /** The form is wanted, with what was written in it. */
  edit: z.boolean().default(false),
})

export const changeMeeting = command({
  name: { zh: '会议改期', en: 'change-meeting' },
  also: ['改期', '会议 改期', '会议 改时间', '会议 改到', 'meeting move', 'meeting change', 'move meeting'],
  usage: { zh: '会议改期 m1 6月20日 15:00 〔地点〕（只改类别：会议改期 m1 专题）', en: 'change-meeting m1 6/20 15:00 〔place〕 (what it counts as: change-meeting m1 special)' },
  about: { zh: '会议改时间、改地点', en: 'give a meeting another day, hour or place' },
  then: { zh: '成员会再收到一次通知，请他们重新答复。', en: 'Members are told once more and answer afresh.' },
  group: 'meeting',
  may: 'change-meeting',
  args: Changing,
  typed(words) {
    const [name = '', ...rest] = daysOfMove(words)
    const { sort, rest: others } = sortIn(rest.map((word) => word.replace(/^(?:会议)?类[别型][：:]/u, '')))
    const labelled = labelsApart(others)
    const { before, day, time, after } = splitAtDay(labelled.words)
    const { place, ...when } = withAsked(whenTyped({ ...present({ day, time }), beside: [...before, ...after] }), labelled)
    return { ...typedMeeting(name), ...when, ...present({ sort }), ...(place === '' ? {} : { place }), ...(labelled.topic === '' ? {} : { topic: labelled.topic.slice(0, 199) }) }
  },
  run: (args, desk) => changing(args, desk),
})

/** What is said of one that is named is done to it; else it is asked which, or the form is opened. */
export async function changing(said: z.input<typeof Changing>, desk: Desk): Promise<Answer> {
  const read = Changing.parse(said)
  const args = { ...read, sort: read.sort === read.sortWas ? undefined : read.sort }
  const ofDay = isMeetingName(args.meeting) ? undefined : await movedByDay({ ...args, on: args.meeting }, desk)
  if (ofDay !== undefined) return ofDay
  if (args.meeting === '') return chosen((plan, meeting) => runOf('change-meeting', { plan, meeting }), desk)
  const found = meetingMeant(args, (plan, meeting) => runOf('change-meeting', { plan, meeting, day: asShown(args.day, desk), time: args.time, place: args.place, sort: args.sort, topic: args.topic === '' ? undefined : args.topic }), desk)
  if (!found.ok) return found.answer
  const { plan, meeting } = found
  const why = settledWhy(found)
  const isSortAlone = args.topic === '' && !args.edit && args.sort !== undefined && isWhenSame(args, meeting, desk)
  if (why?.state === 'held' && !isSortAlone) return answered(heldStands(refusedCard(why, desk), { plan: plan.id, meeting }, desk.lang))
  if (why !== undefined && why.state !== 'held') return refused(why, desk)
  if (isSortAlone) return resorted(args, plan, meeting, desk)
  const isSaid = args.day !== undefined || args.time !== undefined || args.place !== undefined
  if (!isSaid || args.edit || args.topic !== '') return { kind: 'form', form: changeMeetingForm({ plan: plan.id, meeting, name: found.name, today: desk.today, convened: isOurs(found), topic: args.topic, written: present({ day: dayShown(args.day, desk), time: args.time, place: args.place, sort: args.sort }) }, desk.lang) }
  // Who calls it sets its hour and place: we keep its day.
  const day = args.day ?? meeting.day
  const when = meeting.time === '' && (args.time ?? '') === '' ? dayOnly({ ...args, day, place: args.place ?? meeting.place }, desk) : whenOf({ ...args, day, time: args.time ?? meeting.time, place: args.place ?? meeting.place }, plan, desk)
  if (when.ok && isOurs(found) && meeting.day < desk.today && !args.missed) return answered(passedUnsaid(standing(plan, meeting, desk), { day: when.day, again: runOf('change-meeting', { plan: plan.id, meeting: meeting.id, day: when.day, time: when.time, place: when.place, ...present({ sort: args.sort, sortWas: args.sortWas, over: args.over }), missed: true }) }, desk.lang))
  return when.ok ? moved({ ...args, ...when, isPlaceAlone: !args.form && args.day === undefined && args.time === undefined }, plan, meeting, desk) : mendable(when.answer, runOf('change-meeting', { plan: plan.id, meeting: meeting.id, time: args.time, place: args.place, sort: args.sort, edit: true }), desk.lang)
}

/** Of those that are scheduled, where none was named. */
function chosen(run: (plan: string, meeting: string) => Run, desk: Desk): Answer {
  const ahead = [...desk.plans.values()].flatMap((plan) => meetingsAhead(plan, desk.today).map((meeting) => ({ of: namedSitting(plan, meeting), run: run(plan.id, meeting.id) })))
  return ahead.length === 0 ? refused({ code: 'meeting-unknown', asked: '' }, desk) : answered(chooseMeeting(ahead.slice(0, 20), desk.today, desk.lang))
}

/** Neither its day nor its hour nor its place is said to be another. */
function isWhenSame({ day, time, place }: Pick<z.infer<typeof Changing>, 'day' | 'time' | 'place'>, meeting: Meeting, desk: Desk): boolean {
  const is = (said: string | undefined, now: string): boolean => said === undefined || said.trim() === now
  return is(dayShown(day, desk) ?? day, meeting.day) && is(time === undefined ? undefined : (sittingTimeIn(time)?.time ?? time), meeting.time) && is(place, meeting.place)
}

/** Nobody is told: whoever was asked to it has nothing to answer anew. */
function resorted({ sort, over, sortWas }: Pick<z.infer<typeof Changing>, 'sort' | 'over' | 'sortWas'>, plan: PlanState, meeting: Meeting, desk: Desk): Promise<Answer> {
  const { id, day, time, place, changes } = meeting
  const before = { ...meeting }
  return recorded(desk.record(plan.id, { type: 'change-meeting', meeting: id, day, time, place, over: over ?? changes, ...present({ sort, sortOver: sortWas }) }), desk, (did) => (did.length === 0 ? sortStands(standing(plan, meeting, desk), desk.lang) : resortedCard(plan, before, desk)))
}

const resortedCard = (plan: PlanState, before: Meeting, desk: Desk): Card => ((sitting) => meetingResorted(sitting, clausesLost(desk.plans.get(plan.id) ?? plan, before, sitting.meeting), desk.lang))(standing(plan, before, desk))

/** As a form has it, which can show no other. */
const dayShown = (written: string | undefined, { today }: Desk): Meeting['day'] | undefined => ((read) => (read?.ok === true ? read.day : undefined))(written === undefined ? undefined : dayIn(written, today))

function dayOnly({ day: written, place, form }: { day: string; place: string; form: boolean }, desk: Desk): { ok: true; day: Meeting['day']; time: string; place: string } | { ok: false; answer: Answer } {
  const read = dayIn(written, desk.today)
  if (read.ok) return { ok: true, day: read.day, time: '', place: place.trim() }
  return { ok: false, answer: form ? { kind: 'form-errors', errors: fieldErrors('day', dayRefusal(read, desk.today), desk) } : refused(dayRefusal(read, desk.today), desk) }
}

const settledAlready = (sitting: MeetingOfPlan, desk: Desk): Answer | undefined => ((why) => (why === undefined ? undefined : refused(why, desk)))(settledWhy(sitting))

/** `isPlaceAlone`: whatever was typed is taken for a place. */
type When = { day: Meeting['day']; time: string; place: string; asAfternoon?: string; isPlaceAlone: boolean; sort?: CountedAs | undefined; sortWas?: CountedAs | undefined; missed: boolean }

function moved({ day, time, place, over, sure, asAfternoon, isPlaceAlone, sort, sortWas, missed }: When & { over?: number | undefined; sure: boolean }, plan: PlanState, meeting: Meeting, desk: Desk): Answer | Promise<Answer> {
  const body = plan.bodies.get(meeting.body)
  const all = body?.convened === true && day >= desk.today ? concernsOf({ plan, body, day, time, place, is: meeting.id, directory: desk.directoryOn(day), calendar: desk.calendar, plans: [...desk.plans.values()] }) : []
  // Who cannot be told was said when it was called.
  const concerns = all.filter(({ kind }) => kind !== 'few-told')
  const hour = present({ asAfternoon })
  const again = { plan: plan.id, meeting: meeting.id, day, time, place, sort, sortWas, over: over ?? meeting.changes, ...(missed ? { missed } : {}) }
  // Everybody is told once more and answers afresh: words that were meant otherwise are seen before.
  if (!sure && body !== undefined && (concerns.length > 0 || (isPlaceAlone && place !== meeting.place)))
    return answered(doubtfulMeeting({ name: body.name, where: meetingWhere({ day, time, place }, desk.lang, desk.today), concerns, today: desk.today, hour: { time, ...hour }, isMove: true, again: runOf('change-meeting', { ...again, sure: true }), edit: runOf('change-meeting', { plan: plan.id, meeting: meeting.id, day, time, place, sort, edit: true }) }, desk.lang))
  return recorded(desk.record(plan.id, { type: 'change-meeting', meeting: meeting.id, day, time, place, over: again.over, ...present({ sort, sortOver: sortWas }) }), desk, (did) => ((sitting) => (did.length === 0 ? meetingCard(sitting, desk.asker, desk.lang) : isSameWhen(meeting, { day, time, place }) ? resortedCard(plan, meeting, desk) : meetingMoved(sitting, { inTime: toldInTime(plan, sitting.meeting, desk), ...hour }, desk.lang)))(standing(plan, meeting, desk)))
}

const standing = (plan: PlanState, { id }: Meeting, desk: Desk): Sitting => {
  const sitting = sittingOf(viewOf(desk, desk.plans.get(plan.id) ?? plan), id)
  if (sitting === undefined) throw new Error('a meeting that was found is not in its plan')
  return sitting
}

/** `on`: the day it is called for, where its body was named. */
const Cancelling = z.object({ ...MeetingName.shape, on: z.string().max(40).optional(), reason: Words.default(''), which: z.enum(['one', 'rest']).default('one'), form: z.boolean().default(false) })

export const cancelMeeting = command({
  name: { zh: '取消会议', en: 'cancel-meeting' },
  also: ['会议 取消', 'meeting cancel'],
  before: { words: ['取消'], named: isMeetingName },
  usage: { zh: '取消会议 m1 〔之后都取消〕 〔原因〕', en: 'cancel-meeting m1 〔rest〕 〔why〕' },
  about: { zh: '取消已安排的会议', en: 'call a meeting off' },
  then: { zh: '收到过通知的成员会收到一条取消的消息。', en: 'Whoever was asked is told once.' },
  group: 'meeting',
  may: 'cancel-meeting',
  args: Cancelling,
  typed([name = '', ...words]) {
    const { day, before, after } = isMeetingName(name) ? { day: undefined, before: words, after: [] } : splitAtDay(words)
    const [second = '', ...reason] = [...before, ...after]
    const isRest = restWords.has(second.toLowerCase())
    return { ...typedMeeting(name), reason: [...(isRest ? [] : [second]), ...reason].join(' '), ...present({ on: day }), ...(isRest ? { which: 'rest' } : {}) }
  },
  run: (args, desk) => cancelling(args, desk),
})

/** The same of calling off. */
export async function cancelling(said: z.input<typeof Cancelling>, desk: Desk): Promise<Answer> {
  const args = Cancelling.parse(said)
  if (args.meeting === '') return chosen((plan, meeting) => runOf('cancel-meeting', { plan, meeting }), desk)
  const found = meetingMeant(args, (plan, meeting) => runOf('cancel-meeting', { plan, meeting, reason: args.reason, which: args.which }), desk)
  if (!found.ok) return found.answer
  const { plan, meeting } = found
  const settled = settledAlready(found, desk)
  if (settled !== undefined && !isHeldInWordAlone(meeting)) return settled
  // Of one whose day has been nobody is told that it is off: it was not held.
  if (settled !== undefined || (args.which === 'one' && meeting.day < desk.today)) return settleMeeting({ plan: plan.id, meeting: meeting.id, held: false, reason: args.reason, form: args.form, sure: false, mistaken: false }, desk)
  const rest = restOf(plan, meeting)
  if (args.reason.trim() === '') return args.form ? { kind: 'form-errors', errors: cancelReasonMissing(desk.lang, isOurs(found)) } : { kind: 'form', form: cancelMeetingForm({ plan: plan.id, meeting, name: found.name, today: desk.today, convened: isOurs(found), later: rest.length - 1, which: args.which }, desk.lang) }
  const all = args.which === 'rest'
  return recorded(desk.record(plan.id, { type: 'cancel-meeting', meeting: meeting.id, reason: args.reason, ...(all ? { rest: true } : {}) }), desk, () => meetingCancelled(standing(plan, meeting, desk), { meetings: all ? rest : [meeting], reason: args.reason, inTime: toldInTime(plan, meeting, desk) }, desk.lang))
}
