// Is a log what was once written? Asked by an operator, so it says where it is not, and never stops at a surprise.
import { z } from 'zod'
import type { LogEntry } from '#src/ledger/log.ts'
import { Stamp } from '#src/ledger/stamp.ts'
import { entryHash } from './hash.ts'

/**
 * `gap`: a position is missing or out of order. `prev`: it does not follow the entry before it. `hash`: it was changed.
 * `body`: it is as it was written, but is not a stamp and events.
 */
export type Fault = 'gap' | 'prev' | 'hash' | 'body'

/** `hash` covers the whole log: noted down elsewhere, it proves later that nothing before it was touched. */
export type Verified = { ok: true; entries: number; hash: string } | { ok: false; position: number; what: Fault }

/** The first broken entry, if any. Whether the events mean something is not asked: that is the fold's business. */
export function verifyLog(entries: readonly LogEntry[]): Verified {
  let prev = ''
  for (const [index, entry] of entries.entries()) {
    const what = faultOf(entry, index + 1, prev)
    if (what !== undefined) return { ok: false, position: what === 'gap' ? index + 1 : entry.position, what }
    prev = entry.hash
  }
  return { ok: true, entries: entries.length, hash: prev }
}

function faultOf(entry: LogEntry, position: number, prev: string): Fault | undefined {
  if (entry.position !== position) return 'gap'
  if (entry.prev !== prev) return 'prev'
  if (entry.hash !== entryHash(entry)) return 'hash'
  return isBody(entry.body) ? undefined : 'body'
}

const Body = z.object({ stamp: Stamp, events: z.array(z.object({ type: z.string() })).min(1) })

function isBody(text: string): boolean {
  try {
    return Body.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}
