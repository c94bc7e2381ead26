// When somebody last looked at the whole: their own mark.
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Instant } from '#src/calendar/day.ts'
import { PlanId } from '#src/ledger/ids.ts'
import type { Positions } from '#src/ledger/positions.ts'
import { redisLooks, type Looks } from '#src/store/looks.ts'
import { quiet } from './quiet.ts'
import { startRedisServer, type RedisServer } from './redis-server.ts'

const seen = (plans: Record<string, number> = {}): Positions => ({ directory: 7, plans: new Map(Object.entries(plans).map(([plan, entries]) => [PlanId.parse(plan), entries])) })
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
    await looks.mark(by, at('01:00'), seen())
    expect((await looks.before(by, at('05:00')))?.at).toBe(at('01:00'))
  })

  it('of half an hour is one: what is pressed on the screen does not empty it', async () => {
    const by = somebody()
    for (const time of ['01:00', '05:00']) await looks.mark(by, at(time), seen())
    expect((await looks.before(by, at('05:01')))?.at).toBe(at('01:00'))
    await looks.mark(by, at('05:20'), seen())
    expect((await looks.before(by, at('05:25')))?.at).toBe(at('01:00'))
  })

  it('goes on while somebody comes back within half an hour, and the last of it is what they looked at last', async () => {
    const by = somebody()
    for (const time of ['01:00', '05:00', '05:22', '05:44', '06:06']) await looks.mark(by, at(time), seen())
    expect((await looks.before(by, at('06:10')))?.at).toBe(at('01:00'))
    expect((await looks.before(by, at('07:00')))?.at).toBe(at('06:06'))
  })

  it('keeps what was on record when it was looked at last', async () => {
    const by = somebody()
    await looks.mark(by, at('01:00'), seen({ p1: 12, p2: 3 }))
    await looks.mark(by, at('01:10'), seen({ p1: 13, p2: 3 }))
    expect(await looks.before(by, at('05:00'))).toEqual({ at: at('01:10'), seen: seen({ p1: 13, p2: 3 }) })
  })

  it('is known by its instant as long as its card may still be pressed', async () => {
    const by = somebody()
    for (const [nth, time] of ['01:00', '05:00', '09:00'].entries()) await looks.mark(by, at(time), seen({ p1: nth }))
    expect(await looks.begun(by, at('01:00'))).toEqual({ at: at('01:00'), seen: seen({ p1: 0 }) })
    expect(await looks.begun(by, at('02:00'))).toEqual({ at: at('02:00') })
  })

  it('of an earlier release has its instant alone', async () => {
    const by = somebody()
    await redis.set(`{draft:look:slack:${by.id}}`, JSON.stringify({ at: at('05:00'), before: at('01:00') }))
    expect(await looks.before(by, at('05:10'))).toEqual({ at: at('01:00') })
    expect(await looks.before(by, at('09:00'))).toEqual({ at: at('05:00') })
    await looks.mark(by, at('09:00'), seen({ p1: 1 }))
    expect(await looks.before(by, at('09:10'))).toEqual({ at: at('05:00') })
  })

  it('is none until it is marked: an answer that failed leaves the last one', async () => {
    const by = somebody()
    await looks.mark(by, at('01:00'), seen())
    for (const time of ['05:00', '06:00']) expect((await looks.before(by, at(time)))?.at).toBe(at('01:00'))
  })

  it('is nobody else’s', async () => {
    await looks.mark(somebody(), at('01:00'), seen())
    expect(await looks.before(somebody(), at('05:00'))).toBeUndefined()
  })

  it.each(['', 'spoiled', '{"at":', '{"at":"yesterday"}', '7'])('that was spoiled (%s) counts as none, and the next one is kept', async (text) => {
    const by = somebody()
    await redis.set(`{draft:look:slack:${by.id}}`, text)
    expect(await looks.before(by, at('01:00'))).toBeUndefined()
    await looks.mark(by, at('01:00'), seen())
    expect((await looks.before(by, at('05:00')))?.at).toBe(at('01:00'))
  })
})
