import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { redisKeptWords, type WordsKept } from '#src/store/kept-words.ts'
import { startRedisServer, type RedisServer } from './redis-server.ts'

const [mine, theirs] = ['U01', 'U02'].map((id) => ({ platform: 'slack', id })) as [{ platform: 'slack'; id: string }, { platform: 'slack'; id: string }]
const run = { command: 'report', args: { task: 'p1-12', done: '招标'.repeat(1_500), correction: true } }

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

  it('are found again whole by whoever wrote them, and by nobody else', async () => {
    const id = await words.keep(mine, run)
    expect(await words.find(mine, id)).toEqual(run)
    expect(await words.find(theirs, id)).toBeUndefined()
    expect(await words.find(mine, 'w00000000000000000000')).toBeUndefined()
    expect(await words.find(mine, '../directory')).toBeUndefined()
  })

  it('are kept once, for seven days', async () => {
    const id = await words.keep(mine, run)
    expect(await words.keep(mine, run)).toBe(id)
    expect((await redis.ttl(`{draft:${id}}`)) / 86_400).toBeCloseTo(7, 1)
  })
})
