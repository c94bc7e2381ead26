// 签到: who was at a sitting: one press where all are there but those who asked to be excused; each other a press of its own.
import { z } from 'zod'
import { command, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { bodyOf, holderOf } from '#src/ledger/body.ts'
import { tooManyBesides } from '#src/ledger/decide-meeting.ts'
import { absentIn, attendanceOf, seatsCalled, thereBut } from '#src/meetings/attendance.ts'
import type { Invited } from '#src/meetings/invited.ts'
import { meetingsMeant } from '#src/meetings/meeting-order.ts'
import { attendanceCard, attendedWords, besidesForm } from '#templates/attendance.ts'
import type { Card } from '#templates/card.ts'
import { namedSitting } from '#templates/meeting-names.ts'
import { keepAgenda } from './agenda-kept.ts'
import { askedEarly, isEarly } from './begins-early.ts'
import { carried } from './carried.ts'
import { fieldErrors } from './field-errors.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { meetingBefore, likelyMeeting, meetingNow, meetingRun, type MeetingOfPlan } from './meeting-argument.ts'

/** `seat`: whose presence is turned. `absent`: by name, as typed. `settle`: as it stands. `beside`: the form of 列席. `sure`: though its hour is ahead. `listed`: how many of 列席 the form had room for; the others stay. */
const Args = z.object({
  plan: z.string().max(199).optional(), meeting: z.string().trim().toLowerCase().max(20).optional(),
  seat: z.string().max(3200).optional(), absent: z.string().max(4000).optional(), settle: z.boolean().default(false), all: z.boolean().default(false),
  beside: z.boolean().default(false), besides: z.string().max(4000).optional(), listed: z.coerce.number().int().min(0).optional(), page: z.coerce.number().int().min(0).max(99).default(0), form: z.boolean().default(false), sure: z.boolean().default(false),
})
type Args = z.infer<typeof Args>

const allThere: ReadonlySet<string> = new Set(['全部到会', '全到', '都到了', '全部到', 'all'])
const away: ReadonlySet<string> = new Set(['缺席', '请假', '未到', 'absent'])
const also: ReadonlySet<string> = new Set(['列席', 'also'])
const apart = (names: string): string[] => names.split(/[、,，;；\s]+/u).map((name) => name.trim()).filter((name) => name !== '')

export const attendance = command({
  name: { zh: '签到', en: 'attendance' },
  also: ['到会', '到会情况'],
  usage: { zh: '签到 m1（缺席：签到 m1 缺席 财政局、住建局）', en: 'attendance m1 (absent: attendance m1 absent 财政局)' },
  about: { zh: '登记到会、缺席、列席；请假的已先记上', en: 'record who was there; those who asked to be excused are counted out already' },
  then: { zh: '记在会议纪要里。', en: 'It stands in the minutes.' },
  group: 'meeting',
  may: 'record-attendance',
  args: Args,
  typed(words) {
    const { named, rest: [how, ...names] } = meetingBefore(words)
    if (how === undefined) return named
    const said = names.join('、')
    // Nobody named is nothing said: what stands is shown.
    return { ...named, ...(allThere.has(how) ? { all: true } : said === '' ? {} : away.has(how) ? { absent: said } : also.has(how) ? { besides: said } : {}) }
  },
  async run(args, desk) {
    const meant = await likelyMeeting({ ...args, among: meetingsMeant, run: (of) => runOf('attendance', { ...of, absent: args.absent, besides: args.besides }), none: 'open' }, desk)
    if (!meant.ok) return meant.answer
    if (args.beside && !args.form) return { kind: 'form', form: besidesForm(namedSitting(meant.plan, meant.meeting), meant.meeting.attendance?.besides ?? [], desk.lang) }
    const isAct = args.seat !== undefined || args.absent !== undefined || args.besides !== undefined || args.settle || args.all
    return isAct ? attended(args, meant, desk) : { kind: 'card', card: shown(args.page, meant, desk), replaces: args.page > 0 }
  },
})

function shown(page: number, { plan, meeting }: MeetingOfPlan, desk: Desk, said?: string): Card {
  const mayRecord = may(desk.asker, 'record-attendance') && meeting.minutes === undefined && (meeting.status === 'held' || (meeting.status === 'scheduled' && meeting.day <= desk.today))
  return attendanceCard({ ...namedSitting(plan, meeting), ...attendanceOf({ plan, directory: desk.directory }, meeting), today: desk.today, page, mayRecord, ...(said === undefined ? {} : { said }) }, desk.lang)
}

async function attended(args: Args, sitting: MeetingOfPlan, desk: Desk): Promise<Answer> {
  const { plan, meeting } = sitting
  const before = attendanceOf({ plan, directory: desk.directory }, meeting)
  const named = args.absent === undefined ? undefined : absentCalled(args.absent, before.seats.map(({ seat }) => seat))
  if (named?.stranger !== undefined) return refused({ code: 'seat-unknown', seat: named.stranger }, desk)
  const absent = absentOf(args, absentIn(before), named?.seats)
  const besides = args.besides === undefined ? before.besides : besidesNow(args, before.besides)
  const tooMany = tooManyBesides(besides)
  if (tooMany !== undefined) return args.form ? { kind: 'form-errors', errors: fieldErrors('besides', tooMany, desk) } : refused(tooMany, desk)
  if (isEarly(sitting, desk) && !args.sure) return askedEarly(sitting, { begin: await carried(meetingRun('attendance', sitting, { ...saidIn(args), sure: true }), desk), back: meetingRun('attendance', sitting, { page: args.page }) }, desk)
  await keepAgenda(sitting, desk)
  const answer = await recorded(desk.record(plan.id, { type: 'record-attendance', meeting: meeting.id, absent, there: thereBut(absent, before), besides }), desk, () => {
    const seat = args.seat === undefined ? undefined : { name: holderOf(bodyOf(plan, meeting.body), args.seat), isThere: !absent.includes(args.seat) }
    return shown(args.page, meetingNow(sitting, desk), desk, attendedWords(seat, desk.lang))
  }, meetingRun('attendance', sitting, { absent: args.absent, besides: args.besides }))
  return answer.kind === 'card' && answer.card.refused === undefined && !args.form ? { ...answer, replaces: true } : answer
}

/** Typed names join those on record; a form has all of them, or the first that it had room for. */
const besidesNow = ({ besides = '', form, listed }: Args, before: readonly string[]): string[] => [...new Set(form ? [...apart(besides), ...(listed === undefined ? [] : before.slice(listed))] : [...before, ...apart(besides)])]

const saidIn = ({ seat, absent, besides, listed, settle, all, page }: Args): Parameters<typeof runOf>[1] => ({ seat, absent, besides, listed, settle, all, page })

function absentOf({ seat, all }: Args, now: readonly string[], named: readonly string[] | undefined): string[] {
  if (all) return []
  // Who was excused stays excused, whoever else is missing.
  if (named !== undefined) return [...new Set([...now, ...named])]
  if (seat === undefined) return [...now]
  return now.includes(seat) ? now.filter((each) => each !== seat) : [...now, seat]
}

function absentCalled(said: string, seats: readonly Invited[]): { seats: string[]; stranger?: string } {
  const found = apart(said).map((name) => ({ name, seats: seatsCalled(name, seats) }))
  const stranger = found.find(({ seats: meant }) => meant.length === 0)?.name
  return { seats: [...new Set(found.flatMap((each) => each.seats.map(({ seat }) => seat)))], ...(stranger === undefined ? {} : { stranger }) }
}
