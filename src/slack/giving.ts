// Gives a command's answer to whoever asked, and draws again what the answer changed: the pressed message, the person's Home.
import { randomUUID } from 'node:crypto'
import type { types } from '@slack/bolt'
import type { Logger } from 'pino'
import type { Answer, Desk } from '#src/command.ts'
import type { Place } from '#src/post.ts'
import type { About } from '#src/reminders/told-of.ts'
import type { Card, Lang, Run } from '#templates/card.ts'
import { rich } from '#templates/rich.ts'
import type { Weight } from './action-elements.ts'
import type { Manner, Show, Shown } from './answering.ts'
import { errorForLog } from '#src/error-for-log.ts'
import type { Callbacks, Written } from './callbacks.ts'
import { isDm } from './acts.ts'
import type { Doors } from './doors.ts'
import { refusalOf } from './failed-call.ts'
import type { Origin } from './origin.ts'
import { blockIdOf, renderBlocks, renderHome } from './render-blocks.ts'
import { renderForm } from './render-form.ts'
import { renderText } from './render-text.ts'
import type { SlackCalls } from './slack-calls.ts'

/** Who asked, where, and what for. `trigger`: lets a form be opened, once and within three seconds. `weight`: of the pressed button. `written`: what is given back if it comes to nothing. */
export type Asking = { user: string; origin: Origin; desk: Desk; run: Run; trigger?: string; weight?: Weight; written?: Written }

export type Giving = {
  give: (answer: Answer, asking: Asking) => Promise<void>
  showCard: (card: Card, asking: Asking) => Promise<void>
  /** As it stands at this moment, whatever desk was asked before. Slack may fail to take it: it is drawn again when it is next opened. */
  publishHome: (user: string, lang: Lang) => Promise<void>
  /** Resolves once everything that was uncertain is told of. */
  settled: () => Promise<void>
}

/** Errors that belong to no open form, as a card. */
export function errorCard(errors: Readonly<Record<string, string>>): Card {
  const lines = Object.values(errors)
  return { text: lines.join('\n'), lines: lines.map((line) => rich`${line}`), refused: 'again' }
}

export type GivingParts = { calls: SlackCalls; callbacks: Callbacks; show: Show; broken: Doors['broken']; logger: Logger }

export function giving({ calls, callbacks, show, broken, logger }: GivingParts): Giving {
  const settling = new Set<Promise<void>>()

  /** What was asked for is done by now: what cannot be shown of it is a matter for the log, and told to nobody as undone. */
  async function shownOf(what: string, user: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      logger.error({ err: errorForLog(error), user }, `${what} could not be shown`)
    }
  }

  async function give(answer: Answer, asking: Asking): Promise<void> {
    switch (answer.kind) {
      case 'form': {
        const { desk, origin, run, trigger } = asking
        // Before anything else: the trigger is short-lived.
        if (trigger !== undefined && (await opened(trigger, renderForm(answer.form, origin, desk.lang)))) return
        await showCard(callbacks.say.formWaits(answer.form, run, desk.lang), { ...asking, weight: 'run' })
        return
      }
      case 'file': {
        const { user, origin } = asking
        try {
          const { name, bytes, caption, alt } = answer
          await calls.upload(await privatePlace(user, origin), { name, bytes, ...(caption === undefined ? {} : { caption }), ...(alt === undefined ? {} : { alt }) })
        } catch (error) {
          logger.warn({ err: errorForLog(error), user }, 'a file could not be sent')
          await triedShowing(answer.otherwise, asking, {})
        }
        return
      }
      case 'form-errors':
        await showCard(errorCard(answer.errors), asking)
        return
      case 'card':
        if (answer.inMessage !== true || !(await saidInMessage(answer.card, asking))) await answered(answer.card, asking, answer.public === true, answer.replaces)
        await redrawTold(answer.about, asking)
        return
      case 'settling': {
        // Listened to from the beginning: it may come, or break, while the card is still on its way.
        const outcome = answer.settled.then((card) => ({ card }), (error: unknown) => ({ error }))
        const shown = await answered(answer.card, asking, false)
        // Not waited for: Redis may be away for an hour.
        const telling = settle(outcome, answer.about, shown, asking).finally(() => settling.delete(telling))
        settling.add(telling)
        return
      }
    }
  }

  /** A form that Slack does not open at present is offered behind a button; one that it refuses is a fault. */
  async function opened(trigger: string, form: types.ModalView): Promise<boolean> {
    try {
      return (await calls.openForm(trigger, form)) === 'opened'
    } catch (error) {
      if (refusalOf(error) !== undefined) throw error
      logger.warn({ err: errorForLog(error) }, 'a form could not be opened')
      return false
    }
  }

  /** A file is for whoever asked, and for nobody else in a channel. A command may be typed where two people talk with each other: only a message of the bot's own conversation says that it is in it. */
  async function privatePlace(user: string, { conversation, thread, manner }: Origin): Promise<{ conversation: string; thread?: string }> {
    if (conversation === undefined || manner !== 'message' || !isDm(conversation)) return { conversation: await calls.openDm(user) }
    return { conversation, ...(thread === undefined ? {} : { thread }) }
  }

  async function showCard(card: Card, asking: Asking): Promise<void> {
    await answered(card, asking, false)
  }

  /** Where Slack takes nothing at all, what the card becomes is shown by itself. */
  async function triedShowing(card: Card, { user, origin, desk }: Asking, manner: Manner): Promise<Shown> {
    try {
      return await show(user, origin, card, desk.lang, manner)
    } catch (error) {
      logger.error({ err: errorForLog(error), user }, 'an answer could not be shown')
      return {
        async becomes(next) {
          await show(user, origin, next, desk.lang)
        },
      }
    }
  }

  async function answered(given: Card, asking: Asking, isPublic: boolean, replaces = asking.weight === 'decide'): Promise<Shown> {
    const { user, origin, desk } = asking
    const card = await withWords(given, asking)
    const standing = await standingCard(origin)
    // A delivered message is drawn as it now stands and stays; any other card makes way for the answer to a decision.
    const replace = replaces && standing === undefined
    const shown = await triedShowing(card, { ...asking, origin: standing === undefined ? origin : { ...origin, manner: 'private' } }, { public: isPublic, replace })
    if (standing !== undefined) await redraw(origin, standing, desk.lang)
    await redrawRoot(origin, desk.lang)
    if (origin.home === true) await shownOf('a Home', user, async () => publishHome(user, desk.lang))
    return shown
  }

  /** Whether the delivered message that was pressed says it, now that it is drawn again: beside it nothing is said twice. */
  async function saidInMessage({ text, refused }: Card, { origin, desk }: Asking): Promise<boolean> {
    const standing = refused === undefined ? await standingCard(origin) : undefined
    if (standing === undefined || !renderText(standing).includes(text) || !(await redraw(origin, standing, desk.lang))) return false
    await redrawRoot(origin, desk.lang)
    return true
  }

  /** What was not done gives back the words that were written for it. */
  async function withWords(card: Card, { written, desk }: Asking): Promise<Card> {
    return card.refused === undefined || written === undefined ? card : callbacks.say.giveBack(card, written, desk.lang, desk)
  }

  async function settle(outcome: Promise<{ card: Card } | { error: unknown }>, about: readonly About[] | undefined, shown: Shown, asking: Asking): Promise<void> {
    const { user, origin, desk, written } = asking
    const came = await outcome
    await shownOf('what an uncertain answer came to', user, async () => {
      await shown.becomes('card' in came ? await withWords(came.card, asking) : await broken(came.error, 'settling', { user, origin, brought: { desk, ...(written === undefined ? {} : { written }) } }))
    })
    if ('error' in came) return
    const standing = await standingCard(origin)
    if (standing !== undefined) await redraw(origin, standing, desk.lang)
    await redrawRoot(origin, desk.lang)
    await redrawTold(about, asking)
  }

  async function standingCard({ conversation, message }: Origin): Promise<Card | undefined> {
    if (conversation === undefined || message?.key === undefined || message.ephemeral) return undefined
    return (await stands({ conversation, ts: message.ts }))?.card
  }

  /** How a delivered message is to look now; where that cannot be worked out it stays as it is. */
  async function stands(place: Place): ReturnType<Callbacks['redraw']> {
    try {
      return await callbacks.redraw(place)
    } catch (error) {
      logger.error({ err: errorForLog(error), ...place }, 'how a message stands could not be worked out')
      return undefined
    }
  }

  /** A delivered message in whose thread something was answered shows it too. */
  async function redrawRoot({ conversation, thread, message }: Origin, lang: Lang): Promise<void> {
    if (conversation === undefined || thread === undefined || thread === message?.ts) return
    await redrawAt({ conversation, ts: thread }, lang)
  }

  async function redrawAt(place: Place, lang: Lang): Promise<void> {
    const standing = await stands(place)
    if (standing !== undefined) await redraw({ conversation: place.conversation, manner: 'message', message: { ts: place.ts, key: standing.key, ephemeral: false } }, standing.card, lang)
  }

  /** What was asked for is recorded by now: a message that cannot be redrawn is a matter for the log. @returns whether it was */
  async function redraw({ conversation, message }: Origin, card: Card, lang: Lang): Promise<boolean> {
    if (conversation === undefined || message?.key === undefined) return false
    try {
      await calls.update({ conversation, ts: message.ts }, renderBlocks(card, { lang, blockId: blockIdOf(message.key, newRevision()) }))
      return true
    } catch (error) {
      logger.warn({ err: errorForLog(error), conversation, ts: message.ts }, 'could not redraw a message')
      return false
    }
  }

  /** What was told of these tasks in other messages than the pressed one. */
  async function redrawTold(about: readonly About[] = [], { user, origin, desk }: Asking): Promise<void> {
    if (about.length === 0) return
    const isDrawn = ({ conversation, ts }: Place): boolean => conversation === origin.conversation && (ts === origin.message?.ts || ts === origin.thread)
    await shownOf('what was told elsewhere', user, async () => {
      for (const { conversation, ts } of callbacks.toldOf(about, desk)) if (!isDrawn({ conversation, ts })) await redrawAt({ conversation, ts }, desk.lang)
    })
  }

  async function publishHome(user: string, lang: Lang): Promise<void> {
    const desk = await callbacks.makeDesk({ handle: { platform: 'slack', id: user }, intentId: `h:${randomUUID()}`, lang, via: 'command' })
    const home = renderHome(await callbacks.home(desk), desk.lang)
    await shownOf('a Home', user, async () => calls.publishHome(user, home))
  }

  return {
    give, showCard, publishHome,
    async settled() {
      while (settling.size > 0) await Promise.all(settling)
    },
  }
}

/** Any that the message never had. */
export const newRevision = (): string => randomUUID().slice(0, 8)
