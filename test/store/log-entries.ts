// Entries for tests of logs, sealed as a writer seals them.
import type { LogEntry, Tail } from '#src/ledger/log.ts'
import { entryHash } from '#src/store/hash.ts'

export const bodyOf = (text: string): string =>
  JSON.stringify({ stamp: { at: '2026-06-30T01:02:03.004Z', on: '2026-06-30', by: 'system', via: 'system' }, events: [{ type: 'noted', text }] })

/** The entry that follows `tail`. */
export function entryAfter(tail: Tail, id: string, body: string = bodyOf(id)): LogEntry {
  const unsealed = { position: tail.position + 1, id, body, prev: tail.hash }
  return { ...unsealed, hash: entryHash(unsealed) }
}

/** Entries one behind the other. */
export const rowAfter = (tail: Tail, ids: readonly string[]): LogEntry[] => ids.reduce<LogEntry[]>((row, id) => [...row, entryAfter(row.at(-1) ?? tail, id)], [])
