// How often a body must meet, how often it has in this window, and how long the window is open.
import { yearOf, type Day } from '#src/calendar/day.ts'
import { periodOf, type Period } from '#src/calendar/period.ts'
import type { Body, Meeting } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'

export type CadenceFacts = {
  body: Body
  /** The clause that asks for it. */
  clause: string
  window: Period
  needed: number
  held: number
  scheduled: Meeting[]
  /** Still to be held or scheduled. */
  missing: number
}

/** @returns undefined for a body without a cadence, one that meets weekly (nobody is prompted for those), and outside the years of the plan */
export function cadenceOf(plan: PlanState, body: Body, today: Day): CadenceFacts | undefined {
  if (body.cadence === undefined) return undefined
  const window = periodOf(body.cadence.every, today, plan.period?.from ?? yearOf(plan.importedOn ?? today))
  if (window === undefined || !isInside(plan, window)) return undefined
  const inWindow = [...plan.meetings.values()].filter((meeting) => meeting.body === body.id && meeting.day >= window.from && meeting.day <= window.to)
  const held = inWindow.filter(({ status }) => status === 'held').length
  const scheduled = inWindow.filter(({ status }) => status === 'scheduled').toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const needed = body.cadence.times
  return { body, clause: body.cadence.text, window, needed, held, scheduled, missing: Math.max(0, needed - held - scheduled.length) }
}

const isInside = ({ period }: PlanState, { from, to }: Period): boolean => period === undefined || (yearOf(to) >= period.from && yearOf(from) <= period.to)

/** Of all bodies that have one, those with most missing first. */
export const cadences = (plan: PlanState, today: Day): CadenceFacts[] =>
  [...plan.bodies.values()].flatMap((body) => cadenceOf(plan, body, today) ?? []).toSorted((a, b) => b.missing - a.missing)

/** The next sitting on or after a day. */
export const nextMeeting = (plan: PlanState, today: Day): Meeting | undefined =>
  [...plan.meetings.values()].filter(({ status, day }) => status === 'scheduled' && day >= today).toSorted((a, b) => (`${a.day}${a.time}` < `${b.day}${b.time}` ? -1 : 1))[0]
