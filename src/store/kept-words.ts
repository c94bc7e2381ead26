// Acts that were refused or broke, with the words somebody wrote for them: kept beside the logs for a week, for whoever wrote them.
import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { Handle } from '#src/directory/handle.ts'
import { orAway } from './store-error.ts'

/** What would be done: a command by its English name, with its arguments. */
const Act = z.object({ command: z.string().min(1).max(40), args: z.record(z.string().max(60), z.union([z.string(), z.number(), z.boolean()])) })
type Act = z.infer<typeof Act>
const Kept = z.object({ by: Handle, run: Act, at: Instant.optional() })

export type WordsKept = {
  /** The same person's same act has the same id. `at`: when it was written. */
  keep: (by: Handle, run: Act, at: Instant) => Promise<string>
  /** A person's own of the last week, the latest first. */
  of: (by: Handle) => Promise<{ at: Instant; run: Act }[]>
  /** Undefined once a week has passed, and for anybody else. */
  find: (by: Handle, id: string) => Promise<Act | undefined>
}

const keptForSeconds = 7 * 24 * 60 * 60
const keptForOne = 20

export function redisKeptWords(redis: Redis): WordsKept {
  // Beside the drafts, so that a user of Redis who may keep those may keep these.
  const keyOf = (id: string): string => `{draft:${id}}`
  const indexOf = ({ platform, id }: Handle): string => `{draft:words:${platform}:${id}}`

  async function kept(id: string): Promise<z.infer<typeof Kept> | undefined> {
    const text = /^w[0-9a-f]{20}$/.test(id) ? await orAway(async () => redis.get(keyOf(id))) : null
    return text === null ? undefined : Kept.safeParse(JSON.parse(text)).data
  }

  return {
    async keep(by, run, at) {
      const id = `w${createHash('sha256').update(JSON.stringify([by, run])).digest('hex').slice(0, 20)}`
      await orAway(async () => redis.set(keyOf(id), JSON.stringify({ by, run, at }), 'EX', keptForSeconds))
      await orAway(async () => redis.zadd(indexOf(by), Date.parse(at), id))
      await orAway(async () => redis.zremrangebyrank(indexOf(by), 0, -keptForOne - 1))
      await orAway(async () => redis.expire(indexOf(by), keptForSeconds))
      return id
    },
    async of(by) {
      const ids = await orAway(async () => redis.zrevrange(indexOf(by), 0, keptForOne - 1))
      const found = await Promise.all(ids.map(async (id) => kept(id)))
      return found.flatMap((each) => (each?.at === undefined ? [] : [{ at: each.at, run: each.run }]))
    },
    async find(by, id) {
      const found = await kept(id)
      return found !== undefined && found.by.platform === by.platform && found.by.id === by.id ? found.run : undefined
    },
  }
}
