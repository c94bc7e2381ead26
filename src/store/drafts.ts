// Imports that wait for 确认, and what is put right in them. They are not history yet, so they are kept beside the logs and forgotten after a while.
import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { Instant } from '#src/calendar/day.ts'
import type { Handle } from '#src/directory/handle.ts'
import { correctionsAtMost, type Correction } from '#src/ledger/correction.ts'
import { Draft, DraftId, type CorrectionKept, type NewDraft } from '#src/ledger/draft.ts'
import { orAway } from './store-error.ts'

export type Drafts = {
  /** The same person's same document has the same id: a file that Slack tells of twice is one draft, and what was put right in it stays. */
  keep: (draft: NewDraft) => Promise<DraftId>
  /** Undefined when it was dropped, has expired, or was kept by a release that this one does not understand. */
  find: (id: DraftId) => Promise<Draft | undefined>
  /** The drafts a person sent, the one worked on last first. */
  of: (by: Handle) => Promise<{ id: DraftId; draft: Draft }[]>
  /** Two at once lose neither; the same act twice is one. @param act the id of what the person did, and when */
  correct: (id: DraftId, act: { id: string; at: Instant }, correction: Correction) => Promise<CorrectionKept>
  drop: (id: DraftId) => Promise<void>
}

const keptForSeconds = 30 * 24 * 60 * 60
const keptForOne = 20

export function redisDrafts(redis: Redis): Drafts {
  const keyOf = (id: DraftId): string => `{draft:${id}}`
  const [correctionsOf, actsOf] = [(id: DraftId) => `${keyOf(id)}:corrections`, (id: DraftId) => `${keyOf(id)}:acts`]
  const keysOf = (id: DraftId): string[] => [keyOf(id), correctionsOf(id), actsOf(id)]

  async function find(id: DraftId): Promise<Draft | undefined> {
    const [kept, corrections] = await Promise.all([redis.get(keyOf(id)), redis.lrange(correctionsOf(id), 0, -1)])
    if (kept === null) return undefined
    return Draft.safeParse({ ...(JSON.parse(kept) as object), corrections: corrections.map((correction) => JSON.parse(correction) as unknown) }).data
  }

  /** Whoever sends a draft or works on it keeps all of it for another while, and among the latest of who sent it. */
  async function renew(id: DraftId, by: Handle, at: Instant): Promise<void> {
    const index = indexOf(by)
    await redis.zadd(index, 'GT', Date.parse(at), id)
    await redis.zremrangebyrank(index, 0, -keptForOne - 1)
    await Promise.all([index, ...keysOf(id)].map(async (key) => redis.expire(key, keptForSeconds)))
  }

  const drafts: Drafts = {
    find,

    async keep({ source, text, part, by, at }) {
      const id = idOf({ source, text, part, by })
      await redis.set(keyOf(id), JSON.stringify({ source, text, part, by, at }), 'EX', keptForSeconds)
      await renew(id, by, at)
      return id
    },

    async of(by) {
      const ids = z.array(DraftId).parse(await redis.zrevrange(indexOf(by), 0, keptForOne - 1))
      const found = await Promise.all(ids.map(async (id) => ({ id, draft: await find(id) })))
      return found.flatMap(({ id, draft }) => (draft === undefined ? [] : [{ id, draft }]))
    },

    async correct(id, act, correction) {
      const keys = keysOf(id)
      const kept = Kept.parse(await redis.eval(correctOnce, keys.length, ...keys, act.id, JSON.stringify(correction), correctionsAtMost, keptForSeconds))
      const draft = kept === 'kept' ? await find(id) : undefined
      if (draft !== undefined) await renew(id, draft.by, act.at)
      return kept
    },

    async drop(id) {
      await redis.del(...keysOf(id))
    },
  }
  return {
    keep: async (draft) => orAway(async () => drafts.keep(draft)),
    find: async (id) => orAway(async () => drafts.find(id)),
    of: async (by) => orAway(async () => drafts.of(by)),
    correct: async (id, act, correction) => orAway(async () => drafts.correct(id, act, correction)),
    drop: async (id) => orAway(async () => drafts.drop(id)),
  }
}

const Kept = z.enum(['kept', 'gone', 'full'])

/** An act that is there already has been kept. What is written expires from the start: a process that dies after it leaves nothing for ever. */
const correctOnce = `
  if redis.call('EXISTS', KEYS[1]) == 0 then return 'gone' end
  if redis.call('SISMEMBER', KEYS[3], ARGV[1]) == 1 then return 'kept' end
  if redis.call('LLEN', KEYS[2]) >= tonumber(ARGV[3]) then return 'full' end
  redis.call('SADD', KEYS[3], ARGV[1])
  redis.call('RPUSH', KEYS[2], ARGV[2])
  for _, key in ipairs(KEYS) do redis.call('EXPIRE', key, ARGV[4]) end
  return 'kept'`

const indexOf = ({ platform, id }: Handle): string => `{drafts:${platform}:${id}}`

function idOf({ source, text, part, by }: Pick<NewDraft, 'source' | 'text' | 'part' | 'by'>): DraftId {
  const hash = createHash('sha256').update(JSON.stringify([source, text, part ?? 0, by])).digest('hex')
  return DraftId.parse(`d${hash.slice(0, 20)}`)
}
