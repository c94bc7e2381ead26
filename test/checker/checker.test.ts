// The checker and the product, each by its own code, over the same logs; every day, and many more lives, are `npm run deep`.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { Day } from '#src/calendar/day.ts'
import { Checker } from '#src/checker/check.ts'
import { everyDay, firstDayOf, type PlanLogs } from '#src/cli/compared-days.ts'
import { lifeOf } from './any-life.ts'
import { anyLog } from './any-log.ts'
import { firstDifferences } from './agreed.ts'
import { seededLogs, type CountyLogs } from './county-logs.ts'
import { planted } from './planted.ts'

const lasting = { timeout: 60_000 }

describe('the sample county as it opens, nobody acting any more', () => {
  let logs: CountyLogs
  beforeAll(async () => {
    logs = await seededLogs()
  })

  it('has the lights and the numbers that the checker finds, on days of its three years', lasting, () => {
    expect(logs.plans.size).toBe(2)
    for (const [plan, entries] of logs.plans) {
      const from = firstDayOf(entries) ?? Day.parse('2026-01-05')
      const days = [...everyDay(from, Day.parse('2028-12-31'))].filter((day, nth) => nth % 23 === 0 || ['03-31', '06-30', '09-30', '12-31', '01-01', '04-01', '07-01', '10-01'].includes(day.slice(5)))
      expect(firstDifferences({ plan: entries, directory: logs.directory }, { days, plan })).toEqual([])
    }
  })

  it('is not judged from an event on that the checker does not know', () => {
    const [plan = []] = logs.plans.values()
    const strange = { position: plan.length + 1, body: JSON.stringify({ stamp: { at: '2026-08-03T01:00:00.000Z', on: '2026-08-03', by: 'system', via: 'system' }, events: [{ type: 'task-blessed', task: 1 }] }) }
    const checker = new Checker([...plan, strange], logs.directory)
    expect(checker.on('2026-08-02')?.ok).toBe(true)
    expect(checker.on('2026-08-03')).toEqual({ ok: false, of: 'plan', position: plan.length + 1, what: 'task-blessed' })
  })
})

describe('product and checker agree', () => {
  it('on lives in which everybody does what is open to them', lasting, () => {
    for (let seed = 1; seed <= 3; seed += 1) expect([seed, ...firstDifferences(lifeOf(seed, 150))]).toEqual([seed])
  })

  it('whatever is asked of a plan, also what makes no sense', lasting, () => {
    fc.assert(fc.property(anyLog, (logs) => {
      expect(firstDifferences(logs)).toEqual([])
    }), { numRuns: 25 })
  })
})

describe('the checker', () => {
  const lives = new Map<number, PlanLogs>()
  const life = (seed: number): PlanLogs => {
    const known = lives.get(seed) ?? lifeOf(seed, 150)
    lives.set(seed, known)
    return known
  }

  it.each(Object.entries(planted))('sees that %s', lasting, (_, twist) => {
    // Those in which most is seen soonest come first.
    const found = [8, 7, 6, 2, 5, 4, 1, 3].some((seed) => firstDifferences(life(seed), { twist }).length > 0)
    expect(found).toBe(true)
  })
})
