// What a clock on the wall of a zone shows at an instant.
import { Temporal } from 'temporal-polyfill'
import { Day, type Instant } from './day.ts'

/** `time`: `09:05`. */
export type WallTime = { day: Day; time: string }

/** A sweep asks for one minute again and again, and the tables of zones are slow to ask. */
const known = new Map<string, WallTime>()
const knownAtMost = 64

/** @param zone an IANA name, Asia/Shanghai. Throws where there is no such zone. */
export function wallTime(instant: Instant, zone: string): WallTime {
  const minute = `${instant.slice(0, 16)} ${zone}`
  const before = known.get(minute)
  if (before !== undefined) return before
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  const shown = { day: Day.parse(there.toPlainDate().toString()), time: there.toPlainTime().toString({ smallestUnit: 'minute' }) }
  if (known.size >= knownAtMost) known.clear()
  known.set(minute, shown)
  return shown
}
