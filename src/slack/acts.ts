// Reads from a payload what somebody did: where, and an id that is the same when Slack delivers it again and another for a new act.
import { createHash } from 'node:crypto'
import type { FormPayload, MessageEvent, PressPayload, ShortcutPayload, SlashPayload } from './payloads.ts'
import type { Origin } from './origin.ts'
import { keyOfBlockId } from './render-blocks.ts'

export const intentOfSlash = ({ trigger_id: trigger }: SlashPayload): string => `s:${trigger}`

export const intentOfPress = ({ trigger_id: trigger, actions: [action] }: PressPayload): string => `a:${trigger}:${action?.action_ts ?? action?.action_id ?? ''}`

export const intentOfShortcut = ({ trigger_id: trigger }: ShortcutPayload): string => `h:${trigger}`

/** The same form with the same values is the same act, however often it is sent; put right after an error it is another. */
export function intentOfForm({ view }: FormPayload): string {
  const values = createHash('sha256').update(JSON.stringify(view.state.values)).digest('hex')
  return `v:${view.id}:${values.slice(0, 16)}`
}

export const intentOfMessage = ({ channel, ts }: MessageEvent, file?: string): string => (file === undefined ? `m:${channel}:${ts}` : `m:${channel}:${ts}:${file}`)

/** Conversations with the bot alone have ids of their own kind. */
export const isDm = (conversation: string): boolean => conversation.startsWith('D')

export const isWithBot = ({ channel, channel_type: type }: MessageEvent): boolean => (type === undefined ? isDm(channel) : type === 'im')

export const originOfSlash = (payload: SlashPayload): Origin => ({ conversation: payload.channel_id, ...addressed(payload.response_url), manner: 'private' })

/** To the asker alone, wherever the message stands; where the bot is no member, the address that came with the act is the only way. */
export const originOfShortcut = ({ channel, response_url: url }: ShortcutPayload): Origin => ({ conversation: channel.id, ...addressed(url), manner: 'private' })

export const originOfMessage = (event: MessageEvent): Origin => ({
  conversation: event.channel,
  ...(event.thread_ts === undefined ? {} : { thread: event.thread_ts }),
  manner: isWithBot(event) ? 'message' : 'private',
})

export function originOfPress(payload: PressPayload): Origin {
  const conversation = payload.channel?.id === '' ? undefined : payload.channel?.id
  const ts = payload.message?.ts ?? payload.container?.message_ts
  if (conversation === undefined || ts === undefined) return { home: true, manner: 'private' }
  const ephemeral = payload.container?.is_ephemeral === true || payload.message?.subtype === 'ephemeral' || payload.message === undefined
  const key = keyOfBlockId(payload.message?.blocks?.[0]?.block_id)
  const thread = payload.message?.thread_ts ?? payload.container?.thread_ts
  return {
    conversation,
    ...(thread === undefined ? {} : { thread }),
    ...addressed(payload.response_url),
    message: { ts, ephemeral, ...(key === undefined ? {} : { key }) },
    manner: isDm(conversation) && !ephemeral ? 'message' : 'private',
  }
}

const addressed = (responseUrl: string | undefined): { responseUrl?: string } => (responseUrl === undefined ? {} : { responseUrl })
