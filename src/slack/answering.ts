// Shows a card where it was asked for.
import type { Card, Lang } from '#templates/card.ts'
import type { Origin } from './origin.ts'
import { renderBlocks } from './render-blocks.ts'
import type { SlackCalls } from './slack-calls.ts'

/** `replace`: the message that was pressed becomes the answer. */
export type Manner = { public?: boolean; replace?: boolean }

/** Puts another card in the place of the one shown, or where that cannot be, after it. */
export type Shown = { becomes: (card: Card) => Promise<void> }

export type Show = (user: string, origin: Origin, card: Card, lang: Lang, manner?: Manner) => Promise<Shown>

export function answering(calls: SlackCalls, whenLost: (error: unknown) => void): Show {
  /** An answer's address dies after half an hour, and a bot may be thrown out of a channel: the person's own conversation is always there. */
  async function inDm(user: string, card: Card, lang: Lang): Promise<Shown> {
    const conversation = await calls.openDm(user)
    return message(conversation, undefined, card, lang)
  }

  async function message(conversation: string, thread: string | undefined, card: Card, lang: Lang): Promise<Shown> {
    const place = await calls.post(conversation, renderBlocks(card, { lang }), thread)
    return { becomes: async (next) => calls.update(place, renderBlocks(next, { lang })) }
  }

  async function where(user: string, origin: Origin, card: Card, lang: Lang, manner: Manner): Promise<Shown> {
    const { conversation, thread, responseUrl, message: pressed } = origin
    const again = async (next: Card): Promise<void> => {
      await show(user, origin, next, lang, manner)
    }
    const rendered = renderBlocks(card, { lang })

    if (manner.public === true) {
      if (responseUrl !== undefined) await calls.respond(responseUrl, rendered, { public: true })
      else if (conversation !== undefined) return message(conversation, thread, card, lang)
      else return inDm(user, card, lang)
      return { becomes: again }
    }
    if (manner.replace === true && pressed !== undefined && conversation !== undefined) {
      if (!pressed.ephemeral) await calls.update({ conversation, ts: pressed.ts }, rendered)
      else if (responseUrl !== undefined) await calls.respond(responseUrl, rendered, { replace: true })
      else await calls.postPrivate(conversation, user, rendered, thread)
      return { becomes: again }
    }
    if (origin.manner === 'message' && conversation !== undefined) return message(conversation, thread, card, lang)
    if (responseUrl !== undefined && thread === undefined) await calls.respond(responseUrl, rendered, {})
    else if (conversation !== undefined) await calls.postPrivate(conversation, user, rendered, thread)
    else return inDm(user, card, lang)
    return { becomes: again }
  }

  const show: Show = async (user, origin, card, lang, manner = {}) => {
    try {
      return await where(user, origin, card, lang, manner)
    } catch (error) {
      whenLost(error)
      return inDm(user, card, lang)
    }
  }
  return show
}
