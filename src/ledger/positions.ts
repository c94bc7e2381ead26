// How far the logs had come: by an instant, or by what was on record when somebody looked.
import type { Instant } from '#src/calendar/day.ts'
import { countUntil } from './entry.ts'
import type { PlanId } from './ids.ts'

/** How many entries each log had. A plan that is not among them had none. */
export type Positions = { directory: number; plans: ReadonlyMap<PlanId, number> }

/** A moment. `seen`: what was on record then, where that is known: an entry carries the instant of its press, and may have been recorded later. */
export type Look = { at: Instant; seen?: Positions }

type Log = { length: number } & Parameters<typeof countUntil>[0]
type Logs = { directory: Log; plans: ReadonlyMap<PlanId, Log> }

/** All that is on record. */
export const positionsNow = ({ directory, plans }: Logs): Positions => ({ directory: directory.length, plans: new Map([...plans].map(([plan, entries]) => [plan, entries.length])) })

/** Of all logs there are, never more than there is: of what was brought back from a backup the end may be missing. */
export function positionsAt({ directory, plans }: Logs, { at, seen }: Look): Positions {
  const until = (entries: Log, known: number | undefined): number => (seen === undefined ? countUntil(entries, at) : Math.min(known ?? 0, entries.length))
  return { directory: until(directory, seen?.directory), plans: new Map([...plans].map(([plan, entries]) => [plan, until(entries, seen?.plans.get(plan))])) }
}
