// The connection over which people's answers come, where Slack or the network takes it away.
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { gapMs, seekingPace, slackSocket, type SlackSocket } from '#src/slack/socket.ts'
import { startSlack, type Slack } from '#src/slack/start-slack.ts'
import { handWatch, type HandWatch } from '#test/hand-watch.ts'
import { cut, ok, refused, scriptedSlack, slowDown, type Answer, type ScriptedSlack } from './scripted-slack.ts'
import { scriptedSocket, type ScriptedSocket } from './scripted-socket.ts'
import { nothingSeen, tinyCallbacks, tinyCommands, type Seen } from './tiny-bot.ts'

const open = 'apps.connections.open'
const answered = `apiCall('${open}') end`
const away: Answer = (_, response) => response.writeHead(500).end()
/** Slack has heard the question, and its answer is on its way until the test lets it go. */
const heldBack = (): { answer: Answer; letGo: () => void } => {
  let letGo: () => void = () => undefined
  return { answer: (...of) => void (letGo = () => ok({ url: socket.url })(...of)), letGo: () => letGo() }
}

let workspace: ScriptedSlack
let socket: ScriptedSocket
let slack: Slack | undefined
let alone: SlackSocket | undefined
let seen: Seen
let log: string[]
const unheard = vi.fn()

const quick = { firstMs: 1, longestMs: 5, refusedMs: 5, greetingMs: 60_000, stopMs: 300 }
const start = async (pace: Partial<typeof seekingPace> = {}): Promise<Slack> => {
  const logger = pino({ level: 'debug' }, { write: (line: string) => void log.push(line) })
  slack = await startSlack({ ...tinyCallbacks(seen), botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl: workspace.apiUrl, commands: tinyCommands(seen), handleOf: () => undefined, logger, seeking: { ...quick, ...pace } })
  return slack
}
/** The connection by itself, in a time that passes when it is told to. */
const byHand = async (): Promise<SlackSocket & { watch: HandWatch }> => {
  const watch = handWatch()
  const logger = pino({ level: 'silent' })
  const sought = slackSocket({ appToken: 'xapp-1', apiUrl: workspace.apiUrl, logger, stopwatch: watch })
  alone = sought
  const connected = sought.connect(() => Promise.resolve())
  watch.pass(0)
  await connected
  return { ...sought, watch }
}
const until = async (what: () => void): Promise<void> => vi.waitFor(what, { timeout: 10_000, interval: 5 })
const linesWith = (words: string): number => log.filter((line) => line.includes(words)).length
const asked = (): number => workspace.asked.filter((path) => path === open).length

beforeEach(async () => {
  [workspace, socket, seen, log, slack, alone] = [await scriptedSlack(), await scriptedSocket(), nothingSeen(), [], undefined, undefined]
  workspace.script('auth.test', ok({ user_id: 'U0DUBAN', bot_id: 'B01' }))
  workspace.script(open, ok({ url: socket.url }))
  process.on('unhandledRejection', unheard.mockClear())
})
afterEach(async () => {
  await Promise.all([slack?.stop(), alone?.stop()])
  await Promise.all([workspace.stop(), socket.stop()])
  process.off('unhandledRejection', unheard)
  expect(unheard).not.toHaveBeenCalled()
})

describe('a connection that is gone', () => {
  it('is sought every half minute at the latest, however long the outage', () => {
    expect([0, 1, 2, 3, 4].map((tries) => gapMs(tries, seekingPace))).toEqual([0, 1000, 2000, 4000, 8000])
    for (const tries of [6, 100, 5000, 1e6]) expect(gapMs(tries, seekingPace)).toBe(30_000)
  })

  it.each([['is away', away], ['cuts', cut], ['is not well', refused('internal_error')], ['asks to be asked later', slowDown(0)]])('is there again once Slack is, after more tries than any library makes: Slack %s', async (_, trouble) => {
    const { deaf } = await start()
    expect(deaf()).toBeUndefined()
    workspace.script(open, trouble)
    socket.cut()
    await until(() => expect(asked()).toBeGreaterThan(120))
    expect(deaf()).toMatchObject({ refused: false })
    workspace.script(open, ok({ url: socket.url }))
    await until(() => expect(deaf()).toBeUndefined())
  })

  it('is waited for as long as Slack asks, where that is longer', async () => {
    const { watch } = await byHand()
    workspace.script(open, slowDown(900), ok({ url: socket.url }))
    socket.cut()
    await until(() => expect(watch.waits()).toEqual([1000]))
    watch.pass(1000)
    await until(() => expect(watch.waits()).toEqual([900_000]))
    watch.pass(900_000)
    await until(() => expect(socket.knocked()).toBe(2))
  })

  it('is replaced at once where Slack takes it back after a while', async () => {
    const { watch, deaf } = await byHand()
    watch.pass(30_000)
    socket.takeBack()
    await until(() => expect(watch.waits()).toEqual([0]))
    watch.pass(0)
    await until(() => expect([socket.knocked(), deaf()]).toEqual([2, undefined]))
  })

  it.each(['silent', 'shut'] as const)('is sought elsewhere when the one that is offered is %s', async (manner) => {
    const { deaf } = await start({ greetingMs: 100 })
    socket.manner = manner
    socket.cut()
    await until(() => expect(socket.knocked()).toBeGreaterThan(2))
    expect(deaf()).toBeDefined()
    socket.manner = 'greets'
    await until(() => expect([deaf(), socket.inside()]).toEqual([undefined, 1]))
  })

  it('is sought one at a time, and ever more seldom, where each is taken away as it is given', async () => {
    const { watch, deaf } = await byHand()
    socket.manner = 'fickle'
    socket.cut()
    for (const [nth, ms] of [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000].entries()) {
      await until(() => expect([watch.waits(), socket.knocked()]).toEqual([[ms], nth + 1]))
      if (nth === 6) socket.manner = 'greets'
      watch.pass(ms)
    }
    await until(() => expect([deaf(), socket.inside(), socket.knocked() - asked()]).toEqual([undefined, 1, 0]))
  })

  it('is there once, where the end of an earlier one is told while the next is sought', async () => {
    const { receiver, connect, deaf, stop } = slackSocket({ appToken: 'xapp-1', apiUrl: workspace.apiUrl, logger: pino({ level: 'silent' }), pace: quick })
    await connect(() => Promise.resolve())
    socket.manner = 'shut'
    socket.cut()
    await until(() => expect(socket.waiting()).toBe(1))
    socket.manner = 'greets'
    // As the client does half a minute after it gave up on one that was never let in.
    receiver.client.emit('close')
    await until(() => expect([deaf(), socket.inside(), socket.waiting()]).toEqual([undefined, 1, 0]))
    await stop()
  })

  it('brings what people press again when it is there again', async () => {
    await start()
    socket.cut()
    await until(() => expect([socket.knocked(), socket.inside()]).toEqual([2, 1]))
    socket.give({ type: 'slash_commands', envelope_id: 'e1', accepts_response_payload: true, payload: { command: '/duban', text: '问好 您', user_id: 'U01', channel_id: 'C01', trigger_id: 't1', response_url: `${workspace.origin}/respond` } })
    await until(() => expect(seen.said).toEqual(['ping 您']))
  })
})

describe('an app token that Slack refuses', () => {
  it('at the start ends the start, with Slack’s word', async () => {
    workspace.script(open, refused('token_revoked'))
    await expect(start()).rejects.toMatchObject({ data: { error: 'token_revoked' } })
    expect(asked()).toBe(1)
  })

  it('and so does the bot’s own', async () => {
    workspace.script('auth.test', refused('invalid_auth'))
    await expect(start()).rejects.toMatchObject({ data: { error: 'invalid_auth' } })
  })

  it('later is told once, with what to do, and tried again for as long as it takes', async () => {
    const { deaf } = await start()
    workspace.script(open, refused('invalid_auth'))
    socket.cut()
    await until(() => expect(asked()).toBeGreaterThan(4))
    expect(deaf()).toMatchObject({ refused: true })
    const fatal = log.map((line) => JSON.parse(line) as { level: number; msg: string; refusal?: string }).filter(({ level }) => level === 60)
    expect(fatal).toEqual([expect.objectContaining({ refusal: 'invalid_auth', msg: expect.stringContaining('SLACK_APP_TOKEN') as string })])
    workspace.script(open, ok({ url: socket.url }))
    await until(() => expect(deaf()).toBeUndefined())
  })
})

describe('a start while Slack is away', () => {
  it.each(['auth.test', open])('waits for it: %s', async (path) => {
    const found = path === open ? ok({ url: socket.url }) : ok({ user_id: 'U0DUBAN', bot_id: 'B01' })
    workspace.script(path, away, cut, refused('internal_error'), away, found)
    expect((await start()).deaf()).toBeUndefined()
  })
})

describe('a stop', () => {
  it.each(['greets', 'silent', 'shut'] as const)('comes to its end, and leaves nobody connected, while the connection is sought at a door that %s', async (manner) => {
    const { stop } = await start()
    socket.manner = manner
    const before = socket.knocked()
    socket.cut()
    await until(() => expect(socket.knocked()).toBeGreaterThan(before))
    await stop()
    await until(() => expect(socket.inside()).toBe(0))
  })

  it('while Slack is asked for an address connects nobody afterwards', async () => {
    const { stop } = await start()
    const held = heldBack()
    workspace.script(open, held.answer)
    const [askedBefore, knockedBefore] = [asked(), socket.knocked()]
    socket.cut()
    await until(() => expect(asked()).toBeGreaterThan(askedBefore))
    await stop()
    const answersBefore = linesWith(answered)
    held.letGo()
    await until(() => expect(linesWith(answered)).toBe(answersBefore + 1))
    expect(linesWith('Initiating new WebSocket connection')).toBe(knockedBefore)
  })

  it('between two tries makes none any more', async () => {
    const { watch, stop } = await byHand()
    const before = asked()
    socket.cut()
    await until(() => expect(watch.waits()).toEqual([1000]))
    await stop()
    watch.pass(60_000)
    // Whoever had asked by now would have come before this.
    await fetch(`${workspace.apiUrl}auth.test`, { method: 'POST' })
    expect(asked()).toBe(before)
  })
})
