// The logs folded again to a moment that was: what the rules owed then, by what was recorded and told until then.
import { calendar as calendarOf, type Calendar } from '#src/calendar/calendar.ts'
import type { Day, Instant } from '#src/calendar/day.ts'
import { announcedDaysOff, withAnnounced } from '#src/calendar/days-off.ts'
import { deliveryLog, type DeliveryEvent, type DeliveryState } from '#src/delivery/delivery-log.ts'
import { emptyDirectory, evolveDirectory, type Directory, type DirectoryEvent } from '#src/directory/directory.ts'
import { directoryStanding } from '#src/directory/on-day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { emptyPlan, evolvingPlan, type PlanEvent } from '#src/ledger/plan.ts'
import { policyOf, type Policy } from '#src/ledger/policy.ts'
import { viewOfPlan, type View } from '#src/queries/view.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { ofMeetings } from '#src/reminders/of-meetings.ts'
import { noticesByPart, parcelsOwed, type Delivered } from '#src/reminders/parcels.ts'
import { underFormerNames } from '#src/reminders/told-before.ts'
import { inSlices, machineStopwatch } from '#src/stopwatch.ts'
import type { Entry } from '#src/store/folded-log.ts'
import type { Row } from '#src/store/row.ts'
import { recordedAt } from './recorded-at.ts'

export type Logs = { directory: Row<Entry<DirectoryEvent>>; plans: ReadonlyMap<PlanId, Row<Entry<PlanEvent>>>; deliveries: Row<Entry<DeliveryEvent>> }

export type History = {
  /** What was owed and not told; moments are asked for in their order. */
  owed: (at: Instant) => Promise<Notice[]>
  /** Keys of all that the rules asked for, told or not, by what was recorded before the moment or at it: what happened within one instant has no order in time. */
  due: (at: Instant) => Promise<ReadonlySet<string>>
  /** How a day stood when it was over. */
  ended: (day: Day, at: Instant) => Promise<{ due: ReadonlySet<string>; isTold: (key: string) => boolean; deliveries: DeliveryState }>
}

/** Told of each thing that happened to a message, in the log's order, and how they stood before it. */
export type SeenDelivery = (event: DeliveryEvent, at: Instant, before: DeliveryState) => void

/** Whoever presses a button meanwhile waits for no more than a few of these. */
const sliceMs = 5
const noDays: ReadonlySet<Day> = new Set()

/** All of it in slices, for a county's logs may be long. @param zone where the people are */
export function historyOf(logs: Logs, zone: string, seen: SeenDelivery = () => undefined): History {
  const directory = replayed(logs.directory, emptyDirectory(), (state, event, { stamp }) => [evolveDirectory(state, structuredClone(event), stamp)])
  // No fold of a plan changes what an event holds, nor does one of deliveries.
  const plans = new Map([...logs.plans].map(([id, entries]) => [id, replayed(entries, emptyPlan(id), (state, event, { stamp }) => evolvingPlan(state, event, stamp))]))
  const deliveries = replayed(logs.deliveries, deliveryLog.initial(), (state, event, { stamp, position }) => {
    seen(event, stamp.at, state)
    return [deliveryLog.evolve(state, event, stamp, position)]
  })
  const records = [directory, ...plans.values()]
  let known: { of: Directory['daysOff']; calendar: Calendar } | undefined
  const calendarThen = (): Calendar => {
    const { daysOff } = directory.state()
    if (known?.of !== daysOff) known = { of: daysOff, calendar: calendarOf(withAnnounced(announcedDaysOff(), daysOff)) }
    return known.calendar
  }
  const standing = directoryStanding()
  const policyOfPlan = (id: PlanId): Policy => policyOf(plans.get(id)?.state() ?? {})
  const calendarOfPlan = (id: PlanId): Calendar => calendarThen().withDaysOff(plans.get(id)?.state().ownDaysOff ?? noDays)
  const told = (): Delivered => underFormerNames({ notice: (key) => deliveries.state().told.has(key), noticeOn: (key) => deliveries.state().told.get(key), parcel: (key) => deliveries.state().parcels.get(key)?.status === 'delivered' }, directory.state())

  // Between two entries a plan's notices of a day stay the same; a morning's messages and answers come one by one, and mostly each is of one plan.
  const dueOf = new Map<PlanId, { of: string; views: readonly View[]; notices: readonly Notice[] }>()
  const dueOn = async (today: Day, time: string): Promise<Notice[]> => {
    const seen = { directory: standing(directory.state(), today, directory.position()), calendar: calendarThen(), today }
    await inParts((function* () {
      for (const [id, plan] of plans) {
        const of = [today, directory.position(), plan.position()].join('/')
        if (dueOf.get(id)?.of === of) continue
        const views = [plan.state()].filter(({ importedOn }) => importedOn !== undefined).map((state) => viewOfPlan(state, seen))
        const notices: Notice[] = []
        for (const view of views) for (const part of noticesByPart(view)) yield notices.push(...part)
        dueOf.set(id, { of, views, notices })
      }
    })())
    const all = [...dueOf.values()]
    return [...all.flatMap(({ notices }) => notices), ...all.flatMap(({ views }) => views.flatMap((view) => ofMeetings(view, time)))]
  }
  const dueAt = async (at: Instant): Promise<Notice[]> => dueOn(calendarThen().dayAt(at, zone), calendarThen().timeAt(at, zone))
  const keysOf = (notices: readonly Notice[]): string[] => notices.map(({ key }) => key)

  return {
    async owed(at) {
      for (const record of records) await record.until(at)
      await deliveries.before(at)
      const calendar = calendarThen()
      return parcelsOwed(await dueAt(at), told(), calendar.dayAt(at, zone), calendar.timeAt(at, zone), calendar, policyOfPlan, calendarOfPlan).flatMap(({ notices }) => notices)
    },
    async due(at) {
      for (const record of records) await record.before(at)
      const before = keysOf(await dueAt(at))
      for (const record of records) await record.until(at)
      return new Set([...before, ...keysOf(await dueAt(at))])
    },
    async ended(day, at) {
      for (const record of [...records, deliveries]) await record.before(at)
      const known = told()
      return { due: new Set(keysOf(await dueOn(day, '23:59'))), isTold: known.notice, deliveries: deliveries.state() }
    },
  }
}

/** Others have their turn between the parts, whenever they took so long. */
async function inParts(parts: Iterator<unknown>): Promise<void> {
  await inSlices(machineStopwatch, sliceMs, (isEnough) => {
    while (parts.next().done !== true) if (isEnough()) return false
    return true
  })
}

type Replayed<State> = { state: () => State; position: () => number; before: (at: Instant) => Promise<void>; until: (at: Instant) => Promise<void> }

/** @param evolve changes the state in place, part by part */
function replayed<State, Event>(entries: Row<Entry<Event>>, state: State, evolve: (state: State, event: Event, entry: Entry<Event>) => Iterable<unknown>): Replayed<State> {
  let taken = 0
  function* taking(count: number): Generator {
    for (; taken < count; taken += 1) {
      const entry = entries.at(taken)
      for (const event of entry?.events ?? []) if (entry !== undefined) yield* evolve(state, event, entry)
    }
  }
  const upTo = async (is: (at: number) => boolean): Promise<void> => inParts(taking((await recordedAt(entries)).findLastIndex(is) + 1))
  return {
    state: () => state, position: () => taken,
    before: async (at) => ((ms) => upTo((each) => each < ms))(Date.parse(at)),
    until: async (at) => ((ms) => upTo((each) => each <= ms))(Date.parse(at)),
  }
}
