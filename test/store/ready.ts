import type { Redis } from 'ioredis'

/** Waits until a connection can be used, now or again. */
export async function ready(redis: Redis): Promise<void> {
  if (redis.status === 'ready') return
  await new Promise<void>((resolve) => redis.once('ready', () => resolve()))
}
