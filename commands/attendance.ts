// 签到: who was at a sitting: one press where all are there but those who asked to be excused; each other a press of its own.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { bodyOf, holderOf } from '#src/ledger/body.ts'
import { tooManyBesides } from '#src/ledger/decide-meeting.ts'
import { present } from '#src/ledger/fields.ts'
import { besidesAtMost } from '#src/ledger/meeting.ts'
import { absentIn, attendanceOf, chairCalled, heldBy, isExcused, mayHaveChaired, seatsCalled, thereBut, unheardIn, type Attendance } from '#src/meetings/attendance.ts'
import { attendanceSaid } from '#src/meetings/attendance-words.ts'
import type { Invited } from '#src/meetings/invited.ts'
import { meetingsMeant } from '#src/meetings/meeting-order.ts'
import { attendanceCard, attendedWords, besidesForm, chairedFromOutside, chairForm, nobodyCame, type Attended, type Otherwise } from '#templates/attendance.ts'
import type { Card, Run } from '#templates/card.ts'
import { seatValue } from '#templates/invitation.ts'
import { namedSitting } from '#templates/meeting-names.ts'
import { observersOf } from '#templates/meeting-papers.ts'
import { keepAgenda } from './agenda-kept.ts'
import { askedEarly, isEarly } from './begins-early.ts'
import { carried } from './carried.ts'
import { fieldErrors } from './field-errors.ts'
import { recorded } from './recorded.ts'
import { refused, refusedCard } from './refused.ts'
import { inButton, runOf } from './run-of.ts'
import { papersOf } from './meeting-papers.ts'
import { closedWhy, meetingBefore, likelyMeeting, meetingNow, meetingRun, settledWhy, type MeetingOfPlan } from './meeting-argument.ts'

/** `seat`: whose presence is turned. `absent`, `there`: by name, as typed. `settle`: as it stands; `unheard`: what those were who never answered. `chair`: who held it; `chairing`: the form of that. `beside`: the form of 列席. `sure`: though its hour is ahead. `listed`: how many of 列席 the form had room for; the others stay. `pending`, `held`: who sat in and held it, said before and recorded with whatever is pressed next. `unread`: what was typed besides. `empty`: though nobody came. */
const Args = z.object({
  plan: z.string().max(199).optional(), meeting: z.string().trim().toLowerCase().max(20).optional(),
  seat: z.string().max(3200).optional(), chair: z.string().max(3200).optional(), chairing: z.boolean().default(false), unheard: z.enum(['there', 'away']).default('there'), absent: z.string().max(4000).optional(), there: z.string().max(4000).optional(), settle: z.boolean().default(false), all: z.boolean().default(false),
  beside: z.boolean().default(false), besides: z.string().max(4000).optional(), listed: z.coerce.number().int().min(0).optional(), page: z.coerce.number().int().min(0).max(99).default(0), form: z.boolean().default(false), sure: z.boolean().default(false),
  pending: z.string().max(9000).optional(), held: z.string().max(3200).optional(), unread: z.string().max(9000).optional(), empty: z.boolean().default(false),
})
type Args = z.infer<typeof Args>

const apart = (names: string): string[] => names.split(/[、,，;；\s]+/u).map((name) => name.trim()).filter((name) => name !== '')

export const attendance = command({
  name: { zh: '签到', en: 'attendance' },
  also: ['到会', '到会情况'],
  usage: { zh: '签到 m1（签到 m1 缺席 财政局、住建局；签到 m1 主持 教育局；签到 m1 列席 县残联）', en: 'attendance m1 (attendance m1 absent 财政局; attendance m1 chair 教育局; attendance m1 also 县残联)' },
  about: { zh: '登记到会、缺席、列席、主持人', en: 'record who was there and who chaired it' },
  then: { zh: '记在会议纪要里。', en: 'It stands in the minutes.' },
  group: 'meeting',
  may: 'record-attendance',
  args: Args,
  typed(words) {
    const { named, rest } = meetingBefore(words)
    const { asks, ...said } = attendanceSaid(rest)
    // Nobody named is nothing said: what stands is shown, or the form of it.
    return { ...named, ...said, ...(asks === 'chair' ? { chairing: true } : asks === 'besides' ? { beside: true } : {}) }
  },
  async run(args, desk) {
    const body = bodyMeant(args, desk)
    const meant = await likelyMeeting({ ...args, ...present({ body }), among: meetingsMeant, run: (of) => carried(runOf('attendance', { ...saidIn(args), ...of }), desk), none: 'open' }, desk)
    if (!meant.ok) return meant.answer
    const off = settledWhy(meant)
    if (off !== undefined && off.state !== 'held') return refused(off, desk)
    const stands = await standing(meant, args, desk)
    if (args.unread !== undefined && body === undefined) return answered(shown(args.page, meant, desk, { stands, unread: args.unread, carry: carryIn(args) }))
    const carry = carryIn(args)
    const sitting = { ...namedSitting(meant.plan, meant.meeting), ...stands }
    if (args.beside && !args.form && mayRecordNow(meant, desk)) return { kind: 'form', form: besidesForm({ ...sitting, proposed: proposedFor(meant, stands, args, desk) }, carry, desk.lang) }
    if (args.chairing && !args.form && mayRecordNow(meant, desk) && mayHaveChaired(stands).length > 0) return { kind: 'form', form: chairForm(sitting, carry, desk.lang) }
    const isAct = args.seat !== undefined || args.absent !== undefined || args.there !== undefined || args.besides !== undefined || args.chair !== undefined || args.settle || args.all
    return isAct ? attended(args, meant, stands, desk) : { kind: 'card', card: shown(args.page, meant, desk, { stands, carry }), replaces: args.page > 0 || carry !== undefined }
  },
})

/** 签到 县教育工作领导小组: whose sitting it is, and nobody who was there. */
const bodyMeant = ({ meeting, unread }: Args, desk: Desk): string | undefined =>
  meeting === undefined && unread !== undefined && [...desk.plans.values()].some(({ bodies }) => [...bodies.values()].some(({ name }) => name.includes(unread))) ? unread : undefined

/** As it is on record; before that with what was said of it. */
async function standing(sitting: MeetingOfPlan, args: Args, desk: Desk): Promise<Attendance> {
  const stands = attendanceOf({ plan: sitting.plan, directory: desk.directory }, sitting.meeting)
  if (stands.isRecorded) return stands
  const pending = await pendingIn(args, desk)
  return heldBy(pending === undefined ? stands : { ...stands, besides: pending }, args.held === undefined ? undefined : chairMeant(args.held, pending === undefined ? stands : { ...stands, besides: pending })?.seat)
}

/** Who was asked to report there without a seat, while nothing is said of who sat in. */
function proposedFor(sitting: MeetingOfPlan, { besides }: Attendance, { pending }: Pick<Args, 'pending'>, desk: Desk): string[] {
  if (besides.length > 0 || pending !== undefined || sitting.meeting.minutes !== undefined || bodyOf(sitting.plan, sitting.meeting.body)?.convened !== true) return []
  return observersOf(papersOf(sitting, desk)).filter((name) => name.length <= besidesAtMost.length).slice(0, besidesAtMost.names)
}

const keptBesides = /^kept:(w\w+)$/

async function pendingIn({ pending }: Args, desk: Desk): Promise<string[] | undefined> {
  if (pending === undefined) return undefined
  const [, id] = keptBesides.exec(pending) ?? []
  const kept = id === undefined ? pending : (await desk.words.find(id))?.args['besides']
  return typeof kept === 'string' ? apart(kept) : undefined
}

/** As every button has it: what is too long for one is kept beside it, once for all of them. */
async function carryOf({ besides, chair }: Attendance, desk: Desk): Promise<Run['args']> {
  const names = besides.join('、')
  const pending = names.length <= inButton ? names : `kept:${await desk.words.keep({ command: 'attendance', args: { besides: names } })}`
  return { pending, ...present({ held: chair === undefined ? undefined : seatValue(chair) }) }
}

const carryIn = ({ pending, held }: Args): Run['args'] | undefined => (pending === undefined && held === undefined ? undefined : present({ pending, held }))

const mayRecordNow = ({ meeting }: MeetingOfPlan, desk: Desk): boolean => may(desk.asker, 'record-attendance') && meeting.minutes === undefined && (meeting.status === 'held' || (meeting.status === 'scheduled' && meeting.day <= desk.today))

function shown(page: number, sitting: MeetingOfPlan, desk: Desk, more: { said?: string; unread?: string; isRecordedBefore?: boolean; otherwise?: Otherwise; stands?: Attendance; carry?: Run['args'] | undefined } = {}): Card {
  const { plan, meeting } = sitting
  const { stands = attendanceOf({ plan, directory: desk.directory }, meeting), carry, ...words } = more
  return attendanceCard({ ...namedSitting(plan, meeting), ...stands, today: desk.today, page, mayRecord: mayRecordNow(sitting, desk), asksChair: bodyOf(plan, meeting.body)?.convened === true, proposed: proposedFor(sitting, stands, present({ pending: carry?.['pending'] === undefined ? undefined : '' }), desk), ...present({ carry }), ...words }, desk.lang)
}

async function attended(args: Args, sitting: MeetingOfPlan, stands: Attendance, desk: Desk): Promise<Answer> {
  const { plan, meeting } = sitting
  const seats = stands.seats.map(({ seat }) => seat)
  const away = args.absent === undefined ? undefined : seatsNamed(args.absent, seats)
  const came = args.there === undefined ? undefined : seatsNamed(args.there, seats)
  const stranger = away?.stranger ?? came?.stranger
  if (stranger !== undefined) return refused({ code: 'seat-unknown', seat: stranger }, desk)
  if (args.settle && stands.isRecorded) return { kind: 'card', card: shown(args.page, sitting, desk, { isRecordedBefore: true }), replaces: true }
  const besides = besidesNow(args, stands, () => proposedFor(sitting, stands, args, desk))
  const chair = args.chair === undefined ? undefined : chairMeant(args.chair, { ...stands, besides })
  if (args.chair !== undefined && chair === undefined) return notSeated(args.chair, args, sitting, desk)
  const tooMany = tooManyBesides(besides)
  if (tooMany !== undefined) return args.form ? { kind: 'form-errors', errors: fieldErrors('besides', tooMany, desk) } : refused(tooMany, desk)
  const before = heldBy({ ...stands, besides }, chair?.seat)
  if (leavesOpen(args, before)) return askedOfUnheard(args, before, sitting, desk)
  const absent = absentOf(args, before, { away: away?.seats, came: came?.seats }).filter((seat) => seat !== chair?.seat)
  const there = thereBut(absent, before)
  if (there.length === 0 && seats.length > 0 && !before.isRecorded && !args.empty) return askedOfEmpty(args, sitting, desk)
  if (isEarly(sitting, desk) && !args.sure) return askedEarly(sitting, { begin: await carried(meetingRun('attendance', sitting, { ...saidIn(args), sure: true }), desk), back: meetingRun('attendance', sitting, { page: args.page, ...carryIn(args) }) }, desk)
  const otherwise = await otherwiseOf(args, before, { absent, named: [...(away?.seats ?? []), ...(came?.seats ?? [])] }, sitting, desk)
  // Kept before anything is recorded: what fails here was not begun.
  const again = await carried(meetingRun('attendance', sitting, saidIn(args)), desk)
  await keepAgenda(sitting, desk)
  const held = before.chair
  const answer = await recorded(desk.record(plan.id, { type: 'record-attendance', meeting: meeting.id, absent, there, besides, ...present({ chair: held !== undefined && (there.includes(held) || besides.includes(held)) ? held : undefined }) }), desk,
    () => shown(args.page, meetingNow(sitting, desk), desk, { said: attendedWords(doneBy(args, sitting, { absent, before, named: [...(away?.seats ?? []), ...(came?.seats ?? [])], chair, isTurned: chair !== undefined && stands.isRecorded && absentIn(stands).includes(chair.seat) }), desk.lang), ...present({ otherwise }) }),
    again)
  return answer.kind === 'card' && answer.card.refused === undefined && !args.form ? { ...answer, replaces: true } : answer
}

/** Said of who sat in or held it alone: of those who never answered nothing is said by that. */
const leavesOpen = ({ seat, absent, there, settle, all }: Args, before: Attendance): boolean => seat === undefined && absent === undefined && there === undefined && !settle && !all && !before.isRecorded && unheardIn(before).length > 0

/** A sitting to which nobody came has seldom been one: asked first, for it would count as held. */
const askedOfEmpty = async (args: Args, sitting: MeetingOfPlan, desk: Desk): Promise<Answer> => ({
  kind: 'card', replaces: true,
  card: nobodyCame(namedSitting(sitting.plan, sitting.meeting), { notHeld: meetingRun('meeting-held', sitting, { held: false }), anyway: await carried(meetingRun('attendance', sitting, { ...saidIn(args), empty: true }), desk), back: meetingRun('attendance', sitting, { page: args.page, ...carryIn(args) }) }, desk.lang),
})

/** Whoever held it without a seat sat in. */
function notSeated(name: string, args: Args, sitting: MeetingOfPlan, desk: Desk): Answer {
  const no = refusedCard({ code: 'seat-unknown', seat: name }, desk)
  return answered(name.length > besidesAtMost.length || /[、]/u.test(name) ? no : chairedFromOutside(no, meetingRun('attendance', sitting, { ...carryIn(args), besides: name, chair: name }), desk.lang))
}

/** Whether they came is asked first; what was said is recorded with the answer, whichever button gives it. */
async function askedOfUnheard({ page, form, pending, held }: Args, stands: Attendance, sitting: MeetingOfPlan, desk: Desk): Promise<Answer> {
  const closed = closedWhy(sitting, desk.today)
  if (closed !== undefined) return refused(closed, desk)
  const card = shown(page, sitting, desk, { stands, carry: await carryOf(stands, desk) })
  return { kind: 'card', card, replaces: !form && (pending !== undefined || held !== undefined) }
}

/** With a name that is pressed those who never answered are recorded too: all of them the other way is one press. */
async function otherwiseOf({ seat, page }: Args, before: Attendance, { absent, named }: { absent: readonly string[]; named: readonly string[] }, sitting: MeetingOfPlan, desk: Desk): Promise<Otherwise | undefined> {
  const unheard = before.isRecorded ? [] : unheardIn(before).flatMap((each) => (each.seat === seat || named.includes(each.seat) ? [] : [each.seat]))
  const there = unheard.filter((each) => !absent.includes(each))
  if (unheard.length === 0 || (there.length > 0 && there.length < unheard.length)) return undefined
  const as = there.length > 0 ? 'away' : 'there'
  return { as, run: await carried(meetingRun('attendance', sitting, { [as === 'away' ? 'absent' : 'there']: unheard.join('、'), page }), desk) }
}

type Done = { absent: readonly string[]; before: Attendance; named: readonly string[]; chair: Invited | undefined; /** It was on record as away. */ isTurned: boolean }

function doneBy({ seat, besides }: Args, { plan, meeting }: MeetingOfPlan, { absent, before, named, chair, isTurned }: Done): Attended {
  const unheard = before.isRecorded ? [] : unheardIn(before).filter((each) => each.seat !== seat && !named.includes(each.seat))
  const away = unheard.filter((each) => absent.includes(each.seat)).length
  const isSaid = besides !== undefined || !before.isRecorded
  return present({
    seat: seat === undefined ? undefined : { name: holderOf(bodyOf(plan, meeting.body), seat), isThere: !absent.includes(seat) }, chair: chair?.name, isTurned: isTurned ? true : undefined,
    unheard: unheard.length === 0 ? undefined : { there: unheard.length - away, away }, besides: isSaid && before.besides.length > 0 ? before.besides.length : undefined,
  })
}

/** Typed names join those on record and those that were proposed; a form has all of them, or the first that it had room for. What was proposed is taken in by a press for all, and not by a single name. */
function besidesNow({ besides, form, listed, settle, all }: Args, stands: Attendance, proposed: () => readonly string[]): string[] {
  const before = stands.isRecorded || (besides === undefined && !settle && !all) || form ? stands.besides : [...stands.besides, ...proposed()]
  if (besides === undefined) return [...before]
  return [...new Set(form ? [...apart(besides), ...(listed === undefined ? [] : before.slice(listed))] : [...before, ...apart(besides)])]
}

const saidIn = ({ seat, absent, there, besides, listed, chair, settle, unheard, all, page, form, pending, held, unread, empty }: Args): Parameters<typeof runOf>[1] => ({
  seat, absent, there, besides, listed, chair, pending, held, unread, ...(empty ? { empty } : {}), ...(settle ? { settle, unheard } : {}), ...(all ? { all } : {}), ...(page > 0 ? { page } : {}), ...(besides !== undefined && form ? { form } : {}),
})

function absentOf({ seat, all, settle, unheard }: Args, before: Attendance, { away, came }: { away: readonly string[] | undefined; came: readonly string[] | undefined }): string[] {
  const now = absentIn(before)
  if (all) return []
  if (settle && unheard === 'away') return [...now, ...unheardIn(before).map((each) => each.seat)]
  // Who was excused stays excused, whoever else is missing.
  if (away !== undefined && came === undefined) return [...new Set([...now, ...away])]
  if (came !== undefined) return [...new Set([...away ?? [], ...(before.isRecorded ? now : before.seats.filter((each) => !isExcused(each)).map((each) => each.seat.seat)), ...now])].filter((each) => !came.includes(each))
  if (seat === undefined) return now
  return now.includes(seat) ? now.filter((each) => each !== seat) : [...now, seat]
}

function seatsNamed(said: string, seats: readonly Invited[]): { seats: string[]; stranger?: string } {
  const found = apart(said).map((name) => ({ name, seats: seatsCalled(name, seats) }))
  const stranger = found.find(({ seats: meant }) => meant.length === 0)?.name
  return { seats: [...new Set(found.flatMap((each) => each.seats.map(({ seat }) => seat)))], ...(stranger === undefined ? {} : { stranger }) }
}

/** As a button or a form's choice has it, or by name. */
const chairMeant = (said: string, of: Attendance): Invited | undefined => mayHaveChaired(of).find(({ seat }) => seatValue(seat) === seatValue(said)) ?? chairCalled(said, of)
