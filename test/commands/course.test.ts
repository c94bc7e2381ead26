import { describe, expect, it } from 'vitest'
import { allNormal } from '#commands/all-normal.ts'
import { pause } from '#commands/pause.ts'
import { reopen } from '#commands/reopen.ts'
import { resume } from '#commands/resume.ts'
import { setDue } from '#commands/set-due.ts'
import { setLead } from '#commands/set-lead.ts'
import { strikeOff } from '#commands/strike-off.ts'
import { task as taskOf } from '#commands/task.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { taskCard } from '#src/queries/task-card.ts'
import { acceptClaim, after, change, claim, day, directoryWith, personNamed, planOf, report, task, taskNo, unitId, viewOn } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const directory = directoryWith(['县住建局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const plan = (): PlanState => planOf([
  task(1, { title: '普惠园建设', due: '2026-09-30', lead: '县教育局', support: ['县住建局'] }),
  task(2, { title: '学校食堂', due: '2026-09-30', lead: '县教育局' }),
  task(3, { title: '智慧校园', due: '2026-09-30', lead: '县教育局' }),
])
const deskFor = (of: PlanState, today = '2026-07-02'): TestDesk => deskOf({ today, plans: [of], directory, asker: '沈若兰' })
const done = (of: PlanState, ...numbers: number[]): PlanState => {
  for (const no of numbers) after(after(of, '2026-06-29', claim(no, '县教育局')), '2026-06-30', acceptClaim(no, '县教育局'))
  return of
}
const card = (of: PlanState, no: number) => taskCard(viewOn('2026-07-02', of, directory), taskNo(no))

describe('a task that is off the register', () => {
  it.each([[setLead, '1 县住建局'], [setLead, '1'], [setDue, '1 2026-12-31 另有安排'], [setDue, '1']])('is given no other lead and no other date, and nothing is shown or asked of it first', async (command, words) => {
    const of = after(done(plan(), 1), '2026-07-01', { type: 'strike-off', task: taskNo(1), words: '' }, personNamed(directory, '沈若兰').id)
    expect(shown(await type(command, words, deskFor(of)))).toMatch(/^第1项已于7月1日\(周三\)销号，[^]*“恢复办理”/)
  })
})

describe('暂缓', () => {
  it('shows first what it means and who is told, and rests once confirmed', async () => {
    const of = plan()
    const desk = deskFor(of)
    const preview = await type(pause, '1 规划调整 至 9月1日', desk)
    expectGoodCard(cardIn(preview))
    expect(shown(preview)).toMatch(/^将暂缓：1 普惠园建设\n原因：规划调整\n暂缓期间不提醒[^]*恢复后仍按原时限计算，暂缓的日子也算[^]*拟于9月1日\(周二\)再看[^]*将告知苏晚晴一次/)
    expect(desk.recorded).toEqual([])
    expect(shown(await act(pause, buttons(cardIn(preview))['确认暂缓']?.args, desk))).toContain('✅ 已暂缓：1 普惠园建设')
    expect(card(of, 1)).toMatchObject({ light: 'pending', course: { paused: { reason: '规划调整', until: '2026-09-01' } } })
    expect(shown(await type(pause, '1 规划调整', desk))).toContain('已于7月2日(周四)暂缓：规划调整')
  })
  it('without a reason opens a form that says the same', async () => {
    const desk = deskFor(plan())
    const form = formIn(await act(pause, { task: 'p1-1' }, desk))
    expect(form.fields.map(({ name }) => name)).toEqual(['reason', 'until'])
    expect(await act(pause, form.run.args, desk)).toMatchObject({ kind: 'form-errors', errors: { reason: '请写明原因，一句话即可。' } })
    expect(await act(pause, { ...form.run.args, reason: '规划调整', until: '2026-07-01' }, desk)).toMatchObject({ kind: 'form-errors', errors: { until: expect.stringContaining('已经过去') as string } })
    expect(shown(await act(pause, { ...form.run.args, reason: '规划调整' }, desk))).toContain('✅ 已暂缓')
  })
})

describe('恢复', () => {
  it('says since when it rests and which date counts, and goes on', async () => {
    const of = after(plan(), '2026-06-22', { type: 'pause-task', task: taskNo(1), reason: '规划调整' })
    const desk = deskFor(of)
    const preview = await type(resume, '1', desk)
    expect(shown(preview)).toMatch(/^将恢复：1 普惠园建设\n6月22日起暂缓：规划调整。恢复后按原时限计算，暂缓的日子也算。\n时限：9月30日/)
    await act(resume, buttons(cardIn(preview))['确认恢复']?.args, desk)
    expect(card(of, 1)?.course.paused).toBeUndefined()
    expect(shown(await type(resume, '1', desk))).toContain('没有暂缓，不用恢复')
  })
})

describe('a pause over its date', () => {
  const of = () => after(plan(), '2026-07-28', { type: 'pause-task', task: taskNo(1), reason: '规划调整' })
  it('says before it is resumed how late it will be, as the card does afterwards, and offers another date', async () => {
    const desk = deskFor(of(), '2026-10-12')
    const preview = await type(resume, '1', desk)
    expect(shown(preview)).toContain('恢复后即逾期4个工作日；要顺延请先“改时限”。')
    expect(Object.keys(buttons(cardIn(preview)))).toContain('改时限')
  })
  it('is told of on the next working day, to whoever is asked then', async () => {
    const directory = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '方叔文', handle: 'U9' })
    change(directory, { type: 'set-absence', person: personNamed(directory, '苏晚晴').id, from: day('2026-07-20'), until: day('2026-07-28'), deputy: personNamed(directory, '方叔文').id }, '2026-07-06')
    const preview = await type(pause, '1 规划调整', deskOf({ today: '2026-07-28', plans: [plan()], directory, asker: '沈若兰' }))
    expect(shown(preview)).toContain('将告知苏晚晴一次')
  })
})

describe('销号', () => {
  it('says what closes with it', async () => {
    const of = done(plan(), 1)
    after(of, '2026-06-20', { type: 'question-part', task: taskNo(1), unit: unitId('县住建局'), about: 'content', words: '应为2所' })
    const desk = deskFor(of)
    const preview = await type(strikeOff, '1', desk)
    expectGoodCard(cardIn(preview))
    expect(shown(preview)).toMatch(/^将销号：1 普惠园建设[^]*没有申请办结、一并关闭的：县住建局\n一并关闭待审1件/)
    expect(shown(await act(strikeOff, buttons(cardIn(preview))['确认销号']?.args, desk))).toContain('✅ 已销号：1 普惠园建设')
    expect(card(of, 1)?.stage).toBe('struck-off')
  })
  it('of what is not done names the units, and is not recorded', async () => expect(shown(await type(strikeOff, '1', deskFor(plan())))).toContain('第1项还有县教育局没有办结，不能销号'))
  it('without a number takes all that are accepted, in one pass', async () => {
    const of = done(plan(), 1, 2)
    const desk = deskFor(of)
    const preview = await type(strikeOff, '', desk)
    expectGoodCard(cardIn(preview))
    expect(shown(preview)).toContain('对账销号：2项已办结、未销号')
    const run = buttons(cardIn(preview))['全部销号 2项']
    expect(shown(await act(strikeOff, run?.args, desk))).toBe('✅ 已销号2项')
    expect([1, 2, 3].map((no) => card(of, no)?.stage)).toEqual(['struck-off', 'struck-off', 'to-check'])
    expect(shown(await type(strikeOff, '', desk))).toContain('没有已办结、未销号的任务')
  })
  it('of a list that has changed since shows it anew', async () => {
    const of = done(plan(), 1)
    const desk = deskFor(of)
    const run = buttons(cardIn(await type(strikeOff, '', desk)))['全部销号 1项']
    done(of, 2)
    expect(shown(await act(strikeOff, run?.args, desk))).toContain('对账销号：2项已办结、未销号')
    expect(desk.recorded).toEqual([])
  })
})

describe('恢复办理', () => {
  it('opens again what was struck off, with the reason', async () => {
    const of = after(done(plan(), 1), '2026-07-01', { type: 'strike-off', task: taskNo(1), words: '' })
    const desk = deskFor(of)
    const preview = await type(reopen, '1 回头看发现未投用', desk)
    expect(shown(preview)).toMatch(/^将恢复办理：1 普惠园建设\n原因：回头看发现未投用\n各单位已办结的部分重新打开/)
    await act(reopen, buttons(cardIn(preview))['确认恢复办理']?.args, desk)
    expect(card(of, 1)).toMatchObject({ stage: 'in-progress', status: 'open', returned: { reason: '回头看发现未投用' } })
  })
  const opened = (): PlanState => after(after(done(plan(), 1), '2026-06-30', { type: 'strike-off', task: taskNo(1), words: '' }), '2026-07-01', { type: 'reopen-task', task: taskNo(1), reason: '回头看发现未投用' }, personNamed(directory, '沈若兰').id)
  it('is shown by its name, with who and why, and never as a claim that was sent back', async () => {
    const read = shown(await type(taskOf, '1', deskFor(opened())))
    expect(read).toContain('🟡 预警：7月1日沈若兰恢复办理：回头看发现未投用')
    expect(read).toContain('阶段：办理中 · 恢复办理')
    expect(read).not.toContain('退回')
  })
  it('is over with the next report: the light is the report’s', async () => {
    const read = shown(await type(taskOf, '1', deskFor(after(opened(), '2026-07-02', report(1, '县教育局', { done: '已投用' })))))
    expect(read).toContain('🟢 正常：7月2日报正常推进')
    expect(read).toContain('阶段：办理中\n')
    expect(read).not.toContain('恢复办理')
  })
  it('is answered by itself first, and with others once something was said of it', async () => {
    const together = async (of: PlanState) => shown(await act(allNormal, { tasks: ['1', '2'] }, deskOf({ today: '2026-07-03', plans: [of], directory, asker: '苏晚晴' })))
    const first = await together(opened())
    expect(first).toContain('✅ 已记录 09:00 · 1项正常推进')
    expect(first).toContain('1 普惠园建设 · 已恢复办理，请先单独说明')
    expect(await together(after(opened(), '2026-07-02', report(1, '县教育局', { done: '已投用' })))).toContain('2项正常推进')
  })
  it('of what was never accepted says so', async () => expect(shown(await type(reopen, '2 还没好', deskFor(plan())))).toContain('还没有单位办结'))
  it('without a reason asks for it', async () => expect(formIn(await type(reopen, '1', deskFor(done(plan(), 1)))).fields.map(({ name }) => name)).toEqual(['reason']))
})

it('a day that names a pause’s end is no part of its reason', () => expect(pause.typed(['12', '规划调整至', '9月1日'])).toEqual({ task: '12', reason: '规划调整', until: '9月1日' }))
