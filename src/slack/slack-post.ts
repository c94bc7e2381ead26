// Delivery's way into a person's conversation: each message is sent once, and what became of it is told apart.
import { webApi } from '@slack/bolt'
import { z } from 'zod'
import type { Place, Post, Posted } from '#src/post.ts'
import type { Handle } from '#src/directory/handle.ts'
import type { PersonId } from '#src/ledger/ids.ts'
import type { Card, Lang } from '#templates/card.ts'
import { errorForLog } from '#src/error-for-log.ts'
import { refusalOf, retryAfterMs, wasNeverSent } from './failed-call.ts'
import { blockIdOf, renderBlocks, type Rendered } from './render-blocks.ts'
import { onceClient, type Workspace } from './slack-calls.ts'

export type PostParts = Workspace & {
  /** A person's account, if they have one. */
  handleOf: (person: PersonId) => Handle | undefined
  /** For the few words of Slack's own elements; Chinese without it. */
  langOf?: (person: PersonId) => Lang
}

/** Slack says no, and will say no tomorrow: the person is not to be reached. */
const unreachable = new Set([
  'channel_not_found', 'user_not_found', 'users_not_found', 'user_disabled', 'user_not_visible', 'cannot_dm_bot', 'is_archived', 'messages_tab_disabled', 'restricted_action', 'invalid_user_combination',
])
/** Slack says that it did not take the message, for now or for a reason the operator mends (a revoked token, a missing scope). */
const notTaken = new Set([
  'ratelimited', 'rate_limited', 'message_limit_exceeded', 'invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired', 'missing_scope', 'no_permission', 'org_login_required', 'ekm_access_denied', 'team_access_not_granted', 'access_denied', 'method_deprecated', 'unknown_method', 'deprecated_endpoint',
])
/** Slack says that the blocks are wrong: the sentence alone still reaches the person. */
const badBlocks = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'msg_too_long', 'invalid_arguments'])

const laterMs = 60_000
const unsentMs = 5_000

const pageSize = 200
/** A thousand messages back: what is looked for was posted within the last minutes or hours. */
const pagesAtMost = 5

const History = z.looseObject({
  messages: z.array(z.looseObject({ ts: z.string(), blocks: z.array(z.looseObject({ block_id: z.string().optional() })).optional() })).default([]),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).optional(),
})

export function slackPost(parts: PostParts): Post {
  const client = onceClient(parts)
  const conversations = new Map<string, string>()

  const accountOf = (person: PersonId): string | undefined => {
    const handle = parts.handleOf(person)
    return handle?.platform === 'slack' ? handle.id : undefined
  }

  async function conversationWith(account: string): Promise<string> {
    const known = conversations.get(account)
    if (known !== undefined) return known
    const { channel } = await client.conversations.open({ users: account })
    if (channel?.id === undefined) throw new Error('conversations.open gave no conversation')
    conversations.set(account, channel.id)
    return channel.id
  }

  async function send(account: string, message: Rendered, mayStill: () => boolean): Promise<Posted> {
    let conversation: string
    try {
      conversation = await conversationWith(account)
    } catch (error) {
      // Nothing was posted yet, whatever became of this call.
      const outcome = outcomeOf(error)
      return outcome.kind === 'unknown' ? { kind: 'later', afterMs: unsentMs } : outcome
    }
    if (!mayStill()) return { kind: 'later', afterMs: 0 }
    const { ts, channel } = await client.chat.postMessage({ channel: conversation, ...message, unfurl_links: false, unfurl_media: false })
    return ts === undefined ? { kind: 'unknown' } : { kind: 'posted', conversation: channel ?? conversation, ts }
  }

  async function sendRefusable(account: string, message: Rendered, card: Card, blockId: string, mayStill: () => boolean): Promise<Posted> {
    try {
      return await send(account, message, mayStill)
    } catch (error) {
      const refusal = refusalOf(error) ?? ''
      // Both were refused, so that sending again cannot send twice.
      if (refusal === 'channel_not_found' && conversations.delete(account)) return send(account, message, mayStill)
      if (!badBlocks.has(refusal)) throw error
      parts.logger.error({ err: errorForLog(error), key: blockId }, 'Slack refused a message’s blocks; its sentence is sent without them')
      return send(account, renderBlocks({ text: card.text }, { blockId }), mayStill)
    }
  }

  async function look(conversation: string, prefix: string): Promise<Place | undefined> {
    let cursor: string | undefined
    for (let page = 0; page < pagesAtMost; page += 1) {
      const history = History.parse(await client.conversations.history({ channel: conversation, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) }))
      const found = history.messages.find(({ blocks }) => blocks?.[0]?.block_id?.startsWith(prefix) === true)
      if (found !== undefined) return { conversation, ts: found.ts }
      cursor = history.response_metadata?.next_cursor
      if (cursor === undefined || cursor === '') return undefined
    }
    return undefined
  }

  async function lookAgain(error: unknown, account: string, prefix: string): ReturnType<Post['find']> {
    const refusal = refusalOf(error) ?? ''
    if (refusal === 'channel_not_found' && conversations.delete(account)) return look(await conversationWith(account), prefix)
    if (unreachable.has(refusal)) return { kind: 'unreachable', why: refusal }
    throw error
  }

  function outcomeOf(error: unknown): Posted {
    if (error instanceof webApi.WebAPIRateLimitedError) return { kind: 'later', afterMs: retryAfterMs(error) }
    const refusal = refusalOf(error)
    if (refusal !== undefined && unreachable.has(refusal)) return { kind: 'unreachable', why: refusal }
    if (refusal !== undefined && notTaken.has(refusal)) {
      parts.logger.error({ refusal }, 'Slack takes no message at present')
      return { kind: 'later', afterMs: laterMs }
    }
    if (wasNeverSent(error)) return { kind: 'later', afterMs: unsentMs }
    parts.logger.warn({ err: errorForLog(error) }, 'it is not known whether a message arrived')
    return { kind: 'unknown' }
  }

  return {
    async post(to, card, key, mayStill) {
      const account = accountOf(to)
      if (account === undefined) return { kind: 'unreachable', why: 'no-account' }
      const blockId = blockIdOf(key, '0')
      try {
        return await sendRefusable(account, renderBlocks(card, { blockId, ...(parts.langOf === undefined ? {} : { lang: parts.langOf(to) }) }), card, blockId, mayStill)
      } catch (error) {
        return outcomeOf(error)
      }
    },

    async find(to, key) {
      const account = accountOf(to)
      if (account === undefined) return undefined
      const prefix = blockIdOf(key, '')
      try {
        return await look(await conversationWith(account), prefix)
      } catch (error) {
        return lookAgain(error, account, prefix)
      }
    },
  }
}
