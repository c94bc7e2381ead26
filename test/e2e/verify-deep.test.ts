// `duban verify --deep` as an operator types it, on the Redis of a running sandbox.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { inSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'

let sandbox: RunningSandbox
inSandbox((story) => {
  sandbox = story.sandbox
})

const duban = async (...words: string[]): Promise<string> => (await promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...words], { env: { ...process.env, REDIS_URL: sandbox.facts.redis } })).stdout

it('finds the days round the opening as the product says them, plan by plan', { timeout: 60_000 }, async () => {
  const said = await duban('verify', '--deep', '--from', '2026-06-29', '--until', '2026-07-04')
  expect(said).toMatch(/^✓ \{plan:p1\}:log /m)
  expect(said).toMatch(/^✓ p1 {2}2026-06-29 至 2026-07-04, \d+ 盏灯 lights, 不一致 differences 0$/m)
  expect(said).toMatch(/^合计 2 个方案 plans, 12 天 plan-days, .*不一致 differences 0$/m)
})

it('says how a day is written where it is none', async () => {
  await expect(duban('verify', '--deep', '--until', '6月30日')).rejects.toMatchObject({ stderr: expect.stringContaining('2026-06-30') as unknown, code: 1 })
})
