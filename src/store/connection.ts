// The one kind of connection the store works with: quick to say no, and it never sends a command a second time.
import { Redis } from 'ioredis'
import type { Logger } from 'pino'

/** Slack waits 3 s for an answer; half of it for the store leaves room to word one. */
const commandTimeoutMs = 1500

/**
 * Connects, and connects again for as long as it is needed; the caller disconnects it.
 *
 * A command whose answer is lost fails and is not sent again (`maxRetriesPerRequest: 0`): whoever sent it finds out by
 * the intent's id whether it was carried out. Nothing waits in a queue for a server that is away (`enableOfflineQueue`),
 * so what was told "not recorded" is never recorded later. A connection that has gone quiet is replaced, and so is one
 * to a server that only gives what it has (`reconnectOnError`): it was the first once, and its name may lead to the one that is now.
 */
export function storeConnection(url: string, logger?: Logger): Redis {
  const redis = new Redis(url, {
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    commandTimeout: commandTimeoutMs,
    socketTimeout: 2 * commandTimeoutMs,
    connectTimeout: 2 * commandTimeoutMs,
    retryStrategy: (attempt) => Math.min(attempt * 50, 500),
    // `true` sends nothing again. A script's refusal has the word inside where Redis is older than 7.
    reconnectOnError: ({ message }) => message.includes('READONLY '),
  })
  let isAway = false
  redis.on('error', (error: Error) => {
    if (!isAway) logger?.warn({ cause: error.message }, 'store: away')
    isAway = true
  })
  redis.on('ready', () => {
    if (isAway) logger?.info('store: back')
    isAway = false
  })
  return redis
}

/** For one look at the store: connects, waits until it answers, and disconnects whatever comes of it. */
export async function withStore<Found>(url: string, look: (redis: Redis) => Promise<Found>): Promise<Found> {
  const redis = storeConnection(url)
  try {
    await new Promise<void>((resolve, reject) => redis.once('ready', resolve).once('error', reject))
    return await look(redis)
  } finally {
    redis.disconnect()
  }
}
