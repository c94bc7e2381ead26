// SIGKILL between claim and post, and between post and record: nothing lost, nothing doubled.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify } from '#src/cli/verify.ts'
import { instantFromMs } from '#src/calendar/calendar.ts'
import { driveLocalSlack } from '#src/sandbox/local-slack-driver.ts'
import { startLocalSlack } from '#src/sandbox/local-slack.ts'
import { startRedisServer } from '#test/store/redis-server.ts'
import { slackGate, type Moment } from './slack-gate.ts'
import { contact, recordCounty, workspace } from './small-county.ts'

/** `npm run faults` runs more. */
const runs = Number(process.env['FAULT_RUNS'] ?? 1)
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const botProcess = fileURLToPath(new URL('bot-process.ts', import.meta.url))

/** A Tuesday morning in Shanghai, after the digest hour. */
const morning = Date.parse('2026-06-23T01:30:00.000Z')
const later = morning + 10 * 60_000

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-kill-'))
})
afterAll(async () => rm(folder, { recursive: true, force: true }))

type Bot = { process: ChildProcess; swept: Promise<void>; gone: Promise<unknown> }

function startBot(apiUrl: string, redisUrl: string, beginsAt: number): Bot {
  const child = spawn(process.execPath, ['--import', tsx, botProcess, apiUrl, redisUrl, instantFromMs(beginsAt)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const swept = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => line.startsWith('swept') && resolve())
    child.once('exit', (code, signal) => reject(new Error(`the bot ended with ${code ?? signal} before its sweep was over`)))
  })
  swept.catch(() => undefined)
  return { process: child, swept, gone: once(child, 'exit') }
}

async function kill({ process: child, gone }: Bot): Promise<void> {
  child.kill('SIGKILL')
  await gone
}

/** A life that is killed at the moment, a second that goes on, a third that finds nothing to do. */
async function livesAfterKillAt(moment: Moment, run: number): Promise<{ texts: string[]; taken: number }> {
  const redis = await startRedisServer()
  const slack = await startLocalSlack({ workspace, port: 0, dir: join(folder, `${moment}-${run}`), logger: pino({ level: 'silent' }) })
  const gate = await slackGate(slack.apiUrl)
  const driver = await driveLocalSlack(slack.control)
  try {
    await recordCounty(redis.url)
    const doomed = startBot(gate.apiUrl, redis.url, morning)
    gate.atNextPost(moment, () => doomed.process.kill('SIGKILL'))
    await doomed.gone
    for (const beginsAt of [later, later + 60_000]) {
      const bot = startBot(gate.apiUrl, redis.url, beginsAt)
      await bot.swept
      await kill(bot)
    }
    const logs = await verify(redis.url)
    expect(logs.every(({ ok }) => ok)).toBe(true)
    return { texts: (await driver.dm(contact)).map(({ text }) => text), taken: gate.posted() }
  } finally {
    driver.close()
    await gate.close()
    await slack.stop()
    await redis.stop()
  }
}

describe.each<[Moment, string]>([
  ['before', 'between claim and post'],
  ['after', 'between post and record'],
])('a bot that is killed %s the message is posted (%s)', (moment) => {
  it.each(Array.from({ length: runs }, (_, run) => run + 1))('says everything once in the end (run %i)', async (run) => {
    const { texts, taken } = await livesAfterKillAt(moment, run)
    // The first message and the digest of the day.
    expect(texts).toHaveLength(2)
    expect(new Set(texts).size).toBe(2)
    expect(taken).toBe(2)
  }, 120_000)
})
