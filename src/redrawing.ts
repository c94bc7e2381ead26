// Messages about something that goes on are drawn again as it goes on: several recordings in a short time are one update.
import type { Logger } from 'pino'
import type { Place, Post } from '#src/post.ts'
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
export function redrawing({ watched, redraw, logger }: { watched: () => Promise<readonly Watched[]>; redraw: (place: Place, key: string, card: Card) => Promise<void>; logger: Logger }): Redrawing {
  const drawn = new Map<string, string>()
  let timer: NodeJS.Timeout | undefined
  let drawing: Promise<void> = Promise.resolve()
  let isStopped = false

  async function drawAll(): Promise<void> {
    const all = await watched()
    // Every message that was posted would else be kept for ever.
    const followed = new Set(all.map(({ key }) => key))
    for (const key of drawn.keys()) if (!followed.has(key)) drawn.delete(key)
    for (const { key, place, card } of all) {
      const look = lookOf(card)
      if (isStopped || drawn.get(key) === look) continue
      try {
        await redraw(place, key, card)
        drawn.set(key, look)
      } catch (error) {
        logger.warn({ err: error, key }, 'redrawing: a watched message could not be drawn again; the next time tries')
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
        timer = undefined
        // One after another, so that an older look never comes last.
        drawing = drawing.then(drawAll).catch((error: unknown) => logger.error({ err: error }, 'redrawing: failed'))
      }, redrawMs)
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await drawing
    },
  }
}
