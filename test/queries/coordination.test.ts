import { describe, expect, it } from 'vitest'
import { addMs } from '#src/calendar/calendar.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { evolvePlan, type PlanState } from '#src/ledger/plan.ts'
import { coordinations } from '#src/queries/coordination.ts'
import { after, directoryWith, nineOn, planWith, report, stampOf, task, taskNo, unitId, viewOn } from '#test/builders.ts'

const directory = directoryWith([{ name: '县自然资源局', aliases: ['县资规局'] }, '县住建局', '县财政局', '县教育局'])
const plan = (): PlanState => planWith(task(1, { lead: '县教育局', support: ['县自然资源局', '县住建局'], due: '2026-12-31' }))
const blocked = (unit: string, problem: string) => report(1, unit, { state: 'blocked', problem })
const found = (of: PlanState, today = '2026-07-02') => coordinations(viewOn(today, of, directory), taskNo(1))
const mutual = (of = plan()): PlanState => after(after(of, '2026-06-29', blocked('县教育局', '资规局未出用地手续')), '2026-06-30', blocked('县自然资源局', '县教育局没有报选址'))

describe('two units that each name the other as what stands in the way', () => {
  it('are one matter, with what both said, by any of their names', () =>
    expect(found(mutual())).toMatchObject([{ units: ['县教育局', '县自然资源局'], quotes: [{ unit: '县教育局', words: '资规局未出用地手续' }, { unit: '县自然资源局', words: '县教育局没有报选址' }], on: '2026-06-30' }]))
  it('are none where only one names the other', () => expect(found(after(after(plan(), '2026-06-29', blocked('县教育局', '县住建局未批')), '2026-06-30', blocked('县住建局', '人手不足')))).toEqual([]))
  it('are none where what was said belongs to an earlier round', () => expect(found(mutual(), '2026-10-20')).toEqual([]))
  it('are none once one of them says that it goes on', () => expect(found(after(mutual(), '2026-07-01', report(1, '县自然资源局', { done: '手续6月30日已出' })))).toEqual([]))
  it('are none any more once a secretary has settled it, and again when both say so afterwards', () => {
    const settled = after(mutual(), '2026-07-01', { type: 'settle-coordination', task: taskNo(1), units: [unitId('县自然资源局'), unitId('县教育局')], words: '7月3日前由教育局报选址' })
    expect(found(settled)).toEqual([])
    after(settled, '2026-07-02', blocked('县教育局', '县资规局还是未出'))
    expect(found(settled)).toHaveLength(1)
  })
  it('are again a matter where both say so later on the day on which it was settled', () => {
    const settled = after(mutual(), '2026-07-01', { type: 'settle-coordination', task: taskNo(1), units: [unitId('县自然资源局'), unitId('县教育局')], words: '7月3日前由教育局报选址' })
    const stamp = stampOf('2026-07-01', 'system', addMs(nineOn('2026-07-01'), 3_600_000))
    const said = decidePlan(settled, blocked('县教育局', '县资规局还是未出'), stamp)
    for (const event of said.ok ? said.events : []) evolvePlan(settled, event, stamp)
    expect(found(settled, '2026-07-01')).toHaveLength(1)
  })
  it('are none of a task that is paused', () => expect(found(after(mutual(), '2026-07-01', { type: 'pause-task', task: taskNo(1), reason: '规划调整' }))).toEqual([]))
})
