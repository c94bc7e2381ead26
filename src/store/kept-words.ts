// Acts that were refused or broke, with the words somebody wrote for them: kept beside the logs for a week, for whoever wrote them.
import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { Handle } from '#src/directory/handle.ts'
import { orAway } from './store-error.ts'

/** What would be done: a command by its English name, with its arguments. */
const Act = z.object({ command: z.string().min(1).max(40), args: z.record(z.string().max(60), z.union([z.string(), z.number(), z.boolean()])) })
type Act = z.infer<typeof Act>
const Kept = z.object({ by: Handle, run: Act })

export type WordsKept = {
  /** The same person's same act has the same id. */
  keep: (by: Handle, run: Act) => Promise<string>
  /** Undefined once a week has passed, and for anybody else. */
  find: (by: Handle, id: string) => Promise<Act | undefined>
}

const keptForSeconds = 7 * 24 * 60 * 60

export function redisKeptWords(redis: Redis): WordsKept {
  // Beside the drafts, so that a user of Redis who may keep those may keep these.
  const keyOf = (id: string): string => `{draft:${id}}`
  return {
    async keep(by, run) {
      const id = `w${createHash('sha256').update(JSON.stringify([by, run])).digest('hex').slice(0, 20)}`
      await orAway(async () => redis.set(keyOf(id), JSON.stringify({ by, run }), 'EX', keptForSeconds))
      return id
    },
    async find(by, id) {
      const text = /^w[0-9a-f]{20}$/.test(id) ? await orAway(async () => redis.get(keyOf(id))) : null
      const kept = text === null ? undefined : Kept.safeParse(JSON.parse(text)).data
      return kept !== undefined && kept.by.platform === by.platform && kept.by.id === by.id ? kept.run : undefined
    },
  }
}
