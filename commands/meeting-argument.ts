// The sitting that is meant: m1, or with its plan p1/m1; or, where none is named, the one that the hour suggests.
import { z } from 'zod'
import { answered, type Answer, type Desk } from '#src/command.ts'
import type { Day } from '#src/calendar/day.ts'
import { bodyOf } from '#src/ledger/body.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { meetingsAhead } from '#src/meetings/meeting-order.ts'
import type { Run } from '#templates/card.ts'
import { chooseMeeting, namedSitting } from '#templates/meeting-names.ts'
import { bodyUnknown } from './body-argument.ts'
import { dayIn } from './day-argument.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { isPlanCalled, unknownPlan } from './unknown-plan.ts'

/** `meeting`: its number, or a part of the name of its body. */
export const MeetingName = z.object({ plan: z.string().max(200).optional(), meeting: z.string().trim().toLowerCase().max(100) })

const reference = /^(?:(p\d{1,6})[/-])?(m\d{1,6})$/i

export const isMeetingName = (word: string): boolean => reference.test(word)

/** What was typed, m1 or p1/m1, as arguments. */
export function typedMeeting(word: string): { plan?: string; meeting: string } {
  const [, plan, meeting = word] = reference.exec(word) ?? []
  return { meeting: meeting.toLowerCase(), ...(plan === undefined ? {} : { plan: plan.toLowerCase() }) }
}

/** A sitting before the words, where one is named. */
export const meetingBefore = ([first = '', ...rest]: readonly string[]): { named: { plan?: string; meeting?: string }; rest: readonly string[] } => (isMeetingName(first) ? { named: typedMeeting(first), rest } : { named: {}, rest: [first, ...rest].filter((word) => word !== '') })

export type MeetingOfPlan = { plan: PlanState; meeting: Meeting }
type Called = { ok: true; sittings: readonly MeetingOfPlan[] } | { ok: false; answer: Answer }

/** Of that number in the plan that is named, or in each that has one: one at least. */
function meetingsCalled({ plan: asked, meeting: id }: { plan?: string | undefined; meeting: string }, desk: Desk): Called {
  const plans = plansMeant(asked, desk)
  if (!plans.ok) return plans
  const sittings = plans.plans.flatMap((plan): MeetingOfPlan[] => ((meeting) => (meeting === undefined ? [] : [{ plan, meeting }]))(plan.meetings.get(id)))
  return sittings.length > 0 ? { ok: true, sittings } : { ok: false, answer: refused({ code: 'meeting-unknown', asked: id }, desk) }
}

function plansMeant(asked: string | undefined, desk: Desk): { ok: true; plans: readonly PlanState[] } | { ok: false; answer: Answer } {
  if (desk.plans.size === 0) return { ok: false, answer: refused(unknownPlan(desk, asked), desk) }
  const plans = [...desk.plans.values()].filter(isPlanCalled(asked))
  return asked === undefined || plans.length === 1 ? { ok: true, plans } : { ok: false, answer: refused(unknownPlan(desk, asked), desk) }
}

type Found = { ok: true; plan: PlanState; meeting: Meeting; /** Of its body. */ name: string } | { ok: false; answer: Answer }

/** @param again the act with a sitting chosen: where several plans have such a number, or where a body was named, which is no number. `on`: the day it is called for */
export function meetingMeant(named: z.infer<typeof MeetingName> & { on?: string | undefined }, again: (plan: PlanId, meeting: string) => Run, desk: Desk): Found {
  const byBody = isMeetingName(named.meeting) ? [] : aheadOfBody(named, desk)
  if (byBody.length > 0) return { ok: false, answer: chosen(byBody, byBody.map(({ plan, meeting }) => again(plan.id, meeting.id)), desk) }
  const called = meetingsCalled(named, desk)
  if (!called.ok) return called
  const [first, ...others] = called.sittings
  if (first === undefined || others.length > 0) return { ok: false, answer: chosen(called.sittings, called.sittings.map(({ plan, meeting }) => again(plan.id, meeting.id)), desk) }
  return { ok: true, ...first, name: bodyOf(first.plan, first.meeting.body)?.name ?? first.meeting.body }
}

/** Of a body by a part of its name, those to come; of that day alone where there is one on it. */
function aheadOfBody({ plan: asked, meeting: said, on }: { plan?: string | undefined; meeting: string; on?: string | undefined }, desk: Desk): MeetingOfPlan[] {
  const plans = [...desk.plans.values()].filter(isPlanCalled(asked))
  const all = plans.flatMap((plan) => meetingsAhead(plan, desk.today).filter((meeting) => isCalled(bodyOf(plan, meeting.body)?.name ?? '', said)).map((meeting): MeetingOfPlan => ({ plan, meeting })))
  const read = on === undefined ? undefined : dayIn(on, desk.today)
  const then = all.filter(({ meeting }) => read?.ok === true && meeting.day === read.day)
  return (then.length > 0 ? then : all).slice(0, mostChosen)
}

/** So many are chosen from. */
const mostChosen = 20

type Meant = ({ ok: true } & MeetingOfPlan) | { ok: false; answer: Answer }

/** `among`: those that can be meant where none is named, the likeliest first. `first`: where none is named the likeliest is taken, and nobody is asked. `run`: the act with a sitting chosen. */
export type Asked = { plan?: string | undefined; /** Of which body, by a part of its name. */ body?: string | undefined; meeting?: string | undefined; among: (plan: PlanState, today: Day) => readonly Meeting[]; first?: boolean; run: (args: { plan: string; meeting: string }) => Run | Promise<Run>; none: 'ahead' | 'open' }

/** The one that is named; where none is, the likeliest. */
export async function likelyMeeting({ plan, meeting, first: takesFirst = false, run, ...asked }: Asked, desk: Desk): Promise<Meant> {
  const called = meeting === undefined ? meetingsLikely({ plan, ...asked }, desk) : meetingsCalled({ plan, meeting }, desk)
  if (!called.ok) return called
  const { sittings } = called
  const [first, ...others] = sittings
  if (first !== undefined && (others.length === 0 || (takesFirst && meeting === undefined))) return { ok: true, ...first }
  return { ok: false, answer: chosen(sittings, await Promise.all(sittings.map(async (each) => run({ plan: each.plan.id, meeting: each.meeting.id }))), desk) }
}

/** Today's where there are any: one at least. */
function meetingsLikely({ plan: asked, body, among, none }: Pick<Asked, 'plan' | 'body' | 'among' | 'none'>, desk: Desk): Called {
  const plans = plansMeant(asked, desk)
  if (!plans.ok) return plans
  if (body !== undefined && !plans.plans.some((plan) => [...plan.bodies.values()].some(({ name }) => isCalled(name, body)))) return { ok: false, answer: refused(bodyUnknown({ plan: asked, body }, desk), desk) }
  const isMeant = ({ plan, meeting }: MeetingOfPlan): boolean => body === undefined || isCalled(bodyOf(plan, meeting.body)?.name ?? '', body)
  const all = plans.plans.flatMap((plan) => among(plan, desk.today).map((meeting): MeetingOfPlan => ({ plan, meeting }))).filter(isMeant)
  const todays = all.filter(({ meeting }) => meeting.day === desk.today)
  const likely = (todays.length > 0 ? todays : all).toSorted((a, b) => (none === 'ahead' ? 1 : -1) * (a.meeting.day < b.meeting.day ? -1 : a.meeting.day > b.meeting.day ? 1 : 0))
  return likely.length > 0 ? { ok: true, sittings: likely } : { ok: false, answer: refused({ code: 'meeting-none', what: none }, desk) }
}

const isCalled = (name: string, said: string): boolean => name.includes(said) || said.includes(name)

const chosen = (sittings: readonly MeetingOfPlan[], runs: readonly Run[], desk: Desk): Answer =>
  answered(chooseMeeting(sittings.flatMap(({ plan, meeting }, at) => ((run) => (run === undefined ? [] : [{ of: namedSitting(plan, meeting), run }]))(runs[at])), desk.today, desk.lang))

/** As it stands now, after something was recorded. */
export function meetingNow({ plan, meeting }: MeetingOfPlan, desk: Desk): MeetingOfPlan {
  const now = desk.plans.get(plan.id)
  const sitting = now?.meetings.get(meeting.id)
  if (now === undefined || sitting === undefined) throw new Error('a sitting that was found is not in its plan')
  return { plan: now, meeting: sitting }
}

export const meetingRun = (command: string, { plan, meeting }: MeetingOfPlan, args: Parameters<typeof runOf>[1] = {}): Run => runOf(command, { plan: plan.id, meeting: meeting.id, ...args })

/** We call it; of what others call we only record what they said. */
export const isOurs = ({ plan, meeting }: MeetingOfPlan): boolean => bodyOf(plan, meeting.body)?.convened !== false

/** That it stands otherwise than as scheduled. */
export const settledWhy = (sitting: MeetingOfPlan): Extract<Refusal, { code: 'meeting-settled' }> | undefined =>
  sitting.meeting.status === 'scheduled' ? undefined : { code: 'meeting-settled', state: sitting.meeting.status, on: sitting.meeting.settledOn, ...(isOurs(sitting) ? {} : { isOthers: true }) }

/** Why nothing can be said of it, before a person writes it for nothing: it is ahead, it is over otherwise, or its minutes are out. */
export function closedWhy({ plan, meeting }: MeetingOfPlan, today: Day): Refusal | undefined {
  if (meeting.status === 'cancelled' || meeting.status === 'not-held') return settledWhy({ plan, meeting })
  if (meeting.status === 'scheduled' && meeting.day > today) return { code: 'meeting-ahead', on: meeting.day }
  return meeting.minutes === undefined ? undefined : { code: 'minutes-issued', on: meeting.minutes.on }
}
