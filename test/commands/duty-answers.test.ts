// A duty of a period is answered as a task is: by its number in plain words, or with a tap that asks what shows it.
import { describe, expect, it } from 'vitest'
import { duties } from '#commands/duties.ts'
import { fulfil } from '#commands/fulfil.ts'
import { hinder } from '#commands/hinder.ts'
import { said } from '#commands/said.ts'
import { undo } from '#commands/undo.ts'
import { commands } from '#commands/index.ts'
import type { Answer } from '#src/command.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { replyDoor } from '#src/sayings.ts'
import type { Card, Run } from '#templates/card.ts'
import { digest } from '#templates/digest.ts'
import { after, directoryWith, nineOn, personNamed, planOf, task, unitId, viewOn } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const directory = directoryWith(['县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] })
const yearly = { every: 'year' as const, times: 1, month: 11, day: 30, debtor: unitId('县教育局') }
const planCalled = (id = 'p1', more: Partial<Parameters<typeof planOf>[1]> = {}): PlanState =>
  planOf([task(1, { lead: '县教育局' }), task(3, { title: '校舍安全', lead: '县教育局' })], { id, title: `方案${id}`, obligations: [{ ...yearly, id: 'c3', what: '报送年度自查报告', text: '每年11月底前报送年度自查报告。' }], ...more })
const deskFor = (asker: string, plans: readonly PlanState[], today = '2026-11-25'): TestDesk => deskOf({ today, plans, directory, asker })
const run = (of: Run | undefined, desk: TestDesk, words?: string): Promise<Answer> => act(of?.command === 'hinder' ? hinder : fulfil, { ...of?.args, ...(words === undefined ? {} : { words }) }, desk)

function lineFor(plans: readonly PlanState[], today = '2026-11-25', sentAt?: string): Card {
  const person = personNamed(directory, '苏晚晴')
  const notices = plans.flatMap((plan) => noticesDue(viewOn(today, plan, directory), '09:00')).filter(({ kind, to }) => kind === 'occurrence-due' && to === person.id)
  const [first] = notices
  return digest({ parcel: { key: first?.key ?? 'k', to: person.id, notices: notices.length > 0 ? notices : plans.map(({ id }) => ({ kind: 'occurrence-due', key: 'k', to: person.id, plan: id, occurrence: 'c3/2026/1', unit: unitId('县教育局'), due: yearlyDue, workingDaysLeft: 3 })) }, view: (id) => viewOn(today, plans.find((plan) => plan.id === id) ?? planCalled(), directory), person, directory, lang: 'zh', ...(sentAt === undefined ? {} : { sentAt: nineOn(sentAt) }) })
}
const yearlyDue = viewOn('2026-11-30', planCalled(), directory).today

describe('the line of a duty', () => {
  it('has a number that can be typed, and the taps of a task', () => {
    const card = lineFor([planCalled()])
    expectGoodCard(card)
    expect(card.text).toBe('请于11月30日(周一)前办理：周期3 报送年度自查报告')
    expect(Object.keys(buttons(card))).toEqual(['已完成', '有困难'])
  })
  it('names its plan where there are several', () => expect(lineFor([planCalled('p1'), planCalled('p2')]).sections?.[0]?.rows.map(({ line }) => JSON.stringify(line).includes('p2-周期3'))).toContain(true))
  it('asks for what shows it, which may be left out', async () => {
    const plan = planCalled()
    const pressed = await run(buttons(lineFor([plan]))['已完成'], deskFor('苏晚晴', [plan]))
    const form = formIn(pressed)
    expect(form.fields).toMatchObject([{ name: 'words', optional: true }])
    expect(shown(await run(form.run, deskFor('苏晚晴', [plan]), '云教〔2026〕12号'))).toContain('周期3 报送年度自查报告，本期已完成：云教〔2026〕12号')
    expect(plan.fulfilments.get('c3/2026/1')).toMatchObject({ words: '云教〔2026〕12号' })
  })
  it('takes a difficulty with its word, which ends the asking of that mark and stands in the place of the buttons', async () => {
    const plan = planCalled()
    const form = formIn(await run(buttons(lineFor([plan]))['有困难'], deskFor('苏晚晴', [plan])))
    expect(await act(hinder, { ...form.run.args, words: ' ' }, deskFor('苏晚晴', [plan]))).toMatchObject({ kind: 'form-errors' })
    const card = cardIn(await run(form.run, deskFor('苏晚晴', [plan]), '系统升级，12月5日能报'))
    expectGoodCard(card)
    expect(card.text).toContain('周期3 报送年度自查报告，有困难：系统升级，12月5日能报')
    expect(noticesDue(viewOn('2026-11-25', plan, directory), '09:00').filter(({ kind }) => kind === 'occurrence-due')).toEqual([])
    expect(noticesDue(viewOn('2026-11-30', plan, directory), '09:00').filter(({ kind }) => kind === 'occurrence-due'), 'on its day it is asked for again').toHaveLength(1)
    expect(lineFor([plan], '2026-11-25', '2026-11-24').text).toContain('有困难：系统升级')
    expect(shown(await type(duties, '', deskFor('沈若兰', [plan]))), 'the secretary sees it').toContain('系统升级，12月5日能报')
  })
  it('in difficulty is done all the same, and then is in difficulty no more', async () => {
    const plan = after(planCalled(), '2026-11-24', { type: 'hinder', occurrence: 'c3/2026/1', unit: unitId('县教育局'), words: '系统升级' })
    expect(shown(await run({ command: 'fulfil', args: { plan: 'p1', occurrence: 'c3/2026/1' } }, deskFor('苏晚晴', [plan]), '已报'))).toContain('本期已完成')
    expect(shown(await type(duties, '', deskFor('沈若兰', [plan])))).not.toContain('系统升级')
    expect(shown(await run({ command: 'hinder', args: { plan: 'p1', occurrence: 'c3/2026/1' } }, deskFor('苏晚晴', [plan]), '晚了'))).toContain('不用再报')
  })
  it('pressed by mistake is taken back within ten minutes, and owed again with its taps', async () => {
    const plan = planCalled()
    const receipt = cardIn(await run({ command: 'fulfil', args: { plan: 'p1', occurrence: 'c3/2026/1' } }, deskFor('苏晚晴', [plan])))
    expect(buttons(receipt)).toHaveProperty('撤销')
    const card = cardIn(await act(undo, buttons(receipt)['撤销']?.args, deskFor('苏晚晴', [plan])))
    expectGoodCard(card)
    expect(card.text).toBe('↩️ 已撤销已完成：周期3 报送年度自查报告')
    expect(Object.keys(buttons(card))).toEqual(['已完成', '有困难'])
    expect(plan.fulfilments.size).toBe(0)
    expect(shown(await type(undo, '', deskFor('苏晚晴', [plan])))).toContain('已完成')
  })
  it('that somebody else has received since stays done', async () => {
    const plan = planCalled('p1', { obligations: [{ ...yearly, id: 'c3', what: '报送年度自查报告', text: '每年11月底前报送县财政局', receiver: unitId('县财政局') }] })
    await run({ command: 'fulfil', args: { plan: 'p1', occurrence: 'c3/2026/1' } }, deskFor('苏晚晴', [plan]))
    after(plan, '2026-11-25', { type: 'receive', occurrence: 'c3/2026/1', unit: unitId('县财政局') })
    expect(cardIn(await type(undo, '', deskFor('苏晚晴', [plan]))).text).toContain('不能撤销')
    expect(plan.fulfilments.get('c3/2026/1')).toMatchObject({ status: 'done' })
  })
  it('is not for another unit', async () => expect(shown(await run({ command: 'hinder', args: { plan: 'p1', occurrence: 'c3/2026/1' } }, deskFor('唐一鸣', [planCalled()]), '不清楚'))).toContain('只有'))
})

describe('plain words with the number of a duty', () => {
  const answer = async (words: string, desk: TestDesk): Promise<Answer> => {
    const found = findCommand(commands, words.split(' '))
    const understood = found.kind === 'found' ? { command: found.command.name.en, args: found.command.typed(found.words) } : undefined
    const replied = await replyDoor(said, () => []).said({ words, ...(understood === undefined ? {} : { understood }), isDocument: false }, desk)
    if (replied !== undefined) return replied
    if (found.kind !== 'found') throw new Error(`nobody understood ${words}`)
    return act(found.command, found.command.typed(found.words), desk)
  }
  it.each(['周期3 已报送，云教〔2026〕12号', '周期 3 已报送，云教〔2026〕12号', '您好，周期3已报送，云教〔2026〕12号', 'p1-周期3 已报送，云教〔2026〕12号', '周期任务3：已报送，云教〔2026〕12号'])('%s is echoed, and recorded with a tap', async (words) => {
    const plan = planCalled()
    const echo = cardIn(await answer(words, deskFor('苏晚晴', [plan])))
    expectGoodCard(echo)
    expect(echo.text).toContain('周期3 报送年度自查报告')
    expect(echo.text).toContain('云教〔2026〕12号')
    expect(plan.fulfilments.size).toBe(0)
    await run(buttons(echo)['已完成'], deskFor('苏晚晴', [plan]))
    expect(plan.fulfilments.get('c3/2026/1')?.words).toContain('云教〔2026〕12号')
  })
  it('that tell of a difficulty offer that first', async () => {
    const plan = planCalled()
    const echo = cardIn(await answer('周期3 有困难，系统打不开', deskFor('苏晚晴', [plan])))
    expect(Object.keys(buttons(echo))).toEqual(['有困难', '已完成'])
    await run(buttons(echo)['有困难'], deskFor('苏晚晴', [plan]))
    expect(plan.hindrances.get('c3/2026/1')?.words).toContain('系统打不开')
  })
  it('too long for a button are kept whole', async () => {
    const plan = planCalled()
    const long = `已报送，${'情况如下'.repeat(600)}`
    const desk = deskFor('苏晚晴', [plan])
    await run(buttons(cardIn(await answer(`周期3 ${long}`, desk)))['已完成'], desk)
    expect(plan.fulfilments.get('c3/2026/1')?.words).toBe(long)
  })
  it.each([['周期3 已完成 112所全部检查', '已完成', '112所全部检查'], ['周期3 有困难，系统打不开', '有困难', '系统打不开']])('%s is asked for its period alone, and keeps the standing out of the words', async (said, label, words) => {
    const plan = planCalled('p1', { obligations: [{ id: 'c3', every: 'half-year', times: 2, debtor: unitId('县教育局'), what: '报送经费', text: '每半年报送两次经费' }] })
    const echo = cardIn(await answer(said, deskFor('苏晚晴', [plan])))
    const labels = echo.sections?.flatMap(({ rows }) => rows.map(({ actions = [] }) => actions.map((action) => action.label).join())) ?? []
    expect(labels.length).toBeGreaterThan(1)
    expect([...new Set(labels)]).toEqual([label])
    expect(Object.values(buttons(echo))[0]?.args['words']).toBe(words)
  })
  it('of a clause with two periods open asks which', async () => {
    const plan = planCalled('p1', { obligations: [{ id: 'c3', every: 'half-year', times: 2, debtor: unitId('县教育局'), what: '报送经费', text: '每半年报送两次经费' }] })
    const echo = cardIn(await answer('周期3 已报送', deskFor('苏晚晴', [plan])))
    expect(echo.sections?.flatMap(({ rows }) => rows).length).toBeGreaterThan(1)
  })
  it('that nobody has, or another unit owes, says so', async () => {
    expect(shown(await answer('周期9 已报送', deskFor('苏晚晴', [planCalled()])))).toContain('没有找到周期任务“周期9”')
    expect(shown(await answer('周期3 已报送', deskFor('唐一鸣', [planCalled()])))).toContain('县教育局')
  })
  it('once it is done says who did it', async () => {
    const plan = after(planCalled(), '2026-11-24', { type: 'fulfil', occurrence: 'c3/2026/1', unit: unitId('县教育局'), words: '已报' })
    expect(shown(await answer('周期3 已报送', deskFor('苏晚晴', [plan], '2026-11-25')))).toContain('11月24日')
  })
  it('a cycle of three years is no number of a duty', async () => expect((await answer('3 已完成招标，建设周期3年', deskFor('苏晚晴', [planCalled()]))).kind).toBe('card'))
})

describe('what is asked so many times', () => {
  const twice = (id = 'p1'): PlanState => planOf([task(1, { lead: '县教育局' })], { id, obligations: [{ id: 'c3', every: 'year', times: 2, debtor: unitId('县教育局'), what: '每年开展不少于2次应急演练', text: '每年开展不少于2次应急演练。' }] })
  const done = (plan: PlanState, ...occurrences: string[]): PlanState => occurrences.reduce((now, occurrence) => after(now, '2026-03-02', { type: 'fulfil', occurrence, unit: unitId('县教育局'), words: '' }), plan)
  const list = async (plan: PlanState, asker = '苏晚晴'): Promise<Card> => cardIn(await type(duties, '', deskFor(asker, [plan], '2026-06-02')))

  it('shows how often it was done, and the working days that are left', async () => {
    const card = await list(done(twice(), 'c3/2026/1'))
    expectGoodCard(card)
    expect(JSON.stringify(card)).toMatch(/已办1\/2，还剩\d+个工作日/)
    expect(Object.keys(buttons(card)), 'no more than needed is offered while some is owed').not.toContain('再登记一次')
  })
  it('says so in the reminder, and in the receipt', async () => {
    const plan = twice()
    expect(lineFor([plan], '2026-06-25').text).toMatch(/请于6月30日.*前办理.*（已办0\/2，还剩3个工作日）/)
    expect(shown(await run({ command: 'fulfil', args: { plan: 'p1', occurrence: 'c3/2026/1' } }, deskFor('苏晚晴', [plan], '2026-06-02'), '6月1日演练'))).toContain('已办1/2')
  })
  it('done more often is 超额, recorded with a tap of its own', async () => {
    const plan = done(twice(), 'c3/2026/1', 'c3/2026/2')
    const card = await list(plan)
    const form = formIn(await run(buttons(card)['再登记一次'], deskFor('苏晚晴', [plan], '2026-06-02')))
    expect(shown(await run(form.run, deskFor('苏晚晴', [plan], '2026-06-02'), '6月2日第三次演练'))).toContain('已办3/2 超额1')
    expect(plan.fulfilments.get('c3/2026/3')).toMatchObject({ words: '6月2日第三次演练', status: 'done' })
    expect(JSON.stringify(await list(plan, '沈若兰'))).toContain('已办3/2 超额1')
    expect(JSON.stringify(await list(plan, '沈若兰')), 'the secretary records none here').not.toContain('再登记一次')
  })
  it('in plain words is offered as one more, and recorded with the tap', async () => {
    const plan = done(twice(), 'c3/2026/1', 'c3/2026/2')
    const offer = cardIn(await type(duties, '完成 3 又演练一次', deskFor('苏晚晴', [plan], '2026-06-02')))
    expectGoodCard(offer)
    expect(plan.fulfilments.size).toBe(2)
    await run(buttons(offer)['再登记一次'], deskFor('苏晚晴', [plan], '2026-06-02'))
    expect(plan.fulfilments.get('c3/2026/3')?.words).toContain('又演练一次')
  })
  it('pressed twice is no 超额', async () => {
    const plan = done(twice(), 'c3/2026/1', 'c3/2026/2')
    const again = await run({ command: 'fulfil', args: { plan: 'p1', occurrence: 'c3/2026/2' } }, deskFor('苏晚晴', [plan], '2026-06-02'), '已办')
    expect([Object.keys(buttons(cardIn(again))), plan.fulfilments.size]).toEqual([expect.arrayContaining(['再登记一次']), 2])
  })
  it('is not done beyond before all that is needed is done', async () => {
    const plan = done(twice(), 'c3/2026/1')
    expect(shown(await run({ command: 'fulfil', args: { plan: 'p1', occurrence: 'c3/2026/3' } }, deskFor('苏晚晴', [plan], '2026-06-02'), '已办'))).toContain('没有找到')
  })
  it('of a group counts for each member by itself', async () => {
    const group = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
    const of = new Map(group.units).set(unitId('各单位'), { ...(group.units.get(unitId('县教育局')) ?? (() => { throw new Error('no unit') })()), id: unitId('各单位'), name: '各单位', members: [unitId('县教育局'), unitId('县财政局')] })
    const plan = planOf([task(1, { lead: '县教育局' })], { obligations: [{ id: 'c3', every: 'year', times: 2, debtor: unitId('各单位'), what: '每年演练2次', text: '每年演练2次。' }] })
    for (const occurrence of ['c3/2026/1', 'c3/2026/2']) after(plan, '2026-03-02', { type: 'fulfil', occurrence, unit: unitId('各单位'), member: unitId('县教育局'), words: '' })
    const desk = deskOf({ today: '2026-06-02', plans: [plan], directory: { ...group, units: of }, asker: '苏晚晴' })
    const card = cardIn(await type(duties, '', desk))
    await run(formIn(await run(buttons(card)['再登记一次'], desk)).run, desk, '第三次')
    expect([JSON.stringify(card).includes('已办2/2'), [...plan.fulfilments.keys()]]).toEqual([true, expect.arrayContaining(['c3/2026/3/县教育局'])])
  })
})

describe('a duty of the school term', () => {
  it('is listed with its date, and recorded by its key', async () => {
    const plan = planOf([task(1, { lead: '县教育局' })], { obligations: [{ id: 'c3', every: 'term', times: 1, debtor: unitId('县教育局'), what: '每学期讲授一次思政课', text: '每学期讲授一次思政课。' }] })
    const card = cardIn(await type(duties, '', deskFor('苏晚晴', [plan], '2026-10-08')))
    expect(JSON.stringify(card)).toContain('1月31日')
    expect(shown(await type(duties, '完成 c3/2026t1/1 书记9月20日讲授', deskFor('苏晚晴', [plan], '2026-10-08')))).toContain('本期已完成')
    expect([...plan.fulfilments.keys()]).toEqual(['c3/2026T1/1'])
  })
})

describe('a duty that somebody receives', () => {
  const submitted = (policy?: { handInMarks: number[] }): PlanState => {
    const plan = planOf([task(1, { lead: '县教育局' })], { obligations: [{ ...yearly, id: 'c3', receiver: unitId('县财政局'), what: '报送人员情况', text: '每年11月底前向县财政局报送人员情况。' }] })
    return policy === undefined ? plan : after(plan, '2026-07-02', { type: 'set-policy', set: policy })
  }
  const asked = (today: string, plan = submitted()) => noticesDue(viewOn(today, plan, directory), '09:00').flatMap((notice) => (notice.kind === 'occurrence-due' ? [[notice.step, notice.workingDaysLeft]] : []))

  it('is worked backwards from its day: inputs, draft, head, receipt', () => {
    expect(['2026-11-01', '2026-11-02', '2026-11-16', '2026-11-23', '2026-11-26', '2026-11-30'].map((today) => asked(today))).toEqual([[], [['gather', 20]], [['draft', 10]], [['head', 5]], [['hand-in', 2]], [['hand-in', 0]]])
  })
  it('says what is to be done now, to whom and by when it is handed in', () => {
    expect(lineFor([submitted()], '2026-11-02').text).toBe('请开始备料：周期3 报送人员情况，11月30日(周一)前报县财政局')
    expect(lineFor([submitted()], '2026-11-16').text).toContain('请起草：')
    expect(lineFor([submitted()], '2026-11-23').text).toContain('请送负责人审：')
    expect(lineFor([submitted()], '2026-11-27').text).toContain('请报送：')
    expect(lineFor([submitted()], '2026-12-01').text).toContain('已逾期1个工作日')
  })
  it('goes by the plan’s own numbers; of fewer steps the first fall away', () => expect(['2026-11-02', '2026-11-20', '2026-11-27'].map((today) => asked(today, submitted({ handInMarks: [1, 6] })))).toEqual([[], [['head', 6]], [['hand-in', 1]]]))
  it('is asked for no more once it was handed in, and is done only at its receipt', async () => {
    const plan = submitted()
    await run({ command: 'fulfil', args: { plan: 'p1', occurrence: 'c3/2026/1' } }, deskFor('苏晚晴', [plan]), '已报')
    expect([asked('2026-11-30', plan), plan.fulfilments.get('c3/2026/1')?.status]).toEqual([[], 'submitted'])
  })
})

describe('a day of a year of which 放假安排 is not known', () => {
  const later = (): PlanState => planOf([task(1, { lead: '县教育局' })], { period: { from: 2026, to: 2032 }, handedOutOn: '2031-01-06', obligations: [{ ...yearly, id: 'c3', what: '报送年度自查报告', text: '每年11月底前报送年度自查报告。' }] })
  it('is said to be 暂按 in the reminder', () => expect(lineFor([later()], '2031-11-26').text).toMatch(/11月30日\(周日，暂按\)前办理/))
  it('is said so in the list too', async () => expect(JSON.stringify(await type(duties, '', deskFor('苏晚晴', [later()], '2031-11-26')))).toContain('11月30日(周日，暂按)前'))
  it('is none where it is known', () => expect(lineFor([planCalled()]).text).not.toContain('暂按'))
})

describe('the duty of another, by its number', () => {
  const handedIn = (): PlanState => planCalled('p1', { obligations: [{ ...yearly, id: 'c3', what: '报送编制使用情况', text: '每年11月底前向县财政局报送编制使用情况。', receiver: unitId('县财政局') }] })
  const given = (): PlanState => after(handedIn(), '2026-11-20', { type: 'fulfil', occurrence: 'c3/2026/1', unit: unitId('县教育局'), words: '云教〔2026〕12号' }, personNamed(directory, '苏晚晴').id)

  it('is shown to whoever owes none, with how it stands', async () => {
    const card = cardIn(await type(duties, '3', deskFor('沈若兰', [planCalled()])))
    expectGoodCard(card)
    expect(shown(await type(duties, 'p1-周期3', deskFor('沈若兰', [planCalled()])))).toContain('周期3 报送年度自查报告')
  })
  it('is sent back by who received it, in their own words', async () => {
    const plan = given()
    expect(shown(await type(duties, '3 退回 缺下一年度建议', deskFor('唐一鸣', [plan])))).toContain('缺下一年度建议')
    expect(plan.submissionsReturned.size).toBe(1)
  })
  it('asks for the reason where none is written, and shows what can be pressed for anything else', async () => {
    const plan = given()
    expect(formIn(await type(duties, '3 退回', deskFor('唐一鸣', [plan]))).fields).toHaveLength(1)
    expect(Object.keys(buttons(cardIn(await type(duties, '3 已收到', deskFor('唐一鸣', [plan])))))).toEqual(['已收到', '退回'])
    expect(plan.submissionsReturned.size).toBe(0)
  })
  it('is not theirs where it was not handed in to them', async () => expect(shown(await type(duties, '3 退回 缺建议', deskFor('唐一鸣', [handedIn()])))).toContain('这件事不由县财政局办'))
})
