// 变化: each task once, by what a leader should know first.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { tallyOn } from '#src/queries/board.ts'
import { changesAmong, changesOf, type Changes, type Standing } from '#src/queries/changes.ts'
import { stoodOf, type Stood } from '#src/queries/stood.ts'
import { viewOfPlan } from '#src/queries/view.ts'
import { anyImport, anySteps, born, record } from '#test/any-life.ts'
import { acceptClaim, after, claim, day, planWith, report, task, taskNo, unitId, viewOn, workCalendar } from '../builders.ts'
import { county } from './any-view.ts'

const plan = () => planWith(task(1, { lead: '县教育局', due: '2026-06-30' }), task(2, { lead: '县教育局', due: '2026-09-30' }), task(3, { lead: '县财政局' }))
const on = (today: string, ...acts: readonly [string, PlanIntent][]): Standing => {
  const of = plan()
  for (const [at, intent] of acts) after(of, at, intent)
  const view = viewOn(today, of)
  return { view, tally: tallyOn(view) }
}
const stood = (then: Standing | undefined, now: Standing): Stood | undefined => (then === undefined ? undefined : stoodOf(then, now.tally.stands.keys()))
const changes = (then: Standing | undefined, now: Standing): Changes => changesAmong([{ then: stood(then, now), now }])
const kinds = (then: Standing | undefined, now: Standing): unknown[] => changes(then, now).tasks.map(({ kind, task: { number } }) => [number, kind])

describe('what changed', () => {
  it('is nothing where nothing did', () => expect(changes(on('2026-04-01'), on('2026-04-01'))).toMatchObject({ tasks: [], meetings: [] }))
  it('is a new red before a new yellow, and what is done after both', () => {
    const now = on('2026-07-02', ['2026-07-01', report(2, '县教育局', { state: 'difficulty', problem: '资金未到位' })], ['2026-07-01', claim(3, '县财政局')], ['2026-07-02', acceptClaim(3, '县财政局')])
    expect(kinds(on('2026-04-01'), now)).toEqual([[1, 'red'], [2, 'yellow'], [3, 'done']])
  })
  it('is a red of which the date was moved: the change says so, and from which day', () => {
    const then = on('2026-07-01')
    const now = on('2026-07-02', ['2026-07-02', { type: 'set-due', task: taskNo(1), day: day('2026-12-31'), reason: '雨季' }])
    expect(changes(then, now).tasks).toMatchObject([{ kind: 'moved', from: 'red', due: { from: '2026-06-30', to: '2026-12-31' } }])
  })
  it('is an objection that waits, though the light is the same', () => {
    const now = on('2026-07-02', ['2026-07-02', { type: 'object', task: taskNo(1), unit: unitId('县教育局'), about: 'light', against: 'red', words: '6月28日已完成' }])
    expect(kinds(on('2026-07-01'), now)).toEqual([[1, 'contested']])
  })
  it('of a plan that was not there is all of it', () => expect(kinds(undefined, on('2026-04-01')).length).toBe(3))

  it('is told of every task whose light is another, once, and of no other without a reason', () => {
    fc.assert(fc.property(anyImport, anySteps, fc.nat(), (imported, steps, cut) => {
      const life = born(imported)
      record(life, { type: 'hand-out' })
      const standing = (): Standing => ((view) => ({ view, tally: tallyOn(view) }))(viewOfPlan(structuredClone(life.plan), { directory: county, calendar: workCalendar, today: life.today }))
      let then = standing()
      for (const [at, { intents, days }] of steps.entries()) {
        for (const intent of intents) record(life, intent)
        life.today = workCalendar.addDays(life.today, days)
        if (at === cut % steps.length) then = standing()
      }
      const now = standing()
      const tasks = changesOf(stood(then, now), now)
      expect(new Set(tasks.map(({ number }) => number)).size).toBe(tasks.length)
      for (const [no, { light }] of now.tally.stands) {
        const told = tasks.find(({ number }) => number === no)
        if (then.tally.stands.get(no)?.light !== light) expect(told).toBeDefined()
        else if (told !== undefined) expect(told.due !== undefined || told.kind === 'contested').toBe(true)
      }
    }), { numRuns: 60 })
  }, 60_000)
})
