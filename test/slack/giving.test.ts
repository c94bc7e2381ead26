// What was done is confirmed, on a bad day of Slack's too; and what only could not be shown is never called undone.
import { webApi } from '@slack/bolt'
import { pino } from 'pino'
import { describe, expect, it, vi } from 'vitest'
import type { Callbacks } from '#src/slack/callbacks.ts'
import { NotTaken } from '#src/slack/failed-call.ts'
import { router, type Router } from '#src/slack/router.ts'
import type { SlackCalls } from '#src/slack/slack-calls.ts'
import type { Stopwatch } from '#src/stopwatch.ts'
import type { Card } from '#templates/card.ts'
import { recordedCalls, type Recorded } from './recorded-calls.ts'
import { nothingSeen, tinyCallbacks, tinyCommands, type Seen } from './tiny-bot.ts'

type Bot = { route: Router; seen: Seen; made: Recorded[]; texts: () => (string | undefined)[]; log: string[]; waited: number[] }

/** Whoever waits goes on at once; how long they would have waited is written down. */
function hurrying(): { stopwatch: Stopwatch; waited: number[] } {
  const waited: number[] = []
  const after = (ms: number, what: () => void): (() => void) => {
    waited.push(ms)
    queueMicrotask(what)
    return () => undefined
  }
  return { waited, stopwatch: { passedMs: () => 0, after } }
}

function bot({ answers = {}, callbacks = {}, delivered = new Map<string, Card>() }: { answers?: Partial<SlackCalls>; callbacks?: Partial<Callbacks>; delivered?: Map<string, Card> } = {}): Bot {
  const seen = nothingSeen()
  const log: string[] = []
  const { stopwatch, waited } = hurrying()
  const { calls, made } = recordedCalls(answers)
  const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(line) })
  const route = router({ commands: tinyCommands(seen), callbacks: { ...tinyCallbacks(seen, delivered), ...callbacks }, calls, nullMeans: 'emptied', stopwatch, logger })
  return { route, seen, made, texts: () => made.map(({ text }) => text), log, waited }
}

const ack = (): Promise<void> => Promise.resolve()
const written = (text: string, more: Record<string, unknown> = {}) => ({ channel: 'D01', channel_type: 'im', user: 'U01', text, ts: '7.7', ...more })
const press = (args: Record<string, unknown> = { word: '您' }, more: Record<string, unknown> = {}) => ({
  user: { id: 'U01' }, trigger_id: 't2', channel: { id: 'D01' }, container: { is_ephemeral: false, message_ts: '1.1' }, message: { ts: '1.1', blocks: [] },
  actions: [{ action_id: 'run:1', action_ts: '5.5', value: JSON.stringify({ command: 'ping', args }) }], ...more,
})
const onHome = { channel: undefined, container: { is_ephemeral: false }, message: undefined, view: { id: 'V1', type: 'home' } }

/** Fails so many times, then posts. */
function postFailing(times: number, error: Error): { post: SlackCalls['post']; posted: string[]; blocks: unknown[][] } {
  let left = times
  const [posted, blocks]: [string[], unknown[][]] = [[], []]
  return {
    posted, blocks,
    post(conversation, message) {
      if ((left -= 1) >= 0) return Promise.reject(error)
      posted.push(message.text)
      blocks.push(message.blocks)
      return Promise.resolve({ conversation, ts: '9.9' })
    },
  }
}
const gone = new Error('socket hang up')
const busy = new webApi.WebAPIRateLimitedError(1)
const refused = (error: string): Error => new webApi.WebAPIPlatformError({ ok: false, error })

describe('an answer that Slack does not take', () => {
  it('is tried again, and the act is not called undone', async () => {
    const { post, posted } = postFailing(2, busy)
    const { route, seen } = bot({ answers: { post } })
    await route.message(written('问好 您'))
    expect(seen.said).toEqual(['ping 您'])
    expect(posted).toEqual(['好 您'])
  })

  it('waits for as long as Slack asks, up to half a minute', async () => {
    const long = bot({ answers: { post: postFailing(1, new webApi.WebAPIRateLimitedError(7)).post } })
    await long.route.message(written('问好 您'))
    expect(long.waited).toEqual([7_000])
    const longer = bot({ answers: { post: postFailing(1, new webApi.WebAPIRateLimitedError(900)).post } })
    await longer.route.message(written('问好 您'))
    expect(longer.waited).toEqual([30_000])
  })

  it('is at last said in its sentence alone', async () => {
    const { post, posted, blocks } = postFailing(3, refused('invalid_blocks'))
    await bot({ answers: { post } }).route.message(written('问好 您'))
    expect(posted).toEqual(['好 您'])
    expect(JSON.stringify(blocks)).not.toContain('再来')
  })

  it('is seen twice at most where nobody can tell whether it arrived', async () => {
    const arrived: string[] = []
    const { route } = bot({ answers: { post: (_, { text }) => (arrived.push(text), Promise.reject(gone)) } })
    await route.message(written('问好 您'))
    expect(arrived).toEqual(['好 您', '好 您'])
  })

  it('is tried once more where it certainly was not at the address that came with the act, and nobody can tell of the next', async () => {
    const { post, posted } = postFailing(1, gone)
    const { route } = bot({ answers: { post, respond: () => Promise.reject(new NotTaken('HTTP 404')) } })
    await route.slash({ command: '/duban', text: '问好 您', user_id: 'U01', channel_id: 'C01', trigger_id: 't1', response_url: 'https://hooks.slack.com/commands/1' }, ack)
    expect(posted).toEqual(['好 您'])
  })

  it('because it cannot even be drawn, is said in its sentence', async () => {
    const undrawable = { text: '好', lines: [undefined] } as unknown as Card
    const { route, texts, log } = bot({ callbacks: { said: () => Promise.resolve({ kind: 'card', card: undrawable }) } })
    await route.message(written('您好'))
    expect(texts()).toEqual(['好'])
    expect(log.join()).toContain('could not be drawn')
    expect(log.join()).not.toContain('own conversation')
  })

  it('nor the file it stands for, is not called undone', async () => {
    const { route, log, texts } = bot({
      answers: { upload: () => Promise.reject(gone), post: () => Promise.reject(gone) },
      callbacks: { said: () => Promise.resolve({ kind: 'file', name: '台账.xlsx', bytes: new Uint8Array(1), otherwise: { text: '台账的数字' } }) },
    })
    await route.message(written('台账'))
    expect(texts()).toEqual([])
    expect(log.join()).toContain('an answer could not be shown')
    expect(log.join()).not.toContain('could not answer')
  })

  it('at all is in the log, and what was done stays done', async () => {
    const { route, seen, log } = bot({ answers: { post: () => Promise.reject(gone) } })
    await route.message(written('问好 您'))
    expect(seen.said).toEqual(['ping 您'])
    expect(log.join()).toContain('an answer could not be shown')
    expect(log.join()).not.toContain('could not even say so')
  })

  it('that a form is, is offered behind a button; a form that Slack refuses is a fault', async () => {
    const away = bot({ answers: { openForm: () => Promise.reject(busy) } })
    await away.route.press(press({}, { actions: [{ action_id: 'run:1', action_ts: '5.5', value: '{"command":"report","args":{"task":7}}' }] }), ack)
    expect(away.texts()).toEqual(['请点开：填报第7项'])
    const wrong = bot({ answers: { openForm: () => Promise.reject(refused('invalid_arguments')) } })
    await wrong.route.press(press({}, { actions: [{ action_id: 'run:1', action_ts: '5.5', value: '{"command":"report","args":{"task":7}}' }] }), ack)
    expect(wrong.texts()).toEqual([expect.stringContaining('没有记录')])
  })
})

describe('an answer that was uncertain', () => {
  it('is said anew where the message that said so cannot be changed', async () => {
    const { route, seen, texts } = bot({ answers: { update: () => Promise.reject(gone) } })
    await route.message(written('核对'))
    seen.settle('已记录 3月1日')
    await route.settled()
    expect(texts()).toEqual(['正在核对', '已记录 3月1日'])
  })

  it('and breaks while it is looked for, does not stay uncertain on the screen', async () => {
    const { route, seen, texts, log } = bot()
    await route.message(written('核对'))
    seen.breakUp(new Error('the log is forked'))
    await route.settled()
    expect(texts()).toEqual(['正在核对', expect.stringContaining('没有记录')])
    expect(log.join()).toContain('the log is forked')
  })

  it('and of which nothing could be shown, is told once it is certain', async () => {
    const { post, posted } = postFailing(2, gone)
    const { route, seen } = bot({ answers: { post } })
    await route.message(written('核对'))
    seen.settle('已记录 3月1日')
    await route.settled()
    expect(posted).toEqual(['已记录 3月1日'])
  })

  it('and breaks before it is shown, breaks nothing else', async () => {
    const broken = vi.fn()
    process.on('unhandledRejection', broken)
    const seen = nothingSeen()
    const { calls, made } = recordedCalls({
      post: async (conversation, { text }) => {
        seen.breakUp(new Error('the log is forked'))
        await new Promise((resolve) => void setImmediate(resolve))
        made.push({ call: 'post', text })
        return { conversation, ts: '9.9' }
      },
    })
    const route = router({ commands: tinyCommands(seen), callbacks: tinyCallbacks(seen), calls, nullMeans: 'emptied', logger: pino({ level: 'silent' }) })
    await route.message(written('核对'))
    await route.settled()
    process.off('unhandledRejection', broken)
    expect(broken).not.toHaveBeenCalled()
    expect(made).toHaveLength(2)
  })
})

describe('what is drawn again after an act', () => {
  it('and cannot be, leaves the act confirmed: a Home', async () => {
    const { route, texts } = bot({ answers: { publishHome: () => Promise.reject(gone) } })
    await route.press(press({ word: '您' }, onHome), ack)
    expect(texts()).toEqual(['好 您'])
  })

  it('and cannot be, leaves the act confirmed: a delivered message', async () => {
    const { route, texts, log } = bot({ callbacks: { redraw: () => Promise.reject(gone) } })
    const block = { blocks: [{ block_id: 'digest/u1~0' }] }
    await route.press(press({ word: '您' }, { message: { ts: '1.1', ...block } }), ack)
    expect(texts()).toEqual(['好 您'])
    expect(log.join()).toContain('could not be worked out')
  })

  it('and cannot even be worked out, is told with a reference where a Home is opened, and leaves an act confirmed', async () => {
    const home = { home: () => Promise.reject(gone) }
    const opened = bot({ callbacks: home })
    await opened.route.homeOpened({ user: 'U01', tab: 'home' })
    expect(opened.texts()).toEqual([expect.stringMatching(/[A-Z2-9]{6}/)])
    const pressed = bot({ callbacks: home })
    await pressed.route.press(press({ word: '您' }, onHome), ack)
    expect(pressed.texts()).toEqual(['好 您'])
  })

  it('says nothing of records where only a Home was opened', async () => {
    const { route, texts, log } = bot({ answers: { publishHome: () => Promise.reject(gone) } })
    await route.homeOpened({ user: 'U01', tab: 'home' })
    expect(texts()).toEqual([])
    expect(log.join()).toContain('a Home could not be shown')
  })
})

describe('an answer that is a file', () => {
  it('goes to whoever asked and not to where two people talk with each other', async () => {
    const { route, made } = bot({ callbacks: { said: () => Promise.resolve({ kind: 'file', name: '图.png', bytes: new Uint8Array(1), otherwise: { text: '图里的数字' } }) } })
    await route.slash({ command: '/duban', text: '画图', user_id: 'U01', channel_id: 'D0TWOPEOPLE', trigger_id: 't1', response_url: 'https://hooks.slack.com/commands/1' }, ack)
    await route.message(written('画图'))
    expect(made).toEqual([{ call: 'upload', to: 'D-U01', text: '图.png' }, { call: 'upload', to: 'D01', text: '图.png' }])
  })
})

describe('several files at once', () => {
  it('are each taken for themselves: one that cannot be fetched does not take the others with it', async () => {
    const download: SlackCalls['download'] = async ({ id }) => (id === 'F1' ? Promise.reject(gone) : Promise.resolve({ ok: true, name: `${id}.docx`, bytes: new Uint8Array(3) }))
    const { route, texts } = bot({ answers: { download } })
    await route.message(written('', { subtype: 'file_share', files: [{ id: 'F1' }, { id: 'F2' }] }))
    expect(texts()).toEqual([expect.stringContaining('没有记录'), '收到 F2.docx，3 字节'])
  })
})
