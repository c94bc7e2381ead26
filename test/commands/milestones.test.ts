import { describe, expect, it } from 'vitest'
import { milestones } from '#commands/milestones.ts'
import { mine } from '#commands/mine.ts'
import { homeCard } from '#commands/home.ts'
import { proposeAll } from '#commands/propose-all.ts'
import { queue } from '#commands/queue.ts'
import { reachMilestone } from '#commands/reach-milestone.ts'
import { reviewMilestones } from '#commands/review-milestones.ts'
import { task as taskCommand } from '#commands/task.ts'
import { yearKey } from '#src/ledger/milestone.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { renderText } from '#src/slack/render-text.ts'
import { after, approveMilestones, day, directoryWith, nineOn, planOf, planWith, proposeMilestones, reachMilestone as reached, task, taskNo } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const directory = directoryWith(
  ['县财政局', '青石镇', '白鹭镇', { name: '各乡镇', aliases: [], members: ['青石镇', '白鹭镇'] }],
  { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '石海涛', contactOf: ['县住建局'] }, { name: '姚春梅', contactOf: ['青石镇'] },
)
const tasks = () => [
  task(1, { title: '建强师资', text: '制定名师培养方案。建成县级教师发展中心。', lead: '县教育局', support: ['县住建局'] }),
  task(2, { title: '改进评价', text: '坚持以人为本。', lead: '县教育局' }),
  task(3, { title: '新建二小', due: '2026-09-30', lead: '县教育局' }),
  task(4, { title: '控辍保学', lead: '各乡镇' }),
]
const plan = (): PlanState => planWith(...tasks())
const deskFor = (asker: string, of: PlanState, today = '2026-01-12'): TestDesk => deskOf({ today, plans: [of], directory, asker })
const year = (of: PlanState, no = 1) => of.milestones.get(yearKey(taskNo(no), 2026))
const list = (no: number, unit: string) => proposeMilestones(no, unit, ['完成招标', '2026-06-30', '中标通知书'], ['主体开工', '2026-11-30'])
const proposed = (of = plan()): PlanState => after(after(of, '2026-01-12', list(1, '县教育局')), '2026-01-12', list(2, '县教育局'))
const approved = (): PlanState => after(proposed(), '2026-01-13', approveMilestones(1, 2026))

describe('年度分解 of a contact', () => {
  it('lists the tasks without a date, filled in from the plan, with one button for all', async () => {
    const card = cardIn(await type(milestones, '', deskFor('苏晚晴', plan())))
    expectGoodCard(card)
    expect(card.text).toBe('2026年年度分解：2项待报，已按方案原文预填。')
    expect(renderText(card)).toContain('6月30日 制定名师培养方案；12月31日 建成县级教师发展中心')
    expect(renderText(card)).not.toContain('新建二小')
    expect(Object.keys(buttons(card))).toEqual(['按此报送', '修改', '按此报送全部2项'])
  })

  it('proposes all of them at once', async () => {
    const of = plan()
    const card = cardIn(await act(proposeAll, { year: 2026 }, deskFor('苏晚晴', of)))
    expectGoodCard(card)
    expect(card.text).toBe('✅ 已报2项任务的年度分解')
    expect([year(of, 1)?.proposed?.milestones.length, year(of, 2)?.proposed?.milestones]).toEqual([2, [{ what: '改进评价', by: '2026-11-30' }]])
  })

  it('pressed once more proposes nothing new', async () => {
    const of = plan()
    await act(proposeAll, { year: 2026 }, deskFor('苏晚晴', of))
    const again = deskFor('苏晚晴', of)
    expect(shown(await act(proposeAll, { year: 2026 }, again))).toContain('2项都已报')
    expect(again.recorded).toEqual([])
  })

  it('proposes one as it is filled in, and leads on to the next', async () => {
    const of = plan()
    const card = cardIn(await act(proposeAll, { task: 'p1-1', year: 2026 }, deskFor('苏晚晴', of)))
    expect(renderText(card)).toContain('由督查室（沈若兰）审核。同意前仍按默认提醒。')
    expect(buttons(card)).toEqual({ '下一项：2 改进评价': { command: 'milestones', args: { task: 'p1-2', year: 2026 } } })
  })

  it('is told that nothing is to be proposed where every task has a date', async () => expect(shown(await type(milestones, '', deskFor('石海涛', plan())))).toContain('不用报年度分解'))
  it('is a line of 我的 and of Home, with the way there', async () => {
    for (const card of [cardIn(await type(mine, '', deskFor('苏晚晴', plan()))), homeCard(deskFor('苏晚晴', plan()))]) {
      expect([renderText(card).includes('2项还没报年度分解'), buttons(card)['年度分解']]).toEqual([true, { command: 'milestones', args: {} }])
      expectGoodCard(card)
    }
  })

  it('of many tasks turns its pages', async () => {
    const of = planOf(Array.from({ length: 29 }, (_, at) => task(at + 1, { lead: '县教育局' })))
    const card = cardIn(await act(milestones, { page: 5 }, deskFor('苏晚晴', of)))
    expect([renderText(card).includes('第5/5页'), Object.keys(buttons(card))]).toEqual([true, ['按此报送', '修改', '按此报送全部29项', '上一页']])
  })
})

describe('the form of one task', () => {
  it('is filled in from the plan’s words', async () => {
    const form = formIn(await type(milestones, '1', deskFor('苏晚晴', plan())))
    expect(form.fields.map((field) => ('now' in field ? field.now : undefined))).toEqual(['制定名师培养方案', '2026-06-30', undefined, '建成县级教师发展中心', '2026-12-31', undefined, undefined, undefined, undefined])
    expect(form.run).toEqual({ command: 'milestones', args: { task: 'p1-1', year: 2026, form: true } })
  })

  const send = async (fields: object, of = plan(), today?: string) => act(milestones, { task: 'p1-1', year: 2026, form: true, ...fields }, deskFor('苏晚晴', of, today))
  it('sent, is what was written in it; a row without words is left out', async () => {
    const of = plan()
    await send({ what1: '完成招标', by1: '2026-06-30', shows1: '中标通知书', what2: ' ', by2: '2026-12-31', what3: '开工', by3: '2026-09-30' }, of)
    expect(year(of)?.proposed?.milestones).toEqual([{ what: '完成招标', by: '2026-06-30', shows: '中标通知书' }, { what: '开工', by: '2026-09-30' }])
  })
  it.each([
    ['a milestone has no day', { what1: '完成招标' }, { by1: '请选这个节点的日期。' }],
    ['nothing was written', { by1: '2026-06-30' }, { what1: '请写明这个节点做成什么。' }],
    ['a day is in another year', { what1: '完成招标', by1: '2026-06-30', what3: '开工', by3: '2027-01-31' }, { by3: '节点“开工”定在2027年1月31日(周日)，不在2026年内，没有记录。一次只报一年的，请改日期。' }],
    ['a day is past', { what2: '开工', by2: '2026-01-05' }, { by2: '1月5日(周一)已经过去，今天是1月12日(周一)。请选今天或以后的日期。' }],
  ])('says beside the field where %s', async (_, fields, errors) => expect(await send(fields)).toEqual({ kind: 'form-errors', errors }))

  it('after a return has the reason and what was sent back', async () => {
    const of = after(proposed(), '2026-01-13', { type: 'return-milestones', task: taskNo(1), year: 2026, reason: '缺验收节点' })
    const form = formIn(await type(milestones, '1', deskFor('苏晚晴', of)))
    expect([form.intro?.map((line) => line.pieces.map(({ text }) => text).join('')).join(' ').includes('缺验收节点'), form.fields[0]]).toMatchObject([true, { now: '完成招标' }])
  })
  it('of five milestones shows all five, so that none is lost by opening it', async () => {
    const five = proposeMilestones(1, '县教育局', ...[1, 2, 3, 4, 5].map((no): [string, string] => [`第${no}所开工`, '2026-11-30']))
    expect(formIn(await type(milestones, '1', deskFor('苏晚晴', after(plan(), '2026-01-12', five)))).fields).toHaveLength(15)
  })
  it.each([['a task with a date', '苏晚晴', '3', '方案已写明时限9月30日'], ['a task of another unit', '石海涛', '1', '由县教育局报']])('is not opened for %s', async (_, who, no, words) => expect(shown(await type(milestones, no, deskFor(who, plan())))).toContain(words))
})

describe('milestones that are typed', () => {
  const typed = async (words: string, of = plan(), today = '2026-01-12') => ({ answer: await type(milestones, words, deskFor('苏晚晴', of, today)), of })
  it('are understood with their days and what shows them', async () => {
    const { answer, of } = await typed('1 6月底前完成招标（中标通知书）；11月底前开工')
    expect(shown(answer)).toContain('已报2026年年度分解：1 建强师资')
    expect(year(of)?.proposed?.milestones).toEqual([{ what: '完成招标', by: '2026-06-30', shows: '中标通知书' }, { what: '开工', by: '2026-11-30' }])
  })
  it.each([
    ['1 2026年3月15日前印发方案', '2026-03-15', '印发方案'], ['1 完成招标 6/30', '2026-06-30', '完成招标'], ['1 2026-06-30 完成招标', '2026-06-30', '完成招标'], ['1 年底前，全部建成', '2026-12-31', '全部建成'],
    ['1 三季度末完成封顶', '2026-09-30', '完成封顶'], ['1 上半年完成选址', '2026-06-30', '完成选址'], ['1 8月上旬动工', '2026-08-10', '动工'], ['1 8月初动工', '2026-08-10', '动工'],
  ])('%s', async (words, by, what) => expect(year((await typed(words)).of)?.proposed?.milestones).toEqual([{ what, by }]))
  it('of a month long past are of next year', async () => {
    const { of } = await typed('1 3月底前完成招标', plan(), '2026-12-07')
    expect(of.milestones.get(yearKey(taskNo(1), 2027))?.proposed?.milestones[0]?.by).toBe('2027-03-31')
  })
  it.each([['without a day', '1 完成招标', '没有写日期'], ['of a day that no calendar has', '1 6月31日完成招标', '“6月31日”不存在'], ['of two years', '1 6月底前完成招标；2027年3月底前开工', '一次只报一年的']])('%s are refused', async (_, words, said) => expect(shown((await typed(words)).answer)).toContain(said))
  it('may be a group’s, by any of its members', async () => {
    const of = plan()
    await type(milestones, '4 6月底前劝返率达到100%', deskFor('姚春梅', of))
    expect(year(of, 4)?.proposed).toMatchObject({ unit: '各乡镇' })
  })
})

describe('the secretary', () => {
  it('sees all that wait on one card', async () => {
    const card = cardIn(await type(reviewMilestones, '', deskFor('沈若兰', proposed(), '2026-01-13')))
    expectGoodCard(card)
    expect(renderText(card)).toContain('县教育局 · 1 建强师资 · 2026年')
    expect(Object.keys(buttons(card))).toEqual(['同意', '退回', '同意以上2项'])
  })
  it('gets there by 年度分解 too', async () => expect(shown(await type(milestones, '', deskFor('沈若兰', proposed())))).toContain('待审年度分解2项'))
  it('has the count on Home', () => expect(renderText(homeCard(deskFor('沈若兰', proposed())))).toContain('年度分解待审 2项'))

  it('approves one, and the card is drawn anew in its place', async () => {
    const of = proposed()
    const answer = await act(reviewMilestones, { act: 'approve', task: 'p1-1', year: 2026, proposedAt: nineOn('2026-01-12') }, deskFor('沈若兰', of, '2026-01-13'))
    expect([answer.kind === 'card' && answer.replaces, year(of)?.approved?.milestones.length]).toEqual([true, 2])
    expect(shown(answer)).toContain('✅ 已同意：1 建强师资')
    expect(shown(answer)).toContain('待审年度分解1项')
  })
  it('approves all that stand on the card, and nothing that came after it was drawn', async () => {
    const of = proposed()
    const run = buttons(cardIn(await type(reviewMilestones, '', deskFor('沈若兰', of, '2026-01-13'))))['同意以上2项']
    after(of, '2026-01-13', proposeMilestones(2, '县教育局', ['完成招标', '2026-09-30']))
    const answer = await act(reviewMilestones, run?.args, deskFor('沈若兰', of, '2026-01-14'))
    expect(shown(answer)).toContain('✅ 已同意：1 建强师资')
    expect([year(of, 1)?.approved === undefined, year(of, 2)?.approved === undefined]).toEqual([false, true])
  })
  it('sends one back with a reason, asked for in a form', async () => {
    const of = proposed()
    const asked = { act: 'return', task: 'p1-1', year: 2026, proposedAt: nineOn('2026-01-12') }
    expect(formIn(await act(reviewMilestones, asked, deskFor('沈若兰', of))).fields[0]).toMatchObject({ name: 'reason' })
    expect(await act(reviewMilestones, { ...asked, form: true }, deskFor('沈若兰', of))).toMatchObject({ kind: 'form-errors', errors: { reason: '请写明退回原因，联络员要据此修改。' } })
    const card = cardIn(await act(reviewMilestones, { ...asked, reason: '缺验收节点', form: true }, deskFor('沈若兰', of)))
    expectGoodCard(card)
    expect([renderText(card).includes('将告知苏晚晴'), year(of)?.returned?.reason, buttons(card)]).toEqual([true, '缺验收节点', { '继续审 1': { command: 'review-milestones', args: {} } }])
  })
  it('sees what a change would change', async () => {
    const of = after(approved(), '2026-05-06', proposeMilestones(1, '县教育局', ['完成招标', '2026-08-31', '中标通知书'], ['主体开工', '2026-11-30'], ['封顶', '2026-12-31']))
    const said = shown(await type(reviewMilestones, '', deskFor('沈若兰', of, '2026-05-07')))
    expect(said).toContain('改节点')
    expect(said).toContain('8月31日 完成招标（中标通知书），原定6月30日；11月30日 主体开工；12月31日 封顶 [新增]')
  })
  it('types it as well', async () => {
    const of = proposed()
    await type(reviewMilestones, '同意 1', deskFor('沈若兰', of))
    await type(reviewMilestones, '退回 2 太笼统', deskFor('沈若兰', of))
    expect([year(of, 1)?.approved === undefined, year(of, 2)?.returned?.reason]).toEqual([false, '太笼统'])
  })
  it('pages what is more than six', async () => {
    const of = planOf(Array.from({ length: 15 }, (_, at) => task(at + 1, { lead: '县教育局' })))
    for (let no = 1; no <= 15; no += 1) after(of, '2026-01-12', list(no, '县教育局'))
    const card = cardIn(await act(reviewMilestones, { page: 2 }, deskFor('沈若兰', of)))
    expect([renderText(card).includes('待审年度分解15项（第2/3页）'), Object.keys(buttons(card)).slice(-3)]).toEqual([true, ['同意以上6项', '下一页', '上一页']])
  })
})

describe('待审', () => {
  it('has each proposal with its two answers, and goes on to the next in one message', async () => {
    const of = proposed()
    const first = cardIn(await type(queue, '', deskFor('沈若兰', of, '2026-01-13')))
    expectGoodCard(first)
    expect(renderText(first)).toContain('6月30日前：完成招标（看中标通知书）')
    const next = await act(queue, buttons(first)['同意']?.args, deskFor('沈若兰', of, '2026-01-13'))
    expect(shown(next)).toContain('✅ 已同意：1 建强师资')
    expect(year(of)?.approved?.milestones.length).toBe(2)
    const form = formIn(await act(queue, buttons(cardIn(next))['退回']?.args, deskFor('沈若兰', of, '2026-01-13')))
    const last = await act(queue, { ...form.run.args, reason: '太笼统' }, deskFor('沈若兰', of, '2026-01-13'))
    expect([shown(last).includes('↩️ 已退回：2 改进评价'), year(of, 2)?.returned?.reason]).toEqual([true, '太笼统'])
  })
  it('still has what waited over New Year: it can only be sent back, here and on the card of all that wait', async () => {
    const of = proposed()
    const desk = (): TestDesk => deskFor('沈若兰', of, '2027-01-05')
    const one = cardIn(await type(queue, '', desk()))
    expectGoodCard(one)
    expect([renderText(one).includes('2026年已过，不能再同意，请退回'), '同意' in buttons(one), '退回' in buttons(one)]).toEqual([true, false, true])
    const all = cardIn(await type(reviewMilestones, '', desk()))
    expectGoodCard(all)
    expect(renderText(all)).toContain('2026年已过')
    expect(Object.keys(buttons(all))).toEqual(['退回'])
    const form = formIn(await act(reviewMilestones, buttons(all)['退回']?.args, desk()))
    expect(shown(await act(reviewMilestones, { ...form.run.args, reason: '请报2027年的' }, desk()))).toContain('将告知')
  })
  it('leaves out what a date of its own has overtaken', async () => {
    const of = after(proposed(), '2026-01-13', { type: 'set-due', task: taskNo(1), day: day('2026-09-30'), reason: '' })
    expect(shown(await type(queue, '', deskFor('沈若兰', of, '2026-01-14')))).not.toContain('建强师资')
  })
})

describe('节点完成', () => {
  it('is said of the next one where no number is given', async () => {
    const of = approved()
    const card = cardIn(await type(reachMilestone, '1', deskFor('苏晚晴', of, '2026-05-06')))
    expectGoodCard(card)
    expect(card.text).toBe('✅ 已记录（自报）：1 建强师资，完成招标')
    expect(renderText(card)).toContain('✅ 6月30日 完成招标（5月6日完成，自报）')
    expect(renderText(card)).toContain('▶️ 11月30日 主体开工')
  })
  it('with a number and words', async () => {
    const of = approved()
    await type(reachMilestone, '1 2 11月5日已开工', deskFor('苏晚晴', of, '2026-11-06'))
    expect(year(of)?.approved?.milestones.map(({ reached: said }) => said.map(({ words }) => words))).toEqual([[], ['11月5日已开工']])
  })
  it('pressed asks for a sentence, which may be left out', async () => {
    const of = approved()
    const pressed = { task: 'p1-1', year: 2026, number: 1, proposedAt: nineOn('2026-01-12'), ask: true }
    const form = formIn(await act(reachMilestone, pressed, deskFor('苏晚晴', of, '2026-05-06')))
    expect(form.fields).toMatchObject([{ name: 'words', optional: true }])
    await act(reachMilestone, form.run.args, deskFor('苏晚晴', of, '2026-05-06'))
    expect(year(of)?.approved?.milestones[0]?.reached).toMatchObject([{ unit: '县教育局' }])
    expect(shown(await act(reachMilestone, pressed, deskFor('苏晚晴', of, '2026-05-07')))).toContain('已于5月6日(周三)报过这个节点完成')
  })
  it('of the last one leads to 办结 for the whole', async () => {
    const of = after(approved(), '2026-05-06', reached(1, '县教育局', 2026, 1))
    const card = cardIn(await type(reachMilestone, '1', deskFor('苏晚晴', of, '2026-11-06')))
    expect([renderText(card).includes('2026年的节点都已完成'), buttons(card)['整项已完成']]).toEqual([true, { command: 'claim', args: { task: 'p1-1' } }])
  })
  it.each([['nothing is approved', plan, '1', '还没有经同意的节点'], ['there is no such number', approved, '1 7', '没有节点7，共2个']])('is refused where %s', async (_, of, words, said) => expect(shown(await type(reachMilestone, words, deskFor('苏晚晴', of(), '2026-05-06')))).toContain(said))
})

describe('the task’s card', () => {
  it('shows the year’s milestones, what stands and what is next', async () => {
    const of = after(approved(), '2026-05-06', reached(1, '县教育局', 2026, 1))
    const card = cardIn(await type(taskCommand, '1', deskFor('苏晚晴', of, '2026-05-07')))
    expectGoodCard(card)
    const said = renderText(card)
    expect(said).toContain('2026年节点：')
    expect(said).toContain('下一步：11月30日(周一)前：主体开工(节点)')
    expect(said).toContain('按年度分解报节点')
    expect([buttons(card)['节点完成'], buttons(card)['改节点']]).toMatchObject([{ command: 'reach', args: { number: 2 } }, { command: 'milestones' }])
  })
  it('says that a list waits, and offers to propose one where there is none', async () => {
    expect(shown(await type(taskCommand, '1', deskFor('苏晚晴', proposed())))).toContain('2026年年度分解已报，待督查室审核')
    expect(buttons(cardIn(await type(taskCommand, '1', deskFor('苏晚晴', plan()))))['报年度分解']).toEqual({ command: 'milestones', args: { task: 'p1-1', year: 2026 } })
  })
})
