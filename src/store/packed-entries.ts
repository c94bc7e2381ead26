// The entries of a log as a process keeps them: the last as they are, those before them packed, and unpacked for whoever asks.
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import type { LogEntry } from '#src/ledger/log.ts'
import type { Row } from './row.ts'

/** So many entries one behind the other, as text, compressed. */
export type Pack = { count: number; bytes: Uint8Array }

/** What is read of an entry again: that it is what was written was seen when it came. */
export type Unread = Pick<LogEntry, 'position' | 'id' | 'body'>

export type PackedEntries<Entry> = Row<Entry> & {
  /** @param entry the same, read */
  push: (unread: Unread, entry: Entry) => void
  /** All of them as text, one after another. */
  unread: () => Iterable<Unread>
  /** All of them packed, for a file. */
  packs: () => readonly Pack[]
}

/** Packed together once they are so many, or so long: what is asked for is mostly the last, and a pack is unpacked whole. */
const full = { entries: 256, characters: 32_768 }
/** The quickest: what a county writes again and again becomes short at any. */
const level = 1

const Lines = z.array(z.string())
const textOf = (entries: readonly Unread[]): string => JSON.stringify(entries.flatMap(({ id, body }) => [id, body]))
const packOf = (entries: readonly Unread[]): Pack => ({ count: entries.length, bytes: deflateRawSync(textOf(entries), { level }) })

function unreadIn({ bytes }: Pack, before: number): Unread[] {
  const lines = Lines.parse(JSON.parse(inflateRawSync(bytes).toString()))
  return Array.from({ length: lines.length / 2 }, (_, at) => ({ position: before + at + 1, id: lines[2 * at] ?? '', body: lines[2 * at + 1] ?? '' }))
}

/** @param packs those that came before */
export function packedEntries<Entry>(read: (unread: Unread) => Entry, packs: readonly Pack[] = [], most: typeof full = full): PackedEntries<Entry> {
  const packed = [...packs]
  /** How many entries stand before each pack, and behind the last. */
  const before = [0]
  for (const { count } of packed) before.push((before.at(-1) ?? 0) + count)
  let recent: { unread: Unread; entry: Entry | undefined }[] = []
  let characters = 0
  let last: WeakRef<{ at: number; entries: readonly Entry[] }> | undefined

  const packedCount = (): number => before[packed.length] ?? 0
  const length = (): number => packedCount() + recent.length

  const unpacked = (at: number): readonly Entry[] => {
    const known = last?.deref()
    if (known?.at === at) return known.entries
    const pack = packed[at]
    const fresh = { at, entries: pack === undefined ? [] : unreadIn(pack, before[at] ?? 0).map(read) }
    last = new WeakRef(fresh)
    return fresh.entries
  }
  /** The pack in which an entry is. */
  const packAt = (index: number): number => {
    let [from, to] = [0, packed.length]
    while (to - from > 1) {
      const middle = (from + to) >> 1
      if ((before[middle] ?? 0) <= index) from = middle
      else to = middle
    }
    return from
  }
  const recentAt = (at: number): Entry | undefined => {
    const one = recent[at]
    if (one !== undefined) one.entry ??= read(one.unread)
    return one?.entry
  }
  const at = (index: number): Entry | undefined => {
    const place = index < 0 ? length() + index : index
    if (place < 0 || place >= length()) return undefined
    if (place >= packedCount()) return recentAt(place - packedCount())
    const pack = packAt(place)
    return unpacked(pack)[place - (before[pack] ?? 0)]
  }

  function* unread(): Generator<Unread> {
    for (const [at, pack] of packed.entries()) yield* unreadIn(pack, before[at] ?? 0)
    for (const one of recent) yield one.unread
  }

  const setRecent = (unread: readonly Unread[]): void => {
    recent = unread.map((each) => ({ unread: each, entry: undefined }))
    characters = unread.reduce((sum, { body }) => sum + body.length, 0)
  }
  /** What was packed before it was full goes on. */
  const reopen = (): void => {
    const pack = packed.at(-1)
    if (recent.length > 0 || pack === undefined || pack.count >= most.entries) return
    const unread = unreadIn(pack, before[packed.length - 1] ?? 0)
    if (unread.reduce((sum, { body }) => sum + body.length, 0) >= most.characters) return
    packed.pop()
    before.pop()
    last = undefined
    setRecent(unread)
  }
  const packUp = (): void => {
    if (recent.length === 0) return
    before.push(packedCount() + recent.length)
    packed.push(packOf(recent.map(({ unread }) => unread)))
    setRecent([])
  }

  return {
    get length() {
      return length()
    },
    at,
    slice(from = 0, to = length()) {
      const [first, end] = [from < 0 ? Math.max(0, length() + from) : from, to < 0 ? length() + to : Math.min(to, length())]
      return Array.from({ length: Math.max(0, end - first) }, (_, nth) => at(first + nth)).flatMap((entry) => entry ?? [])
    },
    findLastIndex(is) {
      for (let index = length() - 1; index >= 0; index -= 1) {
        const entry = at(index)
        if (entry !== undefined && is(entry)) return index
      }
      return -1
    },
    *[Symbol.iterator]() {
      const all = length()
      for (let index = 0; index < all; index += 1) {
        const entry = at(index)
        if (entry !== undefined) yield entry
      }
    },
    push(unread, entry) {
      reopen()
      recent.push({ unread: { position: unread.position, id: unread.id, body: unread.body }, entry })
      characters += unread.body.length
      if (recent.length >= most.entries || characters >= most.characters) packUp()
    },
    unread,
    packs: () => (recent.length === 0 ? [...packed] : [...packed, packOf(recent.map(({ unread }) => unread))]),
  }
}
