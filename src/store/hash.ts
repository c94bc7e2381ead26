// The chain: each entry's hash covers the one before it, so no entry can be changed, dropped or moved unseen.
import { hash } from 'node:crypto'
import type { LogEntry } from '#src/ledger/log.ts'

/**
 * SHA-256, in hex, over four lines: the hash before (empty for the first entry), the position, the intent's id, the body.
 * An id has no line break, and JSON text made by `JSON.stringify` has none, so no two entries read the same.
 */
export function entryHash({ prev, position, id, body }: Omit<LogEntry, 'hash'>): string {
  return hash('sha256', `${prev}\n${position}\n${id}\n${body}`)
}
