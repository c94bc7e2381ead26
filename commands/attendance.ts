// 签到: who was at a sitting: one press where all are there but those who asked to be excused; each other a press of its own.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { bodyOf, holderOf } from '#src/ledger/body.ts'
import { tooManyBesides } from '#src/ledger/decide-meeting.ts'
import { present } from '#src/ledger/fields.ts'
import { besidesAtMost } from '#src/ledger/meeting.ts'
import { absentIn, attendanceOf, mayHaveChaired, seatsCalled, thereBut, unheardIn, type Attendance } from '#src/meetings/attendance.ts'
import type { Invited } from '#src/meetings/invited.ts'
import { meetingsMeant } from '#src/meetings/meeting-order.ts'
import { attendanceCard, attendedWords, besidesForm, chairForm, type Attended, type Settling } from '#templates/attendance.ts'
import type { Card } from '#templates/card.ts'
import { seatValue } from '#templates/invitation.ts'
import { namedSitting } from '#templates/meeting-names.ts'
import { observersOf } from '#templates/meeting-papers.ts'
import { keepAgenda } from './agenda-kept.ts'
import { askedEarly, isEarly } from './begins-early.ts'
import { carried } from './carried.ts'
import { fieldErrors } from './field-errors.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { papersOf } from './meeting-papers.ts'
import { meetingBefore, likelyMeeting, meetingNow, meetingRun, type MeetingOfPlan } from './meeting-argument.ts'

/** `seat`: whose presence is turned. `absent`: by name, as typed. `settle`: as it stands; `unheard`: what those were who never answered. `chair`: who held it; `chairing`: the form of that. `beside`: the form of 列席. `sure`: though its hour is ahead. `listed`: how many of 列席 the form had room for; the others stay. */
const Args = z.object({
  plan: z.string().max(199).optional(), meeting: z.string().trim().toLowerCase().max(20).optional(),
  seat: z.string().max(3200).optional(), chair: z.string().max(3200).optional(), chairing: z.boolean().default(false), unheard: z.enum(['there', 'away']).default('there'), absent: z.string().max(4000).optional(), settle: z.boolean().default(false), all: z.boolean().default(false),
  beside: z.boolean().default(false), besides: z.string().max(4000).optional(), listed: z.coerce.number().int().min(0).optional(), page: z.coerce.number().int().min(0).max(99).default(0), form: z.boolean().default(false), sure: z.boolean().default(false),
})
type Args = z.infer<typeof Args>

const allThere: ReadonlySet<string> = new Set(['全部到会', '全到', '都到了', '全部到', 'all'])
const away: ReadonlySet<string> = new Set(['缺席', '请假', '未到', 'absent'])
const also: ReadonlySet<string> = new Set(['列席', 'also'])
const chairs: ReadonlySet<string> = new Set(['主持', '主持人', 'chair'])
const apart = (names: string): string[] => names.split(/[、,，;；\s]+/u).map((name) => name.trim()).filter((name) => name !== '')

export const attendance = command({
  name: { zh: '签到', en: 'attendance' },
  also: ['到会', '到会情况'],
  usage: { zh: '签到 m1（缺席：签到 m1 缺席 财政局、住建局）', en: 'attendance m1 (absent: attendance m1 absent 财政局)' },
  about: { zh: '登记到会、缺席、列席、主持人', en: 'record who was there and who chaired it' },
  then: { zh: '记在会议纪要里。', en: 'It stands in the minutes.' },
  group: 'meeting',
  may: 'record-attendance',
  args: Args,
  typed(words) {
    const { named, rest: [how, ...names] } = meetingBefore(words)
    if (how === undefined) return named
    const said = names.join('、')
    // Nobody named is nothing said: what stands is shown.
    return { ...named, ...(allThere.has(how) ? { all: true } : said === '' ? {} : away.has(how) ? { absent: said } : also.has(how) ? { besides: said } : chairs.has(how) ? { chair: said } : {}) }
  },
  async run(args, desk) {
    const meant = await likelyMeeting({ ...args, among: meetingsMeant, run: (of) => runOf('attendance', { ...of, absent: args.absent, besides: args.besides, chair: args.chair }), none: 'open' }, desk)
    if (!meant.ok) return meant.answer
    const stands = standing(meant, desk)
    const sitting = { ...namedSitting(meant.plan, meant.meeting), ...stands }
    if (args.beside && !args.form) return { kind: 'form', form: besidesForm(sitting, stands.besides, desk.lang) }
    if (args.chairing && !args.form && stands.isRecorded && mayHaveChaired(stands).length > 0) return { kind: 'form', form: chairForm(sitting, desk.lang) }
    const isAct = args.seat !== undefined || args.absent !== undefined || args.besides !== undefined || args.chair !== undefined || args.settle || args.all
    return isAct ? attended(args, meant, desk) : { kind: 'card', card: shown(args.page, meant, desk), replaces: args.page > 0 }
  },
})

/** As it is on record; before that with those beside who were asked to report. */
function standing(sitting: MeetingOfPlan, desk: Desk): Attendance {
  const { plan, meeting } = sitting
  const stands = attendanceOf({ plan, directory: desk.directory }, meeting)
  const isOurs = bodyOf(plan, meeting.body)?.convened === true
  return stands.isRecorded || !isOurs ? stands : { ...stands, besides: observersOf(papersOf(sitting, desk)).filter((name) => name.length <= besidesAtMost.length).slice(0, besidesAtMost.names) }
}

function shown(page: number, sitting: MeetingOfPlan, desk: Desk, more: { said?: string; besides?: readonly string[] } = {}, settling = settlingRuns(sitting)): Card {
  const { plan, meeting } = sitting
  const mayRecord = may(desk.asker, 'record-attendance') && meeting.minutes === undefined && (meeting.status === 'held' || (meeting.status === 'scheduled' && meeting.day <= desk.today))
  return attendanceCard({ ...namedSitting(plan, meeting), ...standing(sitting, desk), today: desk.today, page, mayRecord, asksChair: bodyOf(plan, meeting.body)?.convened === true, ...more }, settling, desk.lang)
}

/** @param beside what was said of others, and is recorded with it */
const settlingRuns = (sitting: MeetingOfPlan, beside: Parameters<typeof runOf>[1] = {}): Settling => ({ there: meetingRun('attendance', sitting, { ...beside, settle: true }), away: meetingRun('attendance', sitting, { ...beside, settle: true, unheard: 'away' }) })

async function attended(args: Args, sitting: MeetingOfPlan, desk: Desk): Promise<Answer> {
  const { plan, meeting } = sitting
  const before = standing(sitting, desk)
  const seats = before.seats.map(({ seat }) => seat)
  const named = args.absent === undefined ? undefined : absentCalled(args.absent, seats)
  const chair = args.chair === undefined ? undefined : chairCalled(args.chair, seats)
  const stranger = named?.stranger ?? (args.chair !== undefined && chair === undefined ? args.chair : undefined)
  if (stranger !== undefined) return refused({ code: 'seat-unknown', seat: stranger }, desk)
  const besides = args.besides === undefined ? before.besides : besidesNow(args, before.besides)
  const tooMany = tooManyBesides(besides)
  if (tooMany !== undefined) return args.form ? { kind: 'form-errors', errors: fieldErrors('besides', tooMany, desk) } : refused(tooMany, desk)
  if (leavesOpen(args, before)) return askedOfUnheard(args, besides, sitting, desk)
  const absent = absentOf(args, before, named?.seats).filter((seat) => seat !== chair?.seat)
  if (isEarly(sitting, desk) && !args.sure) return askedEarly(sitting, { begin: await carried(meetingRun('attendance', sitting, { ...saidIn(args), sure: true }), desk), back: meetingRun('attendance', sitting, { page: args.page }) }, desk)
  await keepAgenda(sitting, desk)
  const there = thereBut(absent, before)
  const held = chair?.seat ?? before.chair
  const answer = await recorded(desk.record(plan.id, { type: 'record-attendance', meeting: meeting.id, absent, there, besides, ...present({ chair: held !== undefined && there.includes(held) ? held : undefined }) }), desk,
    () => shown(args.page, meetingNow(sitting, desk), desk, { said: attendedWords(doneBy(args, sitting, { absent, before, named: [...(named?.seats ?? []), ...(chair === undefined ? [] : [chair.seat])], chair }), desk.lang) }),
    meetingRun('attendance', sitting, { absent: args.absent, besides: args.besides, chair: args.chair }))
  return answer.kind === 'card' && answer.card.refused === undefined && !args.form ? { ...answer, replaces: true } : answer
}

/** Said of who sat in or held it alone: of those who never answered nothing is said by that. */
const leavesOpen = ({ seat, absent, settle, all }: Args, before: Attendance): boolean => seat === undefined && absent === undefined && !settle && !all && !before.isRecorded && unheardIn(before).length > 0

/** Whether they came is asked first; what was said is recorded with the answer. */
async function askedOfUnheard(args: Args, besides: readonly string[], sitting: MeetingOfPlan, desk: Desk): Promise<Answer> {
  const { there, away } = settlingRuns(sitting, saidIn(args))
  return answered(shown(args.page, sitting, desk, { besides }, { there: await carried(there, desk), away: await carried(away, desk) }))
}

function doneBy({ seat }: Args, { plan, meeting }: MeetingOfPlan, { absent, before, named, chair }: { absent: readonly string[]; before: Attendance; named: readonly string[]; chair: Invited | undefined }): Attended {
  const unheard = before.isRecorded ? [] : unheardIn(before).filter((each) => each.seat !== seat && !named.includes(each.seat))
  const away = unheard.filter((each) => absent.includes(each.seat)).length
  return present({ seat: seat === undefined ? undefined : { name: holderOf(bodyOf(plan, meeting.body), seat), isThere: !absent.includes(seat) }, chair: chair?.name, unheard: unheard.length === 0 ? undefined : { there: unheard.length - away, away } })
}

/** Typed names join those on record; a form has all of them, or the first that it had room for. */
const besidesNow = ({ besides = '', form, listed }: Args, before: readonly string[]): string[] => [...new Set(form ? [...apart(besides), ...(listed === undefined ? [] : before.slice(listed))] : [...before, ...apart(besides)])]

const saidIn = ({ seat, absent, besides, listed, chair, settle, unheard, all, page, form }: Args): Parameters<typeof runOf>[1] => ({ seat, absent, besides, listed, chair, settle, unheard, all, page, ...(besides === undefined ? {} : { form }) })

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
