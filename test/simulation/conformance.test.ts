// The model of the store is only worth what it has in common with the store: the same asked of both is answered the same.
import type { Redis } from 'ioredis'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Instant } from '#src/calendar/day.ts'
import { start, type Log, type LogEntry, type Tail } from '#src/ledger/log.ts'
import { storeConnection } from '#src/store/connection.ts'
import { redisLog } from '#src/store/redis-log.ts'
import { rowAfter } from '#test/store/log-entries.ts'
import { ready } from '#test/store/ready.ts'
import { startRedisServer, type RedisServer } from '#test/store/redis-server.ts'
import { Life } from './life.ts'
import { simulatedStore } from './simulated-store.ts'
import { World } from './world.ts'

/** One of two writers appends one or several entries where it thinks the end is (as it last read, some entries back, or in another history), or reads. */
type Asked = { writer: 0 | 1 } & ({ what: 'read'; back: number } | { what: 'append'; ids: string[]; back: number; strays: boolean })
const writer = fc.constantFrom<0 | 1>(0, 1)
const back = fc.integer({ min: 0, max: 3 })
const anyAsked: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({ writer, what: fc.constant('read' as const), back }),
  fc.record({ writer, what: fc.constant('append' as const), ids: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 }), back, strays: fc.boolean() }),
)

let server: RedisServer
let redis: Redis
let keys = 0
beforeAll(async () => {
  server = await startRedisServer()
  redis = storeConnection(`redis://127.0.0.1:${server.port}`)
  await ready(redis)
})
afterAll(async () => {
  redis.disconnect()
  await server.stop()
})

/** Answers of a log to a row of questions; each writer knows what it has read or was told. */
async function answers(log: Log, asked: readonly Asked[], wait: <Answer>(answer: Promise<Answer>) => Promise<Answer>): Promise<unknown[]> {
  const known: [LogEntry[], LogEntry[]] = [[], []]
  const given: unknown[] = []
  for (const each of asked) {
    const own = known[each.writer]
    const tail: Tail = own[own.length - 1 - each.back] ?? start
    if (each.what === 'read') {
      const read = await wait(log.read(tail.position))
      own.push(...read.filter(({ position }) => position > (own.at(-1)?.position ?? 0)))
      given.push(read)
      continue
    }
    const at = each.strays ? { ...tail, hash: 'f'.repeat(64) } : tail
    const row = rowAfter(at, each.ids)
    const answer = await wait(log.append(at, row))
    own.push(...(answer.ok ? row : answer.missing).filter(({ position }) => position > (own.at(-1)?.position ?? 0)))
    given.push(answer)
  }
  return given
}

it('the model and Redis answer every row of questions alike', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAsked, { maxLength: 25 }), async (asked) => {
      const world = new World(1, Instant.parse('2026-06-23T01:00:00.000Z'))
      world.isCalm = true
      const model = simulatedStore(new Map(), () => undefined).logOf(new Life('writer', world), 'log')
      const modelled = await answers(model, asked, async (answer) => {
        await world.pass(1000)
        return answer
      })
      const real = await answers(redisLog(redis, `log${(keys += 1)}`), asked, async (answer) => answer)
      expect(modelled).toEqual(real)
      expect(modelled.length).toBe(asked.length)
    }),
    { numRuns: 150 },
  )
}, 60_000)
