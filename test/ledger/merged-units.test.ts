import { describe, expect, it } from 'vitest'
import { keyOf } from '#src/ledger/assignment.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, planOf, report, task, taskNo, unitId } from '#test/builders.ts'

const [keep, other] = [unitId('县发改局'), unitId('县发改委')]
const alias = { id: 1, kind: 'alias' as const, line: 1, quote: '县发改委', question: '是同一个单位吗？', choices: [], names: ['县发改局', '县发改委'] as [string, string] }
const owed = { id: 'c1', every: 'year', times: 1, what: '报送', text: '每年报送', debtor: other }
const plan = (...tasks: Parameters<typeof planOf>[0]): PlanState => planOf(tasks, { doubts: [alias], obligations: [owed] })
const merged = (now: PlanState): PlanState => after(now, '2026-03-02', { type: 'settle-doubt', doubt: 1, answer: '是', merge: { keep, other } })
const partOf = (now: PlanState, no = 1) => now.assignments.get(keyOf(taskNo(no), keep))

describe('two names of one unit', () => {
  it('have one part where only the other name stood', () => {
    const now = merged(plan(task(1, { lead: '县发改委' })))
    expect([now.unitsOf.get(taskNo(1)), partOf(now)?.part, now.assignments.size]).toEqual([['县发改局'], 'lead', 1])
  })
  it('have the part that asks more where both stood', () => {
    const now = merged(plan(task(1, { lead: '县发改委', support: ['县发改局', '县财政局'] })))
    expect([now.unitsOf.get(taskNo(1)), partOf(now)?.part]).toEqual([['县发改局', '县财政局'], 'lead'])
  })
  it('keep what was reported under either', () => {
    const now = plan(task(1, { lead: '县发改委', support: ['县发改局'] }))
    after(now, '2026-02-02', report(1, '县发改委', { progress: 40 }))
    expect(partOf(merged(now))).toMatchObject({ unit: '县发改局', part: 'lead', progress: 40 })
  })
  it('owe as one', () => expect(merged(plan(task(1, { lead: '县发改委' }))).obligations.get('c1')?.debtor).toBe('县发改局'))
  it('leave the tasks of others alone', () => expect(merged(plan(task(1, { lead: '县财政局' }))).unitsOf.get(taskNo(1))).toEqual(['县财政局']))
})

describe('the years of a plan that names none', () => {
  it('are its years once they are said', () => {
    const now = planOf([task(1)], { doubts: [{ ...alias, kind: 'no-period' }] })
    expect(after(now, '2026-03-02', { type: 'settle-doubt', doubt: 1, answer: '2026—2029年', period: { from: 2026, to: 2029 } }).period).toEqual({ from: 2026, to: 2029 })
  })
})

describe('a doubt that was answered before the import', () => {
  it('is settled from the beginning', () => {
    const now = planOf([task(1)], { doubts: [{ ...alias, answer: '不是' }] })
    expect(now.doubts.get(1)?.settled).toEqual({ answer: '不是', on: '2026-01-05' })
  })
})
