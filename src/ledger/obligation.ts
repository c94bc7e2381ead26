// A thing owed each period, and the periods in which it was done.
import { z } from 'zod'
import { Day, dayOf, yearOf, type Instant } from '#src/calendar/day.ts'
import { periodOf, type Period } from '#src/calendar/period.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { TaskNo, UnitId, Words } from './ids.ts'
import { present } from './fields.ts'
import { Every } from './body.ts'
import type { Refusal } from './refusal.ts'
import { OnBehalf } from './report.ts'
import type { Actor, Stamp } from './stamp.ts'

/** `id` is the clause. `once`: an earlier date on the way to the task's own, on the day `on`. Without a `debtor` the lead of its task owes it; a `receiver` is who gets it, where the text names one. */
export const Obligation = z.object({
  id: z.string(), task: TaskNo.optional(), every: z.union([Every, z.literal('once')]), on: Day.optional(), times: z.number().int().min(1).max(60),
  month: z.number().int().min(1).max(12).optional(), day: z.number().int().min(1).max(31).optional(),
  debtor: UnitId.optional(), receiver: UnitId.optional(), what: z.string(), text: z.string(),
  /** Whom the text names where nobody is known by that name yet. */
  said: z.object({ debtor: z.string().optional(), receiver: z.string().optional() }).optional(),
})
export type Obligation = z.infer<typeof Obligation>

/** `occurrence` is (clause, period, ordinal): c3/2026/1. `member`: the one that did it where a group owes it. */
const of = { occurrence: z.string(), unit: UnitId, member: UnitId.optional() }
/** Done, where the text names nobody who gets it. */
export const Fulfilled = z.strictObject({ type: z.literal('fulfilled'), ...of, words: Words })
/** Handed in to the receiver, who has yet to say that it came. */
export const Submitted = z.strictObject({ type: z.literal('submitted'), ...of, words: Words })
/** `unit`: the receiver. `onBehalf`: a secretary recorded it for a receiver for whom nobody answers here. */
export const Received = z.strictObject({ type: z.literal('received'), ...of, onBehalf: OnBehalf.optional() })
/** The receiver sends it back with a reason: it is owed again. `unit`: the receiver. */
export const SubmissionReturned = z.strictObject({ type: z.literal('submission-returned'), ...of, words: Words })
export type SubmissionReturned = z.infer<typeof SubmissionReturned>
/** In difficulty, with the reason: it stays owed. */
export const Hindered = z.strictObject({ type: z.literal('hindered'), ...of, words: Words })
export type Hindered = z.infer<typeof Hindered>
export const ObligationEvent = z.discriminatedUnion('type', [Fulfilled, Submitted, Received, SubmissionReturned, Hindered])
export type ObligationEvent = z.infer<typeof ObligationEvent>

export type Fulfilment = { status: 'submitted' | 'done'; on: Day; by: Actor; unit: UnitId; words: string; received?: { on: Day; by: Actor; onBehalf?: OnBehalf } }

/** What was last said to be in the way of it. */
export type Hindrance = { on: Day; at: Instant; by: Actor; unit: UnitId; words: string }

/** Why what was submitted came back, until it is submitted again. `unit`: who submitted it. */
export type ReturnedSubmission = { on: Day; at: Instant; by: Actor; unit: UnitId; words: string }

export type ObligationIntent =
  | { type: 'fulfil' | 'hinder'; occurrence: string; unit: UnitId; member?: UnitId; words: string }
  | { type: 'receive'; occurrence: string; unit: UnitId; member?: UnitId; onBehalf?: OnBehalf }
  | { type: 'return-submission'; occurrence: string; unit: UnitId; member?: UnitId; words: string }

/** Under which an occurrence's fulfilment stands: its own key, of a group's member that and the member. */
export const fulfilmentKey = (occurrence: string, member?: UnitId): string => (member === undefined ? occurrence : `${occurrence}/${member}`)

/** A school's year and its half have periods of their own. */
export const rhythmMeant = <Rhythm extends string>({ every, school }: { every: Rhythm; school?: true }): Rhythm | 'school-year' | 'term' =>
  school === undefined ? every : every === 'year' ? 'school-year' : every === 'half-year' ? 'term' : every

/** So many times are asked for, or so many at least: more of them is 超额, and no mistake. */
export const isQuota = ({ every, times, what }: Pick<Obligation, 'every' | 'times' | 'what'>): boolean =>
  every !== 'once' && (times > 1 || /(?:不少于|不低于|至少)[^,，。；;、]{0,6}[一二两三四五六七八九十\d]{1,3}[次场期批轮遍]|(?<!人)次以上|at least/i.test(what))

const mostTimes = 99

/** Which of a period a unit has given, handed in or done, by their ordinals. @param period clause and period, `c3/2026` */
export const ordinalsGiven = (fulfilments: ReadonlyMap<string, Fulfilment>, period: string, member?: UnitId): { ordinal: number; status: Fulfilment['status'] }[] =>
  Array.from({ length: mostTimes }, (_, index) => index + 1).flatMap((ordinal) => {
    const given = fulfilments.get(fulfilmentKey(`${period}/${ordinal}`, member)) ?? fulfilments.get(`${period}/${ordinal}`)
    return given === undefined ? [] : [{ ordinal, status: given.status }]
  })

/** Once all that are needed are given, the ordinal of one more. */
export function ordinalBeyond({ times }: Pick<Obligation, 'times'>, given: readonly { ordinal: number }[]): number | undefined {
  const taken = new Set(given.map(({ ordinal }) => ordinal))
  const free = Array.from({ length: mostTimes }, (_, index) => index + 1).find((ordinal) => !taken.has(ordinal))
  return free === undefined || free <= times ? undefined : free
}

/** One more than a quota needs is taken once all that it needs are given, and not before. */
export function isBeyond(obligation: Obligation, occurrence: string, fulfilments: ReadonlyMap<string, Fulfilment>, member?: UnitId): boolean {
  const [clause, period, ordinal] = occurrence.split('/')
  return Number(ordinal) === ordinalBeyond(obligation, ordinalsGiven(fulfilments, `${clause}/${period}`, member))
}

/** Whether a key is one of the clause's: its own id, a period of its rhythm, an ordinal no higher than the times in each (of a quota any), within the plan's years. @param years `to` is open where the plan names no end */
export function isOccurrenceOf(obligation: Obligation, occurrence: string, years: { from: number; to?: number }): boolean {
  const { id, every, times } = obligation
  const [clause, period = '', ordinal = '', ...more] = occurrence.split('/')
  return clause === id && more.length === 0 && periodKey(every).test(period) && (every === 'once' || isPeriodIn(every, period, years)) && /^[1-9]\d?$/.test(ordinal) && (Number(ordinal) <= times || isQuota(obligation))
}

function periodKey(every: Obligation['every']): RegExp {
  if (every === 'once') return /^once$/
  if (every === 'quarter') return /^\d{4}Q[1-4]$/
  if (every === 'half-year') return /^\d{4}H[12]$/
  if (every === 'term') return /^\d{4}T[12]$/
  if (every === 'school-year') return /^\d{4}S$/
  return every.includes('month') ? /^\d{4}-(0[1-9]|1[0-2])$/ : /^\d{4}$/
}

/** The rhythm has a period of this key, and it is the plan's. */
function isPeriodIn(every: string, key: string, years: { from: number; to?: number }): boolean {
  const [, year = '', kind = '', number = '1'] = /^(\d{4})(?:([HQST]|-)(\d+)?)?$/.exec(key) ?? []
  const months: Record<string, number> = { Q: Number(number) * 3, H: Number(number) * 6, S: 9, T: number === '1' ? 9 : 14, '-': Number(number) }
  const month = months[kind] ?? 1
  const first = dayOf(Number(year) + (month > 12 ? 1 : 0), month > 12 ? month - 12 : month, 1)
  const period = first === undefined ? undefined : periodOf(every, first, years.from)
  return period !== undefined && period.key === key && isOfYears(every, period, years)
}

/** A period that ends after the plan does is none of it: what would be owed then is owed to nobody. A school year and a term lie across years: what falls due in the plan's years is owed of those that reach into them. */
export function isOfYears(every: string, period: Period, { from, to = 9999 }: { from: number; to?: number }): boolean {
  if (every === 'school-year' || every === 'term') return yearOf(period.to) >= from && yearOf(period.from) <= to
  return yearOf(period.from) >= from && yearOf(period.to) <= to
}

/** @param now undefined while the occurrence is open @param debtors who may owe it; empty where nobody is named yet */
export function decideFulfil(now: Fulfilment | undefined, { receiver }: Obligation, debtors: readonly UnitId[], intent: Extract<ObligationIntent, { type: 'fulfil' | 'hinder' }>): Decision<ObligationEvent> {
  if (debtors.length > 0 && !debtors.includes(intent.unit)) return refuse({ code: 'not-debtor', unit: intent.unit, debtors: [...debtors] })
  if (now !== undefined) return refuse({ code: 'occurrence-done', on: now.on, by: now.by })
  if (intent.type === 'hinder') return accept({ ...intent, type: 'hindered' })
  return accept({ ...intent, type: receiver === undefined ? 'fulfilled' : 'submitted' })
}

export function decideReceive(now: Fulfilment | undefined, { receiver }: Obligation, intent: Extract<ObligationIntent, { type: 'receive' | 'return-submission' }>): Decision<ObligationEvent> {
  if (receiver !== intent.unit || now === undefined) return refuse({ code: 'nothing-to-receive', asked: intent.occurrence })
  if (now.status === 'done') return refuse(closedAlready(now))
  return intent.type === 'receive' ? accept({ ...intent, type: 'received' }) : accept({ ...intent, type: 'submission-returned' })
}

/** Why what is done is neither received again nor sent back. */
export const closedAlready = ({ on, by, received }: Fulfilment): Refusal => (received === undefined ? { code: 'occurrence-done', on, by } : { code: 'received-already', on: received.on, by: received.by })

export function evolveFulfilment(now: Fulfilment | undefined, event: Exclude<ObligationEvent, Hindered | SubmissionReturned>, { on, by }: Stamp): Fulfilment | undefined {
  switch (event.type) {
    case 'fulfilled':
      return { status: 'done', on, by, unit: event.member ?? event.unit, words: event.words }
    case 'submitted':
      return { status: 'submitted', on, by, unit: event.member ?? event.unit, words: event.words }
    case 'received':
      return now === undefined ? now : { ...now, status: 'done', received: { on, by, ...present({ onBehalf: event.onBehalf }) } }
  }
}

export const hindranceOf = ({ unit, member, words }: Hindered, { on, at, by }: Stamp): Hindrance => ({ on, at, by, unit: member ?? unit, words })
