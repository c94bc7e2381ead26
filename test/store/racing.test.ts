import type { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBook, type Book, type Settled } from '#src/store/book.ts'
import { storeConnection } from '#src/store/connection.ts'
import { redisLog } from '#src/store/redis-log.ts'
import { verifyLog } from '#src/store/verify.ts'
import { guestbook, sign, stamp, type Guestbook, type Signed } from './guestbook.ts'
import { startLossyProxy } from './lossy-proxy.ts'
import { quiet } from './quiet.ts'
import { startRedisServer, type RedisServer } from './redis-server.ts'
import { seededRandom } from './seeded-random.ts'

const key = '{plan:p1}:log'
const each = 200
let server: RedisServer
let connections: Redis[] = []

beforeAll(async () => {
  server = await startRedisServer()
})
afterEach(async () => {
  for (const redis of connections) redis.disconnect()
  connections = []
  const direct = storeConnection(server.url)
  await new Promise((resolve) => direct.once('ready', resolve))
  await direct.flushall()
  direct.disconnect()
})
afterAll(() => server.stop())

async function bookAt(port: number): Promise<Book<Guestbook, Signed>> {
  const redis = storeConnection(`redis://127.0.0.1:${port}`)
  connections.push(redis)
  return openBook({ log: redisLog(redis, key), subject: guestbook, logger: quiet })
}

/** As people do: one after another, and again when told that it could not be recorded. */
async function records(book: Book<Guestbook, Signed>, who: string): Promise<Settled<Signed>[]> {
  const answers: Settled<Signed>[] = []
  for (let nth = 1; nth <= each; ) {
    const answer = await book.record(`${who}/${nth}`, stamp, sign(`${who}${nth}`))
    const settled = answer.ok === 'unknown' ? await answer.settled : answer
    if (!settled.ok) continue
    answers.push(settled)
    nth += 1
  }
  return answers
}

async function expectEachOnce(answers: readonly (Settled<Signed> & { ok: true })[]): Promise<void> {
  const book = await bookAt(server.port)
  const entries = [...book.entries()]
  expect(entries.map(({ position }) => position)).toEqual(Array.from({ length: 2 * each }, (_, index) => index + 1))
  expect(new Set(entries.map(({ id }) => id)).size).toBe(2 * each)
  expect(new Set(answers.map(({ position }) => position)).size).toBe(2 * each)
  for (const { position, events } of answers) expect(entries[position - 1]?.events).toEqual(events)
  const redis = connections.at(-1)
  if (redis === undefined) throw new Error('no connection')
  expect(verifyLog(await redisLog(redis, key).read(0))).toMatchObject({ ok: true, entries: 2 * each })
}

const accepted = (answers: Settled<Signed>[]): (Settled<Signed> & { ok: true })[] => answers.filter((answer) => answer.ok)

describe(`two processes that record ${each} intents each in one log`, () => {
  it('lose none and double none', async () => {
    const [one, two] = [await bookAt(server.port), await bookAt(server.port)]
    const answers = await Promise.all([records(one, '甲'), records(two, '乙')])
    await expectEachOnce(accepted(answers.flat()))
  })

  it.each([1, 2, 3])('lose none and double none on a line that cuts and loses answers (%i)', async (seed) => {
    const proxy = await startLossyProxy({ serverPort: server.port, chance: 0.02, random: seededRandom(seed) })
    const [one, two] = [await bookAt(proxy.port), await bookAt(proxy.port)]
    const answers = await Promise.all([records(one, '甲'), records(two, '乙')])
    await expectEachOnce(accepted(answers.flat()))
    expect(proxy.cuts()).toBeGreaterThan(5)
    await proxy.stop()
  })

  it('lose none and double none when the server is killed under them', async () => {
    const [one, two] = [await bookAt(server.port), await bookAt(server.port)]
    const halfway = new Promise<void>((resolve) => one.onRecorded(({ position }) => {
      if (position === each) resolve()
    }))
    const recording = Promise.all([records(one, '甲'), records(two, '乙')])
    await halfway
    await server.kill()
    await server.start()
    await expectEachOnce(accepted((await recording).flat()))
  })
})
