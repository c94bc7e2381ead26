// What the buttons of 周期 and 会议 do can be typed too.
import { describe, expect, it } from 'vitest'
import { commands } from '#commands/index.ts'
import { duties } from '#commands/duties.ts'
import { fulfil } from '#commands/fulfil.ts'
import { meeting } from '#commands/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { directoryWith, planOf, task, unitId } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const directory = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] })
const planCalled = (id = 'p1'): PlanState =>
  planOf([task(1, { lead: '县教育局' })], {
    id, title: `方案${id}`,
    bodies: [{ id: 'b1', name: '教育工作领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [] }],
    obligations: [{ id: 'c1', every: 'half-year', times: 1, debtor: unitId('县教育局'), what: '报送经费使用情况', text: '每半年报送经费使用情况' }],
  })
const deskFor = (asker: string, plans: readonly PlanState[], today = '2026-06-10'): TestDesk => deskOf({ today, plans, directory, asker })
const withMeeting = async (...plans: PlanState[]): Promise<PlanState[]> => {
  for (const plan of plans) await type(meeting, '安排 领导小组 6月11日 15:00 二楼', deskFor('沈若兰', [plan]))
  return plans
}

describe('周期 完成', () => {
  it('is shown with what to type on the list of whoever owes it, and then records it with its words', async () => {
    const plans = [planCalled()]
    const list = shown(await type(duties, '', deskFor('苏晚晴', plans)))
    expect(list).toContain('也可以直接回复：周期1 已报送')
    const echo = cardIn(await type(duties, '1 已书面报送', deskFor('苏晚晴', plans)))
    expect(shown(await act(fulfil, buttons(echo)['已完成']?.args, deskFor('苏晚晴', plans)))).toContain('报送经费使用情况，本期已完成')
    expect(plans[0]?.fulfilments.get('c1/2026H1/1')).toMatchObject({ unit: '县教育局', words: '已书面报送' })
  })
  it.each(['完成 1 寄出', '完成 c1 寄出'])('%s asks before it records', async (words) => expect(cardIn(await type(duties, words, deskFor('苏晚晴', [planCalled()]))).text).toBe('周期1 报送经费使用情况，您写的是：完成 寄出'))
  it.each(['完成 c1/2026H1/1', '已完成 P1/C1/2026h1/1', 'done p1/c1/2026H1/1'])('%s is understood', async (words) => {
    const plans = [planCalled()]
    await type(duties, words, deskFor('苏晚晴', plans))
    expect(plans[0]?.fulfilments.has('c1/2026H1/1')).toBe(true)
  })
  it('is not for another unit, nor for a period that is not there', async () => {
    const plans = [planCalled()]
    expect(shown(await type(duties, '完成 p1/c1/2026H1/1', deskFor('唐一鸣', plans)))).toContain('只有')
    expect(shown(await type(duties, '完成 p1/c9/2026/1', deskFor('苏晚晴', plans)))).toContain('没有找到周期任务“c9/2026/1”')
    expect(plans[0]?.fulfilments.size).toBe(0)
  })
  it('without its plan asks which, where several have it', async () => expect(cardIn(await type(duties, '完成 c1/2026H1/1', deskFor('苏晚晴', [planCalled('p1'), planCalled('p2')]))).sections?.[0]?.rows).toHaveLength(2))
  it('is not shown to those who only look', async () => expect(shown(await type(duties, '', deskFor('沈若兰', [planCalled()])))).not.toContain('直接回复'))
})

describe('会议 已开, 会议 未开', () => {
  it('are shown where it is asked, and record it', async () => {
    const [plan] = await withMeeting(planCalled())
    const desk = deskFor('沈若兰', plan === undefined ? [] : [plan], '2026-06-15')
    const list = await type(meeting, '', desk)
    expect(shown(list)).toContain('/duban 会议 已开 m1')
    expectGoodCard(cardIn(list))
    expect(shown(await type(meeting, '已开 m1', desk))).toContain('已登记：教育工作领导小组已召开')
    expect(plan?.meetings.get('m1')).toMatchObject({ status: 'held' })
  })
  it.each(['未开 m1 县长出差', '未召开 M1 县长出差', 'not-held p1/m1 县长出差'])('%s is not held, and why', async (words) => {
    const [plan] = await withMeeting(planCalled())
    await type(meeting, words, deskFor('沈若兰', plan === undefined ? [] : [plan], '2026-06-15'))
    expect(plan?.meetings.get('m1')).toMatchObject({ status: 'not-held', reason: '县长出差' })
  })
  it('without a reason opens the form', async () => {
    const [plan] = await withMeeting(planCalled())
    const desk = deskFor('沈若兰', plan === undefined ? [] : [plan], '2026-06-15')
    const form = formIn(await type(meeting, '未开 m1', desk))
    expect(form.run.command).toBe('meeting-held')
  })
  it('name the plan where several have a meeting of that number', async () => {
    const plans = await withMeeting(planCalled('p1'), planCalled('p2'))
    const desk = deskFor('沈若兰', plans, '2026-06-15')
    expect(shown(await type(meeting, '', desk))).toContain('/duban 会议 已开 p2/m1')
    await type(meeting, '已开 p2/m1', desk)
    expect(plans.map((plan) => plan.meetings.get('m1')?.status)).toEqual(['scheduled', 'held'])
  })
  it('are the secretary’s', async () => {
    const plans = await withMeeting(planCalled())
    for (const words of ['已开 m1', '未开 m1', '未开 m1 县长出差']) expect(shown(await type(meeting, words, deskFor('苏晚晴', plans, '2026-06-15')))).toContain('只有督查室(沈若兰)能登记会议')
  })
  it('of a meeting that is not there say so', async () => expect(shown(await type(meeting, '已开 m7', deskFor('沈若兰', [planCalled()])))).toContain('没有找到会议“m7”'))
})

describe('help', () => {
  it('lists neither: each is said where it is asked for', async () => {
    const help = findCommand(commands, ['帮助'])
    if (help.kind !== 'found') throw new Error('no help')
    const text = shown(await act(help.command, {}, deskFor('沈若兰', [planCalled()])))
    for (const words of ['已报送', '会议结果']) expect(text).not.toContain(words)
  })
})

it.each([['待补实'], ['红灯'], ['未报']])('%s alone lists those tasks', async (word) => {
  const found = findCommand(commands, [word])
  if (found.kind !== 'found') throw new Error(`${word} is unknown`)
  expect(found.command.name.zh).toBe('任务')
  expect(await type(found.command, found.words.join(' '), deskFor('沈若兰', [planCalled()]))).toMatchObject({ kind: 'card' })
  expect(found.words).toEqual([word])
})
