// How often a body must meet, how often it has in this window, and how long the window is open.
import { yearOf, type Day } from '#src/calendar/day.ts'
import { periodOf, type Period } from '#src/calendar/period.ts'
import type { Body, Cadence } from '#src/ledger/body.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'

export type CadenceFacts = {
  body: Body
  /** Which of the body's cadences: its id. */
  cadence: string
  /** The clause that asks for it. */
  clause: string
  window: Period
  needed: number
  held: number
  scheduled: Meeting[]
  /** Still to be held or scheduled. */
  missing: number
}

/** One a clause that asks for a sitting. None for a body that meets weekly (nobody is prompted for those), and outside the years of the plan. */
export const cadencesOf = (plan: PlanState, body: Body, today: Day): CadenceFacts[] => body.cadences.flatMap((cadence) => (cadence.asks === undefined ? (factsOf(plan, body, cadence, today) ?? []) : []))

function factsOf(plan: PlanState, body: Body, { id: cadence, every, times: needed, text: clause }: Cadence, today: Day): CadenceFacts | undefined {
  const window = periodOf(every, today, plan.period?.from ?? yearOf(plan.importedOn ?? today))
  if (window === undefined || !isInside(plan, window)) return undefined
  const inWindow = [...plan.meetings.values()].filter((meeting) => meeting.body === body.id && meeting.day >= window.from && meeting.day <= window.to)
  const held = inWindow.filter(({ status }) => status === 'held').length
  const scheduled = inWindow.filter(({ status }) => status === 'scheduled').toSorted((a, b) => (a.day < b.day ? -1 : 1))
  return { body, cadence, clause, window, needed, held, scheduled, missing: Math.max(0, needed - held - scheduled.length) }
}

export const isInside = ({ period }: PlanState, { from, to }: Period): boolean => period === undefined || (yearOf(to) >= period.from && yearOf(from) <= period.to)

/** Of all bodies that have one, those with most missing first. */
export const cadences = (plan: PlanState, today: Day): CadenceFacts[] =>
  [...plan.bodies.values()].flatMap((body) => cadencesOf(plan, body, today)).toSorted((a, b) => b.missing - a.missing)

/** Whether its hour is over. A sitting of this afternoon is still ahead in the morning. @param time wall time in the plan's zone, `09:05` */
export const hasPassed = (meeting: Meeting, today: Day, time: string): boolean => meeting.day < today || (meeting.day === today && meeting.time <= time)

/** The next sitting on or after a day. */
export const nextMeeting = (plan: PlanState, today: Day): Meeting | undefined =>
  [...plan.meetings.values()].filter(({ status, day }) => status === 'scheduled' && day >= today).toSorted((a, b) => (`${a.day}${a.time}` < `${b.day}${b.time}` ? -1 : 1))[0]
