// What would be sent from now until a day if nobody did anything meanwhile: the same rules, with the day moved on.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import { briefReaders } from '#src/directory/brief.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { policyOf, type Policy } from '#src/ledger/policy.ts'
import { viewOfPlan } from '#src/queries/view.ts'
import { sendingHours } from './next-reminder.ts'
import type { Notice, Parcel } from './notice.ts'
import { firstToldOn } from './old-news.ts'
import { ofMeetings } from './of-meetings.ts'
import { noticesOfDay, parcelsOwed, type Delivered } from './parcels.ts'

export type Sending = { on: Day; time: string; parcel: Parcel }

export type AheadFacts = {
  plans: readonly PlanState[]
  /** As it will stand on a day: who is away, who stands in. */
  directoryOn: (day: Day) => Directory
  calendar: Calendar
  /** What was told until now. */
  delivered: Delivered
  from: { day: Day; time: string }
  until: Day
}

/** A day at a time, in the order in which they would go: at the hours at which quiet hours end and digests begin. Of a large plan a month takes seconds, so that whoever asks may see to others between the days. */
export function* remindersAhead({ plans, directoryOn, calendar, delivered, from, until }: AheadFacts): Generator<Sending[]> {
  const standing = plans.filter(({ archived }) => archived === undefined)
  const policies = new Map(standing.map((plan): [PlanId, Policy] => [plan.id, policyOf(plan)]))
  const policyOfPlan = (id: PlanId): Policy => policies.get(id) ?? policyOf({})
  const calendars = new Map(standing.map(({ id, ownDaysOff }): [PlanId, Calendar] => [id, calendar.withDaysOff(ownDaysOff)]))
  const calendarOfPlan = (id: PlanId): Calendar => calendars.get(id) ?? calendar
  const hoursOn = (on: Day): string[] => [...new Set([...[...policies.values()].map(({ quietUntil }) => quietUntil), ...sendingHours([...policies.values()], briefReaders(directoryOn(on)).length > 0)])].toSorted()
  const told = new Map<string, Day>()
  const toldOn = (key: string): Day | undefined => told.get(key) ?? delivered.noticeOn?.(key)
  const known: Delivered = { newsOn: firstToldOn([...directoryOn(from.day).people.keys()], toldOn), notice: (key) => told.has(key) || delivered.notice(key), noticeOn: toldOn, parcel: (key) => told.has(key) || delivered.parcel(key) }
  for (let on = from.day; on <= until; on = calendar.addDays(on, 1)) {
    if (!calendar.isWorkingDay(on)) continue
    const views = standing.map((plan) => viewOfPlan(plan, { directory: directoryOn(on), calendar, today: on }))
    const ofDay: Notice[] = views.flatMap(noticesOfDay)
    const sendings: Sending[] = []
    const hours = hoursOn(on)
    for (const time of on === from.day ? [from.time, ...hours.filter((hour) => hour > from.time)] : hours) {
      const due = [...ofDay, ...views.flatMap((view) => ofMeetings(view, time))]
      for (const parcel of parcelsOwed(due, known, on, time, calendar, policyOfPlan, calendarOfPlan)) {
        sendings.push({ on, time, parcel })
        for (const key of [parcel.key, ...parcel.notices.map((notice) => notice.key)]) told.set(key, on)
      }
    }
    yield sendings
  }
}

/** How many messages, by the first day of their week and by person. */
export type Counts = { total: number; weeks: ReadonlyMap<Day, number>; people: ReadonlyMap<Parcel['to'], number> }

function countsOf(sendings: readonly Sending[], calendar: Calendar, concerned: ReadonlySet<Parcel['to']>): Counts {
  const counted = sendings.filter(({ parcel }) => concerned.has(parcel.to))
  const weekOf = (on: Day): Day => calendar.addDays(on, 1 - calendar.weekday(on))
  return { total: counted.length, weeks: tally(counted.map(({ on }) => weekOf(on))), people: tally(counted.map(({ parcel }) => parcel.to)) }
}

function tally<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** To whomever the plan speaks under either; `first`: what would then be sent that speaks of it. */
export type Compared = { now: Counts; then: Counts; first: readonly Sending[] }

/** What would be sent with a plan's own numbers, and with others. */
export function compared(before: readonly Sending[], after: readonly Sending[], plan: PlanId, calendar: Calendar): Compared {
  const speaks = ({ parcel }: Sending): boolean => parcel.notices.some((notice) => notice.plan === plan)
  const concerned = new Set([...before, ...after].filter(speaks).map(({ parcel }) => parcel.to))
  return { now: countsOf(before, calendar, concerned), then: countsOf(after, calendar, concerned), first: after.filter(speaks) }
}
