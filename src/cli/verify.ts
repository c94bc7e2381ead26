// `duban verify`: every log of a store, entry by entry.
import type { Redis } from 'ioredis'
import type { LogEntry } from '#src/ledger/log.ts'
import { withStore } from '#src/store/connection.ts'
import { verifyLog, type Verified } from '#src/store/verify.ts'

export type VerifiedLog = Verified & { log: string }

const ourLogs = /^\{(plan:[^}]+|directory|delivery)\}:log$/
const pageSize = 1000

/** One line of facts a log, by name. Throws when the store cannot be reached: that says nothing about the logs. */
export async function verify(redisUrl: string): Promise<VerifiedLog[]> {
  return withStore(redisUrl, async (redis) => {
    const verified: VerifiedLog[] = []
    for (const log of await logsOf(redis)) verified.push({ log, ...verifyLog(await entriesAsTheyAre(redis, log)) })
    return verified
  })
}

/** The keys of all our logs, by name. */
export async function logsOf(redis: Redis): Promise<string[]> {
  // SCAN may name a key twice.
  const found = new Set<string>()
  let cursor = '0'
  do {
    const [next, keys] = await redis.scan(cursor, 'MATCH', '{*}:log', 'COUNT', 1000)
    for (const key of keys) if (ourLogs.test(key)) found.add(key)
    cursor = next
  } while (cursor !== '0')
  return [...found].sort()
}

/** Takes anything for an entry, unlike the log itself: what somebody else put there is to be named, not to be stumbled over. */
export async function entriesAsTheyAre(redis: Redis, key: string): Promise<LogEntry[]> {
  const entries: LogEntry[] = []
  for (let after = '-'; ; ) {
    const page = await redis.xrange(key, after, '+', 'COUNT', pageSize)
    for (const [at, fields] of page) {
      const values = new Map<string, string>()
      for (let index = 0; index + 1 < fields.length; index += 2) values.set(fields[index] ?? '', fields[index + 1] ?? '')
      const valueOf = (name: string): string => values.get(name) ?? ''
      entries.push({ position: positionOf(at), id: valueOf('id'), body: valueOf('body'), prev: valueOf('prev'), hash: valueOf('hash') })
      after = `(${at}`
    }
    if (page.length < pageSize) return entries
  }
}

/** Ours are `n-0`; anything else stands nowhere. */
const positionOf = (at: string): number => (at.endsWith('-0') ? Number.parseInt(at, 10) : Number.NaN)
