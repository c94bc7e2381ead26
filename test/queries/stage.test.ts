import { describe, expect, it } from 'vitest'
import type { PlanState } from '#src/ledger/plan.ts'
import { taskCard } from '#src/queries/task-card.ts'
import { acceptClaim, after, claim, day, directoryWith, planOf, report, returnClaim, task, taskNo, unitId, viewOn } from '#test/builders.ts'

const lead = '县教育局'
const directory = directoryWith(['溪口镇', '青石镇', { name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }])
const planned = (handedOutOn: string | false = '2026-01-06'): PlanState => planOf([task(1, { due: '2026-06-30', lead })], { handedOutOn })
const standing = (plan: PlanState, on = '2026-03-02'): { stage: string; sides: readonly string[] } => {
  const card = taskCard(viewOn(on, plan, directory), taskNo(1))
  return { stage: card?.stage ?? '', sides: card?.sides ?? [] }
}
const checked = (plan: PlanState, unit = lead, of = lead): PlanState => after(plan, '2026-01-07', { type: 'check-parts', unit: unitId(unit), lines: [{ task: taskNo(1), unit: unitId(of) }] })

describe('the life of an assignment', () => {
  it('is 待交办 until it is handed out', () => expect(standing(planned(false)).stage).toBe('to-hand-out'))
  it('is 待核对 until its unit has looked', () => expect(standing(planned()).stage).toBe('to-check'))
  it('is 办理中 once it has, or has answered', () => {
    expect(standing(checked(planned())).stage).toBe('in-progress')
    expect(standing(after(planned(), '2026-02-02', report(1, lead))).stage).toBe('in-progress')
  })
  it('of a group is 办理中 once every member has looked', () => {
    const group = checked(planOf([task(1, { lead: '各乡镇' })]), '青石镇', '各乡镇')
    expect(standing(group).stage).toBe('to-check')
    expect(standing(checked(group, '溪口镇', '各乡镇')).stage).toBe('in-progress')
  })
  it('is 待审核 once it is said to be done, and 办理中 with 退回 where it is sent back', () => {
    const claimed = after(checked(planned()), '2026-02-02', claim(1, lead))
    expect(standing(claimed).stage).toBe('in-review')
    expect(standing(after(claimed, '2026-02-03', returnClaim(1, lead)))).toEqual({ stage: 'in-progress', sides: ['returned'] })
  })
  it('ends with 办结 and 销号', () => {
    const done = after(after(planned(), '2026-02-02', claim(1, lead)), '2026-02-03', acceptClaim(1, lead))
    expect(standing(done).stage).toBe('done')
    expect(standing(after(done, '2026-02-04', { type: 'strike-off', task: taskNo(1), words: '' })).stage).toBe('struck-off')
  })
  it('shows beside it what else is so: 逾期, 延期待批, 暂缓, 有异议', () => {
    const asked = after(checked(planned()), '2026-07-01', { type: 'ask-extension', task: taskNo(1), unit: unitId(lead), day: day('2026-09-30'), reason: '流标' })
    after(asked, '2026-07-01', { type: 'object', task: taskNo(1), unit: unitId(lead), about: 'light', against: '滞后', words: '已验收' })
    expect(standing(asked, '2026-07-02').sides).toEqual(['overdue', 'extension-asked', 'contested'])
    expect(standing(after(asked, '2026-07-02', { type: 'pause-task', task: taskNo(1), reason: '等文件' }), '2026-07-02').sides).toContain('paused')
  })
})
