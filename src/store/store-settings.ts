// How a Redis is set up, as an operator asks before trusting it with a ledger.
import type { Redis } from 'ioredis'

/** As Redis says them; left out where the user may not ask (`CONFIG` needs a permission that the bot does not). */
export type StoreSettings = { version?: string; appendonly?: string; appendfsync?: string; eviction?: string; lastWrite?: string; cluster?: string }

/** Rejects when the store does not answer. */
export async function storeSettings(redis: Redis): Promise<StoreSettings> {
  const info = await redis.info()
  const said = (name: string): string | undefined => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1]
  const configured = async (name: string): Promise<string | undefined> => {
    try {
      const answer = await redis.config('GET', name)
      return Array.isArray(answer) && typeof answer[1] === 'string' ? answer[1] : undefined
    } catch {
      return undefined
    }
  }
  const settings = {
    version: said('redis_version'), lastWrite: said('aof_last_write_status'), cluster: said('cluster_enabled'),
    appendonly: await configured('appendonly'), appendfsync: await configured('appendfsync'), eviction: await configured('maxmemory-policy'),
  }
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
}
