import { describe, expect, it } from 'vitest'
import { runFaults } from './run.ts'
import { scriptOf } from './script.ts'

describe('two bots, people, a real Redis and a local Slack, while processes are killed and frozen and lines are cut', () => {
  it('keep what they called recorded, once, and say all that is owed, once', async () => {
    const lines: string[] = []
    await runFaults({ runs: 30, seed: 1 }, (line) => void lines.push(line))
    expect(lines).toEqual(['faults: 30 runs, 0 duplicates, 0 lost, seed 1'])
  }, 600_000)
})

describe('a seed', () => {
  it('is one script', () => {
    expect(scriptOf(7)).toEqual(scriptOf(7))
    expect(scriptOf(7)).not.toEqual(scriptOf(8))
  })

  it('has every mishap and every kind of doing among a few hundred', () => {
    const scripts = Array.from({ length: 300 }, (_, seed) => scriptOf(seed))
    expect(new Set(scripts.flatMap(({ mishaps }) => mishaps.map(({ what }) => what))).size).toBe(17)
    expect(new Set(scripts.flatMap(({ doings }) => doings.map(({ what }) => what))).size).toBe(8)
  })
})
