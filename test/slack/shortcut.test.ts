// 转为交办: a message is brought to a command from its menu, as Slack sends it. The local workspace has no message menu, so the real payload goes through the router, and once through Bolt itself.
import { App } from '@slack/bolt'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { commands } from '#commands/index.ts'
import { manifestFor } from '#src/slack/manifest.ts'
import { router, type Router } from '#src/slack/router.ts'
import { shortcutIds } from '#src/slack/shortcut-id.ts'
import type { SlackCalls } from '#src/slack/slack-calls.ts'
import { recordedCalls, type Recorded } from './recorded-calls.ts'
import { nothingSeen, tinyCallbacks, tinyCommands, type Seen } from './tiny-bot.ts'

const url = 'https://hooks.slack.com/app/T01/1/x'
const brought = (more: Record<string, unknown> = {}) => ({
  type: 'message_action', token: 'x', action_ts: '1.2', team: { id: 'T01', domain: 'cloud' }, user: { id: 'U01', name: 'li' }, channel: { id: 'C01', name: 'general' }, is_enterprise_install: false, enterprise: null,
  callback_id: 'bring:ping', trigger_id: 't7', response_url: url, message_ts: '7.7', message: { type: 'message', user: 'U02', ts: '7.7', text: '请教育局&amp;财政局拿出方案' }, ...more,
})
function bot(answers: Partial<SlackCalls> = {}): { route: Router; seen: Seen; made: Recorded[] } {
  const seen = nothingSeen()
  const { calls, made } = recordedCalls(answers)
  return { route: router({ commands: tinyCommands(seen), callbacks: tinyCallbacks(seen, new Map()), calls, nullMeans: 'emptied', logger: pino({ level: 'silent' }) }), seen, made }
}
const ack = (): Promise<void> => Promise.resolve()

describe('a message that is brought to a command', () => {
  it('is answered to whoever brought it, at the address that came with it', async () => {
    const { route, made } = bot()
    await route.shortcut(brought(), ack)
    expect(made).toMatchObject([{ call: 'respond', to: url }])
  })

  it('has one intent however often Slack delivers it', async () => {
    const { route, seen } = bot()
    await route.shortcut(brought(), ack)
    await route.shortcut(brought(), ack)
    await route.shortcut(brought({ trigger_id: 't8' }), ack)
    expect(new Set(seen.asked.map(({ intentId }) => intentId)).size).toBe(2)
  })

  it('is taken though its address cannot be had, and though nobody knows the command any more', async () => {
    const { route, made } = bot({ permalinkOf: () => Promise.resolve(undefined) })
    await route.shortcut(brought(), ack)
    await route.shortcut(brought({ callback_id: 'bring:gone' }), ack)
    expect(made).toHaveLength(2)
  })

  it('comes to us through Bolt as Slack sends it', async () => {
    const { route, made } = bot()
    const app = new App({ signingSecret: 's', authorize: () => Promise.resolve({ botToken: 'xoxb-1', botId: 'B1' }) })
    app.shortcut({ callback_id: shortcutIds, type: 'message_action' }, async ({ body, ack: answer }) => route.shortcut(body, async () => answer()))
    await app.processEvent({ body: brought(), ack: () => Promise.resolve() })
    expect(made).toHaveLength(1)
  })
})

describe('the menu of a message', () => {
  it('has 转为交办, in a name that Slack takes', () => {
    const shortcuts = manifestFor(commands).features.shortcuts ?? []
    expect(shortcuts.map(({ name, callback_id: id }) => [name, id])).toEqual([['转为交办', 'bring:instruct']])
    for (const { name, description } of shortcuts) expect(name.length <= 24 && description.length <= 150).toBe(true)
  })
})
