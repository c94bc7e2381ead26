// 撤销 takes back a person's last act, wherever it was done; what has no taking back is named, with how to put it right.
import { describe, expect, it } from 'vitest'
import { acceptClaim } from '#commands/accept-claim.ts'
import { claim } from '#commands/claim.ts'
import { extend } from '#commands/extend.ts'
import { people } from '#commands/people.ts'
import { queue } from '#commands/queue.ts'
import { reachMilestone } from '#commands/reach-milestone.ts'
import { report } from '#commands/report.ts'
import { setDue } from '#commands/set-due.ts'
import { task as taskCommand } from '#commands/task.ts'
import { undo } from '#commands/undo.ts'
import { withdrawClaim } from '#commands/withdraw-claim.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, approveMilestones, claim as claimed, day, directoryWith, planOf, proposeMilestones, task, taskNo, unitId, workCalendar } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const education = '县教育局'
const two = (): PlanState[] => [
  after(planOf([task(1, { due: '2026-07-30', lead: education })], { id: 'p1' }), '2026-07-01', claimed(1, education)),
  planOf([task(1, { due: '2026-09-30', lead: education }), task(2, { lead: education })], { id: 'p2' }),
]
const county = () => directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: [education] }, { name: '周副手', handle: 'U0ZHOU' })
const deskAt = (plans: PlanState[], directory = county(), asker = '沈若兰') => (time: string): TestDesk => deskOf({ now: workCalendar.instantOf(day('2026-07-02'), time, 'Asia/Shanghai'), plans, directory, asker })
const standing = (plan: PlanState | undefined, no = 1) => plan?.assignments.get(keyOf(taskNo(no), unitId(education)))

describe('撤销 typed', () => {
  it('of a plan that somebody put away since says that it was put away', async () => {
    const plans = two()
    await act(report, { task: 'p2-1', state: 'normal', progress: '50', correction: false }, deskAt(plans, county(), '苏晚晴')('09:00'))
    after(plans[1] ?? planOf([]), '2026-07-02', { type: 'archive-plan', reason: '练习用' })
    expect(shown(await type(undo, '', deskAt(plans, county(), '苏晚晴')('09:02')))).toContain('这个方案已于7月2日(周四)归档(练习用)')
  })

  it('after a date was changed in another plan leaves the completion that was accepted before, and says how to set the date back', async () => {
    const plans = two()
    const at = deskAt(plans)
    await act(acceptClaim, { task: 'p1-1' }, at('09:00'))
    await type(setDue, 'p2-1 2026-10-31 雨季', at('09:01'))
    const answer = await type(undo, '', at('09:02'))
    expect(shown(answer)).toContain('您最后办的是“改时限”（第1项），这一步不能撤销，别的也没有动。要改，请用“改时限”改回')
    expect(standing(plans[0])?.status).toBe('accepted')
    expectGoodCard(cardIn(answer))
  })

  it('after something was changed in the directory leaves the completion that was accepted before', async () => {
    const plans = two()
    const at = deskAt(plans)
    await act(acceptClaim, { task: 'p1-1' }, at('09:00'))
    await type(people, 'B岗 <@U0ZHOU> 县教育局', at('09:01'))
    expect(shown(await type(undo, '', at('09:02')))).toContain('您最后办的是“指定B岗”，这一步不能撤销')
    expect(standing(plans[0])?.status).toBe('accepted')
  })

  it('takes back a completion that was accepted after something else', async () => {
    const plans = two()
    const at = deskAt(plans)
    await type(setDue, 'p2-1 2026-10-31 雨季', at('09:00'))
    await act(acceptClaim, { task: 'p1-1' }, at('09:01'))
    await type(undo, '', at('09:02'))
    expect(standing(plans[0])?.status).toBe('claimed')
  })

  it('a second time says what was taken back, and that there is nothing more, whatever was done in another plan before', async () => {
    const plans = two()
    const at = deskAt(plans, county(), '苏晚晴')
    await act(report, { task: 'p2-1' }, at('08:30'))
    await act(report, { task: 'p2-2' }, at('09:00'))
    await type(undo, '', at('09:01'))
    expect(shown(await type(undo, '', at('09:01')))).toContain('没有可以撤销的了：刚才已撤销“填报”（第2项）')
    expect(standing(plans[1])?.report).toBeDefined()
  })
})

describe('words that stayed a remark', () => {
  const contact = (plans: PlanState[]) => deskAt(plans, county(), '苏晚晴')
  const remark = (plan: PlanState | undefined, at: TestDesk, no = 1) => at.record(plan?.id ?? planOf([]).id, { type: 'remark', task: taskNo(no), unit: unitId(education), words: '改成延到9月15' })

  it('leave the 撤销 of what was done before them as it was', async () => {
    const plans = two()
    const at = contact(plans)
    const asked = await type(extend, 'p2-1 2026-11-30 用地未批', at('09:00'))
    await remark(plans[1], at('09:01'), 2)
    expect(cardIn(await act(undo, buttons(cardIn(asked))['撤销']?.args ?? {}, at('09:02'))).text).toBe('↩️ 已撤销延期申请：p2-1 任务1')
    expect(standing(plans[1])?.extension).toBeUndefined()
  })

  it('are not what 撤销 typed means: it says so, and offers what was done before them, in whichever plan', async () => {
    const plans = two()
    const at = contact(plans)
    await type(extend, 'p2-1 2026-11-30 用地未批', at('09:00'))
    await remark(plans[0], at('09:01'))
    await remark(plans[1], at('09:02'), 2)
    const answer = await type(undo, '', at('09:03'))
    expect(shown(answer)).toContain('您最后写的话（第2项）只是备注，没有算作填报，不用撤销')
    expect(standing(plans[1])?.extension).toBeDefined()
    const back = buttons(cardIn(answer))['撤销延期申请（第1项）']
    expect(cardIn(await act(undo, back?.args ?? {}, at('09:04'))).text).toBe('↩️ 已撤销延期申请：p2-1 任务1')
    expect(shown(await type(undo, '', at('09:05')))).toContain('没有可以撤销的了')
    expectGoodCard(cardIn(answer))
  })

  it('give nobody back an act that they may not do any more', async () => {
    const plans = two()
    const asked = await type(extend, 'p2-1 2026-11-30 用地未批', contact(plans)('09:00'))
    await remark(plans[1], contact(plans)('09:01'), 2)
    const moved = directoryWith(['县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县财政局'] }, { name: '周副手', contactOf: [education] })
    await act(undo, buttons(cardIn(asked))['撤销']?.args ?? {}, deskAt(plans, moved, '苏晚晴')('09:02'))
    expect(standing(plans[1])?.extension).toBeDefined()
  })

  it('after ten minutes offer nothing', async () => {
    const plans = two()
    const at = contact(plans)
    await type(extend, 'p2-1 2026-11-30 用地未批', at('09:00'))
    await remark(plans[1], at('09:01'))
    expect(Object.keys(buttons(cardIn(await type(undo, '', at('09:11')))))).toEqual([])
  })
})

describe('节点完成', () => {
  it('can be taken back by its button, and is owed again', async () => {
    const plan = after(after(planOf([task(1, { lead: education })]), '2026-03-01', proposeMilestones(1, education, ['完成选址', '2026-08-30'])), '2026-03-02', approveMilestones(1, 2026))
    const at = deskAt([plan], county(), '苏晚晴')
    const recorded = await act(reachMilestone, { task: 'p1-1' }, at('09:00'))
    const run = buttons(cardIn(recorded))['撤销']
    const back = await act(undo, run?.args ?? {}, at('09:05'))
    expect(cardIn(back).text).toBe('↩️ 已撤销节点完成：1 任务1')
    expect(plan.milestones.get('1/2026' as never)?.approved?.milestones[0]?.reached).toEqual([])
    expectGoodCard(cardIn(recorded))
  })
})

describe('撤回办结申请', () => {
  it('is offered when a completion is taken back too late, asks for the reason, and the secretary has nothing to review any more', async () => {
    const plan = planOf([task(1, { due: '2026-07-30', lead: education })])
    const at = deskAt([plan], county(), '苏晚晴')
    const said = await type(claim, '1 已建成', at('09:00'))
    const late = await act(undo, buttons(cardIn(said))['撤销']?.args ?? {}, at('09:30'))
    const run = buttons(cardIn(late))['撤回办结申请']
    expect(run?.command).toBe('withdraw-claim')
    const form = formIn(await act(withdrawClaim, run?.args ?? {}, at('09:31')))
    expect(await act(withdrawClaim, form.run.args, at('09:32'))).toMatchObject({ kind: 'form-errors', errors: { reason: expect.stringContaining('撤回的原因') as string } })
    const withdrawn = await act(withdrawClaim, { ...form.run.args, reason: '还有一处没有验收' }, at('09:33'))
    expect(shown(withdrawn)).toContain('已撤回办结申请')
    expect(Object.keys(buttons(cardIn(withdrawn)))).toContain('正常推进')
    expect(standing(plan)?.status).toBe('open')
    expect(shown(await type(queue, '', deskAt([plan])('09:40')))).not.toContain('已建成')
    expect(shown(await type(taskCommand, '1', deskAt([plan])('09:40')))).toContain('撤回办结申请(7月2日)：还有一处没有验收')
    expectGoodCard(cardIn(withdrawn))
  })

  it('stands on the unit’s task while the claim waits', async () => {
    const plan = planOf([task(1, { due: '2026-07-30', lead: education })])
    const at = deskAt([plan], county(), '苏晚晴')
    await type(claim, '1 已建成', at('09:00'))
    expect(Object.keys(buttons(cardIn(await type(taskCommand, '1', at('09:30')))))).toContain('撤回办结申请')
  })

  it('of what was accepted meanwhile says so', async () => {
    const plan = planOf([task(1, { due: '2026-07-30', lead: education })])
    await type(claim, '1 已建成', deskAt([plan], county(), '苏晚晴')('09:00'))
    await act(acceptClaim, { task: 'p1-1' }, deskAt([plan])('09:20'))
    expect(cardIn(await type(withdrawClaim, '1 报早了', deskAt([plan], county(), '苏晚晴')('09:30'))).refused).toBeDefined()
    expect(standing(plan)?.status).toBe('accepted')
  })
})
