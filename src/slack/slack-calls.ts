// The few things the bot asks of Slack while it answers. Each call is made once: whether it is tried again is for whoever asked for it.
import { webApi, type types } from '@slack/bolt'
import type { Logger } from 'pino'
import type { Place } from '#src/post.ts'
import type { Rich } from '#templates/rich.ts'
import { boltLogger } from './bolt-logger.ts'
import { downloadFile, type Downloaded } from './download-file.ts'
import { NotTaken, refusalOf } from './failed-call.ts'
import type { SharedFile } from './payloads.ts'
import type { Rendered } from './render-blocks.ts'
import { mrkdwnOf } from './text-object.ts'
import { isTrusted } from './trusted-address.ts'

export type SlackCalls = {
  post: (conversation: string, message: Rendered, thread?: string) => Promise<Place>
  postPrivate: (conversation: string, user: string, message: Rendered, thread?: string) => Promise<void>
  update: (place: Place, message: Rendered) => Promise<void>
  /** To the address that came with what a person did. `replace`: the message they pressed. */
  respond: (url: string, message: Rendered, how: { public?: boolean; replace?: boolean }) => Promise<void>
  /** The conversation with one person. */
  openDm: (user: string) => Promise<string>
  /** `late`: the three seconds that a trigger lives have passed. */
  openForm: (trigger: string, view: types.ModalView) => Promise<'opened' | 'late'>
  publishHome: (user: string, view: types.HomeView) => Promise<void>
  /** An IETF tag, where Slack gives one. */
  localeOf: (user: string) => Promise<string | undefined>
  /** Where a message stands; undefined where the bot cannot see it. */
  permalinkOf: (place: Place) => Promise<string | undefined>
  upload: (to: { conversation: string; thread?: string }, file: { name: string; bytes: Uint8Array; caption?: Rich; alt?: string }) => Promise<void>
  download: (file: SharedFile) => Promise<Downloaded>
}

export type Workspace = { botToken: string; apiUrl: string; logger: Logger }

/** The address of the real Slack. The sandbox has one of its own. */
export const slackApiUrl = 'https://slack.com/api/'

const timeoutMs = 10_000

/** Slack's own client by default would try ten times in half an hour, and so post twice. */
export const triedOnce = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: timeoutMs } satisfies webApi.WebClientOptions

export const onceClient = ({ botToken, apiUrl, logger }: Workspace): webApi.WebClient => new webApi.WebClient(botToken, { slackApiUrl: apiUrl, ...triedOnce, logger: boltLogger(logger) })

export function slackCalls(workspace: Workspace): SlackCalls {
  const client = onceClient(workspace)
  const inThread = (thread: string | undefined): { thread_ts?: string } => (thread === undefined ? {} : { thread_ts: thread })

  return {
    async post(conversation, message, thread) {
      const posted = await client.chat.postMessage({ channel: conversation, ...message, ...inThread(thread), unfurl_links: false, unfurl_media: false })
      return { conversation: posted.channel ?? conversation, ts: posted.ts ?? '' }
    },

    async postPrivate(conversation, user, message, thread) {
      await client.chat.postEphemeral({ channel: conversation, user, ...message, ...inThread(thread) })
    },

    async update({ conversation, ts }, message) {
      await client.chat.update({ channel: conversation, ts, ...message })
    },

    async respond(url, message, how) {
      if (!isTrusted(url, workspace.apiUrl)) throw new NotTaken('an answer was asked for at an address that is not Slack’s')
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...message, response_type: how.public === true ? 'in_channel' : 'ephemeral', replace_original: how.replace === true }),
        signal: AbortSignal.timeout(timeoutMs),
      })
      if (answer.ok) return
      const why = `Slack did not take the answer: HTTP ${answer.status}`
      throw answer.status < 500 ? new NotTaken(why) : new Error(why)
    },

    async openDm(user) {
      const { channel } = await client.conversations.open({ users: user })
      if (channel?.id === undefined) throw new Error('conversations.open gave no conversation')
      return channel.id
    },

    async openForm(trigger, view) {
      try {
        await client.views.open({ trigger_id: trigger, view })
        return 'opened'
      } catch (error) {
        if (['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id', 'trigger_expired', 'trigger_exchanged'].includes(refusalOf(error) ?? '')) return 'late'
        throw error
      }
    },

    async publishHome(user, view) {
      await client.views.publish({ user_id: user, view })
    },

    async localeOf(user) {
      const { user: found } = await client.users.info({ user, include_locale: true })
      return found?.locale
    },

    async permalinkOf({ conversation, ts }) {
      try {
        return (await client.chat.getPermalink({ channel: conversation, message_ts: ts })).permalink
      } catch {
        // The words are there all the same.
        return undefined
      }
    },

    async upload({ conversation, thread }, { name, bytes, caption, alt }) {
      const said = caption === undefined ? {} : { initial_comment: mrkdwnOf(caption.pieces) }
      const file = { channel_id: conversation, filename: name, file: Buffer.from(bytes), ...said, ...(alt === undefined ? {} : { alt_text: alt }) }
      await client.filesUploadV2(thread === undefined ? file : { ...file, thread_ts: thread })
    },

    download: async (file) => downloadFile(file, workspace),
  }
}
