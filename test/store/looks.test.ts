// When somebody last looked at the whole: their own mark.
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Instant } from '#src/calendar/day.ts'
import { redisLooks, type Looks } from '#src/store/looks.ts'
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
    looks = redisLooks(redis)
  })
  afterAll(async () => {
    redis.disconnect()
    await server.stop()
  })

  it('has none before it the first time, and the last one afterwards', async () => {
    const by = somebody()
    expect(await looks(by, at('01:00'), true)).toBeUndefined()
    expect(await looks(by, at('05:00'), true)).toBe(at('01:00'))
  })

  it('of half an hour is one: what is pressed on the screen does not empty it', async () => {
    const by = somebody()
    await looks(by, at('01:00'), true)
    expect(await looks(by, at('05:00'), true)).toBe(at('01:00'))
    expect(await looks(by, at('05:20'), true)).toBe(at('01:00'))
  })

  it('at a part is no look at the whole: what changed elsewhere is still to be told', async () => {
    const by = somebody()
    await looks(by, at('01:00'), true)
    expect(await looks(by, at('05:00'), false)).toBe(at('01:00'))
    expect(await looks(by, at('06:00'), true)).toBe(at('01:00'))
  })

  it('is nobody else’s', async () => {
    await looks(somebody(), at('01:00'), true)
    expect(await looks(somebody(), at('05:00'), true)).toBeUndefined()
  })
})
