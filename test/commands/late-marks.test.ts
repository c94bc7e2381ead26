// 迟报 by one rule wherever a report is listed: the first word to a round after its last day for whoever was asked, a unit or a member of its group.
import { describe, expect, it } from 'vitest'
import { handoverSheetOf } from '#commands/handover-sheet.ts'
import { commands } from '#commands/index.ts'
import { homeCard } from '#commands/home.ts'
import { queue } from '#commands/queue.ts'
import { report as reportCommand } from '#commands/report.ts'
import { task as taskCommand } from '#commands/task.ts'
import type { Handover } from '#src/directory/directory.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { queue as queueOf } from '#src/queries/queue.ts'
import { renderText } from '#src/slack/render-text.ts'
import { claim, after, day, directoryWith, personNamed, planOf, report, task, unitId, viewOn } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { openRound } from '#test/rounds.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { buttons, cardIn, shown, type } from './acting.ts'

const handoverSheet = handoverSheetOf(() => commands)
const directory = directoryWith(
  ['溪口镇', '青石镇', { name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }, '县住建局'],
  { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '顾青山', contactOf: ['溪口镇'] }, { name: '何小溪', contactOf: ['县住建局'] },
)
/** Asked until 10 July; the town and the bureau answer on the 13th, the other town in time. */
function late(): PlanState {
  const of = after(planOf([task(1, { title: '普惠园建设', lead: '县教育局', support: ['县住建局'] }), task(2, { title: '控辍保学', lead: '各乡镇' })]), '2026-07-02', openRound({ tasks: [1, 2] }))
  after(of, '2026-07-06', { ...report(2, '各乡镇', { done: '台账已建' }), member: unitId('青石镇') } as PlanIntent)
  after(of, '2026-07-13', { ...report(2, '各乡镇', { done: '劝返3人' }), member: unitId('溪口镇') } as PlanIntent)
  after(of, '2026-07-13', report(1, '县住建局', { done: '用地已批' }))
  return after(of, '2026-07-13', report(1, '县教育局', { done: '已完成招标' }))
}
const deskFor = (of: PlanState, asker = '沈若兰', today = '2026-07-14'): TestDesk => deskOf({ today, plans: [of], directory, asker })

describe('迟报 is said', () => {
  it('in 全文 of each report that was late, of a member too, and of no other', async () => {
    const whole = shown(await type(taskCommand, '2 全文', deskFor(late())))
    expect(whole).toContain('7月13日 溪口镇 填报(迟报)')
    expect(whole).toContain('7月6日 青石镇 填报')
    expect(whole).not.toContain('青石镇 填报（迟报）')
  })
  it('of a supporting unit never, for nobody asked it', async () => {
    const whole = shown(await type(taskCommand, '1 全文', deskFor(late())))
    expect(whole).toContain('县教育局 填报(迟报)')
    expect(whole).not.toContain('县住建局 填报（迟报）')
  })
  it('on the card of a group, by how many of its members', async () => expect(shown(await type(taskCommand, '2', deskFor(late())))).toContain('各乡镇 2家已报2，迟报1'))
  it('in a list, of a unit and of a group', async () => {
    const list = shown(await type(taskCommand, '', deskFor(late())))
    expect(list).toMatch(/（迟报）\S* 1 普惠园建设/)
    expect(list).toMatch(/（迟报1家）\S* 2 控辍保学/)
  })
  it('beside no light once a later round is what the light speaks of: the card says of which round it was', async () => {
    const of = planOf([task(1, { title: '普惠园建设', lead: '县教育局' }), task(2, { lead: '县财政局' })])
    after(of, '2026-06-15', report(1, '县教育局', { done: '已完成招标' }))
    for (const today of ['2026-07-02', '2026-10-06']) expect(shown(await type(taskCommand, '', deskFor(of, '沈若兰', today)))).not.toContain('迟报')
    expect(shown(await type(taskCommand, '1', deskFor(of, '沈若兰', '2026-10-06')))).toMatch(/三季度未报|三季度[^]*没有报/)
    expect(shown(await type(taskCommand, '1', deskFor(of, '沈若兰', '2026-10-06')))).toContain('最近填报(6月15日，一季度迟报)')
    expect(shown(await type(taskCommand, '1', { ...deskFor(of, '沈若兰', '2026-10-06'), lang: 'en' }))).toContain('15 Jun, late for')
    expect(shown(await type(taskCommand, '', deskFor(of, '沈若兰', '2026-06-16')))).toContain('（迟报）')
  })
  it('to whoever has just reported', async () => {
    const of = after(planOf([task(1, { title: '普惠园建设', lead: '县教育局' })]), '2026-07-02', openRound())
    const said = cardIn(await type(reportCommand, '1 60 已完成招标', deskFor(of, '苏晚晴', '2026-07-13')))
    expectGoodCard(said)
    expect(shown({ kind: 'card', card: said })).toContain('“年中进展”7月10日已截止，记为迟报')
    const inTime = after(planOf([task(1, { title: '普惠园建设', lead: '县教育局' })]), '2026-07-02', openRound())
    expect(shown(await type(reportCommand, '1 60 已完成招标', deskFor(inTime, '苏晚晴', '2026-07-10')))).not.toContain('迟报')
  })
  it('on the sheet of a handover', async () => {
    const handover = { id: 'h1', from: personNamed(directory, '何小溪').id, to: personNamed(directory, '苏晚晴').id, units: [unitId('县教育局')], on: day('2026-07-13') } as unknown as Handover
    expect(shown(await type(handoverSheet, '', deskOf({ today: '2026-07-14', plans: [late()], directory: { ...directory, handovers: [handover] }, asker: '苏晚晴' })))).toContain('上次7月13日（迟报）')
  })
})

describe('待审', () => {
  const items = (of: PlanState, today = '2026-07-14') => queueOf([viewOn(today, of, directory)])
  it('has what came late to a round that is over, a task at a time, to be known and not decided', async () => {
    expect(items(late()).map(({ kind, task: no }) => `${kind} ${no}`)).toEqual(['late-report 1', 'late-report 2'])
    const card = cardIn(await type(queue, '', deskFor(late())))
    expectGoodCard(card)
    expect(shown({ kind: 'card', card })).toMatch(/待审：迟报 · 1 普惠园建设[^]*7月13日 县教育局（迟报）正常推进：已完成招标/)
    expect(Object.keys(buttons(card))).toEqual(['下一件', '看任务'])
  })
  it('comes after all that is to be decided, and is gone after ten working days', () => {
    expect(items(after(late(), '2026-07-14', claim(1, '县教育局', '已投用'))).map(({ kind }) => kind)).toEqual(['claim', 'late-report', 'late-report'])
    expect(items(late(), '2026-07-28')).toEqual([])
  })
  it('is counted on Home apart from what is to be decided', () => {
    const home = (of: PlanState): string => renderText(homeCard(deskFor(of)))
    expect(home(after(late(), '2026-07-14', claim(1, '县教育局', '已投用')))).toMatch(/待审 1件\n办结申请1；另有供知悉的：迟报2/)
    expect(home(late())).toMatch(/供知悉 2件\n迟报2/)
  })
  it('marks the late one among the last reports of what is to be decided', async () => {
    const of = after(late(), '2026-07-14', claim(1, '县教育局', '已投用'))
    expect(shown(await type(queue, '', deskFor(of)))).toContain('7月13日（迟报） 正常推进')
  })
  it('has nothing of what was answered in time', () => {
    const of = after(planOf([task(1, { lead: '县教育局' })]), '2026-07-02', openRound())
    expect(items(after(of, '2026-07-10', report(1, '县教育局')))).toEqual([])
  })
})
