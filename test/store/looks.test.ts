// When somebody last looked at the whole: their own mark.
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Instant } from '#src/calendar/day.ts'
import { redisLooks, type Looks } from '#src/store/looks.ts'
import { quiet } from './quiet.ts'
import { startRedisServer, type RedisServer } from './redis-server.ts'

const at = (time: string): Instant => Instant.parse(`2026-07-02T${time}:00.000Z`)

describe('a look', () => {
  let server: RedisServer
  let redis: Redis
  let looks: Looks
  let nth = 0
  const somebody = () => ({ platform: 'slack' as const, id: `U${(nth += 1)}` })
  beforeAll(async () => {
    server = await startRedisServer()
    redis = new Redis(server.url)
    looks = redisLooks(redis, quiet)
  })
  afterAll(async () => {
    redis.disconnect()
    await server.stop()
  })

  it('has none before it the first time, and the last one afterwards', async () => {
    const by = somebody()
    expect(await looks.before(by, at('01:00'))).toBeUndefined()
    await looks.mark(by, at('01:00'))
    expect(await looks.before(by, at('05:00'))).toBe(at('01:00'))
  })

  it('of half an hour is one: what is pressed on the screen does not empty it', async () => {
    const by = somebody()
    for (const time of ['01:00', '05:00']) await looks.mark(by, at(time))
    expect(await looks.before(by, at('05:01'))).toBe(at('01:00'))
    await looks.mark(by, at('05:20'))
    expect(await looks.before(by, at('05:25'))).toBe(at('01:00'))
  })

  it('is none until it is marked: an answer that failed leaves the last one', async () => {
    const by = somebody()
    await looks.mark(by, at('01:00'))
    for (const time of ['05:00', '06:00']) expect(await looks.before(by, at(time))).toBe(at('01:00'))
  })

  it('is nobody else’s', async () => {
    await looks.mark(somebody(), at('01:00'))
    expect(await looks.before(somebody(), at('05:00'))).toBeUndefined()
  })

  it.each(['', 'spoiled', '{"at":', '{"at":"yesterday"}', '7'])('that was spoiled (%s) counts as none, and the next one is kept', async (text) => {
    const by = somebody()
    await redis.set(`{draft:look:slack:${by.id}}`, text)
    expect(await looks.before(by, at('01:00'))).toBeUndefined()
    await looks.mark(by, at('01:00'))
    expect(await looks.before(by, at('05:00'))).toBe(at('01:00'))
  })
})
