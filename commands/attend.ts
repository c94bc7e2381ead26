// 参会: 参加 in one tap, 请假 with who comes instead; a secretary answers for a member who said it by telephone.
import { z } from 'zod'
import { answered, command, type Answer, type Desk, type Recording } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { present } from '#src/ledger/fields.ts'
import { Words } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { ownSeats, type Invited } from '#src/meetings/invited.ts'
import { sittingOf, type Sitting } from '#src/meetings/sitting.ts'
import { lastToldOf } from '#src/reminders/told-of-sitting.ts'
import { answerForm, answerTaken, invitation, invitationGivenBack, invitationMoved, invitationOff, seatValue } from '#templates/invitation.ts'
import type { Card, Run } from '#templates/card.ts'
import { answeredFor, chooseInvitation } from '#templates/invitation-answers.ts'
import { carried } from './carried.ts'
import { meetingMeant, typedMeeting, isMeetingName } from './meeting-argument.ts'
import { own } from './own-word.ts'
import { recordedAll } from './recorded.ts'
import { refused, refusedCard } from './refused.ts'
import { inButton, runOf } from './run-of.ts'
import { unknownPlan } from './unknown-plan.ts'
import { viewOf } from './view-of.ts'

const Args = z.object({
  plan: z.string().max(200).optional(),
  meeting: z.string().trim().toLowerCase().max(20).optional(),
  /** Left out, the invitation is shown. `behalf`: for a member, in a form. */
  how: z.enum(['coming', 'away', 'note', 'behalf']).optional(),
  /** Whose answer it is; left out, all seats that the asker holds. */
  seat: z.string().trim().max(3001).optional(),
  instead: z.string().trim().max(60).default(''),
  words: Words.default(''),
  /** How often the sitting had been changed when it was asked: what was asked of another day is no answer. */
  over: z.number().int().min(0).optional(),
  form: z.boolean().default(false),
})
type Args = z.infer<typeof Args>

const hows: Readonly<Record<string, 'coming' | 'away'>> = { 参加: 'coming', 参会: 'coming', 出席: 'coming', coming: 'coming', yes: 'coming', 请假: 'away', 不参加: 'away', 缺席: 'away', away: 'away', excused: 'away', no: 'away' }

/** 派李四, 由李四代, 李四代: who comes instead. 派出所有案子 and 由于出差 are reasons. */
function substitute(word: string): string | undefined {
  const [, sent, stands] = /^派(?!出|驻)([\p{Script=Han}·]{2,8}?)(?:参加|代|去)?$|^由(?!于)([\p{Script=Han}·]{2,8}?)(?:参加|代|去)$/u.exec(word) ?? []
  return sent ?? stands
}

export const attend = command({
  name: { zh: '参会', en: 'attend' },
  also: ['参加会议', '会议答复'],
  before: { words: ['请假', '参加', '不参加'], named: isMeetingName, isSaid: true },
  usage: { zh: '参会 m1 参加（或 参会 m1 请假 派李四 出差）', en: 'attend m1 coming (or: attend m1 away)' },
  about: { zh: '答复会议通知：参加、请假、派谁去', en: 'answer an invitation: coming, excused, who comes instead' },
  then: { zh: '会议组织方马上看到；可以再改。', en: 'The office sees it at once; you can change it.' },
  group: 'meeting',
  may: 'see',
  args: Args,
  typed(given) {
    const words = given.flatMap((word) => word.split(/[，,。；;、]+/)).filter((word) => word !== '')
    const named = words.find(isMeetingName)
    const rest = words.filter((word) => word !== named)
    const howOf = (word: string): Args['how'] => own(hows, word.toLowerCase().replace(/了$/, ''))
    const at = rest.findIndex((word) => howOf(word) !== undefined)
    const how = howOf(rest[at] ?? '')
    const [before, after] = at < 0 ? [rest, []] : [rest.slice(0, at), rest.slice(at + 1)]
    const instead = after.flatMap((word) => substitute(word) ?? [])[0]
    const said = after.filter((word) => substitute(word) === undefined).join(' ')
    return {
      ...(named === undefined ? {} : typedMeeting(named)), ...(how === undefined ? {} : { how }), ...(before.length === 0 ? {} : { seat: before.join('') }), ...(instead === undefined ? {} : { instead }), ...(said === '' ? {} : { words: said }),
    }
  },
  run(args, desk) {
    if (desk.plans.size === 0) return refused(unknownPlan(desk, args.plan), desk)
    if (args.meeting === undefined) return waiting(args, desk)
    const found = meetingMeant({ plan: args.plan, meeting: args.meeting }, (plan, meeting) => againWith(args, { plan, meeting }), desk)
    if (!found.ok) return found.answer
    const sitting = sittingOf(viewOf(desk, found.plan), found.meeting.id)
    return sitting === undefined ? refused({ code: 'meeting-unknown', asked: args.meeting }, desk) : ofSitting(args, found.plan, sitting, desk)
  },
})

/** The same answer with what was said in it. */
const againWith = ({ how, seat, instead, words }: Args, of: { plan: string; meeting: string }): Run => runOf('attend', { ...of, how, seat, instead: instead === '' ? undefined : instead, words: words === '' ? undefined : words.slice(0, inButton) })

/** Those to come in which the asker holds a seat: the one that is meant, or a choice. */
function waiting(args: Args, desk: Desk): Answer | Promise<Answer> {
  const own = [...desk.plans.values()].flatMap((plan) => {
    const view = viewOf(desk, plan)
    return [...plan.meetings.values()].flatMap((meeting) => (meeting.status === 'scheduled' && meeting.day >= desk.today ? (sittingOf(view, meeting.id) ?? []) : [])).filter(({ invited }) => ownSeats(invited, desk.asker).length > 0).map((sitting) => ({ plan, sitting }))
  }).toSorted((a, b) => (a.sitting.meeting.day < b.sitting.meeting.day ? -1 : 1))
  const [first, ...others] = own
  if (first !== undefined && others.length === 0) return ofSitting(args, first.plan, first.sitting, desk)
  return answered(chooseInvitation(own.map(({ sitting }) => ({ sitting, run: againWith(args, { plan: sitting.plan, meeting: sitting.meeting.id }) })), desk.today, desk.lang))
}

function ofSitting(args: Args, plan: PlanState, sitting: Sitting, desk: Desk): Answer | Promise<Answer> {
  const { how, seat, instead, words, form } = args
  const { meeting, invited } = sitting
  if (desk.asker === undefined) return refused({ code: 'not-permitted', permission: 'answer-invitation' }, desk)
  const said = { coming: how === 'coming', ...(instead === '' ? {} : { instead }), ...(words.trim() === '' ? {} : { words: words.trim() }) }
  const isAnswer = how === 'coming' || how === 'away'
  if (meeting.status !== 'scheduled' || (isAnswer && args.over !== undefined && args.over !== meeting.changes)) return outOfDate({ ...(isAnswer ? { said } : {}), seat, over: args.over }, sitting, desk.asker, desk)
  const mayForAll = may(desk.asker, 'answer-invitation', [])
  const own = ownSeats(invited, desk.asker)
  const meant = seat === undefined ? own : invited.filter((each) => seatValue(each.seat) === seatValue(seat) || each.name === seat || (each.name.includes(seat) && mayForAll))
  if (how === 'behalf') return mayForAll ? { kind: 'form', form: answerForm(sitting, 'note', invited, desk.lang, true) } : refused({ code: 'not-permitted', permission: 'answer-invitation' }, desk)
  if (how === undefined && seat === undefined) return answered(invitation(sitting, desk.asker, desk.lang, lastTold(sitting, desk.asker, desk)))
  const exact = seat === undefined ? meant : meant.filter((each) => each.name === seat || seatValue(each.seat) === seatValue(seat))
  const seats = exact.length > 0 ? exact : meant
  // Several bear that name: which is meant is chosen in the form.
  if (seat !== undefined && seats.length > 1) return { kind: 'form', form: answerForm(sitting, 'note', seats, desk.lang, true) }
  if (meant.length === 0) return refused({ code: 'seat-unknown', seat: seat ?? desk.asker.name }, desk)
  if (how === undefined || how === 'note' || (how === 'away' && !form && instead === '' && words === '')) return { kind: 'form', form: answerForm(sitting, how === 'away' ? 'away' : 'note', seats, desk.lang, seat !== undefined) }
  return answering(seats, said, plan, sitting, desk)
}

type Said = { coming: boolean; instead?: string; words?: string }

/** What was asked of another day is no answer to this one: the invitation is shown as it stands, with what was written, to be answered with again. */
async function outOfDate({ said, seat, over }: { said?: Said; seat: string | undefined; over: number | undefined }, sitting: Sitting, asker: NonNullable<Desk['asker']>, desk: Desk): Promise<Answer> {
  const { plan, meeting } = sitting
  const isOthers = seat !== undefined
  // Said in the invitation that was pressed, which is one of before.
  if (said === undefined || (said.instead === undefined && said.words === undefined && !isOthers)) return { kind: 'card', card: stood(sitting, asker, over, desk), inMessage: true }
  const again = meeting.status === 'scheduled' ? await carried(runOf('attend', { plan, meeting: meeting.id, seat, how: said.coming ? 'coming' : 'away', instead: said.instead, words: said.words, over: meeting.changes, form: true }), desk) : undefined
  return answered(invitationGivenBack(sitting, asker, { said, ...present({ again, seat: seat === undefined ? undefined : (sitting.invited.find((each) => seatValue(each.seat) === seatValue(seat))?.name ?? seat) }) }, desk.lang))
}

/** As the invitation that was pressed is drawn now, which is one of before. @param over how often it had been changed when that was sent; undefined where nothing was pressed */
function stood(sitting: Sitting, asker: NonNullable<Desk['asker']>, over: number | undefined, { lang }: Desk): Card {
  if (over !== undefined && sitting.meeting.status === 'cancelled') return invitationOff(sitting, lang)
  return over !== undefined && sitting.meeting.status === 'scheduled' ? invitationMoved(sitting, asker, over, lang) : invitation(sitting, asker, lang)
}

/** Undefined where nothing is known of it. */
const lastTold = ({ plan, meeting }: Sitting, { id }: NonNullable<Desk['asker']>, { told }: Desk): number | undefined => ((last) => (last < 0 ? undefined : last))(lastToldOf({ plan, meeting: meeting.id, changes: meeting.changes }, id, told.notice))

/** For every seat that is meant; shown as it stands, or the one refusal. */
async function answering(seats: readonly Invited[], said: Said, plan: PlanState, { meeting }: Sitting, desk: Desk): Promise<Answer> {
  const isOwn = seats.every(({ people }) => people.some(({ id }) => id === desk.asker?.id))
  const recordings = seats.map(({ seat }) => async (): Promise<Recording> => desk.record(plan.id, { type: 'answer-invitation', meeting: meeting.id, seat, ...said }))
  const answer = await recordedAll(recordings, desk, (outcomes) => {
    const refusal = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]))[0]
    if (refusal !== undefined) return refusedCard(refusal, desk)
    const now = sittingOf(viewOf(desk, desk.plans.get(plan.id) ?? plan), meeting.id)
    if (now === undefined || desk.asker === undefined) throw new Error('a meeting that was found is not in its plan')
    return isOwn ? answerTaken(now, desk.asker, desk.lang) : answeredFor(now, seats.map(({ seat }) => seat), desk.lang)
  })
  return answer.kind === 'card' && isOwn ? { ...answer, inMessage: true } : answer
}
