// 签到: who was at a sitting: one press where all are there but those who asked to be excused; each other a press of its own.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { bodyOf, holderOf } from '#src/ledger/body.ts'
import { tooManyBesides } from '#src/ledger/decide-meeting.ts'
import { present } from '#src/ledger/fields.ts'
import { besidesAtMost } from '#src/ledger/meeting.ts'
import { absentIn, attendanceOf, heldBy, mayHaveChaired, seatsCalled, thereBut, unheardIn, type Attendance } from '#src/meetings/attendance.ts'
import { attendanceSaid } from '#src/meetings/attendance-words.ts'
import type { Invited } from '#src/meetings/invited.ts'
import { meetingsMeant } from '#src/meetings/meeting-order.ts'
import { attendanceCard, attendedWords, besidesForm, chairForm, type Attended } from '#templates/attendance.ts'
import type { Card, Run } from '#templates/card.ts'
import { seatValue } from '#templates/invitation.ts'
import { namedSitting } from '#templates/meeting-names.ts'
import { observersOf } from '#templates/meeting-papers.ts'
import { keepAgenda } from './agenda-kept.ts'
import { askedEarly, isEarly } from './begins-early.ts'
import { carried } from './carried.ts'
import { fieldErrors } from './field-errors.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { inButton, runOf } from './run-of.ts'
import { papersOf } from './meeting-papers.ts'
import { closedWhy, meetingBefore, likelyMeeting, meetingNow, meetingRun, type MeetingOfPlan } from './meeting-argument.ts'

/** `seat`: whose presence is turned. `absent`: by name, as typed. `settle`: as it stands; `unheard`: what those were who never answered. `chair`: who held it; `chairing`: the form of that. `beside`: the form of 列席. `sure`: though its hour is ahead. `listed`: how many of 列席 the form had room for; the others stay. `pending`, `held`: who sat in and held it, said before and recorded with whatever is pressed next. `unread`: what was typed besides. */
const Args = z.object({
  plan: z.string().max(199).optional(), meeting: z.string().trim().toLowerCase().max(20).optional(),
  seat: z.string().max(3200).optional(), chair: z.string().max(3200).optional(), chairing: z.boolean().default(false), unheard: z.enum(['there', 'away']).default('there'), absent: z.string().max(4000).optional(), settle: z.boolean().default(false), all: z.boolean().default(false),
  beside: z.boolean().default(false), besides: z.string().max(4000).optional(), listed: z.coerce.number().int().min(0).optional(), page: z.coerce.number().int().min(0).max(99).default(0), form: z.boolean().default(false), sure: z.boolean().default(false),
  pending: z.string().max(9000).optional(), held: z.string().max(3200).optional(), unread: z.string().max(9000).optional(),
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
    const stands = await standing(meant, args, desk)
    if (args.unread !== undefined && body === undefined) return answered(shown(args.page, meant, desk, { stands, unread: args.unread }))
    const carry = carryIn(args)
    const sitting = { ...namedSitting(meant.plan, meant.meeting), ...stands }
    if (args.beside && !args.form && mayRecordNow(meant, desk)) return { kind: 'form', form: besidesForm(sitting, carry, desk.lang) }
    if (args.chairing && !args.form && mayRecordNow(meant, desk) && mayHaveChaired(stands).length > 0) return { kind: 'form', form: chairForm(sitting, carry, desk.lang) }
    const isAct = args.seat !== undefined || args.absent !== undefined || args.besides !== undefined || args.chair !== undefined || args.settle || args.all
    return isAct ? attended(args, meant, stands, desk) : { kind: 'card', card: shown(args.page, meant, desk, { stands, carry }), replaces: args.page > 0 || carry !== undefined }
  },
})

/** 签到 县教育工作领导小组: whose sitting it is, and nobody who was there. */
const bodyMeant = ({ meeting, unread }: Args, desk: Desk): string | undefined =>
  meeting === undefined && unread !== undefined && [...desk.plans.values()].some(({ bodies }) => [...bodies.values()].some(({ name }) => name.includes(unread))) ? unread : undefined

/** As it is on record; before that with what was said of it, and those beside who were asked to report. */
async function standing(sitting: MeetingOfPlan, args: Args, desk: Desk): Promise<Attendance> {
  const stands = standingNow(sitting, desk)
  if (stands.isRecorded) return stands
  const pending = await pendingIn(args, desk)
  return heldBy(pending === undefined ? stands : { ...stands, besides: pending }, args.held === undefined ? undefined : chairCalled(args.held, stands.seats.map(({ seat }) => seat))?.seat)
}

function standingNow(sitting: MeetingOfPlan, desk: Desk): Attendance {
  const { plan, meeting } = sitting
  const stands = attendanceOf({ plan, directory: desk.directory }, meeting)
  const isOurs = bodyOf(plan, meeting.body)?.convened === true
  return stands.isRecorded || !isOurs ? stands : { ...stands, besides: observersOf(papersOf(sitting, desk)).filter((name) => name.length <= besidesAtMost.length).slice(0, besidesAtMost.names) }
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

function shown(page: number, sitting: MeetingOfPlan, desk: Desk, more: { said?: string; unread?: string; stands?: Attendance; carry?: Run['args'] | undefined } = {}): Card {
  const { plan, meeting } = sitting
  const { stands = standingNow(sitting, desk), carry, ...words } = more
  return attendanceCard({ ...namedSitting(plan, meeting), ...stands, today: desk.today, page, mayRecord: mayRecordNow(sitting, desk), asksChair: bodyOf(plan, meeting.body)?.convened === true, ...present({ carry }), ...words }, desk.lang)
}

async function attended(args: Args, sitting: MeetingOfPlan, stands: Attendance, desk: Desk): Promise<Answer> {
  const { plan, meeting } = sitting
  const seats = stands.seats.map(({ seat }) => seat)
  const named = args.absent === undefined ? undefined : absentCalled(args.absent, seats)
  const chair = args.chair === undefined ? undefined : chairCalled(args.chair, seats)
  const stranger = named?.stranger ?? (args.chair !== undefined && chair === undefined ? args.chair : undefined)
  if (stranger !== undefined) return refused({ code: 'seat-unknown', seat: stranger }, desk)
  const besides = args.besides === undefined ? stands.besides : besidesNow(args, stands.besides)
  const tooMany = tooManyBesides(besides)
  if (tooMany !== undefined) return args.form ? { kind: 'form-errors', errors: fieldErrors('besides', tooMany, desk) } : refused(tooMany, desk)
  const before = heldBy({ ...stands, besides }, chair?.seat)
  if (leavesOpen(args, before)) return askedOfUnheard(args, before, sitting, desk)
  const absent = absentOf(args, before, named?.seats).filter((seat) => seat !== chair?.seat)
  if (isEarly(sitting, desk) && !args.sure) return askedEarly(sitting, { begin: await carried(meetingRun('attendance', sitting, { ...saidIn(args), sure: true }), desk), back: meetingRun('attendance', sitting, { page: args.page, ...carryIn(args) }) }, desk)
  await keepAgenda(sitting, desk)
  const there = thereBut(absent, before)
  const held = before.chair
  const answer = await recorded(desk.record(plan.id, { type: 'record-attendance', meeting: meeting.id, absent, there, besides, ...present({ chair: held !== undefined && there.includes(held) ? held : undefined }) }), desk,
    () => shown(args.page, meetingNow(sitting, desk), desk, { said: attendedWords(doneBy(args, sitting, { absent, before, named: named?.seats ?? [], chair }), desk.lang) }),
    await carried(meetingRun('attendance', sitting, saidIn(args)), desk))
  return answer.kind === 'card' && answer.card.refused === undefined && !args.form ? { ...answer, replaces: true } : answer
}

/** Said of who sat in or held it alone: of those who never answered nothing is said by that. */
const leavesOpen = ({ seat, absent, settle, all }: Args, before: Attendance): boolean => seat === undefined && absent === undefined && !settle && !all && !before.isRecorded && unheardIn(before).length > 0

/** Whether they came is asked first; what was said is recorded with the answer, whichever button gives it. */
async function askedOfUnheard({ page, form, pending, held }: Args, stands: Attendance, sitting: MeetingOfPlan, desk: Desk): Promise<Answer> {
  const closed = closedWhy(sitting, desk.today)
  if (closed !== undefined) return refused(closed, desk)
  const card = shown(page, sitting, desk, { stands, carry: await carryOf(stands, desk) })
  return { kind: 'card', card, replaces: !form && (pending !== undefined || held !== undefined) }
}

type Done = { absent: readonly string[]; before: Attendance; named: readonly string[]; chair: Invited | undefined }

function doneBy({ seat, besides }: Args, { plan, meeting }: MeetingOfPlan, { absent, before, named, chair }: Done): Attended {
  const unheard = before.isRecorded ? [] : unheardIn(before).filter((each) => each.seat !== seat && !named.includes(each.seat))
  const away = unheard.filter((each) => absent.includes(each.seat)).length
  const isSaid = besides !== undefined || !before.isRecorded
  return present({
    seat: seat === undefined ? undefined : { name: holderOf(bodyOf(plan, meeting.body), seat), isThere: !absent.includes(seat) }, chair: chair?.name,
    unheard: unheard.length === 0 ? undefined : { there: unheard.length - away, away }, besides: isSaid && before.besides.length > 0 ? before.besides.length : undefined,
  })
}

/** Typed names join those on record; a form has all of them, or the first that it had room for. */
const besidesNow = ({ besides = '', form, listed }: Args, before: readonly string[]): string[] => [...new Set(form ? [...apart(besides), ...(listed === undefined ? [] : before.slice(listed))] : [...before, ...apart(besides)])]

const saidIn = ({ seat, absent, besides, listed, chair, settle, unheard, all, page, form, pending, held, unread }: Args): Parameters<typeof runOf>[1] => ({
  seat, absent, besides, listed, chair, pending, held, unread, ...(settle ? { settle, unheard } : {}), ...(all ? { all } : {}), ...(page > 0 ? { page } : {}), ...(besides !== undefined && form ? { form } : {}),
})

function absentOf({ seat, all, settle, unheard }: Args, before: Attendance, named: readonly string[] | undefined): string[] {
  const now = absentIn(before)
  if (all) return []
  if (settle && unheard === 'away' && !before.isRecorded) return [...now, ...unheardIn(before).map((each) => each.seat)]
  // Who was excused stays excused, whoever else is missing.
  if (named !== undefined) return [...new Set([...now, ...named])]
  if (seat === undefined) return now
  return now.includes(seat) ? now.filter((each) => each !== seat) : [...now, seat]
}

function absentCalled(said: string, seats: readonly Invited[]): { seats: string[]; stranger?: string } {
  const found = apart(said).map((name) => ({ name, seats: seatsCalled(name, seats) }))
  const stranger = found.find(({ seats: meant }) => meant.length === 0)?.name
  return { seats: [...new Set(found.flatMap((each) => each.seats.map(({ seat }) => seat)))], ...(stranger === undefined ? {} : { stranger }) }
}

/** As a form's choice has it, or by a name that one seat alone can mean. */
function chairCalled(said: string, seats: readonly Invited[]): Invited | undefined {
  const chosen = seats.find(({ seat }) => seatValue(seat) === seatValue(said))
  const [called, ...others] = chosen === undefined ? seatsCalled(said, seats) : [chosen]
  return others.length === 0 ? called : undefined
}
