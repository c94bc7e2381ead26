import { readFileSync } from 'node:fs'
import type { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { start } from '#src/ledger/log.ts'
import { storeConnection } from '#src/store/connection.ts'
import { redisLog } from '#src/store/redis-log.ts'
import { takesWrites } from '#src/store/takes-writes.ts'
import { LogBroken, StoreUnavailable } from '#src/store/store-error.ts'
import { entryAfter } from './log-entries.ts'
import { askingAgain, fill, logContract } from './log.contract.ts'
import { startLossyProxy, type LossyProxy } from './lossy-proxy.ts'
import { ready } from './ready.ts'
import { startRedisServer, type RedisServer } from './redis-server.ts'
import { seededRandom } from './seeded-random.ts'

let server: RedisServer
let keys = 0
const freshKey = (): string => `{plan:p${(keys += 1)}}:log`
const connections: Redis[] = []

async function connected(port: number, as = ''): Promise<Redis> {
  const redis = storeConnection(`redis://${as}127.0.0.1:${port}`)
  connections.push(redis)
  await ready(redis)
  return redis
}

beforeAll(async () => {
  server = await startRedisServer()
})
afterEach(() => {
  for (const redis of connections.splice(0)) redis.disconnect()
})
afterAll(() => server.stop())

describe('redis log', () => {
  logContract(async () => {
    const key = freshKey()
    const [redis, other] = [await connected(server.port), await connected(server.port)]
    return { log: redisLog(redis, key), another: () => redisLog(other, key) }
  })

  it('is read whole however long it is', async () => {
    const log = redisLog(await connected(server.port), freshKey())
    const entries = await fill(log, 2001)
    expect(await log.read(0)).toEqual(entries)
  })

  it('says so when the stream holds what no writer wrote', async () => {
    const redis = await connected(server.port)
    const key = freshKey()
    await redis.xadd(key, '1-0', 'something', 'else')
    await expect(redisLog(redis, key).read(0)).rejects.toBeInstanceOf(LogBroken)
  })

  it('takes nothing when it is full, and says that it certainly did not', async () => {
    const redis = await connected(server.port)
    const log = redisLog(redis, freshKey())
    await redis.config('SET', 'maxmemory', '1')
    await expect(log.append(start, [entryAfter(start, 'a')])).rejects.toBeInstanceOf(StoreUnavailable)
    await redis.config('SET', 'maxmemory', '0')
    expect(await log.read(0)).toEqual([])
  })

  it.each([['full', ['maxmemory', '1'], ['maxmemory', '0']], ['short of copies', ['min-replicas-to-write', '1'], ['min-replicas-to-write', '0']]] as const)('is seen to take nothing while it is %s', async (_, spoil, mend) => {
    const redis = await connected(server.port)
    expect(await takesWrites(redis)).toBe(true)
    await redis.config('SET', ...spoil)
    expect(await takesWrites(redis)).toBe(false)
    await redis.config('SET', ...mend)
    expect(await takesWrites(redis)).toBe(true)
  })
})

describe('redis log of a user who may do no more than the bot needs', () => {
  const documented = /^ACL SETUSER duban (.*)$/m.exec(readFileSync(new URL('../../docs/operate.md', import.meta.url), 'utf8'))?.[1]?.split(' ') ?? []
  const ofEarlierReleases = documented.filter((may) => may !== '+evalsha')

  it.each([['as an operator is told to make it', documented], ['as operators were told before', ofEarlierReleases]])('is written and read: %s', async (_, may) => {
    const admin = await connected(server.port)
    await admin.acl('SETUSER', 'duban', 'reset', ...may)
    const redis = await connected(server.port, 'duban:secret@')
    const log = redisLog(redis, freshKey())
    const entries = await fill(log, 3)
    expect(await log.read(0)).toEqual(entries)
    // An append that comes late is told what it missed.
    expect(await log.append(start, [entryAfter(start, 'late')])).toEqual({ ok: false, missing: entries })
    await expect(redisLog(redis, 'elsewhere').append(start, [entryAfter(start, 'a')])).rejects.toBeInstanceOf(StoreUnavailable)
  })

  it('may run a script that the server has, so that it is sent once', () => {
    expect(documented).toContain('+evalsha')
  })
})

describe('redis log on a line that loses answers', () => {
  let proxy: LossyProxy
  afterEach(() => proxy.stop())

  describe('by chance', () => {
    logContract(async () => {
      proxy = await startLossyProxy({ serverPort: server.port, chance: 0.04, random: seededRandom(keys) })
      const key = freshKey()
      const open = async () => {
        const redis = await connected(proxy.port)
        return askingAgain(redisLog(redis, key), () => ready(redis))
      }
      const [log, other] = [await open(), await open()]
      return { log, another: () => other }
    })
  })

  it('fails when the answer is lost, and never sends the entry a second time', async () => {
    proxy = await startLossyProxy({ serverPort: server.port })
    const redis = await connected(proxy.port)
    const log = redisLog(redis, freshKey())
    const lost = proxy.loseAnswerTo('click/1')
    const answer = log.append(start, [entryAfter(start, 'click/1')])
    await expect(answer).rejects.not.toBeInstanceOf(StoreUnavailable)
    await lost
    await ready(redis)
    expect(await log.read(0)).toHaveLength(1)
  })

  it('fails the same way when it was the request that was lost, for nobody can tell', async () => {
    proxy = await startLossyProxy({ serverPort: server.port })
    const redis = await connected(proxy.port)
    const log = redisLog(redis, freshKey())
    const lost = proxy.loseRequest('click/1')
    await expect(log.append(start, [entryAfter(start, 'click/1')])).rejects.not.toBeInstanceOf(StoreUnavailable)
    await lost
    await ready(redis)
    expect(await log.read(0)).toEqual([])
  })
})

describe('redis log whose server is away', () => {
  it('says at once that it certainly recorded nothing, and records nothing later', async () => {
    const redis = await connected(server.port)
    const log = redisLog(redis, freshKey())
    const noticed = new Promise((resolve) => redis.once('close', resolve))
    await server.kill()
    await noticed
    const askedAt = performance.now()
    await expect(log.append(start, [entryAfter(start, 'a')])).rejects.toBeInstanceOf(StoreUnavailable)
    expect(performance.now() - askedAt).toBeLessThan(1000)
    await server.start()
    await ready(redis)
    expect(await log.read(0)).toEqual([])
  })

  it('has every acknowledged entry after a kill', async () => {
    const redis = await connected(server.port)
    const log = redisLog(redis, freshKey())
    const entries = await fill(log, 50)
    await server.kill()
    await server.start()
    const after = await connected(server.port)
    await ready(redis)
    expect(await redisLog(after, `{plan:p${keys}}:log`).read(0)).toEqual(entries)
  })

  it('gives up on a server that hangs, in time to answer a person', async () => {
    const redis = await connected(server.port)
    const log = redisLog(redis, freshKey())
    server.freeze()
    const askedAt = performance.now()
    await expect(log.append(start, [entryAfter(start, 'a')])).rejects.toThrow()
    expect(performance.now() - askedAt).toBeLessThan(2000)
    server.thaw()
  })
})
