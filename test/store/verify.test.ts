import fc from 'fast-check'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify } from '#src/cli/verify.ts'
import { start, type LogEntry } from '#src/ledger/log.ts'
import { redisLog } from '#src/store/redis-log.ts'
import { verifyLog } from '#src/store/verify.ts'
import { entryAfter } from './log-entries.ts'
import { fill } from './log.contract.ts'
import { ready } from './ready.ts'
import { startRedisServer, type RedisServer } from './redis-server.ts'

const chain = (count: number): LogEntry[] => {
  const entries: LogEntry[] = []
  for (let nth = 1; nth <= count; nth += 1) entries.push(entryAfter(entries.at(-1) ?? start, `click/${nth}`))
  return entries
}
const changed = (entries: LogEntry[], position: number, change: Partial<LogEntry>): LogEntry[] => entries.map((entry) => (entry.position === position ? { ...entry, ...change } : entry))

describe('a log', () => {
  it('is sound when every entry follows the one before it', () => {
    expect(verifyLog([])).toEqual({ ok: true, entries: 0, hash: '' })
    expect(verifyLog(chain(5))).toEqual({ ok: true, entries: 5, hash: chain(5).at(-1)?.hash })
  })

  it('is broken at an entry that was changed', () => expect(verifyLog(changed(chain(5), 3, { body: '{}' }))).toEqual({ ok: false, position: 3, what: 'hash' }))

  it('is broken after an entry that was changed and sealed again', () => {
    const entries = chain(5)
    expect(verifyLog(entries.with(2, entryAfter(entries[1] ?? start, 'click/3', entries[0]?.body)))).toEqual({ ok: false, position: 4, what: 'prev' })
  })

  it('is broken where an entry is missing', () => {
    expect(verifyLog(chain(5).toSpliced(2, 1))).toEqual({ ok: false, position: 3, what: 'gap' })
    expect(verifyLog(chain(5).slice(1))).toEqual({ ok: false, position: 1, what: 'gap' })
  })

  it.each(['督办', '{}', '[]', '{"stamp":{},"events":[]}'])('is broken at an entry that says nothing: %s', (body) =>
    expect(verifyLog([...chain(2), entryAfter(chain(2).at(-1) ?? start, 'odd', body)])).toEqual({ ok: false, position: 3, what: 'body' }))

  it('is found broken at the first entry touched, whatever was done to it', () => {
    const anyHash = fc.string({ unit: fc.constantFrom('0', '7', 'a', 'f'), minLength: 64, maxLength: 64 })
    const anyChange = fc.oneof(
      fc.record({ id: fc.string() }),
      fc.record({ body: fc.string() }),
      fc.record({ prev: anyHash }),
      fc.record({ hash: anyHash }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), anyChange, (position, change) => {
        const verified = verifyLog(changed(chain(8), position, change))
        // Only the last entry's own hash has no entry after it to notice; its own text does.
        expect(verified).toMatchObject({ ok: false, position })
      }),
    )
  })
})

describe('duban verify', () => {
  let server: RedisServer
  let redis: Redis
  beforeAll(async () => {
    server = await startRedisServer()
    redis = new Redis(server.url)
    await ready(redis)
    await fill(redisLog(redis, '{plan:p2}:log'), 3)
    await fill(redisLog(redis, '{plan:p1}:log'), 1200)
    await fill(redisLog(redis, '{directory}:log'), 1)
    await redis.set('{draft:d123456}', 'not a log')
    await redis.xadd('{somebody}:log', '1-0', 'not', 'ours')
  })
  afterAll(async () => {
    redis.disconnect()
    await server.stop()
  })

  it('walks every log of ours and no other', async () => {
    expect(await verify(server.url)).toMatchObject([
      { log: '{directory}:log', ok: true, entries: 1 },
      { log: '{plan:p1}:log', ok: true, entries: 1200 },
      { log: '{plan:p2}:log', ok: true, entries: 3 },
    ])
  })

  it('names the first broken entry of each', async () => {
    await redis.xdel('{plan:p1}:log', '700-0')
    await redis.xadd('{plan:p2}:log', '3-1', 'something', 'else')
    expect(await verify(server.url)).toMatchObject([
      { log: '{directory}:log', ok: true },
      { log: '{plan:p1}:log', ok: false, position: 700, what: 'gap' },
      { log: '{plan:p2}:log', ok: false, position: 4, what: 'gap' },
    ])
  })

  it('says nothing about logs that it cannot reach', async () => {
    await expect(verify('redis://127.0.0.1:1')).rejects.toThrow()
  })
})
