// Shows a card where it was asked for, or at last somewhere: what was done is confirmed on a bad day of Slack's too.
import type { Logger } from 'pino'
import { errorForLog } from '#src/error-for-log.ts'
import { pause, type Stopwatch } from '#src/stopwatch.ts'
import type { Card, Lang } from '#templates/card.ts'
import type { Origin } from './origin.ts'
import { retryAfterMs, wasNotTaken } from './failed-call.ts'
import { renderBlocks, type Rendered } from './render-blocks.ts'
import type { SlackCalls } from './slack-calls.ts'

/** `replace`: the message that was pressed becomes the answer. */
export type Manner = { public?: boolean; replace?: boolean }

/** Puts another card in the place of the one shown, or where that cannot be, after it. */
export type Shown = { becomes: (card: Card) => Promise<void> }

/** Throws only where Slack took nothing for as long as somebody may wait. */
export type Show = (user: string, origin: Origin, card: Card, lang: Lang, manner?: Manner) => Promise<Shown>

/** Of the tries in the person's own conversation after one that failed: how long before each. */
const beforeNextMs = [0, 3_000, 20_000]
/** So many times may nobody be able to tell whether it arrived: it is seen twice at most. */
const unsureAtMost = 2
/** Slack may ask for a longer wait, and is given no more than this: somebody waits for the answer. */
const atMostMs = 30_000

export function answering({ calls, stopwatch, logger }: { calls: SlackCalls; stopwatch: Stopwatch; logger: Logger }): Show {
  const whenLost = (error: unknown): void => logger.warn({ err: errorForLog(error) }, 'an answer goes to the person’s own conversation instead')

  /** A card that cannot be drawn still has its sentence. */
  function drawn(card: Card, lang: Lang): Rendered {
    try {
      return renderBlocks(card, { lang })
    } catch (error) {
      logger.error({ err: errorForLog(error) }, 'an answer could not be drawn; its sentence is shown without the rest')
      return renderBlocks({ text: card.text }, { lang })
    }
  }

  /** An answer's address dies after half an hour, and a bot may be thrown out of a channel: the person's own conversation is always there. */
  async function inDm(user: string, card: Card, lang: Lang): Promise<Shown> {
    return message(user, { conversation: await calls.openDm(user) }, card, lang)
  }

  async function message(user: string, { conversation, thread }: { conversation: string; thread?: string | undefined }, card: Card, lang: Lang): Promise<Shown> {
    const place = await calls.post(conversation, drawn(card, lang), thread)
    return {
      async becomes(next) {
        try {
          await calls.update(place, drawn(next, lang))
        } catch (error) {
          whenLost(error)
          await anew(user, next, lang, error)
        }
      },
    }
  }

  async function where(user: string, origin: Origin, card: Card, lang: Lang, manner: Manner): Promise<Shown> {
    const { conversation, thread, responseUrl, message: pressed } = origin
    const again = async (next: Card): Promise<void> => {
      await show(user, origin, next, lang, manner)
    }
    const rendered = drawn(card, lang)

    if (manner.public === true) {
      if (responseUrl !== undefined) await calls.respond(responseUrl, rendered, { public: true })
      else if (conversation !== undefined) return message(user, { conversation, thread }, card, lang)
      else return inDm(user, card, lang)
      return { becomes: again }
    }
    if (manner.replace === true && pressed !== undefined && conversation !== undefined) {
      if (!pressed.ephemeral) await calls.update({ conversation, ts: pressed.ts }, rendered)
      else if (responseUrl !== undefined) await calls.respond(responseUrl, rendered, { replace: true })
      else await calls.postPrivate(conversation, user, rendered, thread)
      return { becomes: again }
    }
    if (origin.manner === 'message' && conversation !== undefined) return message(user, { conversation, thread }, card, lang)
    if (responseUrl !== undefined && thread === undefined) await calls.respond(responseUrl, rendered, {})
    else if (conversation !== undefined) await calls.postPrivate(conversation, user, rendered, thread)
    else return inDm(user, card, lang)
    return { becomes: again }
  }

  /** In the person's own conversation, tried more than once. @param lost why it is not where it belongs */
  async function anew(user: string, card: Card, lang: Lang, lost: unknown): Promise<Shown> {
    let last = lost
    let unsure = wasNotTaken(lost) ? 0 : 1
    for (const [nth, ms] of beforeNextMs.entries()) {
      await pause(stopwatch, Math.max(ms, Math.min(retryAfterMs(last), atMostMs)))
      try {
        // At last without its blocks: they may be what Slack refuses, and the sentence says what was done.
        return await inDm(user, nth === beforeNextMs.length - 1 ? { text: card.text } : card, lang)
      } catch (error) {
        whenLost(error)
        last = error
        if (!wasNotTaken(error)) unsure += 1
        if (unsure === unsureAtMost) break
      }
    }
    throw last
  }

  const show: Show = async (user, origin, card, lang, manner = {}) => {
    try {
      return await where(user, origin, card, lang, manner)
    } catch (error) {
      whenLost(error)
      return anew(user, card, lang, error)
    }
  }
  return show
}
