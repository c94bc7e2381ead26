// 撤并 in a plan: what is open goes on to the successor, what is done stays, and nothing said is lost.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyOf } from '#src/ledger/assignment.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { evolvePlan } from '#src/ledger/plan.ts'
import { hasOpenWork } from '#src/ledger/succeeded-units.ts'
import { taskCard } from '#src/queries/task-card.ts'
import { acceptClaim, after, claim, day, directoryWith, planOf, report, returnClaim, stampOf, task, taskNo, unitId, viewOn } from '#test/builders.ts'
import { anyCourse, smallPlan } from './any-intent.ts'

const [old, next] = [unitId('县文广新局'), unitId('县文旅局')]
const succeed: PlanIntent = { type: 'succeed-unit', from: old, to: next }

function plan(): PlanState {
  const made = planOf([
    task(1, { title: '文化馆建设', due: '2026-09-30', lead: '县文广新局', support: ['县文旅局'] }),
    task(2, { title: '送戏下乡', lead: '县文广新局' }), task(3, { title: '非遗普查', lead: '县教育局', support: ['县文广新局'] }), task(4, { title: '旅游厕所', lead: '县文旅局' }), task(5, { title: '图书馆', lead: '县文广新局' }),
  ], { obligations: [{ id: 'c1', every: 'year', times: 1, debtor: old, what: '报送名录', text: '每年报送名录。' }] })
  after(made, '2026-02-01', report(1, '县文广新局', { progress: 40, done: '主体封顶' }))
  after(made, '2026-02-01', report(1, '县文旅局', { progress: 10 }))
  after(made, '2026-02-02', claim(2, '县文广新局'))
  after(made, '2026-02-03', acceptClaim(2, '县文广新局'))
  after(made, '2026-02-04', claim(5, '县文广新局'))
  return after(made, '2026-02-05', { type: 'fulfil', occurrence: 'c1/2026/1', unit: old, words: '' })
}
const passed = (): PlanState => after(plan(), '2026-08-01', succeed)
const part = (of: PlanState, no: number, unit = next) => of.assignments.get(keyOf(taskNo(no), unit))

describe('a unit that another carries on', () => {
  it('passes on its open parts with all that was said, as lead where it led', () => {
    expect(part(passed(), 1)).toMatchObject({ part: 'lead', progress: 40, report: { done: '主体封顶' } })
    expect(part(passed(), 3)).toMatchObject({ part: 'support' })
    expect(part(passed(), 1, old)).toBeUndefined()
    expect(passed().unitsOf.get(taskNo(1))).toEqual([next])
  })
  it('passes on a claim that waits', () => expect(part(passed(), 5)).toMatchObject({ part: 'lead', status: 'claimed' }))
  it('keeps under its name what was accepted', () => {
    expect(part(passed(), 2, old)).toMatchObject({ status: 'accepted' })
    expect(taskCard(viewOn('2026-08-02', passed(), directoryWith(['县文旅局'])), taskNo(2))?.lead?.name).toBe('县文广新局')
  })
  it('passes on what it owes, and keeps what it had handed in', () => {
    expect(passed().obligations.get('c1')?.debtor).toBe(next)
    expect(passed().fulfilments.get('c1/2026/1')?.unit).toBe(old)
  })
  it('tells which tasks went over', () => expect(passed().successions.get(old)).toEqual({ to: next, on: '2026-08-01', tasks: [taskNo(1), taskNo(3), taskNo(5)] }))
  it('has nothing open then: asked again, nothing happens', () => {
    expect(hasOpenWork(plan(), old)).toBe(true)
    expect(hasOpenWork(passed(), old)).toBe(false)
    expect(decidePlan(passed(), succeed, stampOf('2026-08-02'))).toEqual({ ok: true, events: [] })
  })
  it('reopened later, passes that on too', () => {
    const again = after(after(passed(), '2026-08-03', { type: 'strike-off', task: taskNo(2), words: '对账' }), '2026-08-04', { type: 'reopen-task', task: taskNo(2), reason: '回头看' })
    expect(hasOpenWork(again, old)).toBe(true)
    expect(part(after(again, '2026-08-04', succeed), 2)?.status).toBe('open')
  })
  it('does not count as done what the successor had done of its own', () => {
    const of = after(after(plan(), '2026-03-01', claim(1, '县文旅局')), '2026-03-02', acceptClaim(1, '县文旅局'))
    expect(part(after(of, '2026-08-01', succeed), 1)).toMatchObject({ part: 'lead', status: 'open', progress: 40 })
  })
  it('can be sent back and claimed by the successor', () => {
    const of = after(passed(), '2026-08-02', returnClaim(5, '县文旅局'))
    expect(part(after(of, '2026-08-03', claim(5, '县文旅局')), 5)).toMatchObject({ status: 'claimed' })
  })
})

it('whatever happened before, nothing open is left under the old name, and nobody’s acceptance is lost', () => {
  fc.assert(fc.property(anyCourse, (course) => {
    const { tasks: imported, ...rest } = smallPlan
    const made = planOf(imported, rest)
    let on = day('2026-01-06')
    for (const { intent } of course) {
      const stamp = stampOf(on)
      const decision = decidePlan(made, intent, stamp)
      if (decision.ok) for (const event of decision.events) evolvePlan(made, event, stamp)
      on = day('2026-03-01')
    }
    const accepted = [...made.assignments.values()].filter(({ unit, status }) => unit === '甲局' && status === 'accepted').map(({ task: no }) => no)
    const tasks = [...made.unitsOf.keys()]
    const change: PlanIntent = { type: 'succeed-unit', from: unitId('甲局'), to: unitId('丁局') }
    const decision = decidePlan(made, change, stampOf('2026-09-01'))
    if (decision.ok) for (const event of decision.events) evolvePlan(made, event, stampOf('2026-09-01'))
    expect(hasOpenWork(made, unitId('甲局'))).toBe(false)
    expect([...made.assignments.values()].filter(({ unit, status }) => unit === '甲局' && status === 'accepted').map(({ task: no }) => no)).toEqual(accepted)
    expect([...made.unitsOf.keys()]).toEqual(tasks)
    for (const [no, units] of made.unitsOf) for (const unit of units) expect(made.assignments.has(keyOf(no, unit))).toBe(true)
  }), { numRuns: 60 })
})
