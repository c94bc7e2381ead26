// How often a body must meet, how often it has in a window, and how long the window is open; and windows that closed unmet.
import { dayNumber } from '#src/calendar/day-number.ts'
import { yearOf, type Day } from '#src/calendar/day.ts'
import { periodAfter, periodOf, type Period } from '#src/calendar/period.ts'
import { clauseKey, excusedKey, type Body, type Cadence, type Excused, type Sort } from '#src/ledger/body.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'

export type CadenceFacts = {
  body: Body
  /** Which of the body's cadences: its id. */
  cadence: string
  /** The clause that asks for it. */
  clause: string
  /** What of its sittings it counts; without it every one. */
  of?: Sort
  window: Period
  needed: number
  held: number
  scheduled: Meeting[]
  /** Still to be held or scheduled; none where it was said why it is not held. */
  missing: number
  /** 本期不开. */
  excused?: Excused
}

/** One a clause that asks for a sitting. None for a body that meets weekly (nobody is prompted for those), and outside the years of the plan. */
export const cadencesOf = (plan: PlanState, body: Body, today: Day): CadenceFacts[] =>
  sittingClauses(body).flatMap((cadence) => ((window) => (window === undefined ? [] : [factsOf(plan, body, cadence, window)]))(windowAt(plan, cadence, today)))

const sittingClauses = ({ cadences }: Body): Cadence[] => cadences.filter(({ asks }) => asks === undefined)

/** The window of a clause in which a day is; none outside the years of the plan. */
export function windowAt(plan: PlanState, { every }: Cadence, day: Day): Period | undefined {
  const window = periodOf(every, day, firstYear(plan, day))
  return window !== undefined && isInside(plan, window) ? window : undefined
}

const firstYear = ({ period, importedOn }: PlanState, day: Day): number => period?.from ?? yearOf(importedOn ?? day)
const isInside = ({ period }: PlanState, { from, to }: Period): boolean => period === undefined || (yearOf(to) >= period.from && yearOf(from) <= period.to)

function factsOf(plan: PlanState, body: Body, cadence: Cadence, window: Period): CadenceFacts {
  const { id, text: clause, of } = cadence
  const needed = neededIn(plan, body, cadence, window)
  const inWindow = [...plan.meetings.values()].filter((meeting) => meeting.body === body.id && countsFor(meeting, cadence) && meeting.day >= window.from && meeting.day <= window.to)
  const held = inWindow.filter(({ status }) => status === 'held').length
  const scheduled = inWindow.filter(({ status }) => status === 'scheduled').toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const excused = plan.excused.get(excusedKey(body.id, id, window.key))
  return {
    body, cadence: id, clause, ...(of === undefined ? {} : { of }), window, needed, held, scheduled,
    missing: excused === undefined ? Math.max(0, needed - held - scheduled.length) : 0, ...(excused === undefined ? {} : { excused }),
  }
}

/** Clauses for which a sitting counted and does not any more, by their window of its day as they stand without it. */
export function clausesLost(plan: PlanState, before: Pick<Meeting, 'of' | 'uncounted'>, now: Meeting): CadenceFacts[] {
  const body = plan.bodies.get(now.body)
  const lost = body === undefined ? [] : sittingClauses(body).filter((cadence) => countsFor(before, cadence) && !countsFor(now, cadence))
  return lost.flatMap((cadence) => ((window) => (window === undefined || body === undefined ? [] : [factsOf(plan, body, cadence, window)]))(windowAt(plan, cadence, now.day)))
}

/** As often as its clause asked when the window closed: an amendment changes what is open, and what comes. */
export const neededIn = ({ amended }: PlanState, { id: body }: Pick<Body, 'id'>, { id, times }: Cadence, { to }: Period): number =>
  (amended.askedUntil.get(clauseKey(body, id)) ?? []).find(({ until }) => to < until)?.times ?? times

/** A sitting of which nobody said what kind it is counts for every clause of its body; one that was set aside (不计入频次) for none. */
export const countsFor = (meeting: Pick<Meeting, 'of' | 'uncounted'>, cadence: Pick<Cadence, 'of'>): boolean =>
  meeting.uncounted !== true && (cadence.of === undefined || meeting.of === undefined || meeting.of === cadence.of)

/** Of all bodies that have one, those with most missing first. */
export const cadences = (plan: PlanState, today: Day): CadenceFacts[] =>
  [...plan.bodies.values()].flatMap((body) => cadencesOf(plan, body, today)).toSorted((a, b) => b.missing - a.missing)

/** Windows that closed with fewer sittings than their clause asks for, the latest first; with `excused` where it was said why. */
export const closedShort = (plan: PlanState, today: Day): CadenceFacts[] =>
  [...plan.bodies.values()].flatMap((body) => closedShortOf(plan, body, today)).toSorted((a, b) => (a.window.to < b.window.to ? 1 : a.window.to > b.window.to ? -1 : 0))

/** Of one body. */
export const closedShortOf = (plan: PlanState, body: Body, today: Day): CadenceFacts[] =>
  sittingClauses(body).flatMap((cadence) => closedWindows(plan, body, cadence, today).map((window) => factsOf(plan, body, cadence, window)).filter(({ held, needed }) => held < needed))

/** A window is judged where at least half of it was ahead when the plan came in, or the amendment that brought its clause: what was all but over before anybody knew of it is nobody's fault. */
export function closedWindows(plan: PlanState, body: Pick<Body, 'id'>, cadence: Cadence, today: Day): Period[] {
  const { importedOn, amended } = plan
  const first = importedOn === undefined ? undefined : periodOf(cadence.every, importedOn, firstYear(plan, importedOn))
  if (importedOn === undefined || first === undefined) return []
  const windows: Period[] = []
  for (let window = first; window.to < today; window = periodAfter(cadence.every, window, 1, firstYear(plan, importedOn))) windows.push(window)
  const broughtOn = (amended.askedUntil.get(clauseKey(body.id, cadence.id)) ?? []).findLast(({ times }) => times === 0)?.until
  const isOwed = (window: Period): boolean => neededIn(plan, body, cadence, window) > 0 && isHalfAhead(window, broughtOn !== undefined && window.to >= broughtOn ? broughtOn : importedOn)
  return windows.filter((window) => isInside(plan, window) && isOwed(window))
}

const isHalfAhead = ({ from, to }: Period, since: Day): boolean => (dayNumber(to) - dayNumber(since)) * 2 >= dayNumber(to) - dayNumber(from)

/** A closed or open window of a clause by its key; undefined where there was none of that name. */
export function windowNamed(plan: PlanState, body: Pick<Body, 'id'>, cadence: Cadence, key: string, today: Day): Period | undefined {
  const now = windowAt(plan, cadence, today)
  return now?.key === key ? now : closedWindows(plan, body, cadence, today).find((window) => window.key === key)
}

/** Whether its hour is over. A sitting of this afternoon is still ahead in the morning, and one whose hour others set all day. @param time wall time in the plan's zone, `09:05` */
export const hasPassed = (meeting: Meeting, today: Day, time: string): boolean => meeting.day < today || (meeting.day === today && meeting.time !== '' && meeting.time <= time)

/** Nothing says how long a sitting lasts, and two hours is usual. */
export const sittingMinutes = 120

/** Whether it can be over: whether it was held is asked then, and not while people sit in it. One that goes on past midnight is over the next day. */
export const canBeOver = (meeting: Meeting, today: Day, time: string): boolean => meeting.day < today || (meeting.time !== '' && hasPassed(meeting, today, time) && minutesOf(time) - minutesOf(meeting.time) >= sittingMinutes)

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** The next sitting on or after a day. */
export const nextMeeting = (plan: PlanState, today: Day): Meeting | undefined =>
  [...plan.meetings.values()].filter(({ status, day }) => status === 'scheduled' && day >= today).toSorted((a, b) => (`${a.day}${a.time}` < `${b.day}${b.time}` ? -1 : 1))[0]
