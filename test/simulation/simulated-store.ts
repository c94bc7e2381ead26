// A model of the logs in Redis, with the ways in which a store and a line to it fail.
import { start, type Appended, type Log, type LogEntry, type Sealed, type Tail } from '#src/ledger/log.ts'
import { StoreUnavailable } from '#src/store/store-error.ts'
import type { Life } from './life.ts'

export type SimulatedStore = {
  logOf: (life: Life, key: string) => Log
  entries: (key: string) => readonly LogEntry[]
  keys: () => string[]
}

/** @param logs what stands in it to begin with, by key @param onEntry told of every entry as it is written */
export function simulatedStore(logs: ReadonlyMap<string, readonly LogEntry[]>, onEntry: (key: string, entry: LogEntry) => void): SimulatedStore {
  const standing = new Map([...logs].map(([key, entries]) => [key, [...entries]]))
  const entriesOf = (key: string): LogEntry[] => {
    const entries = standing.get(key) ?? []
    standing.set(key, entries)
    return entries
  }

  const put = (key: string, after: Tail, sealed: readonly Sealed[]): Appended => {
    const entries = entriesOf(key)
    const tail = entries.at(-1) ?? start
    if (after.position !== tail.position || after.hash !== tail.hash) return { ok: false, missing: entries.slice(after.position) }
    for (const entry of sealed) {
      const before = entries.at(-1) ?? start
      const written = { ...entry, position: before.position + 1, prev: before.hash }
      entries.push(written)
      onEntry(key, written)
    }
    return { ok: true }
  }

  return {
    entries: entriesOf,
    keys: () => [...standing.keys()],
    logOf: (life, key) => ({
      async append(tail, sealed) {
        const { world } = life
        if (world.chance(0.02)) return life.ask(() => undefined).then(() => { throw new StoreUnavailable('away') })
        if (world.chance(0.02)) {
          // It is carried out long after nobody waits for it any more.
          world.after(world.between(2000, 20_000), () => void put(key, tail, sealed))
          return life.ask(() => ({ ok: true as const }), 'request')
        }
        return life.ask(() => put(key, tail, sealed), world.chance(0.02) ? 'answer' : world.chance(0.02) ? 'request' : 'no')
      },
      read: async (after) => life.ask(() => entriesOf(key).slice(after), life.world.chance(0.02) ? 'answer' : 'no'),
    }),
  }
}
