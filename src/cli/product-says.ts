// What the product says of one plan on one day after another, from the same logs: its own fold and its own queries, as the leader's screen shows them.
import { z } from 'zod'
import { calendar as calendarOf, type Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import { announcedDaysOff, withAnnounced } from '#src/calendar/days-off.ts'
import type { DaySaid, TaskSaid } from '#src/checker/check.ts'
import type { RawEntry } from '#src/checker/raw.ts'
import { countyZone } from '#src/desk.ts'
import { DirectoryEvent, emptyDirectory, evolveDirectory, type Directory } from '#src/directory/directory.ts'
import { directoryOn } from '#src/directory/on-day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { emptyPlan, evolvePlan, PlanEvent } from '#src/ledger/plan.ts'
import { Stamp } from '#src/ledger/stamp.ts'
import { askingOf, isUnreported, taskList } from '#src/queries/task-list.ts'
import { summary } from '#src/queries/summary.ts'
import { viewOfPlan, type View } from '#src/queries/view.ts'

type Entry<Event> = { stamp: Stamp; events: readonly Event[] }

const entriesOf = <Event>(raw: readonly RawEntry[], event: z.ZodType<Event>): Entry<Event>[] => {
  const Body = z.object({ stamp: Stamp, events: z.array(event) })
  return raw.map(({ body }) => Body.parse(JSON.parse(body)))
}

/** Takes in what was recorded until the end of a day; days are asked for in their order. */
function folded<State, Event>(entries: readonly Entry<Event>[], state: State, evolve: (state: State, event: Event, stamp: Stamp) => State): (day: Day) => State {
  let [now, taken] = [state, 0]
  return (day) => {
    for (let next = entries[taken]; next !== undefined && next.stamp.on <= day; next = entries[taken]) {
      const { stamp, events } = next
      now = events.reduce((before, event) => evolve(before, event, stamp), now)
      taken += 1
    }
    return now
  }
}

/** A mistake planted in what the product says, for tests. */
export type Twist = { view?: (view: View) => View; event?: (event: PlanEvent) => readonly PlanEvent[] }

/** Undefined before the import. Throws where an entry is none that this release writes. */
export function productSays(id: PlanId, plan: readonly RawEntry[], directory: readonly RawEntry[], { view: twisted = (view) => view, event: heard = (event) => [event] }: Twist = {}): (day: Day) => DaySaid | undefined {
  const planUntil = folded(entriesOf(plan, PlanEvent).map(({ stamp, events }) => ({ stamp, events: events.flatMap(heard) })), emptyPlan(id), evolvePlan)
  const directoryUntil = folded(entriesOf(directory, DirectoryEvent), emptyDirectory(), evolveDirectory)
  let known: { of: Directory['daysOff']; calendar: Calendar } | undefined
  return (today) => {
    const [state, recorded] = [planUntil(today), directoryUntil(today)]
    if (state.importedOn === undefined) return undefined
    if (known?.of !== recorded.daysOff) known = { of: recorded.daysOff, calendar: calendarOf(withAnnounced(announcedDaysOff(), recorded.daysOff)) }
    return saidOf(twisted(viewOfPlan(state, { directory: directoryOn(recorded, today), calendar: known.calendar, today })))
  }
}

function saidOf(view: View): DaySaid {
  const tasks = taskList(view).map((card): [number, TaskSaid] => {
    const asking = askingOf(view, card)
    const unit = card.light === 'pending' && card.why.rule === 'no-unit' ? undefined : card.lead?.unit
    return [card.number, { light: card.light, rule: card.why.rule, ...(unit === undefined ? {} : { unit }), supportRed: card.supportRed, status: card.status, ...(asking === undefined ? {} : { asked: asking.key }), isUnreported: isUnreported(view, card) }]
  })
  const { total, lights, rounds, asked, answered, unreported, claimsWaiting, noUnit, openDoubts } = summary(view, view.calendar.instantOf(view.today, '23:59', countyZone))
  const byKey = Object.fromEntries(rounds.filter((round) => round.asked > 0).map(({ round, asked: of, answered: by }) => [round.key, { asked: of, answered: by }]))
  return { tasks: new Map(tasks), counts: { total, lights, rounds: byKey, asked, answered, unreported, claimsWaiting, noUnit, openDoubts } }
}
