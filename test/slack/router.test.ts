import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import type { FormReply } from '#src/slack/form-reply.ts'
import { router, type Router } from '#src/slack/router.ts'
import type { SlackCalls } from '#src/slack/slack-calls.ts'
import type { Card } from '#templates/card.ts'
import { recordedCalls, type Recorded } from './recorded-calls.ts'
import { card, nothingSeen, tinyCallbacks, tinyCommands, type Seen } from './tiny-bot.ts'

type Bot = { route: Router; seen: Seen; made: Recorded[]; log: string[] }

function bot({ answers = {}, delivered = new Map<string, Card>() }: { answers?: Partial<SlackCalls>; delivered?: Map<string, Card> } = {}): Bot {
  const seen = nothingSeen()
  const log: string[] = []
  const { calls, made } = recordedCalls(answers)
  const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(line) })
  return { route: router({ commands: tinyCommands(seen), callbacks: tinyCallbacks(seen, delivered), calls, nullMeans: 'emptied', logger }), seen, made, log }
}

const ack = (): Promise<void> => Promise.resolve()
const url = 'https://hooks.slack.com/actions/1'
const slash = { command: '/duban', text: '问好 您', user_id: 'U01', channel_id: 'C01', trigger_id: 't1', response_url: url }
const press = (run: unknown, more: Record<string, unknown> = {}) => ({
  user: { id: 'U01' },
  trigger_id: 't2',
  response_url: url,
  channel: { id: 'D01' },
  container: { is_ephemeral: false, message_ts: '1.1' },
  message: { ts: '1.1', blocks: [{ block_id: 'digest/u1~0' }] },
  actions: [{ action_id: 'run:1', action_ts: '5.5', value: typeof run === 'string' ? run : JSON.stringify(run) }],
  ...more,
})
const pinging = { command: 'ping', args: { word: '您' } }
const sent = (done: string, from: Record<string, unknown> = { conversation: 'C01', responseUrl: url, manner: 'private' }) => ({
  user: { id: 'U01' },
  view: {
    id: 'V1',
    private_metadata: JSON.stringify({ run: { command: 'report', args: { task: 7 } }, now: {}, from }),
    state: { values: { 做了什么: { done: { type: 'plain_text_input', value: done } } } },
    blocks: [{ block_id: '做了什么', element: { action_id: 'done' } }],
  },
})

describe('an act that Slack delivers twice', () => {
  const twice = async (act: (route: Router) => Promise<void>): Promise<string[]> => {
    const { route, seen } = bot()
    await act(route)
    await act(route)
    return seen.asked.map(({ intentId }) => intentId)
  }

  it.each([
    ['a slash command', async (route: Router) => route.slash(slash, ack)],
    ['a click', async (route: Router) => route.press(press(pinging), ack)],
    ['a form', async (route: Router) => route.form(sent('已招标'), ack)],
    ['a message', async (route: Router) => route.message({ channel: 'D01', channel_type: 'im', user: 'U01', text: '问好', ts: '7.7' })],
    ['a file', async (route: Router) => route.message({ channel: 'D01', channel_type: 'im', user: 'U01', subtype: 'file_share', ts: '7.7', files: [{ id: 'F1' }] })],
  ])('has one intent: %s', async (_, act) => {
    const ids = await twice(act)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  it('differs from another act: a second click, other values, another message', async () => {
    const { route, seen } = bot()
    await route.press(press(pinging), ack)
    await route.press(press(pinging, { trigger_id: 't3' }), ack)
    await route.form(sent('已招标'), ack)
    await route.form(sent('已开工'), ack)
    await route.message({ channel: 'D01', channel_type: 'im', user: 'U01', text: '问好', ts: '7.7' })
    await route.message({ channel: 'D01', channel_type: 'im', user: 'U01', text: '问好', ts: '7.8' })
    expect(new Set(seen.asked.map(({ intentId }) => intentId)).size).toBe(6)
  })

  it('is read again after an error in a form as one act, and put right as another', async () => {
    const { route, seen } = bot()
    await route.form(sent('好'), ack)
    await route.form(sent('好'), ack)
    await route.form(sent('好了'), ack)
    expect(new Set(seen.asked.map(({ intentId }) => intentId)).size).toBe(2)
  })
})

describe('where an answer is shown', () => {
  it('is the place of the slash command, to the asker alone', async () => {
    const { route, made } = bot()
    await route.slash(slash, ack)
    expect(made).toEqual([{ call: 'respond', to: url, text: '好 您', how: {} }])
  })

  it('is the person’s own conversation once the answer’s address is dead', async () => {
    const { route, made, log } = bot({ answers: { respond: () => Promise.reject(new Error('HTTP 404')) } })
    await route.slash(slash, ack)
    expect(made).toEqual([{ call: 'post', to: 'D-U01', text: '好 您' }])
    expect(log.join()).toContain('HTTP 404')
  })

  it('is beside a delivered message, which is drawn again and never becomes the answer', async () => {
    const { route, made } = bot({ delivered: new Map([['1.1', card('✅ 已填报')]]) })
    await route.press(press(pinging, { actions: [{ action_id: 'decide:1', value: JSON.stringify(pinging) }] }), ack)
    expect(made).toEqual([
      { call: 'respond', to: url, text: '好 您', how: {} },
      { call: 'update', to: 'D01/1.1', text: '✅ 已填报' },
    ])
  })

  it('is the pressed card itself after a decision, and below it otherwise', async () => {
    const { route, made } = bot()
    const answer = { message: { ts: '1.1', blocks: [] } }
    await route.press(press(pinging, { ...answer, actions: [{ action_id: 'decide:1', value: JSON.stringify(pinging) }] }), ack)
    await route.press(press(pinging, answer), ack)
    expect(made).toEqual([
      { call: 'update', to: 'D01/1.1', text: '好 您' },
      { call: 'post', to: 'D01', text: '好 您' },
    ])
  })

  it('is the pressed card itself, whatever was pressed, where the answer says that it takes its place', async () => {
    const { route, made } = bot()
    await route.press(press({ command: 'ping', args: { word: '换' } }, { message: { ts: '1.1', blocks: [] } }), ack)
    expect(made).toEqual([{ call: 'update', to: 'D01/1.1', text: '好 换' }])
  })

  it('is the private card itself, by the answer’s address, where Slack sends no message with the click', async () => {
    const { route, made } = bot()
    await route.press(press(pinging, { message: undefined, container: { is_ephemeral: true, message_ts: '1.1' }, actions: [{ action_id: 'decide:1', value: JSON.stringify(pinging) }] }), ack)
    expect(made).toEqual([{ call: 'respond', to: url, text: '好 您', how: { replace: true } }])
  })

  it('is the thread it was asked in', async () => {
    const { route, made } = bot({ answers: {} })
    await route.mention({ channel: 'C01', user: 'U01', text: '<@U0DUBAN> 问好', ts: '7.7', thread_ts: '6.6' }, 'U0DUBAN')
    expect(made).toEqual([{ call: 'postPrivate', to: 'C01/U01', text: '好 ' }])
  })

  it('is the person’s own conversation after a click on Home, and Home is drawn again', async () => {
    const { route, made } = bot()
    await route.press(press(pinging, { channel: { id: '' }, message: undefined, container: { is_ephemeral: false } }), ack)
    expect(made.map(({ call, to }) => [call, to])).toEqual([['post', 'D-U01'], ['publishHome', 'U01']])
  })
})

describe('a form', () => {
  const opens = { command: 'report', args: { task: 7 } }

  it('is offered behind a button when its trigger has died', async () => {
    const { route, made } = bot({ answers: { openForm: () => Promise.resolve('late') } })
    await route.press(press(opens), ack)
    expect(made).toMatchObject([{ text: '请点开：填报第7项' }])
  })

  it('is acknowledged with its errors, by block, and says nothing else', async () => {
    const { route, made } = bot()
    const replies: (FormReply | undefined)[] = []
    await route.form(sent('好'), (reply) => Promise.resolve(void replies.push(reply)))
    expect(replies).toEqual([{ response_action: 'errors', errors: { 做了什么: '不对：too_small' } }])
    expect(made).toEqual([])
  })

  it('that its message says itself, once it is drawn again, is not said beside it', async () => {
    const standing = (text: string) => ({ delivered: new Map([['1.1', card(text)]]) })
    const there = bot(standing('会议\n✅ 好 在。'))
    await there.route.press(press({ command: 'ping', args: { word: '在' } }), ack)
    expect(there.made).toEqual([{ call: 'update', to: 'D01/1.1', text: '会议\n✅ 好 在。' }])
    const other = bot(standing('会议'))
    await other.route.press(press({ command: 'ping', args: { word: '在' } }), ack)
    expect(other.made.map(({ text }) => text)).toEqual(['好 在', '会议'])
    const lost = bot({ ...standing('✅ 好 在'), answers: { update: () => Promise.reject(new Error('message_not_found')) } })
    await lost.route.press(press({ command: 'ping', args: { word: '在' } }), ack)
    expect(lost.made.map(({ text }) => text)).toContain('好 在')
  })

  it('draws again the delivered message it was opened from', async () => {
    const { route, made } = bot({ delivered: new Map([['1.1', card('✅ 已填报')]]) })
    await route.form(sent('已招标', { conversation: 'D01', message: { ts: '1.1', key: 'digest/u1', ephemeral: false }, manner: 'message' }), ack)
    expect(made).toEqual([
      { call: 'postPrivate', to: 'D01/U01', text: '已记录 7 已招标' },
      { call: 'update', to: 'D01/1.1', text: '✅ 已填报' },
    ])
  })
})

describe('what breaks', () => {
  it('is told with a reference that the log has too, with its cause and without tokens', async () => {
    const { route, made, log } = bot()
    await route.form(sent('坏了'), ack)
    const reference = /[A-Z2-9]{6}/.exec(made[0]?.text ?? '')?.[0] ?? 'none'
    expect(log.join()).toContain(reference)
    expect(log.join()).toContain('redis is gone')
    expect(log.join()).not.toContain('123-secret')
  })

  it('is a button that nobody understands any more, and nothing happens', async () => {
    const { route, made, seen } = bot()
    for (const value of ['old-button', '{"command":"gone","args":{}}']) await route.press(press(value), ack)
    expect(made.map(({ text }) => text)).toEqual(['这个按钮已经过时', '这个按钮已经过时'])
    expect(seen.said).toEqual([])
  })
})

describe('what is not meant for the bot', () => {
  it.each([
    ['its own message', { channel: 'D01', user: 'U0DUBAN', bot_id: 'B1', text: '问好', ts: '1.1' }],
    ['an edit', { channel: 'D01', user: 'U01', subtype: 'message_changed', text: '问好', ts: '1.1' }],
    ['a channel’s talk', { channel: 'C01', channel_type: 'channel', user: 'U01', text: '问好', ts: '1.1' }],
  ])('is left alone: %s', async (_, event) => {
    const { route, made } = bot()
    await route.message(event)
    expect(made).toEqual([])
  })

  it('answers a mention in its own conversation once, though Slack may send it twice', async () => {
    const { route, made } = bot()
    await route.mention({ channel: 'D01', user: 'U01', text: '<@U0DUBAN> 问好', ts: '1.1' }, 'U0DUBAN')
    expect(made).toEqual([])
  })
})

describe('a file that cannot be read', () => {
  it('is answered with why', async () => {
    const { route, made } = bot()
    await route.message({ channel: 'D01', user: 'U01', subtype: 'file_share', ts: '1.1', files: [{ id: 'F1', name: '方案.docx' }] })
    expect(made).toEqual([{ call: 'post', to: 'D01', text: '文件没有读：forbidden' }])
  })
})

describe('the language', () => {
  it('is that of the person’s Slack, asked once, and Chinese when Slack cannot say', async () => {
    let asked = 0
    const { route, seen } = bot({ answers: { localeOf: () => Promise.resolve((asked += 1) > 0 ? 'en-US' : undefined) } })
    await route.slash(slash, ack)
    await route.slash(slash, ack)
    route.localeChanged({ user: { id: 'U01', locale: 'zh-CN' } })
    await route.slash(slash, ack)
    expect(seen.asked.map(({ lang }) => lang)).toEqual(['en', 'en', 'zh'])
    expect(asked).toBe(1)
    const silent = bot({ answers: { localeOf: () => Promise.reject(new Error('down')) } })
    await silent.route.slash(slash, ack)
    expect(silent.seen.asked[0]?.lang).toBe('zh')
  })
})
