// 撤销: what a person takes back of what they did last, and what stands then.
import { describe, expect, it } from 'vitest'
import { acceptClaim } from '#commands/accept-claim.ts'
import { allNormal } from '#commands/all-normal.ts'
import { claim } from '#commands/claim.ts'
import { correctReport } from '#commands/correct-report.ts'
import { onBehalf } from '#commands/on-behalf.ts'
import { report } from '#commands/report.ts'
import { strikeOff } from '#commands/strike-off.ts'
import { undo } from '#commands/undo.ts'
import { verifyLines } from '#commands/verify-lines.ts'
import { addMs } from '#src/calendar/calendar.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { partOf } from '#src/queries/answering.ts'
import { after, change, day, directoryWith, nineOn, personNamed, planOf, planWith, report as reported, task, taskNo, unitId, workCalendar } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'
import { at, directory, plan, press, standing } from './answer-given.ts'

describe('撤销', () => {
  it('taken back a second time offers 更正 only where a report stands', async () => {
    const twice = async (of: PlanState): Promise<string[]> => {
      await type(claim, '12 三所都开园了', at(of))
      await type(undo, '', at(of, '09:01'))
      return Object.keys(buttons(cardIn(await type(undo, '', at(of, '09:02')))))
    }
    expect(await twice(plan())).not.toContain('更正')
    expect(await twice(after(plan(), '2026-07-01', reported(12, '县教育局', { progress: 40, done: '开工' })))).toContain('更正')
  })
  it('of a completion that was ruled on points to who can change that, and to no 更正', async () => {
    const of = after(plan(), '2026-07-01', reported(12, '县教育局', { progress: 40, done: '开工' }))
    await type(claim, '12 三所都开园了', at(of))
    await act(acceptClaim, { task: '12' }, at(of, '09:01', '沈若兰'))
    const answer = await type(undo, '', at(of, '09:02'))
    expect(shown(answer)).toContain('“办结申请”（第12项）之后已有新的记录，不能撤销。要改，请联系督查室处理')
    expect(Object.keys(buttons(cardIn(answer)))).not.toContain('更正')
  })
  it('takes the report back, and shows how the task stands now, with its buttons again', async () => {
    const of = after(plan(), '2026-06-01', reported(12, '县教育局', { progress: 30, done: '完成选址' }))
    const recorded = await act(report, { task: 'p1-12' }, at(of))
    const back = await press(recorded, '撤销', undo, at(of, '09:08'))
    expect(cardIn(back).text).toBe('↩️ 已撤销填报：12 新建幼儿园')
    expect(shown(back)).toContain('最近填报(6月1日)：正常推进，进度30%：完成选址')
    expect(Object.keys(buttons(cardIn(back)))).toEqual(['正常推进', '有困难', '已完成', '查看任务'])
    expect(standing(of)?.report).toMatchObject({ on: '2026-06-01', progress: 30 })
    expectGoodCard(cardIn(back))
  })

  it('of a 更正 says that the correction was taken back, and what stands now', async () => {
    const of = after(plan(), '2026-06-30', reported(12, '县教育局', { progress: 30, done: '完成选址' }))
    const corrected = await type(correctReport, '12 45 填错了数', at(of))
    const back = await press(corrected, '撤销', undo, at(of, '09:03'))
    expect(cardIn(back).text).toBe('↩️ 已撤销更正：12 新建幼儿园')
    expect(shown(back)).toContain('进度30%：完成选址')
  })

  it('takes the place of the message that was pressed, and says which messages to draw again', async () => {
    const of = plan()
    const recorded = await act(report, { task: 'p1-12' }, at(of))
    expect(await press(recorded, '撤销', undo, at(of))).toMatchObject({ replaces: true, about: [{ plan: 'p1', task: 12 }] })
  })

  it('after ten minutes says to put it right instead, with the button', async () => {
    const of = plan()
    const recorded = await act(report, { task: 'p1-12' }, at(of))
    const late = await press(recorded, '撤销', undo, at(of, '09:11'))
    expect(shown(late)).toContain('已超过10分钟，不能撤销')
    expect(standing(of)?.report).toBeDefined()
    expect(formIn(await press(late, '更正', correctReport, at(of, '09:12'))).title).toBe('更正填报')
  })

  it('pressed twice takes nothing else back', async () => {
    const of = after(plan(), '2026-06-01', reported(12, '县教育局', { progress: 30 }), standing(plan())?.nudgedBy)
    const recorded = await act(report, { task: 'p1-12' }, at(of))
    await press(recorded, '撤销', undo, at(of))
    expect(shown(await press(recorded, '撤销', undo, at(of)))).toContain('没有可以撤销的')
    expect(standing(of)?.report).toMatchObject({ progress: 30 })
  })

  it('of something a colleague has answered over is refused, and theirs stands', async () => {
    const of = plan()
    const recorded = await act(report, { task: 'p1-12' }, at(of))
    await type(report, '12 60 已开工', at(of, '09:03', '周副手'))
    expect(shown(await press(recorded, '撤销', undo, at(of, '09:05')))).toContain('之后已有新的记录')
    expect(standing(of)?.report?.progress).toBe(60)
  })

  it('typed takes back the last act, whichever it was', async () => {
    const of = plan()
    await act(report, { task: 'p1-12' }, at(of))
    await type(claim, '13 已完成', at(of, '09:01'))
    expect(cardIn(await type(undo, '', at(of, '09:02'))).text).toBe('↩️ 已撤销办结申请：13 任务13')
    expect(standing(of)?.report).toBeDefined()
  })

  it('is for a secretary too: what was accepted waits again', async () => {
    const of = plan()
    await type(claim, '12 已完成', at(of))
    await type(acceptClaim, '12', at(of, '10:00', '沈若兰'))
    expect(shown(await type(undo, '', at(of, '10:02', '沈若兰')))).toContain('已撤销同意办结')
    expect(standing(of)?.status).toBe('claimed')
  })

  it('of a unit that helps shows what that unit said last, not what the answering one did', async () => {
    const of = after(planWith(task(12, { title: '新建幼儿园', lead: '县教育局', support: ['县财政局'] })), '2026-06-01', reported(12, '县财政局', { progress: 60, done: '已拨300万元' }))
    await type(correctReport, '12 50 报错了', at(of, '09:00', '唐一鸣'))
    expect(shown(await type(undo, '', at(of, '09:01', '唐一鸣')))).toContain('最近填报(6月1日)：正常推进，进度60%：已拨300万元')
  })

  it('of what was recorded for a unit shows what that unit said before, not that nobody said anything', async () => {
    const of = planWith(task(12, { title: '新建幼儿园', lead: '县教育局', support: ['县财政局'] }))
    await type(onBehalf, '县财政局 12 60 已拨300万元 唐股长 电话', at(of, '09:00', '沈若兰'))
    await type(onBehalf, '县财政局 12 65 已拨350万元 唐股长 电话', at(of, '09:01', '沈若兰'))
    const back = shown(await type(undo, '', at(of, '09:02', '沈若兰')))
    expect(back).toContain('县财政局最近填报(7月2日)：正常推进，进度60%：已拨300万元')
    expect(back).not.toContain('还没有填报过')
  })

  it('of a check says nothing of reports, and how many more lines it was', async () => {
    const of = planWith(...[...Array(12).keys()].map((no) => task(no + 1, { lead: '县教育局' })))
    await act(verifyLines, { act: 'agree', plan: 'p1', unit: '县教育局' }, at(of))
    const back = shown(await type(undo, '', at(of, '09:01')))
    expect(back).toContain('已撤销刚才的核对，共12项')
    expect(back).not.toContain('填报过')
    expect(back).toMatch(/10 任务10.*\n.*还有2项/)
  })

  it('of one act in two plans says what of it could not be taken back, and why', async () => {
    const plans = [planOf([task(1, { lead: '县教育局' }), task(3, { lead: '县教育局' })]), planOf([task(1, { lead: '县教育局' })], { id: 'p2' })]
    const both = directoryWith(['县教育局'], { name: '苏晚晴', contactOf: ['县教育局'] })
    const at = (minute: number): TestDesk => deskOf({ plans, directory: both, asker: '苏晚晴', now: addMs(nineOn('2026-07-02'), minute * 60_000) })
    const all = cardIn(await act(allNormal, { tasks: 'p1-1 p1-3 p2-1' }, at(0)))
    await type(report, 'p1-3 60 已招标', at(1))
    const answer = await act(undo, buttons(all)['撤销']?.args, at(2))
    expect(shown(answer)).toContain('已撤销填报：p2-1 ')
    expect(shown(answer)).toContain('没有一起撤销：p1-1、p1-3。')
    expect(plans[0]?.assignments.get(keyOf(taskNo(1), unitId('县教育局')))?.report?.state).toBe('normal')
  })

  it('with nothing done says so', async () => {
    expect(shown(await type(undo, '', at(plan())))).toContain('没有可以撤销的')
  })
})

describe('a press delivered again after 撤销', () => {
  it('shows the task as it stands', async () => {
    const of = plan()
    const desk = at(of)
    await act(report, { task: 'p1-12' }, desk)
    await type(undo, '', at(of, '09:01'))
    const again: TestDesk = { ...desk, record: async () => Promise.resolve({ ok: true, position: 1 }) }
    expect(shown(await act(report, { task: 'p1-12' }, again))).toContain('最近填报：还没有')
  })
})

describe('a claim', () => {
  it('says who reviews it and by when, and can be taken back', async () => {
    const of = plan()
    const claimed = await type(claim, '12 已建成投用', at(of))
    expect(shown(claimed)).toContain('由督查室（沈若兰）审核，应在7月9日(周四)前审完')
    await press(claimed, '撤销', undo, at(of, '09:05'))
    expect(standing(of)?.status).toBe('open')
    expectGoodCard(cardIn(claimed))
  })

  it('pressed once more shows the line that stands', async () => {
    const of = plan()
    await type(claim, '12 已建成投用', at(of))
    expect(cardIn(await act(report, { task: 'p1-12', asked: nineOn('2026-07-01') }, at(of, '10:00', '周副手'))).text).toBe('✅ 12 新建幼儿园 · 县教育局苏晚晴 7月2日 09:00 已申请办结，待督查室审核')
  })
})

describe('two plans', () => {
  it('are not mixed: what was done in one is taken back there', async () => {
    const [one, two] = [planOf([task(1, { lead: '县教育局' })], { id: 'p1' }), planOf([task(1, { lead: '县教育局' })], { id: 'p2' })]
    const desk = (time: string): TestDesk => deskOf({ now: workCalendar.instantOf(day('2026-07-02'), time, 'Asia/Shanghai'), plans: [one, two], directory, asker: '苏晚晴' })
    await act(report, { task: 'p1-1' }, desk('09:00'))
    await act(report, { task: 'p2-1' }, desk('09:01'))
    await type(undo, '', desk('09:02'))
    const said = (plan: PlanState) => plan.assignments.get(keyOf(taskNo(1), unitId('县教育局')))?.report
    expect([said(one) === undefined, said(two) === undefined]).toEqual([false, true])
  })
})

describe('whoever may not do it any more', () => {
  it('does not take it back', async () => {
    const directory = directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '何秋实', roles: ['secretary'] })
    const of = after(planOf([task(1, { due: '2026-07-30', lead: '县教育局' })]), '2026-07-02', { type: 'claim', task: taskNo(1), unit: unitId('县教育局'), words: '已建成' })
    const desk = deskOf({ plans: [of], directory, asker: '沈若兰' })
    await act(acceptClaim, { task: 'p1-1' }, desk)
    change(directory, { type: 'revoke-role', person: personNamed(directory, '沈若兰').id, role: 'secretary' })
    const later = deskOf({ plans: [of], directory, asker: '沈若兰' })
    expect(cardIn(await act(undo, {}, later)).refused).toBeDefined()
    expect(partOf({ plan: of, directory }, taskNo(1), unitId('县教育局'))?.status).toBe('accepted')
  })
})

describe('a group of which one member has claimed', () => {
  const county = directoryWith(['青石镇', '白鹭镇', { name: '各乡镇', aliases: [], members: ['青石镇', '白鹭镇'] }], { name: '沈若兰', roles: ['secretary'] }, { name: '姚春梅', contactOf: ['青石镇'] })
  const claimed = () => after(planOf([task(1, { lead: '各乡镇' })]), '2026-07-02', { type: 'claim', task: taskNo(1), unit: unitId('各乡镇'), member: unitId('青石镇'), words: '已建成' })
  const standing = (of: ReturnType<typeof claimed>) => partOf({ plan: of, directory: county }, taskNo(1), unitId('各乡镇'))

  it('is not accepted with it, though the group is named', async () => {
    const of = claimed()
    await act(acceptClaim, { task: 'p1-1', unit: '各乡镇' }, deskOf({ plans: [of], directory: county, asker: '沈若兰' }))
    expect(standing(of)?.status).toBe('open')
    expect(standing(of)?.byMember.get(unitId('青石镇'))?.accepted).toBeDefined()
  })

  it('is not struck off for it', async () => {
    const of = after(claimed(), '2026-07-02', { type: 'accept-claim', task: taskNo(1), unit: unitId('各乡镇'), member: unitId('青石镇') })
    expect(cardIn(await act(strikeOff, { task: 'p1-1', confirmed: true }, deskOf({ plans: [of], directory: county, asker: '沈若兰' }))).refused).toBeDefined()
    expect(of.tasks.get(taskNo(1))?.course?.struckOff).toBeUndefined()
  })
})
