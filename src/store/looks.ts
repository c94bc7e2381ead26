// When somebody last looked at the whole: their own mark, shown to nobody.
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import type { Handle } from '#src/directory/handle.ts'
import { orAway } from './store-error.ts'

/** `at`: when this look began; `before`: when the one before it did. */
const Look = z.object({ at: Instant, before: Instant.optional() })
type Look = z.infer<typeof Look>

export type Looks = {
  /** When a person had looked before; undefined where they never did. Throws `StoreUnavailable` */
  before: (by: Handle, now: Instant) => Promise<Instant | undefined>
  /** They have looked at the whole now. Throws `StoreUnavailable` */
  mark: (by: Handle, now: Instant) => Promise<void>
}

/** Who comes back within half an hour is still at the same look: pressing a button must not empty the screen. */
const sameLookMs = 30 * 60_000

export function redisLooks(redis: Redis, logger: Logger): Looks {
  // Beside the drafts, so that a user of Redis who may keep those may keep these.
  const keyOf = ({ platform, id }: Handle): string => `{draft:look:${platform}:${id}}`
  const kept = async (by: Handle): Promise<Look | undefined> => {
    const text = await orAway(async () => redis.get(keyOf(by)))
    if (text === null) return undefined
    const known = lookIn(text)
    if (known === undefined) logger.warn({ key: keyOf(by) }, 'looks: what is kept of a look cannot be read; it counts as none')
    return known
  }
  const isSame = ({ at }: Look, now: Instant): boolean => Math.abs(Date.parse(now) - Date.parse(at)) < sameLookMs
  return {
    async before(by, now) {
      const known = await kept(by)
      return known === undefined || !isSame(known, now) ? known?.at : known.before
    },
    async mark(by, now) {
      const known = await kept(by)
      if (known !== undefined && isSame(known, now)) return
      const look: Look = { at: now, ...(known === undefined ? {} : { before: known.at }) }
      await orAway(async () => redis.set(keyOf(by), JSON.stringify(look)))
    },
  }
}

function lookIn(text: string): Look | undefined {
  try {
    return Look.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
