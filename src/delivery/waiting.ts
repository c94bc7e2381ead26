// What is owed and has not left: since when this process has seen it wait.
import type { Parcel } from '#src/reminders/notice.ts'

/** By a parcel's key, the moment of the stopwatch at which it was first seen owed. */
export type Waiting = ReadonlyMap<string, number>

/** What waited before and waits still keeps its moment. @param owed what is owed after a sweep */
export const stillWaiting = (before: Waiting, owed: readonly Parcel[], nowMs: number): Waiting => new Map(owed.map(({ key }) => [key, before.get(key) ?? nowMs]))

/** Those that have waited that long, the longest first. */
export const longWaiting = (waiting: Waiting, nowMs: number, boundMs: number): { key: string; waitedMs: number }[] =>
  [...waiting].map(([key, since]) => ({ key, waitedMs: nowMs - since })).filter(({ waitedMs }) => waitedMs >= boundMs).toSorted((a, b) => b.waitedMs - a.waitedMs)

/** How many have waited that long, and the longest of all in milliseconds. */
export function waitingLong(waiting: Waiting, nowMs: number, boundMs: number): { count: number; longestMs: number } {
  const waits = [...waiting.values()].map((since) => nowMs - since)
  return { count: waits.filter((ms) => ms >= boundMs).length, longestMs: Math.max(0, ...waits) }
}
