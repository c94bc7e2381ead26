// What any log promises, whatever it is kept in and however bad the line to it is.
import { describe, expect, it } from 'vitest'
import { start, type Log, type LogEntry, type Tail } from '#src/ledger/log.ts'
import { entryAfter, rowAfter } from './log-entries.ts'

/** `open` answers an empty log, and other writers' views of the same one. */
export function logContract(open: () => Promise<{ log: Log; another: () => Log }>): void {
  describe('a log', () => {
    it('is empty at first', async () => {
      const { log } = await open()
      expect(await log.read(0)).toEqual([])
    })

    it('gives back what was put in, word for word', async () => {
      const { log, another } = await open()
      const entry = entryAfter(start, 'click/1', JSON.stringify({ 任务: '“五一”前完成\n<!channel> 100%', emoji: '🔴', lone: '\ud800' }))
      expect(await log.append(start, [entry])).toEqual({ ok: true })
      expect(await another().read(0)).toEqual([entry])
    })

    it('gives back what follows a position, in order', async () => {
      const { log } = await open()
      const entries = await fill(log, 5)
      expect(await log.read(2)).toEqual(entries.slice(2))
      expect(await log.read(5)).toEqual([])
      expect(await log.read(9)).toEqual([])
    })

    it('gives a position to one of two writers', async () => {
      const { log, another } = await open()
      const answers = await Promise.all([log.append(start, [entryAfter(start, 'a')]), another().append(start, [entryAfter(start, 'b')])])
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
      expect(await log.read(0)).toHaveLength(1)
    })

    it('tells a writer that came too late what it has missed', async () => {
      const { log } = await open()
      const entries = await fill(log, 3)
      expect(await log.append(start, [entryAfter(start, 'late')])).toEqual({ ok: false, missing: entries })
      expect(await log.append(tailOf(entries[0]), [entryAfter(tailOf(entries[0]), 'late')])).toEqual({ ok: false, missing: entries.slice(1) })
      expect(await log.read(0)).toEqual(entries)
    })

    it('refuses a writer that knows another history, with nothing missing', async () => {
      const { log } = await open()
      await fill(log, 2)
      const elsewhere = { position: 2, hash: 'f'.repeat(64) }
      expect(await log.append(elsewhere, [entryAfter(elsewhere, 'stray')])).toEqual({ ok: false, missing: [] })
    })

    it('refuses a writer that knows more than it holds, with nothing missing', async () => {
      const { log } = await open()
      await fill(log, 2)
      const ahead = { position: 7, hash: 'f'.repeat(64) }
      expect(await log.append(ahead, [entryAfter(ahead, 'stray')])).toEqual({ ok: false, missing: [] })
      expect(await log.read(0)).toHaveLength(2)
    })

    it('takes several entries at once, each behind the one before it', async () => {
      const { log, another } = await open()
      const [first] = await fill(log, 1)
      const row = rowAfter(tailOf(first), ['a', 'b', 'c'])
      expect(await log.append(tailOf(first), row)).toEqual({ ok: true })
      expect(await another().read(1)).toEqual(row)
    })

    it('takes none of several entries whose writer came too late, and tells what was missed', async () => {
      const { log } = await open()
      const entries = await fill(log, 2)
      expect(await log.append(start, rowAfter(start, ['a', 'b', 'c']))).toEqual({ ok: false, missing: entries })
      expect(await log.read(0)).toEqual(entries)
    })

    it('lets no entry of another writer in between', async () => {
      const { log, another } = await open()
      const answers = await Promise.all([log.append(start, rowAfter(start, ['a', 'b', 'c'])), another().append(start, rowAfter(start, ['x', 'y']))])
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
      expect([['a', 'b', 'c'], ['x', 'y']]).toContainEqual((await log.read(0)).map(({ id }) => id))
    })

    it('keeps every entry of two racing writers once, without a gap', async () => {
      const { log, another } = await open()
      await Promise.all([race(log, 'a', 60), race(another(), 'b', 60)])
      const entries = await log.read(0)
      expect(entries.map(({ position }) => position)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1))
      expect(new Set(entries.map(({ id }) => id)).size).toBe(120)
    })
  })
}

/** A log on a bad line, for somebody who looks for their own entry whenever an answer was lost. `untilBack` waits for the line. */
export function askingAgain(log: Log, untilBack: () => Promise<void>): Log {
  const patiently = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    for (;;) {
      try {
        return await ask()
      } catch {
        await untilBack()
      }
    }
  }
  return {
    read: (after) => patiently(() => log.read(after)),
    append: async (tail, entries) => {
      const answer = await patiently(() => log.append(tail, entries))
      const isThere = !answer.ok && answer.missing.some(({ id }) => id === entries[0]?.id)
      return isThere ? { ok: true } : answer
    },
  }
}

export const tailOf = (entry: LogEntry | undefined): Tail => (entry === undefined ? start : { position: entry.position, hash: entry.hash })

export async function fill(log: Log, count: number): Promise<LogEntry[]> {
  const entries: LogEntry[] = []
  for (let nth = 1; nth <= count; nth += 1) {
    const entry = entryAfter(tailOf(entries.at(-1)), `intent/${nth}`)
    await log.append(tailOf(entries.at(-1)), [entry])
    entries.push(entry)
  }
  return entries
}

async function race(log: Log, name: string, count: number): Promise<void> {
  let tail = start
  for (let nth = 1; nth <= count; ) {
    const entry = entryAfter(tail, `${name}/${nth}`)
    const answer = await log.append(tail, [entry])
    // On a bad line our own entry may be further back than where this try would have put it.
    const known = await log.read(tail.position)
    if (answer.ok) nth += 1
    tail = known.length > 0 ? tailOf(known.at(-1)) : tail
  }
}
