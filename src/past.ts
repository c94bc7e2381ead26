// The ledgers as they were at an instant: folded again from what was recorded until then, and open for nothing more.
import { boardsOf, type Boards } from '#src/boards.ts'
import { calendar as calendarOf } from '#src/calendar/calendar.ts'
import { announcedDaysOff, withAnnounced } from '#src/calendar/days-off.ts'
import { emptyDirectory, evolveDirectory } from '#src/directory/directory.ts'
import { directoryStanding } from '#src/directory/on-day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { emptyPlan, evolvingPlan, type PlanState } from '#src/ledger/plan.ts'
import { positionsAt, type Look, type Positions } from '#src/ledger/positions.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import type { Ledgers } from '#src/ledgers.ts'
import { inSlices, machineStopwatch } from '#src/stopwatch.ts'
import { firstOf } from '#src/store/row.ts'

export type Then = { ledgers: Ledgers; boards: Boards }
export type Past = (moment: Look) => Promise<Then>

/** So many moments are kept, those asked for last. */
const keptAtMost = 4
/** Whoever presses a button meanwhile waits for no more than a few of these. */
const sliceMs = 5

type Recorded<Event> = { stamp: Stamp; events: readonly Event[] }

/** @param ledgers as they stand now */
export function pastOf(ledgers: Ledgers): Past {
  const kept = new Map<string, Promise<Then>>()
  return async (moment) => {
    // What others recorded before that moment may still come in.
    const until = positionsAt(ledgers.entries(), moment)
    // A plan that came in since was not there then: it makes no other moment of it.
    const key = [until.directory, ...[...until.plans].flatMap(([plan, entries]) => (entries === 0 ? [] : [`${plan}:${entries}`]))].join(' ')
    const known = kept.get(key) ?? folded(ledgers, until)
    kept.delete(key)
    kept.set(key, known)
    for (const old of [...kept.keys()].slice(0, -keptAtMost)) kept.delete(old)
    return known
  }
}

async function folded(ledgers: Ledgers, until: Positions): Promise<Then> {
  const all = ledgers.entries()
  const entries = { directory: firstOf(all.directory, until.directory), plans: new Map([...all.plans].map(([plan, of]) => [plan, firstOf(of, until.plans.get(plan) ?? 0)] as const)) }
  const directory = emptyDirectory()
  await fold(entries.directory, (event, stamp) => [evolveDirectory(directory, structuredClone(event), stamp)])
  const plans = new Map<PlanId, PlanState>()
  for (const [plan, of] of entries.plans) {
    // A state of its own: no fold of a plan changes what an event holds.
    const state = emptyPlan(plan)
    await fold(of, (event, stamp) => evolvingPlan(state, event, stamp))
    if (state.importedOn !== undefined) plans.set(plan, state)
  }
  const calendar = calendarOf(withAnnounced(announcedDaysOff(), directory.daysOff))
  const standing = directoryStanding()
  const refused = { ok: false, refusal: { code: 'past-view' } } as const
  const then: Ledgers = {
    directory: () => directory, directoryOn: (day) => standing(directory, day, entries.directory.length), calendar: () => calendar, plans: () => plans, entries: () => entries, version: () => 0,
    recordDirectory: () => Promise.resolve(refused), recordPlan: () => Promise.resolve(refused),
    planOf: ledgers.planOf, catchUp: () => Promise.resolve(true), takeEffect: () => Promise.resolve(), onRecorded: () => undefined, close: () => Promise.resolve(),
  }
  return { ledgers: then, boards: boardsOf(then) }
}

/** @param evolve does it part by part */
async function fold<Event>(entries: Iterable<Recorded<Event>>, evolve: (event: Event, stamp: Stamp) => Iterable<unknown>): Promise<void> {
  const parts = partsOf(entries, evolve)
  await inSlices(machineStopwatch, sliceMs, (isEnough) => {
    while (parts.next().done !== true) if (isEnough()) return false
    return true
  })
}

function* partsOf<Event>(entries: Iterable<Recorded<Event>>, evolve: (event: Event, stamp: Stamp) => Iterable<unknown>): Generator {
  for (const { stamp, events } of entries) for (const event of events) yield* evolve(event, stamp)
}
