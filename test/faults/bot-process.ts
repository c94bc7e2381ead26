// The bot as a process that can be killed: the product's own wiring, on a clock that begins where it is told to, with claims that end soon.
// It loads everything, and then lives one life after another, as it is told: to load costs more than to live.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp, type App } from '#src/app.ts'
import { instantFromMs } from '#src/calendar/instant-number.ts'
import type { Instant } from '#src/calendar/day.ts'
import { unpaced } from '#src/delivery/pace.ts'
import { startLogging } from '#src/logging.ts'
import { machineStopwatch, pause } from '#src/stopwatch.ts'

/** `at`: the moment of this machine's clock at which the life's clock shows `beginsAt`. */
export type Order = { order: 'live'; apiUrl: string; redisUrl: string; beginsAt: Instant; at: number; claimMs: number } | { order: 'stop' }

/** `swept`: what is owed was looked at once more, the `nth` time in this life. */
export type BotSays = { says: 'loaded' } | { says: 'up' } | { says: 'swept'; nth: number } | { says: 'not-started'; why: string } | { says: 'stopped' }

const sweepEveryMs = 150
const noDocuments = async (): Promise<never> => Promise.reject(new Error('nothing is read here'))
const documents = { readDocument: noDocuments, readPlan: noDocuments, stop: async () => Promise.resolve() }
const logger = startLogging('warn')

const say = (what: BotSays): void => void process.send?.(what)

let life: { app: App; isOver: boolean; sweeping: Promise<void> } | undefined

async function sweepOn(app: App, isOver: () => boolean): Promise<void> {
  for (let nth = 1; !isOver(); nth += 1) {
    try {
      await app.sweep()
      say({ says: 'swept', nth })
    } catch (error) {
      logger.warn({ cause: String(error) }, 'a sweep failed')
    }
    await pause(machineStopwatch, sweepEveryMs)
  }
}

async function live({ apiUrl, redisUrl, beginsAt, at, claimMs }: Order & { order: 'live' }): Promise<void> {
  const clock = { now: () => instantFromMs(Date.parse(beginsAt) + Date.now() - at) }
  const sending = { claimMs, postMs: Math.floor(claimMs / 3), pace: unpaced }
  const slack = { botToken: 'xoxb-duban', appToken: 'xapp-duban', apiUrl }
  const app = await startApp({ sending, slack, redisUrl, evidenceDir: join(tmpdir(), 'duban-no-evidence'), documents, clock, logger })
  const now = { app, isOver: false, sweeping: Promise.resolve() }
  life = now
  now.sweeping = sweepOn(app, () => now.isOver)
  say({ says: 'up' })
}

async function stop(): Promise<void> {
  if (life !== undefined) {
    life.isOver = true
    await life.app.stop()
    await life.sweeping
    life = undefined
  }
  say({ says: 'stopped' })
}

let done: Promise<void> = Promise.resolve()
process.on('message', (order: Order) => {
  done = done.then(async () => (order.order === 'stop' ? stop() : live(order))).catch((error: unknown) => say({ says: 'not-started', why: String(error) }))
})
process.on('disconnect', () => process.exit())
say({ says: 'loaded' })
