// Whether the store would take an entry now: one that is full, read-only or cannot save still gives all that it has.
import type { Redis } from 'ioredis'

/** Under the delivery log's name, for that is what a user of Redis may write. */
const tried = '{delivery}:tried'
const keptMs = 60_000

export const takesWrites = async (redis: Redis): Promise<boolean> => redis.set(tried, '1', 'PX', keptMs).then(() => true, () => false)
