// What the sandbox itself remembers between two starts, beside the ledger: when it first opened, how far its clock was moved, whether it was seeded.
import { Redis } from 'ioredis'
import type { Offset } from './movable-clock.ts'
import type { SandboxLogger } from './supervised-server.ts'

const key = '{sandbox}:memory'

export type SandboxMemory = {
  /** The real time of the first start, in milliseconds since 1970; `now` if this is it. */
  firstStart: (now: number) => Promise<number>
  clockOffset: { load: () => Promise<Offset | undefined>; save: (offset: Offset) => Promise<void> }
  isSeeded: () => Promise<boolean>
  seeded: () => Promise<void>
  close: () => Promise<void>
}

export async function sandboxMemory(url: string, logger: SandboxLogger): Promise<SandboxMemory> {
  const redis = new Redis(url, { lazyConnect: true })
  redis.on('error', (error) => logger.warn({ err: error }, 'sandbox: its memory is away'))
  await redis.connect()
  const number = async (field: string): Promise<number | undefined> => ((value) => (value === null ? undefined : Number(value)))(await redis.hget(key, field))
  return {
    async firstStart(now) {
      await redis.hsetnx(key, 'firstStart', now)
      return (await number('firstStart')) ?? now
    },
    clockOffset: {
      load: async () => number('offset'),
      async save(offset) {
        await redis.hset(key, 'offset', offset)
      },
    },
    isSeeded: async () => (await redis.hexists(key, 'seeded')) === 1,
    async seeded() {
      await redis.hset(key, 'seeded', 1)
    },
    /** Everything was answered when it was asked: there is nothing to wait for, and a Redis that hangs would never say goodbye. */
    async close() {
      redis.disconnect()
      return Promise.resolve()
    },
  }
}
