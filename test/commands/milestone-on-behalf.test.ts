// 代录 of milestones: what a unit's year is to bring, and that one of them is reached, as it was said by telephone, WeChat or on paper.
import { describe, expect, it } from 'vitest'
import { object } from '#commands/object.ts'
import { onBehalf } from '#commands/on-behalf.ts'
import { queue } from '#commands/queue.ts'
import { ruleObjection } from '#commands/rule-objection.ts'
import { task as taskCommand } from '#commands/task.ts'
import { yearKey, type YearMilestones } from '#src/ledger/milestone.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { digest } from '#templates/digest.ts'
import { after, approveMilestones, directoryWith, nineOn, personNamed, planOf, proposeMilestones, task, taskNo, viewOn } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const directory = directoryWith(['溪口镇', '青石镇', { name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const plan = (): PlanState => planOf([task(1, { title: '普惠园建设', lead: '县教育局' }), task(2, { title: '控辍保学', lead: '各乡镇' }), task(3, { title: '校舍安全', due: '2026-12-31', lead: '县教育局' })])
const approved = (no = 1, unit = '县教育局'): PlanState => after(after(plan(), '2026-06-01', proposeMilestones(no, unit, ['完成招标', '2026-08-31'], ['主体开工', '2026-11-30'])), '2026-06-02', approveMilestones(no, 2026))
const deskFor = (of: PlanState, asker = '沈若兰', today = '2026-07-02'): TestDesk => deskOf({ today, plans: [of], directory, asker })
const yearOf = (of: PlanState, no = 1): YearMilestones | undefined => of.milestones.get(yearKey(taskNo(no), 2026))
const said = { who: '王科长', on: '2026-07-02', how: '电话' }

describe('代录 of a milestone that is reached', () => {
  it('is one line, and stands on the task as recorded for the unit', async () => {
    const of = approved()
    const answer = await type(onBehalf, '县教育局 1 节点 1 中标通知书已发 王科长 电话', deskFor(of))
    expectGoodCard(cardIn(answer))
    expect(shown(answer)).toContain('✅ 已代录 · 1 普惠园建设 · 县教育局\n节点完成：完成招标，中标通知书已发（代录：王科长7月2日电话）\n苏晚晴会看到一行，不对可以提异议。')
    expect(yearOf(of)?.approved?.milestones[0]?.reached).toMatchObject([{ unit: '县教育局', words: '中标通知书已发', onBehalf: said }])
    const card = shown(await type(taskCommand, '1', deskFor(of)))
    expect(card).toContain('（7月2日完成）：中标通知书已发（代录：王科长7月2日电话）')
    expect(card).not.toContain('自报')
  })
  it('without its number is the next one', async () => {
    const of = approved()
    await type(onBehalf, '县教育局 1 节点完成 中标通知书已发 王科长 电话', deskFor(of))
    expect(yearOf(of)?.approved?.milestones.map(({ reached }) => reached.length)).toEqual([1, 0])
  })
  it('of one member of a group is that member’s', async () => {
    const of = approved(2, '各乡镇')
    await type(onBehalf, '青石镇 2 节点 1 台账已建 李镇长 微信', deskFor(of))
    expect(yearOf(of, 2)?.approved?.milestones[0]?.reached).toMatchObject([{ member: '青石镇', onBehalf: { who: '李镇长' } }])
  })
  it('without who or how asks in a form', async () => {
    const form = formIn(await type(onBehalf, '县教育局 1 节点 1 中标通知书已发', deskFor(approved())))
    expect(form.fields.find(({ name }) => name === 'state')).toMatchObject({ now: 'reached' })
    const of = approved()
    await act(onBehalf, { ...form.run.args, unit: '县教育局', state: 'reached', words: '中标通知书已发', who: '王科长', how: '电话', day: '2026-07-02' }, deskFor(of))
    expect(yearOf(of)?.approved?.milestones[0]?.reached).toHaveLength(1)
  })
  it('says so where there is none to reach, and to whoever may not', async () => {
    expect(shown(await type(onBehalf, '县教育局 1 节点 1 已完成 王科长 电话', deskFor(plan())))).toContain('节点')
    const of = approved()
    await type(onBehalf, '县教育局 1 节点 1 已完成 王科长 电话', deskFor(of, '苏晚晴'))
    expect(yearOf(of)?.approved?.milestones[0]?.reached).toEqual([])
  })
  it('is told to the unit, which objects with one tap; upheld, it was never said', async () => {
    const of = approved()
    await type(onBehalf, '县教育局 1 节点 1 中标通知书已发 王科长 电话', deskFor(of))
    const contact = personNamed(directory, '苏晚晴')
    const notices = noticesDue(viewOn('2026-07-03', of, directory), '09:00').filter(({ kind, to }) => kind === 'recorded-for' && to === contact.id)
    expect(notices).toHaveLength(1)
    const told = digest({ parcel: { key: 'k', to: contact.id, notices }, view: () => viewOn('2026-07-03', of, directory), person: contact, directory, lang: 'zh', sentAt: nineOn('2026-07-03') })
    expect(told.text).toContain('完成招标')
    const objects = buttons(told)['有异议']
    await act(object, { ...objects?.args, words: '还没有发中标通知书' }, deskFor(of, '苏晚晴', '2026-07-03'))
    expect(shown(await type(queue, '', deskFor(of, '沈若兰', '2026-07-03')))).toContain('节点完成：完成招标，中标通知书已发（代录：王科长7月2日电话）')
    await act(ruleObjection, { task: 'p1-1', unit: '县教育局', ruling: 'upheld' }, deskFor(of, '沈若兰', '2026-07-06'))
    expect(yearOf(of)?.approved?.milestones[0]?.reached).toEqual([])
    expect(noticesDue(viewOn('2026-07-07', of, directory), '09:00').filter(({ kind }) => kind === 'recorded-for')).toEqual([])
  })
})

describe('代录 of a year’s milestones', () => {
  it('is one line, waits in 待审 as recorded for the unit, and the unit is told how to change it', async () => {
    const of = plan()
    const answer = await type(onBehalf, '县教育局 1 年度分解 8月底前完成招标（中标通知书）；11月底前主体开工 王科长 电话', deskFor(of))
    expectGoodCard(cardIn(answer))
    expect(shown(answer)).toContain('年度分解：8月31日 完成招标（中标通知书）；11月30日 主体开工（代录：王科长7月2日电话）')
    expect(yearOf(of)?.proposed).toMatchObject({ unit: '县教育局', onBehalf: said })
    expect(shown(await type(queue, '', deskFor(of)))).toContain('代录：王科长7月2日电话')
    const contact = personNamed(directory, '苏晚晴')
    const notices = noticesDue(viewOn('2026-07-03', of, directory), '09:00').filter(({ kind, to }) => kind === 'recorded-for' && to === contact.id)
    const told = digest({ parcel: { key: 'k', to: contact.id, notices }, view: () => viewOn('2026-07-03', of, directory), person: contact, directory, lang: 'zh', sentAt: nineOn('2026-07-03') })
    expect(buttons(told)['改节点']).toMatchObject({ command: 'milestones' })
  })
  it('is refused where the task has a date of its own', async () => expect(shown(await type(onBehalf, '县教育局 3 年度分解 8月底前完成招标 王科长 电话', deskFor(plan())))).toContain('12月31日'))
  it('that names no day says how it is written', async () => {
    const of = plan()
    await type(onBehalf, '县教育局 1 年度分解 完成招标 王科长 电话', deskFor(of))
    expect(yearOf(of)).toBeUndefined()
  })
})
