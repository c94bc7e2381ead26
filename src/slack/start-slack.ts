// The bot on a Slack workspace, over Socket Mode: no public address, no open port.
import { App } from '@slack/bolt'
import type { Logger } from 'pino'
import type { Command } from '#src/command.ts'
import type { Place, Post } from '#src/post.ts'
import type { Handle } from '#src/directory/handle.ts'
import type { PersonId } from '#src/ledger/ids.ts'
import type { Card, Lang } from '#templates/card.ts'
import { actionIds } from './action-elements.ts'
import { errorForLog } from '#src/error-for-log.ts'
import { boltLogger } from './bolt-logger.ts'
import type { Callbacks } from './callbacks.ts'
import { newRevision } from './giving.ts'
import { languages, type Languages } from './languages.ts'
import { blockIdOf, renderBlocks } from './render-blocks.ts'
import { formCallback } from './render-form.ts'
import { router } from './router.ts'
import { slackApiUrl, slackCalls, triedOnce } from './slack-calls.ts'
import { shortcutIds } from './shortcut-id.ts'
import { slackPost } from './slack-post.ts'
import { slackSocket, type seekingPace, type SlackSocket } from './socket.ts'

export type SlackParts = Callbacks & {
  botToken: string
  appToken: string
  /** Only for the sandbox: the local workspace's API. It sends null for a form's field that was not touched. */
  apiUrl?: string
  commands: readonly Command[]
  handleOf: (person: PersonId) => Handle | undefined
  langOf?: (person: PersonId) => Lang
  logger: Logger
  /** How a lost connection is sought; left out, as the real Slack wants it. */
  seeking?: typeof seekingPace
}

export type Slack = {
  post: Post
  /** In which language people use it. */
  languages: Pick<Languages, 'known' | 'learn'>
  /** Draws a delivered message again, when it changed for another reason than a click on it. `key`: the one it was posted with. */
  redraw: (place: Place, key: string, card: Card, lang?: Lang) => Promise<void>
  /** An ordinary message to one account, outside the ledger of deliveries: a greeting. */
  tell: (to: Handle, card: Card, lang?: Lang) => Promise<Place>
  /** Resolves once whoever was told that something is uncertain knows what came of it; Slack is called for it after `stop`. */
  settled: () => Promise<void>
  deaf: SlackSocket['deaf']
  /** Takes nothing more, and waits for what is being answered. */
  stop: () => Promise<void>
}

/** The word of the slash command, and what it is called where Slack takes Chinese names. */
const slashCommand = /^\/(duban|督办)$/

/** Resolves once connected; waits while the workspace is not there yet, and throws when it refuses the tokens. */
export async function startSlack(parts: SlackParts): Promise<Slack> {
  const { botToken, appToken, commands, logger } = parts
  const apiUrl = parts.apiUrl ?? slackApiUrl
  const workspace = { botToken, apiUrl, logger }
  const calls = slackCalls(workspace)
  const spoken = languages(calls.localeOf)
  const route = router({ commands, callbacks: parts, calls, spoken, nullMeans: parts.apiUrl === undefined ? 'emptied' : 'unchanged', logger })

  const socket = slackSocket({ appToken, apiUrl, logger, ...(parts.seeking === undefined ? {} : { pace: parts.seeking }) })
  const app = new App({ token: botToken, receiver: socket.receiver, deferInitialization: true, clientOptions: { slackApiUrl: apiUrl, ...triedOnce }, logger: boltLogger(logger) })
  app.command(slashCommand, async ({ body, ack }) => route.slash(body, async () => ack()))
  app.action(actionIds, async ({ body, ack }) => route.press(body, async () => ack()))
  app.shortcut({ callback_id: shortcutIds, type: 'message_action' }, async ({ body, ack }) => route.shortcut(body, async () => ack()))
  app.view(formCallback, async ({ body, ack }) => route.form(body, async (reply) => (reply === undefined ? ack() : ack(reply))))
  app.event('message', async ({ event }) => route.message(event))
  app.event('app_mention', async ({ event, context }) => route.mention(event, context.botUserId))
  app.event('app_home_opened', async ({ event }) => route.homeOpened(event))
  app.event('user_change', ({ event }) => {
    route.localeChanged(event)
    return Promise.resolve()
  })
  app.error((error) => {
    logger.error({ err: errorForLog(error) }, 'something that Slack sent could not be taken')
    return Promise.resolve()
  })

  await socket.connect(async () => app.init())

  return {
    deaf: socket.deaf,
    languages: spoken,
    post: slackPost({ ...workspace, handleOf: parts.handleOf, ...(parts.langOf === undefined ? {} : { langOf: parts.langOf }) }),
    async redraw(place, key, card, lang = 'zh') {
      await calls.update(place, renderBlocks(card, { lang, blockId: blockIdOf(key, newRevision()) }))
    },
    tell: async (to, card, lang = 'zh') => calls.post(await calls.openDm(to.id), renderBlocks(card, { lang })),
    settled: route.settled,
    async stop() {
      await socket.stop()
      await route.idle()
    },
  }
}
