// Messages about something that goes on are drawn again as it goes on: several recordings in a short time are one update.
import type { Logger } from 'pino'
import type { Place, Post } from '#src/post.ts'
import { machineStopwatch, type Stopwatch } from '#src/stopwatch.ts'
import type { Card } from '#templates/card.ts'

/** A delivered message that is watched, as it is to look now. `key`: the one it was posted with. */
export type Watched = { key: string; place: Place; card: Card }

export type Redrawing = {
  /** A message was posted with this look: until it has another, it is not drawn again. */
  shows: (key: string, card: Card) => void
  /** Something happened that may show in one of them. */
  soon: () => void
  /** No more updates; waits for those under way. */
  stop: () => Promise<void>
}

/** From the first thing that happened to the update that shows it, and all that came meanwhile. */
export const redrawMs = 3_000
/** What cannot be drawn is tried after a while, then after twice as long each time, until this: it may have been deleted, and nobody may say so. */
const rarestMs = 60 * 60_000

/** Posts, and says how what was posted looks. */
export const showing = (post: Post, shows: Redrawing['shows']): Post => ({
  ...post,
  async post(to, card, key, mayStill) {
    const posted = await post.post(to, card, key, mayStill)
    if (posted.kind === 'posted') shows(key, card)
    return posted
  },
})

const lookOf = (card: Card): string => JSON.stringify(card)

/** @param watched asked once an update; only those that look otherwise than last time are drawn again */
export function redrawing({ watched, redraw, logger, stopwatch = machineStopwatch }: { watched: () => Promise<readonly Watched[]>; redraw: (place: Place, key: string, card: Card) => Promise<void>; logger: Logger; stopwatch?: Stopwatch }): Redrawing {
  const drawn = new Map<string, string>()
  /** Those that could not be drawn when they last were to be: how long they are left alone, and until which moment of the stopwatch. */
  const failed = new Map<string, { restMs: number; until: number }>()
  let timer: NodeJS.Timeout | undefined
  let drawing: Promise<void> = Promise.resolve()
  let isStopped = false

  async function drawAll(): Promise<void> {
    const all = await watched()
    // Every message that was posted would else be kept for ever.
    const followed = new Set(all.map(({ key }) => key))
    for (const known of [drawn, failed]) for (const key of known.keys()) if (!followed.has(key)) known.delete(key)
    for (const { key, place, card } of all) {
      const look = lookOf(card)
      if (isStopped || drawn.get(key) === look || stopwatch.passedMs() < (failed.get(key)?.until ?? -Infinity)) continue
      try {
        await redraw(place, key, card)
        drawn.set(key, look)
        failed.delete(key)
      } catch (error) {
        const restMs = Math.min(2 * (failed.get(key)?.restMs ?? redrawMs / 2), rarestMs)
        failed.set(key, { restMs, until: stopwatch.passedMs() + restMs })
        logger.warn({ err: error, key, restMs }, 'redrawing: a watched message could not be drawn again; it is tried later')
      }
    }
  }

  return {
    shows(key, card) {
      drawn.set(key, lookOf(card))
    },
    soon() {
      if (isStopped) return
      timer ??= setTimeout(() => {
        // One after another, so that an older look never comes last; behind one that hangs waits one, for all that comes meanwhile.
        drawing = drawing.then(async () => {
          timer = undefined
          await drawAll()
        }).catch((error: unknown) => logger.error({ err: error }, 'redrawing: failed'))
      }, redrawMs)
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await drawing
    },
  }
}
