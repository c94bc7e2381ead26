import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Post } from '#src/post.ts'
import { PersonId } from '#src/ledger/ids.ts'
import { slackPost } from '#src/slack/slack-post.ts'
import { cut, ok, refused, scriptedSlack, slowDown, type Answer, type ScriptedSlack } from './scripted-slack.ts'

const known = PersonId.parse('u1')
const stranger = PersonId.parse('u2')
const always = (): boolean => true
const card = { text: '请于6月30日前填报：12 普惠园建设', title: '请填报' }

let slack: ScriptedSlack
let post: Post
const poster = (apiUrl: string): Post =>
  slackPost({ botToken: 'xoxb-test', apiUrl, logger: pino({ level: 'silent' }), handleOf: (person) => (person === known ? { platform: 'slack', id: 'U01' } : undefined) })

beforeEach(async () => {
  slack = await scriptedSlack()
  post = poster(slack.apiUrl)
  slack.script('conversations.open', ok({ channel: { id: 'D01' } }))
})
afterEach(async () => slack.stop())

const times = (method: string): number => slack.asked.filter((path) => path === method).length

describe('a message to one person', () => {
  it('goes to their conversation, with its key in the first block', async () => {
    let sent: URLSearchParams | undefined
    slack.script('chat.postMessage', (asked, response, request) => {
      sent = asked
      ok({ channel: 'D01', ts: '1.1' })(asked, response, request)
    })
    expect(await post.post(known, card, 'digest/u1/2026-06-30', always)).toEqual({ kind: 'posted', conversation: 'D01', ts: '1.1' })
    expect(sent?.get('text')).toBe(card.text)
    expect(sent?.get('blocks')).toContain('"block_id":"digest/u1/2026-06-30~0"')
  })

  it('cannot reach a person without an account, and asks nobody', async () => {
    expect(await post.post(stranger, card, 'k', always)).toEqual({ kind: 'unreachable', why: 'no-account' })
    expect(slack.asked).toEqual([])
  })

  const outcome = async (...answers: Answer[]): Promise<unknown> => {
    slack.script('chat.postMessage', ...answers)
    return post.post(known, card, 'k', always)
  }

  it('waits as long as Slack says, and is not sent again by itself', async () => {
    expect(await outcome(slowDown(30))).toEqual({ kind: 'later', afterMs: 30_000 })
    expect(times('chat.postMessage')).toBe(1)
  })

  it('is unknown when the answer was lost, and is not sent again by itself', async () => {
    expect(await outcome(cut)).toEqual({ kind: 'unknown' })
    expect(times('chat.postMessage')).toBe(1)
  })

  it.each(['fatal_error', 'internal_error'])('is unknown when Slack fails in the middle: %s', async (error) => expect(await outcome(refused(error))).toEqual({ kind: 'unknown' }))

  it('is unknown when Slack answers 500', async () => expect(await outcome((_, response) => response.writeHead(500).end('oh'))).toEqual({ kind: 'unknown' }))

  it('waits when the bot’s own token is the trouble: no person is given up for that', async () => {
    for (const error of ['account_inactive', 'invalid_auth', 'token_revoked']) expect(await outcome(refused(error))).toMatchObject({ kind: 'later' })
  })

  it('looks for the conversation again when it is gone, once', async () => {
    expect(await outcome(refused('channel_not_found'), ok({ channel: 'D02', ts: '2.2' }))).toEqual({ kind: 'posted', conversation: 'D02', ts: '2.2' })
    expect(await outcome(refused('channel_not_found'))).toEqual({ kind: 'unreachable', why: 'channel_not_found' })
  })

  it('goes as its sentence alone when Slack refuses its blocks', async () => {
    const seen: (string | null)[] = []
    slack.script('chat.postMessage', refused('invalid_blocks'), (asked, response, request) => {
      seen.push(asked.get('blocks'))
      ok({ channel: 'D01', ts: '3.3' })(asked, response, request)
    })
    expect(await post.post(known, card, 'k', always)).toMatchObject({ kind: 'posted', ts: '3.3' })
    expect(seen[0]).toContain('k~0')
  })

  it('is refused for good when the account is closed, and only later when the conversation could not be opened', async () => {
    slack.script('conversations.open', refused('user_disabled'), refused('internal_error'), cut, slowDown(7))
    expect(await post.post(known, card, 'k', always)).toEqual({ kind: 'unreachable', why: 'user_disabled' })
    expect(await post.post(known, card, 'k', always)).toMatchObject({ kind: 'later' })
    expect(await post.post(known, card, 'k', always)).toMatchObject({ kind: 'later' })
    expect(await post.post(known, card, 'k', always)).toEqual({ kind: 'later', afterMs: 7_000 })
    expect(times('chat.postMessage')).toBe(0)
  })

  it('is sent later when nobody listens at Slack’s address', async () => {
    const { apiUrl } = slack
    await slack.stop()
    expect(await poster(apiUrl).post(known, card, 'k', always)).toMatchObject({ kind: 'later' })
    slack = await scriptedSlack()
  })
})

describe('looking for a message', () => {
  const message = (ts: string, blockId: string): object => ({ ts, blocks: [{ type: 'section', block_id: blockId }] })

  it('finds it by its key whatever its revision, on a later page too', async () => {
    slack.script(
      'conversations.history',
      ok({ messages: [message('3.3', 'k/10~0')], response_metadata: { next_cursor: 'next' } }),
      ok({ messages: [{ ts: '2.2' }, message('1.1', 'k/1~7f3a')], response_metadata: { next_cursor: '' } }),
    )
    expect(await post.find(known, 'k/1')).toEqual({ conversation: 'D01', ts: '1.1' })
  })

  it('does not find it where it is not, and gives up after a thousand messages', async () => {
    slack.script('conversations.history', ok({ messages: [message('3.3', 'other~0')], response_metadata: { next_cursor: 'more' } }))
    expect(await post.find(known, 'k')).toBeUndefined()
    expect(times('conversations.history')).toBe(5)
  })

  it('is looked for in the conversation of today when yesterday’s is gone', async () => {
    slack.script('conversations.history', refused('channel_not_found'), ok({ messages: [message('4.4', 'k~0')] }))
    expect(await post.find(known, 'k')).toEqual({ conversation: 'D01', ts: '4.4' })
    expect(times('conversations.open')).toBe(2)
  })

  it('says so where the account was closed since: it will not be found tomorrow either', async () => {
    slack.script('conversations.open', refused('user_disabled'))
    expect(await post.find(known, 'k')).toEqual({ kind: 'unreachable', why: 'user_disabled' })
  })

  it('throws when it cannot look: not found would mean that it may be sent again', async () => {
    slack.script('conversations.history', refused('missing_scope'))
    await expect(post.find(known, 'k')).rejects.toThrow('missing_scope')
  })
})
