// When somebody last looked at the whole: their own mark, shown to nobody.
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import type { Handle } from '#src/directory/handle.ts'
import { orAway } from './store-error.ts'

/** `at`: when this look began; `before`: when the one before it did. */
const Look = z.object({ at: Instant, before: Instant.optional() })

/** Answers when a person had looked before; with `marks` they look at the whole now. @returns undefined where they never did. Throws `StoreUnavailable` */
export type Looks = (by: Handle, now: Instant, marks: boolean) => Promise<Instant | undefined>

/** Who comes back within half an hour is still at the same look: pressing a button must not empty the screen. */
const sameLookMs = 30 * 60_000

export function redisLooks(redis: Redis): Looks {
  // Beside the drafts, so that a user of Redis who may keep those may keep these.
  const keyOf = ({ platform, id }: Handle): string => `{draft:look:${platform}:${id}}`
  return async (by, now, marks) => {
    const kept = await orAway(async () => redis.get(keyOf(by)))
    const known = kept === null ? undefined : Look.safeParse(JSON.parse(kept)).data
    if (known !== undefined && Math.abs(Date.parse(now) - Date.parse(known.at)) < sameLookMs) return known.before
    if (marks) await orAway(async () => redis.set(keyOf(by), JSON.stringify({ at: now, ...(known === undefined ? {} : { before: known.at }) })))
    return known?.at
  }
}
