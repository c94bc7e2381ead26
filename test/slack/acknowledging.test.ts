// Slack is told of each act that it came. The connection may go before that; what Slack sent over it, it sends no second time.
import { pino } from 'pino'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { router, type Router } from '#src/slack/router.ts'
import { recordedCalls, type Recorded } from './recorded-calls.ts'
import { nothingSeen, tinyCallbacks, tinyCommands, type Seen } from './tiny-bot.ts'

const gone = (): Promise<void> => Promise.reject(new Error('Failed to send a WebSocket message as the client is not ready'))

function bot(): { route: Router; seen: Seen; made: Recorded[]; log: string[] } {
  const seen = nothingSeen()
  const log: string[] = []
  const { calls, made } = recordedCalls()
  const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(line) })
  return { route: router({ commands: tinyCommands(seen), callbacks: tinyCallbacks(seen), calls, nullMeans: 'emptied', logger }), seen, made, log }
}

const url = 'https://hooks.slack.com/actions/1'
const run = { command: 'ping', args: { word: '您' } }
const slash = { command: '/duban', text: '问好 您', user_id: 'U01', channel_id: 'C01', trigger_id: 't1', response_url: url }
const press = { user: { id: 'U01' }, trigger_id: 't2', response_url: url, channel: { id: 'D01' }, container: { is_ephemeral: false, message_ts: '1.1' }, message: { ts: '1.1', blocks: [] }, actions: [{ action_id: 'run:1', action_ts: '5.5', value: JSON.stringify(run) }] }
const brought = { callback_id: 'bring:ping', user: { id: 'U01' }, channel: { id: 'C01' }, trigger_id: 't7', response_url: url, message_ts: '7.7', message: { ts: '7.7', user: 'U02', text: '您' } }
const sent = (done = '已招标') => ({
  user: { id: 'U01' },
  view: {
    id: 'V1',
    private_metadata: JSON.stringify({ run: { command: 'report', args: { task: 7 } }, now: {}, from: { conversation: 'C01', responseUrl: url, manner: 'private' } }),
    state: { values: { 做了什么: { done: { type: 'plain_text_input', value: done } } } },
    blocks: [{ block_id: '做了什么', element: { action_id: 'done' } }],
  },
})

describe('a connection that goes before Slack is told that an act came', () => {
  afterEach(() => void vi.useRealTimers())

  it.each([
    ['a slash command', async (route: Router) => route.slash(slash, gone)],
    ['a click', async (route: Router) => route.press(press, gone)],
    ['a message brought to a command', async (route: Router) => route.shortcut(brought, gone)],
    ['a form', async (route: Router) => route.form(sent(), gone)],
  ])('leaves the act done and answered: %s', async (_, act) => {
    const { route, seen, made } = bot()
    await act(route)
    expect(seen.said).toHaveLength(1)
    expect(made.map(({ text }) => text)).toEqual([expect.stringMatching(/^(?:好 您|好 |已记录 7 已招标)$/)])
  })

  it('leaves what is wrong in a form to be told beside it', async () => {
    const { route, made } = bot()
    await route.form(sent('无果'), gone)
    expect(made.map(({ text }) => text)).toEqual([expect.stringContaining('请写明结果')])
  })

  it('while a form takes long breaks nothing else', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const broken = vi.fn()
    process.on('unhandledRejection', broken)
    const { route, seen, made, log } = bot()
    const answered = route.form(sent('等着'), gone)
    await vi.advanceTimersByTimeAsync(3_000)
    seen.goOn()
    await answered
    process.off('unhandledRejection', broken)
    expect(broken).not.toHaveBeenCalled()
    expect(made.map(({ text }) => text)).toEqual(['已记录 7 等着'])
    expect(log.join()).toContain('not ready')
  })
})
