// A book that is opened from a snapshot is the book that reads its whole log.
import { describe, expect, it } from 'vitest'
import type { LogEntry } from '#src/ledger/log.ts'
import { openBook, type Book } from '#src/store/book.ts'
import { foldedLog } from '#src/store/folded-log.ts'
import type { KeptSnapshot, Snapshot } from '#src/store/snapshot.ts'
import { guestbook, sign, stamp, type Guestbook, type Signed } from './guestbook.ts'
import { entryAfter } from './log-entries.ts'
import { memoryLog, type MemoryLog } from './memory-log.ts'
import { quiet } from './quiet.ts'

const body = (name: string): string => JSON.stringify({ stamp, events: [{ type: 'signed', name, wish: '平安' }] })
const rowOf = (...names: string[]): LogEntry[] => names.reduce<LogEntry[]>((row, name) => [...row, entryAfter(row.at(-1) ?? { position: 0, hash: '' }, `click/${name}`, body(name))], [])

function snapshotOf(entries: readonly LogEntry[]): Snapshot {
  const known = foldedLog(guestbook)
  for (const entry of entries) known.take(entry)
  return known.snapshot()
}

/** `reads`: from where the log was read. */
function watched(entries: LogEntry[]): { log: MemoryLog; reads: number[] } {
  const [log, reads] = [memoryLog(entries), [] as number[]]
  return { log: { ...log, read: async (after) => (reads.push(after), log.read(after)) }, reads }
}

function kept(snapshot: Snapshot | undefined): KeptSnapshot & { drops: string[]; positions: number[] } {
  const one = { drops: [] as string[], positions: [] as number[] }
  return Object.assign(one, { read: () => snapshot, drop: async (why: string) => Promise.resolve(void one.drops.push(why)), grown: (position: number) => void one.positions.push(position) })
}

const opened = async (log: MemoryLog, snapshot: KeptSnapshot): Promise<Book<Guestbook, Signed>> => openBook({ log, subject: guestbook, logger: quiet, snapshot })
const names = ['王芳', '李强', '赵敏', '孙丽', '周涛']

describe('a book with a snapshot', () => {
  it('asks the log for the entry that it stands on and what follows, and for nothing before', async () => {
    const all = rowOf(...names)
    const { log, reads } = watched([...all])
    const snapshot = kept(snapshotOf(all.slice(0, 3)))
    const book = await opened(log, snapshot)
    expect(reads).toEqual([2])
    expect(snapshot.positions).toEqual([5])
    const whole = await opened(memoryLog([...all]), kept(undefined))
    expect(book.state()).toStrictEqual(whole.state())
    expect([...book.entries()]).toStrictEqual([...whole.entries()])
    expect(book.position()).toBe(5)
  })

  it('does not unpack the state before somebody asks for it, and not after what came since', async () => {
    const all = rowOf(...names)
    const book = await opened(memoryLog([...all]), kept(snapshotOf(all)))
    expect(book.isUnread()).toBe(true)
    expect(book.state().names.get('赵敏')).toBe(3)
    expect(book.isUnread()).toBe(false)
    expect((await opened(memoryLog([...all]), kept(snapshotOf(all.slice(0, 4))))).isUnread()).toBe(false)
    expect((await opened(memoryLog([...all]), kept(undefined))).isUnread()).toBe(false)
  })

  it('records what comes next, and what was recorded before finds its first result', async () => {
    const all = rowOf(...names)
    const log = memoryLog([...all])
    const book = await opened(log, kept(snapshotOf(all)))
    expect(await book.record('click/李强', stamp, sign('李强'))).toEqual({ ok: true, position: 2, repeated: true, events: [{ type: 'signed', name: '李强', wish: '平安' }] })
    expect(await book.record('click/again', stamp, sign('李强'))).toMatchObject({ ok: false, refusal: { code: 'person-known' } })
    expect(await book.record('click/吴军', stamp, sign('吴军'))).toMatchObject({ ok: true, position: 6, repeated: false })
    expect(log.entries()).toHaveLength(6)
    expect([...(await opened(memoryLog([...log.entries()]), kept(undefined))).state().names.keys()]).toEqual([...names, '吴军'])
  })

  const changed = (entries: readonly LogEntry[]): LogEntry[] => entries.map((entry) => (entry.position === 3 ? { ...entry, body: body('坏人') } : entry))
  it.each([
    ['of another county', rowOf('甲', '乙', '丙', '丁'), true],
    ['of the same county with another history', [...rowOf('王芳'), ...rowOf('王芳', '甲', '乙').slice(1)], true],
    ['that has lost its end', rowOf('王芳', '李强'), true],
    ['that is empty', [], true],
    ['whose entry was changed under it', changed(rowOf(...names)), false],
  ])('believes the log and not the snapshot: a log %s', async (_, entries, canBeRead) => {
    const snapshot = kept(snapshotOf(rowOf(...names).slice(0, 3)))
    const book = opened(memoryLog([...entries]), snapshot)
    if (canBeRead) {
      expect((await book).state()).toStrictEqual((await opened(memoryLog([...entries]), kept(undefined))).state())
      expect((await book).position()).toBe(entries.length)
    } else await expect(book).rejects.toThrow('changed after it was written')
    expect(snapshot.drops).toEqual(['not-on-log'])
  })

  describe('whose state does not unpack', () => {
    const spoiled = (entries: readonly LogEntry[], as: Partial<Snapshot> = {}): ReturnType<typeof kept> => kept({ ...snapshotOf(entries), state: Uint8Array.of(1, 2, 3), ...as })

    it.each([['that ends with it', 5], ['that went on', 3]])('throws the snapshot away and folds the log again: one %s', async (_, count) => {
      const all = rowOf(...names)
      const snapshot = spoiled(all.slice(0, count))
      const book = await opened(memoryLog([...all]), snapshot)
      expect(book.state()).toStrictEqual((await opened(memoryLog([...all]), kept(undefined))).state())
      expect(snapshot.drops).toEqual(['not-unpacked'])
      expect(await book.record('click/吴军', stamp, sign('吴军'))).toMatchObject({ ok: true, position: 6, repeated: false })
      expect(book.state().names.get('吴军')).toBe(6)
      expect(snapshot.drops).toHaveLength(1)
    })

    it('believes of its entries only those that are the log’s, by the chain of their hashes', async () => {
      const all = rowOf(...names)
      const others = snapshotOf(rowOf('王芳', '李强', '赵敏', '孙丽', '坏人')).packs
      for (const packs of [others, [{ count: 5, bytes: Uint8Array.of(1, 2, 3) }]]) {
        const snapshot = spoiled(all, { packs })
        const book = await opened(memoryLog([...all]), snapshot)
        // It is not the log that is broken: the next start reads that.
        expect(() => book.state()).toThrow(expect.objectContaining({ name: 'Error', message: 'the snapshot cannot be read, and was thrown away: a restart reads the log' }))
        expect(snapshot.drops).toContain('not-unpacked')
      }
    })
  })

  it('waits for a log that is away, as without one', async () => {
    const all = rowOf(...names)
    const log = memoryLog([...all])
    log.setAway(true)
    const book = opened(log, kept(snapshotOf(all.slice(0, 3))))
    setTimeout(() => log.setAway(false), 60)
    expect((await book).position()).toBe(5)
  })
})
