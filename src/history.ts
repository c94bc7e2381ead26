// The logs folded again to a moment that was: what the rules owed then, by what was recorded and told until then.
import { calendar as calendarOf, type Calendar } from '#src/calendar/calendar.ts'
import type { Day, Instant } from '#src/calendar/day.ts'
import { announcedDaysOff, withAnnounced } from '#src/calendar/days-off.ts'
import { deliveryLog, type DeliveryEvent, type DeliveryState } from '#src/delivery/delivery-log.ts'
import { emptyDirectory, evolveDirectory, type Directory, type DirectoryEvent } from '#src/directory/directory.ts'
import { directoryOn } from '#src/directory/on-day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { emptyPlan, evolvePlan, type PlanEvent } from '#src/ledger/plan.ts'
import { policyOf, type Policy } from '#src/ledger/policy.ts'
import { viewOfPlan, type View } from '#src/queries/view.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { ofMeetings } from '#src/reminders/of-meetings.ts'
import { noticesOfDay, parcelsOwed, type Delivered } from '#src/reminders/parcels.ts'
import { underFormerNames } from '#src/reminders/told-before.ts'
import type { Entry, Subject } from '#src/store/folded-log.ts'
import type { Row } from '#src/store/row.ts'

export type Logs = { directory: Row<Entry<DirectoryEvent>>; plans: ReadonlyMap<PlanId, Row<Entry<PlanEvent>>>; deliveries: Row<Entry<DeliveryEvent>> }

export type History = {
  /** What was owed and not told; moments are asked for in their order. */
  owed: (at: Instant) => Notice[]
  /** Keys of all that the rules asked for, told or not, by what was recorded before the moment or at it: what happened within one instant has no order in time. */
  due: (at: Instant) => ReadonlySet<string>
  /** How a day stood when it was over. */
  ended: (day: Day, at: Instant) => { due: ReadonlySet<string>; isTold: (key: string) => boolean; deliveries: DeliveryState }
}

const noDays: ReadonlySet<Day> = new Set()

/** @param zone where the people are */
export function historyOf(logs: Logs, zone: string): History {
  const directory = replayed(logs.directory, { initial: emptyDirectory, evolve: evolveDirectory })
  const plans = new Map([...logs.plans].map(([id, entries]) => [id, replayed(entries, { initial: () => emptyPlan(id), evolve: evolvePlan })]))
  const deliveries = replayed(logs.deliveries, deliveryLog)
  const records = [directory, ...plans.values()]
  let known: { of: Directory['daysOff']; calendar: Calendar } | undefined
  const calendarThen = (): Calendar => {
    const { daysOff } = directory.state()
    if (known?.of !== daysOff) known = { of: daysOff, calendar: calendarOf(withAnnounced(announcedDaysOff(), daysOff)) }
    return known.calendar
  }
  const policyOfPlan = (id: PlanId): Policy => policyOf(plans.get(id)?.state() ?? {})
  const calendarOfPlan = (id: PlanId): Calendar => calendarThen().withDaysOff(plans.get(id)?.state().ownDaysOff ?? noDays)
  const told = (): Delivered => underFormerNames({ notice: (key) => deliveries.state().told.has(key), noticeOn: (key) => deliveries.state().told.get(key), parcel: (key) => deliveries.state().parcels.get(key)?.status === 'delivered' }, directory.state())

  // Between two entries a day's notices stay the same.
  let last: { of: string; views: View[]; notices: Notice[] } = { of: '', views: [], notices: [] }
  const dueOn = (today: Day, time: string): Notice[] => {
    const of = [today, ...records.map((record) => record.position())].join('/')
    if (last.of !== of) {
      const seen = { directory: directoryOn(directory.state(), today), calendar: calendarThen(), today }
      const views = [...plans.values()].map((plan) => plan.state()).filter(({ importedOn }) => importedOn !== undefined).map((plan) => viewOfPlan(plan, seen))
      last = { of, views, notices: views.flatMap(noticesOfDay) }
    }
    return [...last.notices, ...last.views.flatMap((view) => ofMeetings(view, time))]
  }
  const dueAt = (at: Instant): Notice[] => dueOn(calendarThen().dayAt(at, zone), calendarThen().timeAt(at, zone))
  const keysOf = (notices: readonly Notice[]): string[] => notices.map(({ key }) => key)

  return {
    owed(at) {
      for (const record of records) record.until(at)
      deliveries.before(at)
      const calendar = calendarThen()
      return parcelsOwed(dueAt(at), told(), calendar.dayAt(at, zone), calendar.timeAt(at, zone), calendar, policyOfPlan, calendarOfPlan).flatMap(({ notices }) => notices)
    },
    due(at) {
      for (const record of records) record.before(at)
      const before = keysOf(dueAt(at))
      for (const record of records) record.until(at)
      return new Set([...before, ...keysOf(dueAt(at))])
    },
    ended(day, at) {
      for (const record of [...records, deliveries]) record.before(at)
      const known = told()
      return { due: new Set(keysOf(dueOn(day, '23:59'))), isTold: known.notice, deliveries: deliveries.state() }
    },
  }
}

type Replayed<State> = { state: () => State; position: () => number; before: (at: Instant) => void; until: (at: Instant) => void }

/** A state of its own: the events are copied, for a fold may keep and change what they hold. */
function replayed<State, Event>(entries: Row<Entry<Event>>, { initial, evolve }: Pick<Subject<State, Event>, 'initial' | 'evolve'>): Replayed<State> {
  let state = initial()
  let taken = 0
  // Moments are looked for over and over: the entries are unpacked for it once.
  const instants = Array.from(entries, ({ stamp }) => stamp.at)
  const take = (count: number): void => {
    for (; taken < count; taken += 1) {
      const entry = entries.at(taken)
      if (entry !== undefined) state = entry.events.reduce((now, event) => evolve(now, structuredClone(event), entry.stamp, entry.position), state)
    }
  }
  return {
    state: () => state, position: () => taken,
    before: (at) => take(instants.findLastIndex((each) => each < at) + 1),
    until: (at) => take(instants.findLastIndex((each) => each <= at) + 1),
  }
}
