import { describe, expect, it } from 'vitest'
import { keyOf } from '#src/ledger/assignment.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { unitsNamedIn } from '#src/ledger/merged-units.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { after, day, planOf, report, stampOf, task, taskNo, unitId } from '#test/builders.ts'
import { plain } from './golden/plain.ts'

const [keep, other] = [unitId('县发改局'), unitId('县发改委')]
const alias = { id: 1, kind: 'alias' as const, line: 1, quote: '县发改委', question: '是同一个单位吗？', choices: [], names: ['县发改局', '县发改委'] as [string, string] }
const owed = { id: 'c1', every: 'year', times: 1, what: '报送', text: '每年报送', debtor: other }
const plan = (...tasks: Parameters<typeof planOf>[0]): PlanState => planOf(tasks, { doubts: [alias], obligations: [owed] })
const merged = (now: PlanState): PlanState => after(now, '2026-03-02', { type: 'settle-doubt', doubt: 1, answer: '是', meaning: { is: 'one-unit', keep, other } })
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

describe('the answer that two names are one unit', () => {
  const answer = { type: 'settle-doubt', doubt: 1, answer: '是', meaning: { is: 'one-unit', keep, other } } as const
  const events = (now: PlanState) => ((decision) => (decision.ok ? decision.events.map(({ type }) => type) : []))(decidePlan(now, answer, stampOf('2026-03-02')))
  it('merges them where the plan names the other', () => expect(events(plan(task(1, { lead: '县发改委' })))).toEqual(['doubt-settled', 'units-merged']))
  it('merges nothing where the plan does not name the other', () => expect(events(planOf([task(1, { lead: '县发改局' })], { doubts: [alias] }))).toEqual(['doubt-settled']))
})

describe('a name that stands for the unit that is called so', () => {
  it.each([[[other]], [[other, other]]])('is no news: %s', (units) => {
    const now = planOf([task(1, { lead: '县发改委' })], { doubts: [{ ...alias, kind: 'unit-unclear', names: undefined, task: taskNo(1), name: '县发改委', unit: other }] })
    expect(decidePlan(now, { type: 'settle-doubt', doubt: 1, answer: '县发改委', meaning: { is: 'units', units } }, stampOf('2026-03-02'))).toMatchObject({ events: [{ type: 'doubt-settled' }] })
  })
})

describe('a name that stands for two units', () => {
  const cleared = (facts: Parameters<typeof task>[1]) => {
    const now = planOf([task(1, facts)], { doubts: [{ ...alias, kind: 'unit-unclear', names: undefined, task: taskNo(1), name: '县发改委', unit: other }] })
    after(now, '2026-03-02', { type: 'settle-doubt', doubt: 1, answer: '县发改局、县财政局', meaning: { is: 'units', units: [keep, unitId('县财政局')] } })
    return (now.unitsOf.get(taskNo(1)) ?? []).map((unit) => now.assignments.get(keyOf(taskNo(1), unit))).map((part) => [part?.part, part?.inferred])
  }
  it('gives a task one lead, the first of them', () => expect(cleared({ lead: '县发改委' })).toEqual([['lead', undefined], ['responsible', undefined]]))
  it('gives a task one presumed lead', () => expect(cleared({ presumed: '县发改委' })).toEqual([['responsible', 'lead'], ['responsible', undefined]]))
})

describe('the years of a plan that names none', () => {
  it('are its years once they are said', () => {
    const now = planOf([task(1)], { doubts: [{ ...alias, kind: 'no-period' }] })
    expect(after(now, '2026-03-02', { type: 'settle-doubt', doubt: 1, answer: '2026—2029年', meaning: { is: 'period', from: 2026, to: 2029 } }).period).toEqual({ from: 2026, to: 2029 })
  })
})

describe('a doubt that was answered before the import', () => {
  it('is settled from the beginning', () => {
    const now = planOf([task(1)], { doubts: [{ ...alias, answer: '不是' }] })
    expect(now.doubts.get(1)?.settled).toEqual({ answer: '不是', on: '2026-01-05' })
  })
})

describe('a unit that is another', () => {
  const town = unitId('青石镇')
  const everywhere = (): PlanState => {
    const now = planOf([task(1, { lead: '县发改委' }), task(2, { lead: '各乡镇' }), task(3, { lead: '县财政局' })], {
      doubts: [alias, { ...alias, id: 2, kind: 'unit-unclear', names: undefined, unit: other, name: '县发改委' }], obligations: [owed, { ...owed, id: 'c2', debtor: undefined, receiver: other }],
      targets: [{ id: 'i1', owner: other, measure: '普惠率', direction: 'at-least', value: 90, unit: '%', yearly: false, text: '普惠率', span: { from: 0, to: 3 } }],
    })
    after(now, '2026-02-02', report(2, '各乡镇', { member: '县发改委', progress: 10 }))
    after(now, '2026-02-02', { type: 'fulfil', occurrence: 'c1/2026/1', unit: other, words: '已报' })
    after(now, '2026-02-02', { type: 'schedule-review', kind: 'inspection', day: day('2026-03-10'), tasks: [taskNo(1)], units: [other], prepare: '' })
    return now
  }
  const amended = (now: PlanState, ...tasks: Parameters<typeof planOf>[0]): PlanState => after(now, '2026-02-10', { type: 'amend', plan: { title: now.title, zone: now.zone, source: { id: 's1', name: 'b.txt', text: '', hash: 'h2' }, tasks: [...tasks], obligations: [], bodies: [], doubts: [] } })

  it('is named nowhere in the plan any more', () => {
    const now = after(everywhere(), '2026-03-02', { type: 'merge-units', keep, other })
    expect(JSON.stringify(plain({ ...now, doubts: [...now.doubts.values()].map(({ unit }) => unit) }))).not.toContain(other)
  })
  it('is named nowhere in what an amendment left behind', () => {
    const now = amended(everywhere(), task(1, { lead: '县财政局' }), task(2, { lead: '各乡镇', support: ['县发改委'] }))
    after(now, '2026-02-11', { type: 'withdraw-task', task: taskNo(3) })
    after(now, '2026-03-02', { type: 'merge-units', keep, other })
    expect(JSON.stringify(plain({ ...now, doubts: [] }))).not.toContain(other)
  })
  describe('is named, and so merged, wherever it stands', () => {
    const duty = { ...owed, debtor: unitId('各乡镇') }
    const target = { id: 'i1', measure: '普惠率', direction: 'at-least' as const, value: 90, unit: '%', yearly: false, text: '普惠率', span: { from: 0, to: 3 } }
    const bare = (facts: Parameters<typeof planOf>[1] = {}): PlanState => planOf([task(1, { lead: '各乡镇' }), task(2, { lead: '县财政局' })], facts)
    const places: [string, () => PlanState][] = [
      ['as a member that reported', () => after(bare(), '2026-02-02', report(1, '各乡镇', { member: '县发改委', progress: 10 }))],
      ['as a member that did what its group owes', () => after(bare({ obligations: [duty] }), '2026-02-02', { type: 'fulfil', occurrence: 'c1/2026/1', unit: unitId('各乡镇'), member: other, words: '已报' })],
      ['in a review', () => after(bare(), '2026-02-02', { type: 'schedule-review', kind: 'inspection', day: day('2026-03-10'), tasks: [taskNo(1)], units: [other], prepare: '' })],
      ['in the scope of a review', () => after(bare(), '2026-02-02', { type: 'schedule-review', kind: 'inspection', day: day('2026-03-10'), tasks: [], units: [], scope: { kind: 'unit', unit: other }, prepare: '' })],
      ['in a task', () => planOf([task(1, { support: ['县发改委'] })])],
      ['in a duty', () => bare({ obligations: [owed] })],
      ['in a target', () => bare({ targets: [{ ...target, owner: other }] })],
      ['in a doubt', () => bare({ doubts: [{ ...alias, kind: 'unit-unclear', names: undefined, unit: other }] })],
      ['in a part that ended', () => amended(planOf([task(1, { lead: '县财政局', support: ['县发改委'] })]), task(1, { lead: '县财政局' }))],
      ['in what a text says of units that wait', () => amended(after(bare(), '2026-02-02', { type: 'set-lead', task: taskNo(2), unit: unitId('县教育局') }), task(1, { lead: '各乡镇' }), task(2, { lead: '县发改委' }))],
      ['in a task that was withdrawn', () => after(amended(planOf([task(1, { lead: '县发改委' }), task(2, { lead: '县财政局' })]), task(2, { lead: '县财政局' })), '2026-02-11', { type: 'withdraw-task', task: taskNo(1) })],
      ['as a member that reported of a part that ended', () => amended(after(bare(), '2026-02-02', report(1, '各乡镇', { member: '县发改委', progress: 10 })), task(1, { lead: '县财政局' }), task(2, { lead: '县财政局' }))],
    ]
    it.each(places)('%s', (_, given) => {
      const now = given()
      expect(decidePlan(now, { type: 'merge-units', keep, other }, stampOf('2026-03-02'))).toEqual({ ok: true, events: [{ type: 'units-merged', keep, other }] })
      after(now, '2026-03-02', { type: 'merge-units', keep, other })
      expect(JSON.stringify(plain({ ...now, source: undefined, doubts: [...now.doubts.values()].map(({ unit }) => unit) }))).not.toContain(other)
      expect(decidePlan(now, { type: 'merge-units', keep, other }, stampOf('2026-03-03'))).toEqual({ ok: true, events: [] })
    })
  })
  it('is not looked for by changing the plan', () => {
    const now = everywhere()
    const before = plain(now)
    unitsNamedIn(now)
    expect(plain(now)).toEqual(before)
  })
  it('that the plan does not name is no news', () => expect(decidePlan(everywhere(), { type: 'merge-units', keep, other: town }, stampOf('2026-03-02'))).toEqual({ ok: true, events: [] }))
})
