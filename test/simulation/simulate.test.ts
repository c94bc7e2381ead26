import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import type { LogEntry } from '#src/ledger/log.ts'
import { planted } from './planted.ts'
import { simulate, type Faults } from './simulate.ts'
import { smallCounty } from './small-county.ts'

/** `npm run simulate` runs more. */
const runs = Number(process.env['SIMULATIONS'] ?? 150)
/** Each planted mistake shows within so many days; those that have shown one come first. */
const enough = 400
const soonest = [1, 2, 5, 10, 12, 14, 167, 199]
const days = new Set([...soonest, ...Array.from({ length: enough }, (_, nth) => nth + 1)])

let county: ReadonlyMap<string, readonly LogEntry[]>
beforeAll(async () => {
  county = await smallCounty()
})

const all = ({ duplicates, lost, stale }: Faults): string[] => [...duplicates, ...lost, ...stale]

it(`processes that die, stall and lose what they say tell everybody everything once, and nothing that is over: ${runs} days`, async () => {
  for (let seed = 1; seed <= runs; seed += 1) expect({ seed, faults: all((await simulate(seed, county)).faults) }).toEqual({ seed, faults: [] })
}, 600_000)

it('a seed is the same day again', async () => {
  expect(await simulate(7, county)).toEqual(await simulate(7, county))
})

describe('the simulation sees that', () => {
  it.each(Object.entries(planted))('%s', async (_, twist) => {
    for (const seed of days) if (all((await simulate(seed, county, twist)).faults).length > 0) return
    expect.fail(`nothing was seen in ${enough} days`)
  }, 120_000)
})

describe('npm run simulate', () => {
  it('lives its days in processes of their own, and says what it saw', async () => {
    const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'simulate', '--', '--runs', '3', '--seed', '7'])
    expect(stdout).toBe('simulate: 3 runs, 0 duplicates, 0 lost, 0 stale, seed 7\n')
  }, 60_000)
})
