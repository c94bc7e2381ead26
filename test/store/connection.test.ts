import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import { pipeline } from 'node:stream'
import type { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { storeConnection } from '#src/store/connection.ts'
import { startLossyProxy, type LossyProxy } from './lossy-proxy.ts'
import { ready } from './ready.ts'
import { startRedisServer, type RedisServer } from './redis-server.ts'

describe('the store’s connection', () => {
  let server: RedisServer
  let proxy: LossyProxy
  let redis: Redis
  beforeAll(async () => {
    server = await startRedisServer()
  })
  beforeEach(async () => {
    proxy = await startLossyProxy({ serverPort: server.port })
    redis = storeConnection(`redis://127.0.0.1:${proxy.port}`)
    await ready(redis)
    await redis.flushall()
  })
  afterEach(async () => {
    redis.disconnect()
    await proxy.stop()
  })
  afterAll(() => server.stop())

  it('never sends again what had no answer, and says so at once', async () => {
    const lost = proxy.loseAnswerTo('counter')
    const askedAt = performance.now()
    await expect(redis.incr('counter')).rejects.toThrow()
    expect(performance.now() - askedAt).toBeLessThan(1000)
    await lost
    await ready(redis)
    expect(await redis.get('counter')).toBe('1')
  })

  it('keeps nothing for later while it is cut off', async () => {
    const lost = proxy.loseRequest('first')
    const first = redis.incr('first')
    await expect(first).rejects.toThrow()
    await lost
    expect(redis.status).not.toBe('ready')
    await expect(redis.incr('second')).rejects.toThrow()
    await ready(redis)
    expect(await redis.mget('first', 'second')).toEqual([null, null])
  })

  it('is replaced when the server no longer answers on it', async () => {
    server.freeze()
    const replaced = new Promise((resolve) => redis.once('close', resolve))
    await expect(redis.get('counter')).rejects.toThrow()
    await replaced
    server.thaw()
    await ready(redis)
    expect(await redis.get('counter')).toBeNull()
  })

  it('is sought anew where the server only gives what it has: after a failover the same name leads to another', async () => {
    const copy = await startRedisServer()
    const other = await startRedisServer()
    let port = copy.port
    const name = createServer((client) => void pipeline(client, connect(port, '127.0.0.1'), client, () => undefined))
    await once(name.listen(0, '127.0.0.1'), 'listening')
    const failedOver = storeConnection(`redis://127.0.0.1:${(name.address() as AddressInfo).port}`)
    await ready(failedOver)
    await failedOver.replicaof('127.0.0.1', other.port)
    port = other.port
    await expect(failedOver.eval("return redis.call('INCR', KEYS[1])", 1, 'counter')).rejects.toThrow('read only')
    await vi.waitFor(async () => expect(await failedOver.incr('counter')).toBe(1))
    failedOver.disconnect()
    name.close()
    await Promise.all([copy.stop(), other.stop()])
  })
})
