// Imports that wait for 确认. They are not history yet, so they are kept beside the logs and forgotten after a while.
import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'
import { Draft, DraftId } from '#src/ledger/draft.ts'

export type Drafts = {
  /** The same person's same document has the same id, so a file that Slack tells of twice is one draft. */
  keep: (draft: Draft) => Promise<DraftId>
  /** Undefined when it was dropped, has expired, or was kept by a release that this one does not understand. */
  find: (id: DraftId) => Promise<Draft | undefined>
  drop: (id: DraftId) => Promise<void>
}

const keptForSeconds = 30 * 24 * 60 * 60

export function redisDrafts(redis: Redis): Drafts {
  const keyOf = (id: DraftId): string => `{draft:${id}}`
  return {
    async keep(draft) {
      const id = idOf(draft)
      await redis.set(keyOf(id), JSON.stringify(draft), 'EX', keptForSeconds)
      return id
    },

    async find(id) {
      const kept = await redis.get(keyOf(id))
      return kept === null ? undefined : Draft.safeParse(JSON.parse(kept)).data
    },

    async drop(id) {
      await redis.del(keyOf(id))
    },
  }
}

function idOf({ source, text, part, by }: Draft): DraftId {
  const hash = createHash('sha256').update(JSON.stringify([source, text, part ?? 0, by])).digest('hex')
  return DraftId.parse(`d${hash.slice(0, 20)}`)
}
