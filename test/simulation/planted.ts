// Mistakes that one could make in the product, each planted from outside: the simulation must see every one of them.
import type { LogEntry, Sealed, Tail } from '#src/ledger/log.ts'
import type { DeliveryNeeds } from '#src/delivery/deliver.ts'
import { entryAfter } from '#test/store/log-entries.ts'
import type { Twist } from './process.ts'

const posts = (post: (needs: DeliveryNeeds) => DeliveryNeeds['post']): Twist => ({ needs: (needs) => ({ ...needs, post: post(needs) }) })

const sealed = (after: Tail, entries: readonly Sealed[]): LogEntry[] =>
  entries.reduce<LogEntry[]>((row, { id, body }) => [...row, entryAfter(row.at(-1) ?? after, id, body)], [])

/** By name: what is forgotten, or believed. */
export const planted: Readonly<Record<string, Twist>> = {
  'an entry is put at the end, wherever that is by then': {
    log: (log) => ({
      ...log,
      async append(tail, entries) {
        const answer = await log.append(tail, entries)
        const last = answer.ok ? undefined : answer.missing.at(-1)
        return last === undefined ? answer : log.append(last, sealed(last, entries))
      },
    }),
  },
  'an append whose answer was lost is sent again': {
    log: (log) => ({
      ...log,
      async append(tail, entries) {
        try {
          return await log.append(tail, entries)
        } catch {
          const end = (await log.read(0)).at(-1) ?? tail
          return log.append(end, sealed(end, entries))
        }
      },
    }),
  },
  'of entries that are appended together only the first is written': {
    log: (log) => ({ ...log, append: async (tail, entries) => log.append(tail, entries.slice(0, 1)) }),
  },
  'a click has another id each time it comes': {
    record: (record, { world }) => async (id, intent) => record(`${id}~${world.between(0, 1_000_000)}`, intent),
  },
  'recorded is said before the log has answered': {
    record: (record) => async (id, intent) => {
      void record(id, intent)
      return Promise.resolve({ ok: true, position: 0, repeated: false, events: [{ type: 'handed-out' }] })
    },
  },
  'what nobody can tell is called not recorded': {
    answer: (recorded) => (recorded.ok === 'unknown' ? { ok: false, refusal: { code: 'cannot-record' } } : recorded),
  },
  'a message is sent again when its answer is lost, as Slack’s client does by default': posts(({ post }) => ({
    ...post,
    async post(to, card, key, mayStill) {
      const first = await post.post(to, card, key, mayStill)
      return first.kind === 'unknown' ? post.post(to, card, key, mayStill) : first
    },
  })),
  'a message of which nobody can tell counts as sent': posts(({ post }) => ({
    ...post,
    async post(to, card, key, mayStill) {
      const posted = await post.post(to, card, key, mayStill)
      return posted.kind === 'unknown' ? { kind: 'posted', conversation: `D-${to}`, ts: '0' } : posted
    },
  })),
  'a message of which nobody can tell counts as not sent': posts(({ post }) => ({
    ...post,
    async post(to, card, key, mayStill) {
      const posted = await post.post(to, card, key, mayStill)
      return posted.kind === 'unknown' ? { kind: 'later', afterMs: 0 } : posted
    },
  })),
  'a message is not looked for before it is sent again': posts(({ post }) => ({ ...post, find: async () => Promise.resolve(undefined) })),
  'nobody asks whether there is still time before sending': posts(({ post }) => ({ ...post, post: async (to, card, key) => post.post(to, card, key, () => true) })),
  'a claim is over by the clock on the wall': {
    needs: (needs) => ({ ...needs, stopwatch: { ...(needs.stopwatch ?? raise()), passedMs: () => Date.parse(needs.clock.now()) } }),
  },
  'a claim is shorter than a request can be on its way': { needs: (needs) => ({ ...needs, claimMs: 6000, postMs: 2000 }) },
  'what is owed is not asked again before sending': {
    needs: (needs) => {
      let last: ReturnType<DeliveryNeeds['owed']> = []
      return { ...needs, owed: (now, told, to) => (to === undefined ? (last = needs.owed(now, told)) : last) }
    },
  },
  'what others recorded is not read before sending': { needs: (needs) => ({ ...needs, refresh: async () => Promise.resolve(true) }) },
  'what was told before is not looked at': { needs: (needs) => ({ ...needs, owed: (now, told, to) => needs.owed(now, { ...told, notice: () => false, noticeForGood: () => false }, to) }) },
}

function raise(): never {
  throw new Error('the process has no stopwatch')
}
