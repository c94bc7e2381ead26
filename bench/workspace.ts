// What a leader waits for: 汇总 typed in the local workspace until it stands there, over Socket Mode, beside a handler that answers a few constant words.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { summary } from '#commands/summary.ts'
import { startLocalSlack } from '#src/sandbox/local-slack.ts'
import { listenToWorkspace } from '#src/sandbox/workspace-news.ts'
import { startSlack } from '#src/slack/start-slack.ts'
import { nothingSeen, tinyCallbacks, tinyCommands } from '#test/slack/tiny-bot.ts'
import { leaderCounty, leaderHandle } from './leader-county.ts'
import { measured } from './measured.ts'

/** Nobody who asks for the screen waits longer than so many times what any answer takes. */
const mostTimesHandler = 1.1
const runs = 300

const logger = pino({ level: 'silent' })
const dir = mkdtempSync(join(tmpdir(), 'duban-bench-'))
const workspace = {
  workspace: { name: '督办演示', domain: 'duban', teamId: 'T01DUBAN' },
  apps: [{ appId: 'A01DUBAN', botUserId: 'U0DUBAN', botName: '督办', botToken: 'xoxb-duban', appToken: 'xapp-duban', mode: 'socket' as const }] as const,
  users: [{ id: leaderHandle.id, name: 'leader', real_name: '李县长', tz: 'Asia/Shanghai' }],
  channels: [{ id: 'C01', name: '督办工作群', members: [leaderHandle.id, 'U0DUBAN'] }],
}
const local = await startLocalSlack({ workspace, port: 0, dir, logger })
const county = leaderCounty(5000, 2)
await county.look()
const seen = nothingSeen()
const slack = await startSlack({
  ...tinyCallbacks(seen), botToken: 'xoxb-duban', appToken: 'xapp-duban', apiUrl: local.apiUrl, logger, handleOf: () => leaderHandle,
  commands: [...tinyCommands(seen), summary],
  makeDesk: () => Promise.resolve(county.desk()),
})
const news = await listenToWorkspace(`${new URL(local.control).origin.replace('http', 'ws')}/ui`)

/** Typed until it stands there, in µs. */
async function waited(text: string): Promise<number> {
  const stands = news.next((piece) => (piece.t === 'message' ? true : undefined), 'an answer')
  const from = performance.now()
  await fetch(`${local.control}/command`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ channel: 'C01', user: leaderHandle.id, command: '/duban', text }) })
  await stands
  return (performance.now() - from) * 1000
}

const waits: Record<'empty' | 'screen' | 'afterEntry', number[]> = { empty: [], screen: [], afterEntry: [] }
for (let run = 0; run < runs; run += 1) {
  waits.empty.push(await waited('问好'))
  waits.screen.push(await waited('汇总'))
  county.entry()
  waits.afterEntry.push(await waited('汇总'))
}
const half = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Infinity
measured({ name: '汇总 of 10,000 assignments in the local workspace, half of them', value: half(waits.screen), unit: 'µs', floor: half(waits.empty), bound: mostTimesHandler })
measured({ name: 'the same, after an entry', value: half(waits.afterEntry), unit: 'µs', floor: half(waits.empty), bound: mostTimesHandler })

news.close()
await slack.stop()
await local.stop()
rmSync(dir, { recursive: true, force: true })
