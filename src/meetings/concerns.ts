// What a secretary had better know before a sitting is called: said first, and hers to overrule.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import type { Body } from '#src/ledger/body.ts'
import { present } from '#src/ledger/fields.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan-state.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { cadencesOf, countsFor, minutesOf, sittingMinutes, type CadenceFacts } from './cadence.ts'
import { seatsOpened } from './invited.ts'
import { seatsOn, type Seat } from './seats.ts'

/** A sitting that is to be: `is`, where one that stands is moved. `directory`: on its day. */
export type Calling = { plan: PlanState; body: Body; day: Day; time: string; place: string; is?: string; directory: Directory; calendar: Calendar; plans: readonly PlanState[]; /** What it counts as. */ as?: Pick<Meeting, 'of' | 'uncounted'> }

export type Concern =
  | { kind: 'day-off'; day: Day }
  /** Outside the hours in which the plan tells people anything. */
  | { kind: 'odd-hour'; time: string; from: string; until: string }
  /** Of a clause as many as it asks for are scheduled or held in that window. */
  | ({ kind: 'window-met'; period: string; days: readonly Day[] } & Pick<CadenceFacts, 'of' | 'needed' | 'held'>)
  /** Others of the same body, held or to be. */
  | { kind: 'near'; body: string; meetings: readonly Pick<Meeting, 'id' | 'day' | 'time'>[] }
  /** `people`: who would have to be at both. `isAtOnce`: they begin at the same minute. `room`: the place, where both are to be in it. */
  | { kind: 'clash'; body: string; meeting: Pick<Meeting, 'day' | 'time'>; isAtOnce: boolean; people: readonly string[]; room?: string }
  /** Fewer than half of its seats have somebody whom a message reaches. */
  | { kind: 'few-told'; told: number; seats: number; silent: readonly string[] }

/** Two sittings nearer each other than one lasts share their people in vain. */
const apartMinutes = sittingMinutes

/** @returns in the order in which they matter; nothing where nothing is to be said */
export function concernsOf(calling: Calling): Concern[] {
  const { plan, body, day, time, directory, calendar } = calling
  const { quietUntil, quietFrom } = policyOf(plan)
  const seats = seatsOpened(body, directory)
  return [
    ...(calendar.withDaysOff(plan.ownDaysOff).isWorkingDay(day) ? [] : [{ kind: 'day-off' as const, day }]),
    ...(time >= quietUntil && time < quietFrom ? [] : [{ kind: 'odd-hour' as const, time, from: quietUntil, until: quietFrom }]),
    ...nearOf(calling),
    ...windowsMet(calling),
    ...clashes(calling, seats),
    ...fewTold(seats),
  ]
}

/** A body that meets twice within so many days is asked about, whatever its clauses ask for: more often than not the first was to be moved. */
const nearDays = 7

function nearOf({ plan, body, day, is, calendar }: Calling): Concern[] {
  const isNear = (other: Day): boolean => Math.abs(calendar.daysBetween(other, day)) <= nearDays
  const meetings = [...plan.meetings.values()].filter((each) => each.id !== is && each.body === body.id && (each.status === 'scheduled' || each.status === 'held') && isNear(each.day))
  return meetings.length === 0 ? [] : [{ kind: 'near', body: body.name, meetings: meetings.map(({ id, day: on, time }) => ({ id, day: on, time })) }]
}

/** Of one that is moved the others were known when it was called. */
const windowsMet = ({ plan, body, day, is, as = {} }: Calling): Concern[] =>
  (is === undefined ? cadencesOf(plan, body, day) : []).flatMap(({ window, needed, held, scheduled, missing, excused, of }): Concern[] =>
    (missing > 0 || excused !== undefined || scheduled.length === 0 || !countsFor(as, present({ of })) ? [] : [{ kind: 'window-met', period: window.key, days: scheduled.map((each) => each.day), needed, held, ...present({ of }) }]))

function clashes({ day, time, place, is, plan, body: own, directory, plans }: Calling, seats: readonly Seat[]): Concern[] {
  const invited = peopleOf(seats)
  return plans.flatMap((other) => [...other.meetings.values()].flatMap((meeting): Concern[] => {
    // Of its own body it is said that they are near.
    const isSelf = other.id === plan.id && (meeting.id === is || meeting.body === own.id)
    const body = other.bodies.get(meeting.body)
    if (isSelf || body === undefined || meeting.status !== 'scheduled' || meeting.day !== day || meeting.time === '' || minutesBetween(meeting.time, time) >= apartMinutes) return []
    const people = [...peopleOf(seatsOn(directory, body)).values()].filter(({ id }) => invited.has(id)).map(({ name }) => name)
    const room = place !== '' && roomIn(meeting.place) === roomIn(place) ? place : undefined
    return people.length === 0 && room === undefined ? [] : [{ kind: 'clash', body: body.name, meeting: { day: meeting.day, time: meeting.time }, isAtOnce: meeting.time === time, people, ...present({ room }) }]
  }))
}

/** As it is written one way or another: 县政府 二楼会议室. */
const roomIn = (place: string): string => place.normalize('NFKC').replace(/\s/gu, '').toLowerCase()

const peopleOf = (seats: readonly Seat[]): Map<string, Person> => new Map(seats.flatMap(({ people }) => people.map((person) => [person.id, person])))

const minutesBetween = (one: string, other: string): number => Math.abs(minutesOf(one) - minutesOf(other))

function fewTold(seats: readonly Seat[]): Concern[] {
  const silent = seats.filter(({ people }) => people.length === 0).map(({ name }) => name)
  const told = seats.length - silent.length
  return told * 2 >= seats.length ? [] : [{ kind: 'few-told', told, seats: seats.length, silent }]
}
