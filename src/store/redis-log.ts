// A log in a Redis Stream: entry n is `n-0`, with the fields id, body, prev and hash.
import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { Log, LogEntry } from '#src/ledger/log.ts'
import { LogBroken, StoreUnavailable } from './store-error.ts'

const StreamEntry = z
  .tuple([
    z.string().regex(/^\d+-0$/),
    z.tuple([z.literal('id'), z.string(), z.literal('body'), z.string(), z.literal('prev'), z.string(), z.literal('hash'), z.string()]),
  ])
  .transform(([at, [, id, , body, , prev, , hash]]): LogEntry => ({ position: Number.parseInt(at, 10), id, body, prev, hash }))

/** Entries fetched at a time: a whole log in one answer would hold up everybody else's. */
const pageSize = 1000

/** `redis` is a `storeConnection`: on any other, a lost answer might be sent twice. */
export function redisLog(redis: Redis, key: string): Log {
  return {
    async append(tail, entries) {
      // Asked before sending, because afterwards nobody can tell whether it was sent.
      if (redis.status !== 'ready') throw new StoreUnavailable(`not connected (${redis.status})`)
      const args = [key, tail.position, tail.hash, ...entries.flatMap(({ id, body, hash }) => [id, body, hash])]
      const answer = await redis.evalsha(appendIfTailSha, 1, ...args).catch(async (error: unknown) => (isNotRun(error) ? redis.eval(appendIfTail, 1, ...args) : Promise.reject(error as Error))).catch(certainOrLost)
      return answer === 'appended' ? { ok: true } : { ok: false, missing: entriesOf(answer) }
    },

    async read(after) {
      const entries: LogEntry[] = []
      for (;;) {
        const last = entries.at(-1)?.position ?? after
        const page = entriesOf(await redis.xrange(key, `(${last}-0`, '+', 'COUNT', pageSize))
        entries.push(...page)
        if (page.length < pageSize) return entries
      }
    },
  }
}

function entriesOf(answer: unknown): LogEntry[] {
  const entries = z.array(StreamEntry).safeParse(answer)
  if (!entries.success) throw new LogBroken('the stream holds something that is not an entry', { cause: entries.error })
  return entries.data
}

/** Redis's own "no" (full, read-only, still loading) means that nothing was written; any other failure is a lost answer. */
function certainOrLost(error: unknown): never {
  if (error instanceof Error && error.name === 'ReplyError') throw new StoreUnavailable(error.message, { cause: error })
  throw error
}

/** The server does not have the script, or no longer, or its user may only send it whole, as one made for an earlier release: nothing was carried out. */
const isNotRun = (error: unknown): boolean => error instanceof Error && error.name === 'ReplyError' && /^(?:NOSCRIPT|NOPERM) /.test(error.message)

/** All or none: Redis refuses a script before its first write or not at all, and its file holds what one script wrote as one transaction. */
const appendIfTail = `
  local after = ARGV[1] .. '-0'
  local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1] or { '0-0', {} }
  if last[1] ~= after or (last[2][8] or '') ~= ARGV[2] then return redis.call('XRANGE', KEYS[1], '(' .. after, '+') end
  local prev = ARGV[2]
  for at = 3, #ARGV, 3 do
    redis.call('XADD', KEYS[1], string.format('%d-0', ARGV[1] + at / 3), 'id', ARGV[at], 'body', ARGV[at + 1], 'prev', prev, 'hash', ARGV[at + 2])
    prev = ARGV[at + 2]
  end
  return 'appended'`
const appendIfTailSha = createHash('sha1').update(appendIfTail).digest('hex')
