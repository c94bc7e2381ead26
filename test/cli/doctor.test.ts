// `duban doctor` against a real Redis: what is not as it must be is named, with what to do.
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Day, Instant } from '#src/calendar/day.ts'
import { doctor } from '#src/cli/doctor.ts'
import { openLedgers } from '#src/ledgers.ts'
import { storeConnection } from '#src/store/connection.ts'
import { entryHash } from '#src/store/hash.ts'
import { redisLog } from '#src/store/redis-log.ts'
import { doctorLines, type Finding } from '#templates/doctor.ts'
import { ready } from '../store/ready.ts'
import { startRedisServer, type RedisServer } from '../store/redis-server.ts'

const quiet = pino({ level: 'silent' })
const november = Instant.parse('2026-11-16T01:00:00.000Z')

describe('duban doctor', () => {
  let server: RedisServer
  beforeAll(async () => {
    server = await startRedisServer()
  })
  afterAll(async () => server.stop())

  const examined = async (now = november): Promise<Finding[]> => doctor(server.url, undefined, now, quiet)
  const faults = (findings: readonly Finding[]): Finding[] => findings.filter(({ level }) => level === 'fault')

  async function command(...words: [string, ...string[]]): Promise<void> {
    const redis = storeConnection(server.url)
    await ready(redis)
    await redis.call(...words)
    redis.disconnect()
  }

  it('finds no fault in a Redis set up as it must be', async () => expect(faults(await examined())).toEqual([]))

  it('names a Redis that would take back what was said to be recorded', async () => {
    await command('CONFIG', 'SET', 'appendfsync', 'everysec')
    const found = await examined()
    await command('CONFIG', 'SET', 'appendfsync', 'always')
    expect(faults(found)).toEqual([{ level: 'fault', code: 'store-setting', setting: 'appendfsync', is: 'everysec', should: 'always' }])
  })

  it('warns from 15 November of a next year whose 放假安排 nobody entered, and no longer once it is', async () => {
    expect(await examined()).toContainEqual({ level: 'warning', code: 'days-off', lacks: 2027 })
    expect(await examined(Instant.parse('2026-11-14T01:00:00.000Z'))).toContainEqual({ level: 'good', code: 'days-off' })
  })

  it('names a log that was changed, and asks it nothing more', async () => {
    const redis = storeConnection(server.url)
    await ready(redis)
    const ledgers = await openLedgers({ logOf: (key) => redisLog(redis, key), logger: quiet })
    await ledgers.recordDirectory('first', { at: november, on: Day.parse('2026-11-16'), by: 'system', via: 'system' }, { type: 'add-person', name: '李明', handle: { platform: 'slack', id: 'U0LIMING' } })
    await ledgers.close()
    await redis.call('XADD', '{directory}:log', '9-0', 'id', 'x', 'body', '{}', 'prev', 'x', 'hash', 'x')
    const found = await examined()
    await redis.call('DEL', '{directory}:log')
    redis.disconnect()
    expect(found).toContainEqual({ level: 'fault', code: 'logs', count: 1, broken: ['{directory}:log'] })
  })

  it('says that a whole log of a later release cannot be read, and not that Redis is away', async () => {
    const entry = { position: 1, id: 'later', body: JSON.stringify({ stamp: { at: november, on: '2026-11-16', by: 'system', via: 'system' }, events: [{ type: 'not-known-yet' }] }), prev: '' }
    await command('XADD', '{directory}:log', '1-0', 'id', entry.id, 'body', entry.body, 'prev', '', 'hash', entryHash(entry))
    const found = faults(await examined())
    await command('DEL', '{directory}:log')
    expect(found.map(({ code }) => code)).toEqual(['logs-unread'])
  })

  it('says that Redis is not there, and judges nothing else', async () => {
    await server.kill()
    const found = await examined()
    await server.start()
    expect(found.map(({ code }) => code)).toEqual(['environment', 'store-away'])
  })

  it('says without a store that no ledger was looked at', async () => expect((await doctor('', undefined, november, quiet)).map(({ code }) => code)).toEqual(['environment', 'no-store']))
})

describe('what an operator reads of it', () => {
  it('has the worst first, and says what to do', () => {
    const text = doctorLines([{ level: 'good', code: 'environment' }, { level: 'warning', code: 'days-off', lacks: 2027 }, { level: 'fault', code: 'store-setting', setting: 'eviction', is: 'allkeys-lru', should: 'noeviction' }])
    expect(text.split('\n').map((line) => line[0])).toEqual(['✗', '!', '✓'])
    expect(text).toContain('贴上通知全文')
  })
})
