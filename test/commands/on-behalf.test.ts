import { describe, expect, it } from 'vitest'
import { acceptClaim } from '#commands/accept-claim.ts'
import { correctReport } from '#commands/correct-report.ts'
import { onBehalf } from '#commands/on-behalf.ts'
import { task as taskCommand } from '#commands/task.ts'
import { undo } from '#commands/undo.ts'
import { keyOf, standingOf, type Member } from '#src/ledger/assignment.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { taskCard } from '#src/queries/task-card.ts'
import { taskList } from '#src/queries/task-list.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { after, directoryWith, planOf, report, task, taskNo, unitId, viewOn, workCalendar, day } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { actionsOf, expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const towns = { name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }
const directory = directoryWith(['溪口镇', '青石镇', towns, '县交通局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const plan = (): PlanState => planOf([task(1, { title: '普惠园建设', due: '2026-12-31', lead: '县教育局' }), task(2, { title: '校车路线', lead: '县交通局' }), task(3, { title: '控辍保学', lead: '各乡镇' })])
const deskFor = (of: PlanState, today = '2026-07-02'): TestDesk => deskOf({ today, plans: [of], directory, asker: '沈若兰' })
function said(of: PlanState, no: number, unit: string, member?: string): Member {
  const part = of.assignments.get(keyOf(taskNo(no), unitId(unit)))
  return part === undefined ? {} : standingOf(part, member === undefined ? undefined : unitId(member))
}

describe('代录 in one line', () => {
  it('of a day that does not exist offers those beside it, and keeps what was said', async () => {
    const of = plan()
    const card = cardIn(await act(onBehalf, { task: '1', unit: '县教育局', state: 'normal', progress: '60', words: '已完成招标', who: '王科长', how: '电话', day: '6月31日' }, deskFor(of)))
    expect(actionsOf(card).map(({ label }) => label)).toEqual(['6月30日', '7月1日'])
    await act(onBehalf, actionsOf(card)[0]?.run.args, deskFor(of))
    expect(said(of, 1, '县教育局').report).toMatchObject({ done: '已完成招标', onBehalf: { who: '王科长', on: '2026-06-30', how: '电话' } })
  })

  it('records whose word, what was said, who said it and how', async () => {
    const of = plan()
    const answer = await type(onBehalf, '县教育局 1 60 已完成招标 王科长 电话', deskFor(of))
    expectGoodCard(cardIn(answer))
    expect(shown(answer)).toBe('✅ 已代录 · 1 普惠园建设 · 县教育局\n正常推进，进度60%：已完成招标（代录：王科长7月2日电话）\n苏晚晴会看到一行，不对可以提异议。')
    expect(said(of, 1, '县教育局').report).toMatchObject({ progress: 60, done: '已完成招标', by: 'u1', onBehalf: { who: '王科长', on: '2026-07-02', how: '电话' } })
  })

  it.each([['县教育局 1 60 已完成招标 王科长 电话', '2026-07-02'], ['县教育局 1 60 已完成招标 王科长 电话 昨天', '2026-07-01']])('keeps the day of the call where which plan is meant is pressed days later: %s', async (line, on) => {
    const [one, other] = [plan(), planOf([task(1, { title: '教师招聘', lead: '县教育局' })], { id: 'p2' })]
    const deskOn = (today: string): TestDesk => deskOf({ today, plans: [one, other], directory, asker: '沈若兰' })
    const [run] = Object.values(buttons(cardIn(await type(onBehalf, line, deskOn('2026-07-02')))))
    await act(onBehalf, run?.args, deskOn('2026-07-06'))
    expect(said(one, 1, '县教育局').report?.onBehalf).toMatchObject({ on })
  })

  it.each([['县教育局 1 60 已完成招标 王科长 电话'], ['县教育局 1 办结 已验收 王科长 电话']])('has 撤销 on its receipt while it can be taken back: %s', async (line) => {
    const of = plan()
    const run = buttons(cardIn(await type(onBehalf, line, deskFor(of))))['撤销']
    expect(run?.command).toBe('undo')
    expect(shown(await act(undo, run?.args ?? {}, deskFor(of)))).toContain('已撤销')
    expect(said(of, 1, '县教育局').report).toBeUndefined()
    expect(said(of, 1, '县教育局').claim).toBeUndefined()
  })

  it.each([
    ['on another day', '县教育局 1 60 已开标 王科长 6月30日 微信', { on: '2026-06-30', how: '微信' }],
    ['yesterday', '县教育局 1 60 已开标 王科长 微信 昨天', { on: '2026-07-01', how: '微信' }],
    ['of whoever answers for it, without naming the unit', '1 60% 已开标 王科长 来函', { on: '2026-07-02', how: '来函' }],
  ])('%s', async (_, line, expected) => {
    const of = plan()
    await type(onBehalf, line, deskFor(of))
    expect(said(of, 1, '县教育局').report).toMatchObject({ progress: 60, done: '已开标', onBehalf: { who: '王科长', ...expected } })
  })

  it.each(['1 县教育局 已完成60% 王科长 电话', '1 教育局 60 已开标 王科长 电话', '县教育局 1 已完成60% 王科长 电话'])('takes the unit wherever it stands, and a figure in the sentence: %s', async (line) => {
    const of = plan()
    const answer = await type(onBehalf, line, deskFor(of))
    expect(shown(answer)).not.toContain('：教育局')
    expect(said(of, 1, '县教育局').report).toMatchObject({ progress: 60, onBehalf: { who: '王科长' } })
  })

  it('says what is in the way', async () => {
    const of = plan()
    await type(onBehalf, '县教育局 1 有困难 土地指标未批 王科长 电话', deskFor(of))
    expect(said(of, 1, '县教育局').report).toMatchObject({ state: 'difficulty', problem: '土地指标未批' })
  })

  it('is a completion, which the secretary reviews like any other', async () => {
    const of = plan()
    const answer = await type(onBehalf, '县教育局 1 办结 3所均已验收 王科长 电话', deskFor(of))
    expect(shown(answer)).toContain('申请办结：3所均已验收（代录：王科长7月2日电话）')
    expect(said(of, 1, '县教育局').claim).toMatchObject({ words: '3所均已验收', onBehalf: { who: '王科长' } })
  })

  it('of one member of a group is that member’s', async () => {
    const of = plan()
    await type(onBehalf, '青石镇 3 40 已劝返2人 李镇长 微信', deskFor(of))
    expect(said(of, 3, '各乡镇', '青石镇').report).toMatchObject({ progress: 40, onBehalf: { who: '李镇长' } })
  })

  it('without who or how asks in a form, with what was written in it', async () => {
    const form = formIn(await type(onBehalf, '县教育局 1 60 已完成招标', deskFor(plan())))
    expect(form.fields).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'words', now: '已完成招标' }), expect.objectContaining({ name: 'progress', now: '60' }), expect.objectContaining({ name: 'who' })]))
  })

  it('of a group asks which of its members', async () => {
    const form = formIn(await type(onBehalf, '3 40 已劝返2人 李镇长 微信', deskFor(plan())))
    expect(form.fields[0]).toMatchObject({ name: 'unit', kind: 'choice', choices: [{ value: '溪口镇' }, { value: '青石镇' }] })
  })

  it.each([
    ['a day that is still ahead', '县教育局 1 60 已开标 王科长 2026-07-09 电话', '还没有到，今天是'],
    ['a unit that has no part in it', '县交通局 1 60 已开标 王科长 电话', '承担单位是县教育局'],
    ['a unit nobody knows', '县交通厅 2 60 已开标 王科长 电话', '没有找到'],
  ])('with %s says so and records nothing', async (_, line, expected) => {
    const desk = deskFor(plan())
    expect(shown(await type(onBehalf, line, desk))).toContain(expected)
    expect(desk.recorded).toEqual([])
  })

  it('that falls behind the last figure is taken when it is meant', async () => {
    const of = after(plan(), '2026-06-20', report(1, '县教育局', { progress: 80, done: '已封顶' }))
    const desk = deskFor(of)
    const refusal = await type(onBehalf, '县教育局 1 60 已返工 王科长 电话', desk)
    await act(onBehalf, buttons(cardIn(refusal))['按60%更正']?.args, desk)
    expect(said(of, 1, '县教育局').report).toMatchObject({ progress: 60, onBehalf: { who: '王科长' } })
  })
})

describe('the form of 代录', () => {
  it('asks for unit and task where neither was said', async () => expect(formIn(await type(onBehalf, '', deskFor(plan()))).fields.slice(0, 2)).toMatchObject([{ name: 'unit', kind: 'line' }, { name: 'task' }]))
  it('says beside each field what is missing', async () => expect(await act(onBehalf, { task: 'p1-1', unit: '县教育局', state: 'done', how: '电话', form: true }, deskFor(plan()))).toMatchObject({ kind: 'form-errors', errors: { words: expect.anything() as string, who: expect.anything() as string } }))
  it('records like the line', async () => {
    const of = plan()
    expect(shown(await act(onBehalf, { task: 'p1-2', unit: '县交通局', state: 'normal', words: '已定3条线', progress: '50', who: '马股长', how: '当面', day: '2026-07-01', form: true }, deskFor(of)))).toContain('代录：马股长7月1日当面')
    expect(said(of, 2, '县交通局').report).toMatchObject({ progress: 50 })
  })
})

describe('a unit without an account', () => {
  it('takes part all year by 代录, and nobody else is asked', async () => {
    const of = plan()
    const unreported = (today: string): number[] => taskList(viewOn(today, of, directory), { only: 'unreported' }).map(({ number }) => number)
    for (const [asked, on, words] of [['2026-03-31', '2026-03-31', '已摸底5条线'], ['2026-06-30', '2026-06-30', '已定3条线'], ['2026-09-30', '2026-09-30', '2条已运行']] as const) {
      expect(unreported(asked)).toContain(2)
      await type(onBehalf, `县交通局 2 ${words} 马股长 电话`, deskFor(of, on))
      expect(unreported(asked)).not.toContain(2)
      expect(taskCard(viewOn(asked, of, directory), taskNo(2))).toMatchObject({ light: 'green', why: { rule: 'reported' } })
    }
    await type(onBehalf, '县交通局 2 办结 5条线全部运行 马股长 书面', deskFor(of, '2026-12-10'))
    await type(acceptClaim, '2', deskFor(of, '2026-12-11'))
    expect(taskCard(viewOn('2026-12-11', of, directory), taskNo(2))).toMatchObject({ light: 'done', stage: 'done' })
    const [first, last] = [day('2026-01-06'), day('2026-12-31')]
    for (let today = first; today <= last; today = workCalendar.addDays(today, 1)) {
      const about = noticesDue(viewOn(today, of, directory), '09:00').filter((notice) => 'task' in notice && notice.task === 2)
      expect(about.filter(({ to }) => to !== 'u1')).toEqual([])
    }
  })

  it('reads on the task’s card as recorded, and by whom', async () => {
    const of = plan()
    await type(onBehalf, '县交通局 2 已定3条线 马股长 电话', deskFor(of))
    expect(shown(await type(taskCommand, '2', deskFor(of)))).toMatch(/已定3条线（代录：马股长7月2日电话）/)
  })
})

describe('更正 of what was recorded on behalf', () => {
  const recorded = async (line = '县教育局 1 70 已完成招标 王科长 电话'): Promise<{ of: PlanState; desk: TestDesk }> => {
    const of = plan()
    const desk = deskFor(of)
    await type(onBehalf, line, desk)
    return { of, desk: deskFor(of, '2026-07-03') }
  }

  it('is made by whoever records: typed, with the reason, and the figure before stays readable', async () => {
    const { of, desk } = await recorded()
    const answer = await type(correctReport, '1 65 王科长说多报了', desk)
    expectGoodCard(cardIn(answer))
    expect(shown(answer)).toBe('✅ 已更正代录 · 1 普惠园建设 · 县教育局\n正常推进，进度65%：已完成招标（代录：王科长7月2日电话）\n更正前(7月2日)：正常推进，进度70%：已完成招标（代录：王科长7月2日电话）。更正原因：王科长说多报了\n苏晚晴会看到一行，不对可以提异议。')
    expect(said(of, 1, '县教育局').report).toMatchObject({ progress: 65, reason: '王科长说多报了', onBehalf: { who: '王科长' } })
  })

  it('has its button on the receipt and on the task, and asks why in a form', async () => {
    const of = plan()
    const desk = deskFor(of)
    const receipt = cardIn(await type(onBehalf, '县教育局 1 70 已完成招标 王科长 电话', desk))
    const form = formIn(await act(correctReport, buttons(receipt)['更正']?.args, desk))
    expect(shown(await act(correctReport, { ...form.run.args, state: 'normal', progress: '65', done: '已完成招标', reason: '多报了' }, desk))).toContain('已更正代录')
    expect(buttons(cardIn(await type(taskCommand, '1', deskFor(of))))['更正代录']?.command).toBe('correct-report')
  })

  it('is of a member of a group too', async () => {
    const { of, desk } = await recorded('青石镇 3 30 已走访 姚站长 电话')
    await type(correctReport, '3 20 数错了', desk)
    expect(said(of, 3, '各乡镇', '青石镇').report).toMatchObject({ progress: 20, reason: '数错了' })
  })

  it('leaves alone what a unit said itself, and says what to do', async () => {
    const of = after(plan(), '2026-07-01', report(1, '县教育局', { progress: 50 }))
    expect(shown(await type(correctReport, '1 40 多了', deskFor(of)))).toMatch(/单位自己填报的\(7月1日.*请让单位自己更正/)
    expect(shown(await type(correctReport, '2 40 多了', deskFor(of)))).toContain('第2项没有代录过')
    expect(said(of, 1, '县教育局').report?.progress).toBe(50)
  })

  it('is told to the unit, days later too', async () => {
    const { of } = await recorded()
    await type(correctReport, '1 65 多报了', deskFor(of, '2026-07-20'))
    expect(noticesDue(viewOn('2026-07-20', of, directory), '09:00').filter(({ kind }) => kind === 'recorded-for')).toHaveLength(1)
  })
})

describe('代录 without a number, or with who and how in the sentence', () => {
  it('reads of which task the words are, and shows it first', async () => {
    const of = plan()
    const desk = deskFor(of)
    const card = cardIn(await type(onBehalf, '县教育局 普惠园已完成招标,剩3所9月做,白雨桐说的,电话', desk))
    expectGoodCard(card)
    expect(card.text).toBe('按此代录：县教育局 · 1 普惠园建设，正常推进，白雨桐，电话')
    expect(desk.recorded).toEqual([])
    await act(onBehalf, buttons(card)['确认']?.args, desk)
    expect(said(of, 1, '县教育局').report).toMatchObject({ done: '普惠园已完成招标,剩3所9月做', onBehalf: { who: '白雨桐', how: '电话' } })
  })

  it('reads who and how before the words', async () => {
    const of = plan()
    await type(onBehalf, '县教育局 1 60 县教育局王科长电话说整改了3处', deskFor(of))
    expect(said(of, 1, '县教育局').report).toMatchObject({ progress: 60, done: '整改了3处', onBehalf: { who: '王科长', how: '电话' } })
  })

  it('takes what was done for nobody’s name', async () => {
    const of = plan()
    const form = formIn(await type(onBehalf, '县教育局 1 60 已完成招标 电话', deskFor(of)))
    expect(form.fields.find(({ name }) => name === 'words')).toMatchObject({ now: '已完成招标' })
    expect(said(of, 1, '县教育局').report).toBeUndefined()
  })

  it('opens the form, filled in, where the words are long', async () => {
    const card = cardIn(await type(onBehalf, `县教育局 普惠园${'已开工'.repeat(300)} 王科长 电话`, deskFor(plan())))
    expectGoodCard(card)
  })
})
