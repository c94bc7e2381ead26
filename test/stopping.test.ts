// The whole bot is told to stop while something is still being done: a real Redis, a real local Slack, a real reader of files.
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { startApp, type App, type AppParts, type Prepared } from '#src/app.ts'
import { Instant } from '#src/calendar/day.ts'
import { unpaced } from '#src/delivery/pace.ts'
import { personOf } from '#src/directory/directory.ts'
import { documentReader, type DocumentReader } from '#src/documents/read-in-worker.ts'
import { driveLocalSlack, type LocalSlackDriver } from '#src/sandbox/local-slack-driver.ts'
import { startLocalSlack, type LocalSlack } from '#src/sandbox/local-slack.ts'
import { stampOf } from './builders.ts'
import { heavySheet } from './documents/made-files.ts'
import { slackGate, type SlackGate } from './faults/slack-gate.ts'
import { ownFolder } from './sandbox/own-folder.ts'
import { smallWorkspace } from './sandbox/small-workspace.ts'
import { quiet } from './store/quiet.ts'
import { startRedisServer, type RedisServer } from './store/redis-server.ts'

let redis: RedisServer
beforeAll(async () => {
  redis = await startRedisServer()
})
afterAll(async () => redis.stop())

const secretaries = ['U01', 'U02']
async function namedSecretaries({ ledgers }: Prepared): Promise<void> {
  const stamp = stampOf('2026-07-01')
  for (const id of secretaries) {
    const handle = { platform: 'slack' as const, id }
    await ledgers.recordDirectory(`person:${id}`, stamp, { type: 'add-person', name: id, handle })
    const person = personOf(ledgers.directory(), handle)
    if (person === undefined) throw new Error('nobody')
    await ledgers.recordDirectory(`secretary:${id}`, stamp, { type: 'grant-role', person: person.id, role: 'secretary' })
  }
}

/** A bot with two secretaries on a workspace of its own. `isGated`: its calls can be counted, and no file fetched. `asked`: how many files it was to read so far. */
async function running({ documents, isGated = false, ...parts }: Partial<AppParts> & { documents: DocumentReader; isGated?: boolean }): Promise<{ app: App; people: LocalSlackDriver; gate: SlackGate; asked: () => number }> {
  const dir = ownFolder()
  const slack: LocalSlack = await startLocalSlack({ workspace: smallWorkspace, port: 0, dir, logger: quiet })
  onTestFinished(slack.stop)
  const gate = await slackGate(slack.apiUrl)
  onTestFinished(gate.close)
  let asked = 0
  const readDocument: DocumentReader['readDocument'] = async (name, bytes) => ((asked += 1), documents.readDocument(name, bytes))
  const app = await startApp({
    slack: { botToken: 'xoxb-duban', appToken: 'xapp-duban', apiUrl: isGated ? gate.apiUrl : slack.apiUrl }, redisUrl: redis.url, evidenceDir: dir, clock: { now: () => Instant.parse('2026-07-02T01:30:00.000Z') }, logger: quiet,
    sending: { pace: unpaced }, before: namedSecretaries, documents: { ...documents, readDocument }, ...parts,
  })
  const people = await driveLocalSlack(slack.control)
  onTestFinished(people.close)
  return { app, people, gate, asked: () => asked }
}

it('a file that is being read when the bot stops is refused, and so is one that waits: who sent them are told to send them again', async () => {
  const { app, people, asked } = await running({ documents: documentReader() })
  for (const secretary of secretaries) await people.upload(secretary, secretary, '台账.xlsx', heavySheet())
  await vi.waitFor(() => expect(asked()).toBe(2), { timeout: 10_000, interval: 20 })
  await app.stop()
  for (const secretary of secretaries) {
    const told = (await people.dm(secretary)).filter(({ bot_id: bot }) => bot !== undefined).map(({ text }) => text)
    expect(told).toEqual([expect.stringMatching(/^机器人正要停机，没有读完，这次没有办成。/)])
  }
})

it('what is uncertain when the bot stops does not stay so on the screen', async () => {
  const { app, people, gate } = await running({ documents: documentReader(), isGated: true })
  redis.freeze()
  onTestFinished(redis.thaw)
  const told = async (): Promise<(string | undefined)[]> => (await people.dm('U01')).filter(({ bot_id: bot }) => bot !== undefined).map(({ text }) => text)
  await people.sendDm('U01', '人员 登记 <@U02> 沈若兰 科长')
  await people.until('the answer', async () => ((await told()).some((text) => text?.includes('正在核对')) ? true : undefined))
  await app.stop()
  // Whoever stops it ends the process now.
  expect(gate.passing()).toBe(0)
  expect(await told()).toEqual([expect.stringMatching(/^出了故障，这次可能没有记录，请先核对再试。/)])
})

it('what is never answered holds up no stop, and is logged', async () => {
  const lines: string[] = []
  const logger = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) })
  const never = async (): Promise<never> => new Promise(() => undefined)
  const { app, people, asked } = await running({ documents: { readDocument: never, readPlan: never, stop: async () => Promise.resolve() }, answeringMs: 10, logger })
  await people.upload('U02', 'U02', '台账.xlsx', heavySheet())
  await vi.waitFor(() => expect(asked()).toBe(1), { timeout: 10_000, interval: 20 })
  await app.stop()
  expect(lines.join('')).toContain('something is still being answered')
})
