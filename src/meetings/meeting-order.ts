// A body's sittings in their order: which number one has in its year, which came before it, which is meant where none is named.
import { yearOf, type Day } from '#src/calendar/day.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'

type Meetings = Pick<PlanState, 'meetings' | 'bodies'>

/** 2026年第N次. */
export type SittingNumber = { year: number; number: number }

/** In which sittings stand in their order; without an hour in front of all of its day. */
export const momentOf = ({ day, time }: Pick<Meeting, 'day' | 'time'>): string => `${day} ${time}`
const inTime = (one: Meeting, other: Meeting): number => (momentOf(one) < momentOf(other) ? -1 : momentOf(one) > momentOf(other) ? 1 : 0)

/** Those that were or will be held, the first first. */
const sittingsOf = ({ meetings }: Meetings, body: string): Meeting[] => [...meetings.values()].filter((each) => each.body === body && (each.status === 'held' || each.status === 'scheduled')).toSorted(inTime)

/** 2026年第N次: undefined of one that has not been held, for another may be before it, and of a body that others call, whose count is not ours. What issued minutes have stays theirs; the others are counted around it, in their order. */
export const meetingNumber = (plan: Meetings, meeting: Meeting): SittingNumber | undefined => (meeting.status === 'held' ? numberOnceHeld(plan, meeting) : undefined)

/** The same of one of which nobody has said yet that it was held, as its minutes do. One called for before it has its place in front, whenever it is put on record. */
export function numberOnceHeld(plan: Meetings, meeting: Meeting): SittingNumber | undefined {
  if (plan.bodies.get(meeting.body)?.convened !== true) return undefined
  const year = yearOf(meeting.day)
  const counted = sittingsOf(plan, meeting.body).filter((each) => (each.status === 'held' || inTime(each, meeting) <= 0) && yearOf(each.day) === year)
  const at = counted.filter(isUnnumbered).findIndex(({ id }) => id === meeting.id)
  const number = meeting.minutes?.number ?? (at < 0 ? undefined : freeNumbers(counted)[at])
  return number === undefined ? undefined : { year, number }
}

const isUnnumbered = ({ minutes }: Meeting): boolean => minutes?.number === undefined

/** As many as there are sittings, without those that minutes have. */
function freeNumbers(counted: readonly Meeting[]): number[] {
  const kept = new Set(counted.flatMap(({ minutes }) => minutes?.number ?? []))
  return Array.from({ length: counted.length + kept.size }, (_, at) => at + 1).filter((number) => !kept.has(number))
}

/** Of the same body, held before it: the last of them first. */
export const heldBefore = (plan: Meetings, meeting: Meeting): Meeting[] =>
  sittingsOf(plan, meeting.body).filter((each) => each.id !== meeting.id && each.status === 'held' && inTime(each, meeting) <= 0).toReversed()

/** Being held, or held and without minutes: today's, else what waits for its minutes: of ours, and called here, for nobody writes those of others, nor of what is long over. More than one where it is not plain which. */
export function meetingsMeant({ meetings, bodies }: Meetings, today: Day): Meeting[] {
  const all = [...meetings.values()]
  const isOpen = (each: Meeting): boolean => (each.status === 'scheduled' || each.status === 'held') && each.minutes === undefined
  const todays = all.filter((each) => isOpen(each) && each.day === today)
  return todays.length > 0 ? todays : all.filter((each) => isOpen(each) && each.day < today && waitsForMinutes(each, bodies)).toSorted(inTime)
}

/** Held, of ours, called here and not put on record afterwards, and its minutes are not out: the first first. */
export const withoutMinutes = ({ meetings, bodies }: Meetings): Meeting[] => [...meetings.values()].filter((each) => each.status === 'held' && waitsForMinutes(each, bodies)).toSorted(inTime)

const waitsForMinutes = ({ minutes, time, body }: Meeting, bodies: Meetings['bodies']): boolean => minutes === undefined && time !== '' && bodies.get(body)?.convened === true

/** Those ahead, the next first. */
export const meetingsAhead = ({ meetings }: Meetings, today: Day): Meeting[] => [...meetings.values()].filter(({ status, day }) => status === 'scheduled' && day >= today).toSorted(inTime)

/** Held at all, the last first. */
export const meetingsHeld = ({ meetings }: Meetings): Meeting[] => [...meetings.values()].filter(({ status }) => status === 'held').toSorted(inTime).toReversed()

/** The last that a body held. */
export const lastHeld = (plan: Meetings, body: string): Meeting | undefined => meetingsHeld(plan).find((each) => each.body === body)

/** Of the same body and year, called for an earlier day, and nobody has said whether it was held: its number is kept free. */
export const unsettledBefore = (plan: Meetings, meeting: Meeting): Meeting | undefined => sittingsOf(plan, meeting.body).find((each) => each.status === 'scheduled' && each.id !== meeting.id && inTime(each, meeting) < 0 && yearOf(each.day) === yearOf(meeting.day))

/** Of the same body and year, after it, with minutes that are out: its number stays. */
export const numberedAfter = (plan: Meetings, { body, day }: Pick<Meeting, 'body' | 'day'>): Meeting | undefined => sittingsOf(plan, body).find((each) => each.minutes?.number !== undefined && each.day > day && yearOf(each.day) === yearOf(day))

/** Of the same body, called for a later day that has passed, and nobody has said whether it was held. */
export const passedSince = (plan: Meetings, held: Meeting, today: Day): Meeting | undefined => sittingsOf(plan, held.body).find((each) => each.status === 'scheduled' && each.day < today && inTime(each, held) > 0)
