// The connection over which Slack hands what people press and type: lost now and then, and sought for as long as the bot runs.
import { SocketModeReceiver } from '@slack/bolt'
import type { Logger } from 'pino'
import { errorForLog } from '#src/error-for-log.ts'
import { machineStopwatch, pause, within, type Stopwatch } from '#src/stopwatch.ts'
import { boltLogger } from './bolt-logger.ts'
import { refusalOf, retryAfterMs } from './failed-call.ts'
import { triedOnce } from './slack-calls.ts'

/** For how long nothing that people press or type has arrived. `refused`: Slack does not take the app token, and will not until somebody has seen to it. */
export type Deaf = { ms: number; refused: boolean }

export type SlackSocket = {
  receiver: SocketModeReceiver
  /** Once connected; waits while Slack is not there yet, and throws when it refuses. `introduced`: what must have been done before. */
  connect: (introduced: () => Promise<void>) => Promise<void>
  /** Undefined while what people press and type arrives. */
  deaf: () => Deaf | undefined
  stop: () => Promise<void>
}

/** Slack lets an address be asked for about once a minute for long: who is refused need not ask more often. `greetingMs`, `stopMs`: what Slack does within a second. */
export const seekingPace = { firstMs: 1_000, longestMs: 30_000, refusedMs: 60_000, greetingMs: 10_000, stopMs: 5_000 }

/** How long after so many tries in vain the next is made. */
export const gapMs = (tries: number, { firstMs, longestMs }: Pick<typeof seekingPace, 'firstMs' | 'longestMs'>): number => (tries === 0 ? 0 : Math.min(longestMs, firstMs * 2 ** (tries - 1)))

/** Slack's noes that pass by themselves. */
const passing = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'ratelimited', 'rate_limited'])
const refusedFor = (error: unknown): string | undefined => ((said) => (said === undefined || passing.has(said) ? undefined : said))(refusalOf(error))

type SocketParts = { appToken: string; apiUrl: string; logger: Logger; pace?: typeof seekingPace; stopwatch?: Stopwatch }

export function slackSocket({ appToken, apiUrl, logger, pace = seekingPace, stopwatch = machineStopwatch }: SocketParts): SlackSocket {
  // Left to itself the client tries ever more seldom, gives up where it is refused, and rejects where nobody can catch it.
  const receiver = new SocketModeReceiver({ appToken, logger: boltLogger(logger), autoReconnectEnabled: false, installerOptions: { clientOptions: { slackApiUrl: apiUrl, ...triedOnce } } })
  const { client } = receiver
  const stopping = new AbortController()
  let deafAt: number | undefined = stopwatch.passedMs()
  let greetedAt = deafAt
  let tries = 0
  let refusal: string | undefined
  let isSeeking = false
  let isAwayTold = false
  let greeted: () => void = () => undefined

  client.on('connecting', () => {
    // Who asked for an address before the stop has it now.
    stopping.signal.throwIfAborted()
    greeted = stopwatch.after(pace.greetingMs, () => void client.disconnect())
  })
  client.on('connected', () => {
    greeted()
    if (isAwayTold) logger.warn('slack: back')
    deafAt = refusal = undefined
    isAwayTold = false
    greetedAt = stopwatch.passedMs()
  })
  client.on('disconnected', () => {
    greeted()
    if (deafAt !== undefined) return
    deafAt = stopwatch.passedMs()
    // One that is taken away as soon as it is given was a try in vain.
    tries = deafAt - greetedAt < pace.longestMs ? tries + 1 : 0
    void seek(async () => client.start(), tellRefused)
  })

  function tellRefused(error: unknown, said: string): void {
    if (said !== refusal) logger.fatal({ err: errorForLog(error), refusal: said }, 'slack: the app token is refused. No answer arrives; reminders go on. Put SLACK_APP_TOKEN or the app right, and restart if the token is another')
  }

  /** Until connected or stopped. One at a time: the client does not keep two starts apart. */
  async function seek(attempt: () => Promise<unknown>, whenRefused: (error: unknown, said: string) => void): Promise<void> {
    if (isSeeking) return
    isSeeking = true
    try {
      for (let waitMs = gapMs(tries, pace); deafAt !== undefined; waitMs = await tried(attempt, whenRefused)) {
        await pause(stopwatch, waitMs, stopping.signal)
        if (stopping.signal.aborted) return
      }
    } finally {
      isSeeking = false
    }
  }

  /** Answers after how long to try again, if it was in vain. */
  async function tried(attempt: () => Promise<unknown>, whenRefused: (error: unknown, said: string) => void): Promise<number> {
    try {
      await attempt()
      return gapMs(tries, pace)
    } catch (error) {
      tries += 1
      // The client tells the end of an earlier one as if it were this one's, which would then live on beside the next.
      await client.disconnect()
      if (stopping.signal.aborted) return 0
      const said = refusedFor(error)
      if (said !== undefined) whenRefused(error, said)
      else if (!isAwayTold) logger.warn({ err: errorForLog(error ?? new Error('the connection was not greeted')) }, 'slack: away')
      isAwayTold = true
      refusal = said
      return Math.max(said === undefined ? gapMs(tries, pace) : pace.refusedMs, retryAfterMs(error))
    }
  }

  return {
    receiver,
    async connect(introduced) {
      await seek(async () => {
        await introduced()
        await client.start()
      }, (error) => {
        throw error
      })
    },
    deaf: () => (deafAt === undefined ? undefined : { ms: stopwatch.passedMs() - deafAt, refused: refusal !== undefined }),
    async stop() {
      stopping.abort()
      await within(stopwatch, pace.stopMs, client.disconnect(), () => logger.warn('slack: the connection was not taken back in time'))
      client.removeAllListeners('slack_event')
    },
  }
}
