// The sitting that is meant: m1, p1/m1; or, where none is named, the one that the hour suggests.
import { answered, type Answer, type Desk } from '#src/command.ts'
import type { Day } from '#src/calendar/day.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import type { Run } from '#templates/card.ts'
import { chooseSitting, namedSitting } from '#templates/meeting-names.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'

export type Sitting = { plan: PlanState; meeting: Meeting }
type Meant = ({ ok: true } & Sitting) | { ok: false; answer: Answer }

/** `among`: those that can be meant where none is named, the likeliest first. `first`: the likeliest is taken, and nobody is asked. */
export type Asked = { plan?: string | undefined; meeting?: string | undefined; among: (plan: PlanState, today: Day) => readonly Meeting[]; first?: boolean; run: (args: { plan: string; meeting: string }) => Run | Promise<Run>; none: 'ahead' | 'open' }

/** Whether a word names a sitting: m1, p1/m1. */
export const namesSitting = (word: string | undefined): boolean => /^(?:p\d{1,6}[/-])?m\d{1,6}$/i.test(word ?? '')

/** What a typed name of one says. */
export function sittingNamed(word: string): { plan?: string; meeting: string } {
  const [, plan, meeting = word] = /^(p\d{1,6})[/-](.+)$/i.exec(word) ?? []
  return { meeting: meeting.toLowerCase(), ...(plan === undefined ? {} : { plan: plan.toLowerCase() }) }
}

/** A sitting before the words, where one is named. */
export const sittingBefore = ([first = '', ...rest]: readonly string[]): { named: { plan?: string; meeting?: string }; rest: readonly string[] } => (namesSitting(first) ? { named: sittingNamed(first), rest } : { named: {}, rest: [first, ...rest].filter((word) => word !== '') })

export async function sittingMeant({ plan: ofPlan, meeting: named, among, first: takesFirst = false, run, none }: Asked, desk: Desk): Promise<Meant> {
  if (desk.plans.size === 0) return { ok: false, answer: refused({ code: 'plan-none' }, desk) }
  const plans = [...desk.plans.values()].filter(({ id, title }) => ofPlan === undefined || id === ofPlan || title.includes(ofPlan))
  const found = plans.flatMap((plan) => (named === undefined ? among(plan, desk.today) : [plan.meetings.get(named)].filter((each) => each !== undefined)).map((meeting): Sitting => ({ plan, meeting })))
  const todays = named === undefined ? found.filter(({ meeting }) => meeting.day === desk.today) : []
  const likely = todays.length > 0 ? todays : found
  const sorted = takesFirst ? likely.toSorted((a, b) => (none === 'ahead' ? 1 : -1) * (a.meeting.day < b.meeting.day ? -1 : a.meeting.day > b.meeting.day ? 1 : 0)) : likely
  const [first, ...others] = sorted
  if (first === undefined) return { ok: false, answer: refused(named === undefined ? { code: 'meeting-none', what: none } : { code: 'meeting-unknown', asked: named }, desk) }
  if (others.length === 0 || takesFirst) return { ok: true, ...first }
  const choices = await Promise.all(sorted.map(async ({ plan, meeting }) => ({ of: namedSitting(plan, meeting), run: await run({ plan: plan.id, meeting: meeting.id }) })))
  return { ok: false, answer: answered(chooseSitting(choices, desk.today, desk.lang)) }
}

/** As it stands now, after something was recorded. */
export function sittingNow({ plan, meeting }: Sitting, desk: Desk): Sitting {
  const now = desk.plans.get(plan.id)
  const sitting = now?.meetings.get(meeting.id)
  if (now === undefined || sitting === undefined) throw new Error('a sitting that was found is not in its plan')
  return { plan: now, meeting: sitting }
}

export const sittingRun = (command: string, { plan, meeting }: Sitting, args: Parameters<typeof runOf>[1] = {}): Run => runOf(command, { plan: plan.id, meeting: meeting.id, ...args })

/** Why nothing can be said of it, before a person writes it for nothing: it is ahead, it is over otherwise, or its minutes are out. */
export function closedWhy({ meeting }: Sitting, today: Day): Refusal | undefined {
  if (meeting.status === 'cancelled' || meeting.status === 'not-held') return { code: 'meeting-settled', state: meeting.status, on: meeting.settledOn }
  if (meeting.status === 'scheduled' && meeting.day > today) return { code: 'meeting-ahead', on: meeting.day }
  return meeting.minutes === undefined ? undefined : { code: 'minutes-issued', on: meeting.minutes.on }
}
