// A number that several plans have: only tasks that can be meant are asked about.
import { describe, expect, it } from 'vitest'
import { acceptClaim as acceptCommand } from '#commands/accept-claim.ts'
import { closeReview } from '#commands/close-review.ts'
import { pause } from '#commands/pause.ts'
import { refuseExtension } from '#commands/refuse-extension.ts'
import { report } from '#commands/report.ts'
import { resume } from '#commands/resume.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, claim, day, directoryWith, planOf, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { act, shown, type } from './acting.ts'

const directory = directoryWith(['县教育局', '县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '唐一鸣', contactOf: ['县财政局'] })
const both = (): PlanState[] => [planOf([task(2, { lead: '县教育局', title: '甲事' })]), planOf([task(2, { due: '2026-09-30', lead: '县教育局', title: '乙事' })], { id: 'p2', title: '第二个方案' })]
const deskFor = (asker: string, inSecond?: PlanIntent): TestDesk => {
  const [first, second] = both()
  if (first === undefined || second === undefined) throw new Error('there are two plans')
  if (inSecond !== undefined) after(second, '2026-06-01', inSecond)
  return deskOf({ plans: [first, second], directory, asker })
}

describe('a number that two plans have', () => {
  it('is not asked back of whom neither is: they are told whose it is', async () => {
    const answer = shown(await type(report, '2 30 已开工', deskFor('唐一鸣')))
    expect(answer).toContain('承担单位是县教育局')
    expect(answer).not.toContain('请选您要的那一项')
  })

  it('is of the plan in which a completion waits', async () => expect(shown(await type(acceptCommand, '2', deskFor('沈若兰', claim(2, '县教育局', '已建成'))))).toContain('乙事'))
  it('is of the plan in which a later day is asked for', async () =>
    expect((await act(refuseExtension, { task: '2' }, deskFor('沈若兰', { type: 'ask-extension', task: taskNo(2), unit: unitId('县教育局'), day: day('2026-12-31'), reason: '招标流标' }))).kind).toBe('form'))
  it('is of the plan in which it rests, to be resumed', async () => expect(shown(await type(resume, '2 规划已批', deskFor('沈若兰', { type: 'pause-task', task: taskNo(2), reason: '规划未批' })))).toContain('乙事'))
  it('is asked back where both can be meant', async () => expect(shown(await type(pause, '2 规划未批', deskFor('沈若兰')))).toContain('请选您要的那一项'))
})

describe('what no plan has', () => {
  it('is refused at once, and not asked of which plan it is', async () => {
    const answer = shown(await type(closeReview, 'r1 月底前交地', deskFor('沈若兰')))
    expect(answer).toContain('没有找到调度“r1”')
    expect(answer).not.toContain('请选择方案')
  })
})
