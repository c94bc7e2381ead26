import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Instant } from '#src/calendar/day.ts'
import { redisKeptWords, type WordsKept } from '#src/store/kept-words.ts'
import { startRedisServer, type RedisServer } from './redis-server.ts'

const [mine, theirs] = ['U01', 'U02'].map((id) => ({ platform: 'slack', id })) as [{ platform: 'slack'; id: string }, { platform: 'slack'; id: string }]
const run = { command: 'report', args: { task: 'p1-12', done: '招标'.repeat(1_500), correction: true } }

const at = Instant.parse('2026-07-02T01:00:00.000Z')

describe('words that could not be recorded', () => {
  let server: RedisServer
  let redis: Redis
  let words: WordsKept
  beforeAll(async () => {
    server = await startRedisServer()
    redis = new Redis(server.url)
    words = redisKeptWords(redis)
  })
  afterAll(async () => {
    redis.disconnect()
    await server.stop()
  })

  it('are listed for whoever wrote them, the latest first, each act once', async () => {
    const by = { platform: 'slack' as const, id: 'U09' }
    const later = Instant.parse('2026-07-02T02:00:00.000Z')
    await words.keep(by, { command: 'claim', args: { task: 'p1-3', words: '已验收' } }, later)
    await words.keep(by, run, at)
    await words.keep(by, run, at)
    expect(await words.of(by)).toEqual([{ at: later, run: { command: 'claim', args: { task: 'p1-3', words: '已验收' } } }, { at, run }])
    expect(await words.of({ platform: 'slack', id: 'U10' })).toEqual([])
  })

  it('are found again whole by whoever wrote them, and by nobody else', async () => {
    const id = await words.keep(mine, run, at)
    expect(await words.find(mine, id)).toEqual(run)
    expect(await words.find(theirs, id)).toBeUndefined()
    expect(await words.find(mine, 'w00000000000000000000')).toBeUndefined()
    expect(await words.find(mine, '../directory')).toBeUndefined()
  })

  it('are kept once, for seven days', async () => {
    const id = await words.keep(mine, run, at)
    expect(await words.keep(mine, run, at)).toBe(id)
    expect((await redis.ttl(`{draft:${id}}`)) / 86_400).toBeCloseTo(7, 1)
  })
})
