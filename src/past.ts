// The ledgers as they were at an instant: folded again from what was recorded until then, and open for nothing more.
import { setImmediate } from 'node:timers/promises'
import { boardsOf, type Boards } from '#src/boards.ts'
import { calendar as calendarOf } from '#src/calendar/calendar.ts'
import type { Instant } from '#src/calendar/day.ts'
import { announcedDaysOff, withAnnounced } from '#src/calendar/days-off.ts'
import { emptyDirectory, evolveDirectory } from '#src/directory/directory.ts'
import { directoryStanding } from '#src/directory/on-day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { emptyPlan, evolvePlan, type PlanState } from '#src/ledger/plan.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import type { Ledgers } from '#src/ledgers.ts'

export type Then = { ledgers: Ledgers; boards: Boards }
export type Past = (at: Instant) => Promise<Then>

/** So many moments are kept, those asked for last. */
const keptAtMost = 4
/** Whoever presses a button meanwhile waits for so many entries. */
const entriesAtOnce = 200

type Recorded<Event> = { stamp: Stamp; events: readonly Event[]; position: number }

/** @param ledgers as they stand now */
export function pastOf(ledgers: Ledgers): Past {
  const kept = new Map<string, Promise<Then>>()
  return async (at) => {
    // What others recorded before that moment may still come in.
    const { directory, plans } = ledgers.entries()
    const key = [at, until(directory, at).length, ...[...plans].map(([plan, entries]) => `${plan}:${until(entries, at).length}`)].join(' ')
    const known = kept.get(key) ?? folded(ledgers, at)
    kept.delete(key)
    kept.set(key, known)
    for (const old of [...kept.keys()].slice(0, -keptAtMost)) kept.delete(old)
    return known
  }
}

/** Entries stand in the order in which they were recorded; a clock that was put back does not hide those behind it. */
const until = <Event>(entries: readonly Recorded<Event>[], at: Instant): readonly Recorded<Event>[] => entries.slice(0, entries.findLastIndex(({ stamp }) => stamp.at <= at) + 1)

async function folded(ledgers: Ledgers, at: Instant): Promise<Then> {
  const all = ledgers.entries()
  const entries = { directory: all.directory.slice(0, until(all.directory, at).length), plans: new Map([...all.plans].map(([plan, of]) => [plan, of.slice(0, until(of, at).length)] as const)) }
  const directory = await fold(emptyDirectory(), entries.directory, evolveDirectory)
  const plans = new Map<PlanId, PlanState>()
  for (const [plan, of] of entries.plans) {
    const state = await fold(emptyPlan(plan), of, evolvePlan)
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

/** A state of its own: the events are copied, for a fold may keep and change what they hold. */
async function fold<State, Event>(initial: State, entries: readonly Recorded<Event>[], evolve: (state: State, event: Event, stamp: Stamp, position: number) => State): Promise<State> {
  let state = initial
  for (const [at, { stamp, events, position }] of entries.entries()) {
    for (const event of events) state = evolve(state, structuredClone(event), stamp, position)
    if (at % entriesAtOnce === entriesAtOnce - 1) await setImmediate()
  }
  return state
}
