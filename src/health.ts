// Whether the bot does its work, for a machine that watches it: one address, no names, no words of anybody.
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { Logger } from 'pino'
import { longWaiting, stillWaiting, waitingLong, type Waiting } from '#src/delivery/waiting.ts'
import { totalOf, type Balance } from '#src/reminders/balance.ts'
import type { Parcel } from '#src/reminders/notice.ts'
import type { Deaf } from '#src/slack/socket.ts'
import { machineStopwatch, type Stopwatch } from '#src/stopwatch.ts'

/** `balance`: the last that was kept. `store`: whether the logs could be read when they last were, and would take an entry. `sweptMsAgo`: since a sweep last came to its end, or went on to another message; undefined before the first. `late`: messages owed and unsent for longer than the bound. */
export type HealthFacts = { store: 'here' | 'away' | 'takes-nothing'; sweptMsAgo: number | undefined; late: { count: number; longestMs: number }; deaf: Deaf | undefined; unreachable: number; balance: Balance | undefined }
export type Health = { status: 'well' | 'failing'; why: ('store-away' | 'store-takes-nothing' | 'no-sweep' | 'late' | 'deaf' | 'refused')[]; sweptSecondsAgo: number | null; deafSeconds: number; lateMessages: number; longestWaitSeconds: number; unreachablePeople: number; balance: ({ day: string } & ReturnType<typeof totalOf>) | null }

/** A sweep begins each minute; one that sends 500 digests at Slack's pace takes ten, and is gone on with as long as one leaves after another. */
const sweepBoundMs = 15 * 60_000
/** What is owed leaves within minutes; after half an hour somebody must look. */
export const lateBoundMs = 30 * 60_000
/** Slack takes a connection back every few hours and gives another within seconds, and one that the network took is sought twice a minute: what lasts longer does not mend itself. */
const deafBoundMs = 5 * 60_000

export function healthOf({ store, sweptMsAgo, late, deaf, unreachable, balance }: HealthFacts): Health {
  const why = [
    ...(store === 'away' ? ['store-away' as const] : store === 'takes-nothing' ? ['store-takes-nothing' as const] : []),
    ...(sweptMsAgo === undefined || sweptMsAgo > sweepBoundMs ? ['no-sweep' as const] : []), ...(late.count > 0 ? ['late' as const] : []),
    ...(deaf === undefined ? [] : deaf.refused ? ['refused' as const] : deaf.ms > deafBoundMs ? ['deaf' as const] : []),
  ]
  const seconds = (ms: number): number => Math.round(ms / 1000)
  return {
    status: why.length === 0 ? 'well' : 'failing', why, sweptSecondsAgo: sweptMsAgo === undefined ? null : seconds(sweptMsAgo), deafSeconds: seconds(deaf?.ms ?? 0),
    lateMessages: late.count, longestWaitSeconds: seconds(late.longestMs), unreachablePeople: unreachable,
    balance: balance === undefined ? null : { day: balance.day, ...totalOf(balance) },
  }
}

/** `owed`: what is owed, and what was taken to be sent and may have arrived. */
type Watched = { owed: () => readonly Parcel[]; unreachable: () => number; deaf?: () => Deaf | undefined; balance?: () => Balance | undefined; stopwatch?: Stopwatch }
/** What has waited for longer than its bound. */
export type Late = { parcel: Parcel; waitedMs: number }

/** Told of every sweep and of every message it goes on to; answers how it stands whenever it is asked. */
export function healthWatch({ owed, unreachable, deaf = () => undefined, balance = () => undefined, stopwatch = machineStopwatch }: Watched): { stored: (store: HealthFacts['store']) => void; sending: () => void; swept: () => void; facts: () => HealthFacts; late: () => Late[] } {
  let store: HealthFacts['store'] = 'here'
  let sweptAt: number | undefined
  let waiting: Waiting = new Map()
  const look = (): readonly Parcel[] => {
    const now = owed()
    waiting = stillWaiting(waiting, now, stopwatch.passedMs())
    return now
  }
  return {
    stored(now) {
      store = now
    },
    sending() {
      sweptAt = stopwatch.passedMs()
    },
    swept() {
      sweptAt = stopwatch.passedMs()
      look()
    },
    facts() {
      // Until a sweep has worked out what is owed, asking would: in one turn, of every plan.
      if (sweptAt !== undefined) look()
      const now = stopwatch.passedMs()
      return { store, sweptMsAgo: sweptAt === undefined ? undefined : now - sweptAt, late: waitingLong(waiting, now, lateBoundMs), deaf: deaf(), unreachable: unreachable(), balance: balance() }
    },
    late() {
      const parcels = new Map(look().map((parcel) => [parcel.key, parcel]))
      return longWaiting(waiting, stopwatch.passedMs(), lateBoundMs).flatMap(({ key, waitedMs }) => ((parcel) => (parcel === undefined ? [] : [{ parcel, waitedMs }]))(parcels.get(key)))
    },
  }
}

export type HealthServer = { port: number; stop: () => Promise<void> }

/** Answers GET /healthz on this machine only: 200 while it is well, 503 while it fails. @param port 0 takes a free one */
export async function serveHealth(port: number, facts: () => HealthFacts, logger: Logger): Promise<HealthServer> {
  /** Whatever breaks is the answer: a throw here would end the bot. */
  const asked = (): Health | { status: 'failing'; why: ['unknown'] } => {
    try {
      return healthOf(facts())
    } catch (error) {
      logger.error({ err: error }, 'health: how it stands could not be worked out')
      return { status: 'failing', why: ['unknown'] }
    }
  }
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/healthz') {
      response.writeHead(404).end()
      return
    }
    const health = asked()
    response.writeHead(health.status === 'well' ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(`${JSON.stringify(health)}\n`)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return { port: portOf(server), stop: async () => closed(server) }
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the health server listens nowhere')
  return address.port
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}
