// What this process knows of a log: its entries, each checked against the one before, and the state they make.
import { z } from 'zod'
import { start, type LogEntry, type Tail } from '#src/ledger/log.ts'
import { Stamp } from '#src/ledger/stamp.ts'
import { entryHash } from './hash.ts'
import { knownIds } from './known-ids.ts'
import { packedEntries, type Unread } from './packed-entries.ts'
import type { Row } from './row.ts'
import { packState, unpackState, type Snapshot } from './snapshot.ts'
import { LogBroken, LogForked } from './store-error.ts'

/** What a log is about. `evolve` owns the state and may change it in place; it never refuses. */
export type Subject<State, Event> = {
  initial: () => State
  event: z.ZodType<Event>
  evolve: (state: State, event: Event, stamp: Stamp, position: number) => State
}

/** One decision as it was recorded: who, when, and what happened. */
export type Entry<Event> = { position: number; id: string; stamp: Stamp; events: Event[] }

export type FoldedLog<State, Event> = {
  state: () => State
  tail: () => Tail
  entries: () => Row<Entry<Event>>
  find: (id: string) => Entry<Event> | undefined
  /** Goes on from where a snapshot of the same log ended. Nothing was taken in before. @param spoiled told where its state does not unpack: then the entries are folded again */
  standOn: (snapshot: Snapshot, spoiled: () => void) => void
  /** The state is still in the snapshot: nobody asked for it, and nothing came since. */
  isUnread: () => boolean
  snapshot: () => Snapshot
  /** The entry that would come next, or after another that would. Throws when the events are not what the log's schema says: a bug of whoever decided them. */
  next: (id: string, stamp: Stamp, events: readonly Event[], after?: Tail) => LogEntry
  /** Takes in the entry after the tail. Throws `LogForked` when it does not follow, `LogBroken` when it is not what was written. */
  take: (entry: LogEntry) => Entry<Event>
}

/** A schema is compiled when it first reads: once for what all logs of a subject are made of. */
const bodies = new WeakMap<z.ZodType, z.ZodType>()
function bodyOf<Event>(event: z.ZodType<Event>): z.ZodType<{ stamp: Stamp; events: Event[] }> {
  const body = bodies.get(event) ?? z.object({ stamp: Stamp, events: z.array(event).min(1) })
  bodies.set(event, body)
  return body as z.ZodType<{ stamp: Stamp; events: Event[] }>
}

export function foldedLog<State, Event>({ initial, event, evolve }: Subject<State, Event>): FoldedLog<State, Event> {
  const Body = bodyOf(event)
  // Read when it was written, from the text that is sent: what comes back as sent is not read a second time.
  const written = new WeakMap<LogEntry, Entry<Event>>()
  let state = initial()
  let tail = start

  const read = ({ position, id, body }: Unread): Entry<Event> => ({ position, id, ...Body.parse(JSON.parse(body)) })
  let entries = packedEntries(read)
  let ids = knownIds()
  let unread: { state: Uint8Array; spoiled: () => void } | undefined
  const stateNow = (): State => {
    if (unread !== undefined) state = unpacked(unread)
    unread = undefined
    return state
  }
  const unpacked = (packed: { state: Uint8Array; spoiled: () => void }): State => {
    try {
      return unpackState(packed.state) as State
    } catch {
      packed.spoiled()
      return refolded()
    }
  }
  /** By what stands in the snapshot of the log itself: the chain of hashes that ends where the log does is made of the log's entries, and of no others. */
  const refolded = (): State => {
    try {
      let [now, prev] = [initial(), '']
      for (const each of entries.unread()) {
        const { stamp, events, position } = read(each)
        now = events.reduce((before, happened) => evolve(before, happened, stamp, position), now)
        prev = entryHash({ ...each, prev })
      }
      if (prev !== tail.hash) throw new Error('these are not the entries of the log')
      return now
    } catch (cause) {
      throw new Error('the snapshot cannot be read, and was thrown away: a restart reads the log', { cause })
    }
  }

  return {
    state: stateNow,
    tail: () => tail,
    entries: () => entries,
    find: (id) => ((index) => (index === undefined ? undefined : entries.at(index)))(ids.find(id, (at) => entries.at(at)?.id)),

    standOn(snapshot, spoiled) {
      if (tail.position > 0) throw new Error('a snapshot comes before everything else')
      entries = packedEntries(read, snapshot.packs)
      ids = knownIds(snapshot.marks)
      unread = { state: snapshot.state, spoiled }
      tail = { position: snapshot.position, hash: snapshot.hash }
    },
    isUnread: () => unread !== undefined,
    snapshot: () => ({ ...tail, state: unread?.state ?? packState(state), marks: ids.marks(), packs: entries.packs() }),

    next(id, stamp, events, after = tail) {
      if (id === '' || id.includes('\n')) throw new Error('an id is one line of text')
      const unsealed = { position: after.position + 1, id, body: JSON.stringify({ stamp, events }), prev: after.hash }
      const entry = { ...unsealed, hash: entryHash(unsealed) }
      written.set(entry, read(entry))
      return entry
    },

    take(logEntry) {
      const { position, prev, hash } = logEntry
      if (position !== tail.position + 1 || prev !== tail.hash) throw new LogForked(`entry ${position} does not follow entry ${tail.position}`)
      const own = written.get(logEntry)
      if (own === undefined && hash !== entryHash(logEntry)) throw new LogBroken(`entry ${position} was changed after it was written`)
      const entry = own ?? orBroken(`entry ${position} cannot be read`, () => read(logEntry))
      // What was just decided and what is replayed take this same way, through the body's text, so they cannot differ.
      const before = stateNow()
      state = orBroken(`entry ${position} cannot be folded`, () => entry.events.reduce((now, happened) => evolve(now, happened, entry.stamp, position), before))
      tail = { position, hash }
      entries.push(logEntry, entry)
      ids.push(entry.id)
      return entry
    },
  }
}

function orBroken<Answer>(what: string, attempt: () => Answer): Answer {
  try {
    return attempt()
  } catch (cause) {
    throw new LogBroken(what, { cause })
  }
}
