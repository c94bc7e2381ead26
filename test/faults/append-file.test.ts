import { appendFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LogEntry } from '#src/ledger/log.ts'
import { storeConnection } from '#src/store/connection.ts'
import { redisLog } from '#src/store/redis-log.ts'
import { startRedisServer, type RedisServer } from '#test/store/redis-server.ts'
import { smallCounty } from '#test/simulation/small-county.ts'
import { ready } from '#test/store/ready.ts'
import { entriesWritten, sizeOf } from './append-file.ts'

let server: RedisServer
beforeAll(async () => {
  server = await startRedisServer()
})
afterAll(async () => server.stop())

describe('the file in which Redis writes everything', () => {
  it('tells the entries of several logs in the order in which they were written, and outlives a kill', async () => {
    const redis = storeConnection(server.url)
    await ready(redis)
    const [[one, ofOne] = [], [other, ofOther] = []] = [...(await smallCounty())]
    const wanted: { log: string; entry: LogEntry }[] = []
    for (const nth of [0, 1])
      for (const [log, entries] of [[one, ofOne], [other, ofOther]] as const) {
        const entry = entries?.[nth]
        if (log === undefined || entry === undefined) throw new Error('the county has too little in it')
        const before = entries?.[nth - 1]
        await redisLog(redis, log).append({ position: entry.position - 1, hash: before?.hash ?? '' }, [entry])
        wanted.push({ log, entry })
      }
    redis.disconnect()
    expect(await entriesWritten(server.appendFile, 0)).toEqual(wanted)
    await server.kill()
    await server.start()
    expect(await entriesWritten(server.appendFile, 0)).toEqual(wanted)
    expect(await entriesWritten(server.appendFile, await sizeOf(server.appendFile))).toEqual([])
  })

  it('leaves out a write that was broken off', async () => {
    const before = await entriesWritten(server.appendFile, 0)
    await appendFile(server.appendFile, '*11\r\n$4\r\nXADD\r\n$5\r\n{x}:l')
    expect(await entriesWritten(server.appendFile, 0)).toEqual(before)
  })
})
