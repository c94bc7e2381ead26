// When somebody last looked at the whole: their own mark, shown to nobody.
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import type { Handle } from '#src/directory/handle.ts'
import { PlanId } from '#src/ledger/ids.ts'
import type { Look, Positions } from '#src/ledger/positions.ts'
import { orAway } from './store-error.ts'

/** What was on record at a look. */
const Seen = z.object({ at: Instant, directory: z.int().min(0), plans: z.record(PlanId, z.int().min(0)) })
/** `at`: when they looked last; `before`: when they looked last before this sitting; `seen`: of the last sittings as they were looked at last, the latest last. An earlier release kept none. */
const Looked = z.object({ at: Instant, before: Instant.optional(), seen: z.array(Seen).default([]) })
type Looked = z.infer<typeof Looked>

export type Looks = {
  /** How a person had looked before; undefined where they never did. Throws `StoreUnavailable` */
  before: (by: Handle, now: Instant) => Promise<Look | undefined>
  /** The look at that instant. Throws `StoreUnavailable` */
  begun: (by: Handle, at: Instant) => Promise<Look>
  /** They have looked at the whole now. @param seen what was on record. Throws `StoreUnavailable` */
  mark: (by: Handle, now: Instant, seen: Positions) => Promise<void>
}

/** Who comes back within half an hour is still at it, however often: pressing a button must not empty the screen. */
const sameSittingMs = 30 * 60_000
/** Of so many it is known what was on record: a card of an earlier one can still be pressed. */
const seenKept = 10

export function redisLooks(redis: Redis, logger: Logger): Looks {
  // Beside the drafts, so that a user of Redis who may keep those may keep these.
  const keyOf = ({ platform, id }: Handle): string => `{draft:look:${platform}:${id}}`
  const kept = async (by: Handle): Promise<Looked | undefined> => {
    const text = await orAway(async () => redis.get(keyOf(by)))
    if (text === null) return undefined
    const known = lookedIn(text)
    if (known === undefined) logger.warn({ key: keyOf(by) }, 'looks: what is kept of a look cannot be read; it counts as none')
    return known
  }
  const isSame = ({ at }: Looked, now: Instant): boolean => Math.abs(Date.parse(now) - Date.parse(at)) < sameSittingMs
  return {
    async before(by, now) {
      const known = await kept(by)
      const at = known === undefined || !isSame(known, now) ? known?.at : known.before
      return at === undefined ? undefined : lookAt(known, at)
    },
    begun: async (by, at) => lookAt(await kept(by), at),
    async mark(by, now, { directory, plans }) {
      const known = await kept(by)
      const isStillAtIt = known !== undefined && isSame(known, now)
      const before = isStillAtIt ? known.before : known?.at
      const seen = [...(known?.seen ?? []).filter(({ at }) => !isStillAtIt || at !== known.at), { at: now, directory, plans: Object.fromEntries(plans) }].slice(-seenKept)
      const looked: Looked = { at: now, ...(before === undefined ? {} : { before }), seen }
      await orAway(async () => redis.set(keyOf(by), JSON.stringify(looked)))
    },
  }
}

function lookAt(known: Looked | undefined, at: Instant): Look {
  const seen = known?.seen.findLast((one) => one.at === at)
  return seen === undefined ? { at } : { at, seen: { directory: seen.directory, plans: new Map(Object.entries(seen.plans).map(([plan, entries]) => [PlanId.parse(plan), entries])) } }
}

function lookedIn(text: string): Looked | undefined {
  try {
    return Looked.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
