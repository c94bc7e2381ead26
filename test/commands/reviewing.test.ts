// 督查、调度 as the secretary runs it: item by item in one message, and what came of it.
import { describe, expect, it } from 'vitest'
import { cancelReview, moveReview } from '#commands/change-review.ts'
import { closeReview } from '#commands/close-review.ts'
import { review } from '#commands/review.ts'
import { runReview } from '#commands/run-review.ts'
import { undo } from '#commands/undo.ts'
import type { Command } from '#src/command.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Card, Form } from '#templates/card.ts'
import { plain } from '#templates/rich.ts'
import { after, day, directoryWith, nineOn, planWith, report, task, taskNo, unitId } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'

const secretary = PersonId.parse('u1')
const county = () => directoryWith(['县教育局', '县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] })
/** Three tasks of two units, those of one unit not side by side in the plan. */
function plan(): PlanState {
  const standing = planWith(task(1, { title: '普惠园建设', lead: '县教育局' }), task(2, { title: '校车经费', lead: '县财政局' }), task(3, { title: '集团化办学', lead: '县教育局', support: ['县财政局'] }))
  after(standing, '2026-07-01', report(1, '县教育局', { done: '已完成3所' }), PersonId.parse('u2'))
  return after(standing, '2026-07-02', { type: 'schedule-review', kind: 'inspection', day: day('2026-07-10'), tasks: [taskNo(1), taskNo(2), taskNo(3)], units: [unitId('县教育局'), unitId('县财政局')], prepare: '' }, secretary)
}
const deskOn = (today = '2026-07-10', lang: 'zh' | 'en' = 'zh', of = plan()): TestDesk => deskOf({ plans: [of], directory: county(), asker: '沈若兰', today, lang })
type Handled = Awaited<ReturnType<Command['handle']>>
const cardOf = (answer: Handled): Card => {
  if (answer.kind !== 'card') throw new Error(`no card: ${JSON.stringify(answer).slice(0, 300)}`)
  return answer.card
}
const formOf = (answer: Handled): Form => {
  if (answer.kind !== 'form') throw new Error(`no form: ${JSON.stringify(answer).slice(0, 300)}`)
  return answer.form
}
const read = (answer: Handled): string => ((card) => [...(card.lines ?? []).map(plain), ...(card.sections ?? []).flatMap(({ heading, rows }) => [...(heading === undefined ? [] : [plain(heading)]), ...rows.flatMap(({ line, actions = [] }) => [plain(line), ...actions.map(({ label }) => `[${label}]`)])]), ...(card.actions ?? []).map(({ label }) => `[${label}]`)].join('\n'))(cardOf(answer))
const typed = (command: Command, desk: TestDesk, line: string): Promise<Handled> => command.handle(command.typed(line.split(' ').filter((word) => word !== '')), desk)
const pressed = (desk: TestDesk, answer: Handled, label: string): Promise<Handled> => {
  const found = cardOf(answer).actions?.find((action) => action.label === label)
  if (found === undefined) throw new Error(`no ${label} in ${read(answer)}`)
  return [runReview, closeReview, moveReview].find(({ name }) => name.en === found.run.command)?.handle(found.run.args, desk) ?? Promise.reject(new Error(found.run.command))
}
const sent = (desk: TestDesk, answer: Handled, values: Readonly<Record<string, string>>): Promise<Handled> => runReview.handle({ ...formOf(answer).run.args, ...values }, desk)
const replaces = (answer: Handled): boolean => answer.kind === 'card' && answer.replaces === true

describe('a review on its day', () => {
  it('is begun from the list of reviews, or by its name', async () => {
    const desk = deskOn()
    expect(read(await typed(review, desk, ''))).toContain('[开始]')
    expect(read(await typed(review, desk, '开始 r1'))).toBe(read(await typed(runReview, desk, 'r1')))
    expect(read(await typed(review, deskOn('2026-07-09'), ''))).not.toContain('[开始]')
    expect(read(await typed(review, deskOn('2026-07-09'), '开始 r1'))).toContain('还没有到日子')
  })

  it('shows an item with its light, what was last reported, and what can be found of it', async () => {
    const says = read(await typed(review, deskOn(), 'r1'))
    expect(says).toContain('7月10日督查 · 1/3 · 县教育局')
    expect(says).toContain('1 普惠园建设')
    expect(says).toContain('上次填报：7月1日 正常推进：已完成3所')
    expect(says).toContain('[情况属实]\n[有出入]\n[需整改]\n[下一项]')
  })

  it('goes from item to item, unit by unit, in the same message', async () => {
    const desk = deskOn()
    const second = await pressed(desk, await typed(review, desk, 'r1'), '情况属实')
    expect(read(second)).toContain('✅ 1 情况属实\n7月10日督查 · 2/3 · 县教育局')
    const third = await pressed(desk, second, '情况属实')
    expect(read(third)).toContain('3/3 · 县财政局')
    expect([second, third].every(replaces)).toBe(true)
    expect(desk.plans.values().next().value?.reviews.get('r1')?.judged.map(({ task: no }) => no)).toEqual([1, 3])
  })

  it('asks for words of what is not as it was said, and then shows the next', async () => {
    const desk = deskOn()
    const form = await pressed(desk, await typed(review, desk, 'r1'), '有出入')
    expect(formOf(form).fields.map(({ name }) => name)).toEqual(['words'])
    expect(await sent(desk, form, { words: ' ' })).toMatchObject({ kind: 'form-errors', errors: { words: expect.any(String) as string } })
    const next = await sent(desk, form, { words: '填报3所，现场2所' })
    expect(read(next)).toContain('✅ 1 有出入')
    expect(replaces(next)).toBe(true)
  })

  it('asks of what has to be put right who does it and by when: a week, two weeks, the end of the month, or a day', async () => {
    const desk = deskOn()
    const form = await pressed(desk, await typed(review, desk, 'r1'), '需整改')
    expect(formOf(form).fields.find(({ name }) => name === 'when')).toMatchObject({ choices: [{ value: '2026-07-17', label: '1周 · 7月17日' }, { value: '2026-07-24', label: '2周 · 7月24日' }, { value: '2026-07-31', label: '月底 · 7月31日' }], now: '2026-07-24' })
    expect(await sent(desk, form, { words: '补齐两校台账', who: '县教育局', when: '2026-07-24', due: '2026-07-09' })).toMatchObject({ kind: 'form-errors', errors: { due: expect.any(String) as string } })
    await sent(desk, form, { words: '补齐两校台账', who: '县教育局', when: '2026-07-24', due: '2026-07-20' })
    expect(desk.plans.values().next().value?.tasks.get(taskNo(4))).toMatchObject({ title: '补齐两校台账', section: '督查整改', due: { day: '2026-07-20' } })
  })

  it('ends with all that was found in one card, and a line to close it with', async () => {
    const desk = deskOn()
    const second = await pressed(desk, await typed(review, desk, 'r1'), '情况属实')
    const third = await sent(desk, await pressed(desk, second, '有出入'), { words: '方案未印发' })
    expect(await sent(desk, await pressed(desk, third, '需整改'), { words: '补齐两校台账', who: '县财政局', due: '2046-07-24' })).toMatchObject({ kind: 'form-errors', errors: { due: expect.stringContaining('2046') as string } })
    const end = await sent(desk, await pressed(desk, third, '需整改'), { words: '补齐两校台账', who: '县财政局', when: '2026-07-24' })
    expect(read(end)).toBe(['✅ 2 需整改', '7月10日督查：情况属实1项，有出入1项，需整改1项', '情况属实：1', '各项都已认定，办结后结果记在这些任务上。', '需整改', '2 校车经费 · 县财政局：补齐两校台账，整改任务4', '有出入', '3 集团化办学 · 县教育局：方案未印发', '[办结这次调度]', '[逐项再看]'].join('\n'))
    expect(formOf(await pressed(desk, end, '办结这次调度')).fields[0]).toMatchObject({ now: '情况属实1项，有出入1项（3），需整改1项（2）' })
  })

  it('is gone back in, and judged otherwise', async () => {
    const desk = deskOn()
    const second = await pressed(desk, await typed(review, desk, 'r1'), '情况属实')
    const first = await pressed(desk, second, '上一项')
    expect(read(first)).toContain('已认定：情况属实')
    await sent(desk, await pressed(desk, first, '有出入'), { words: '现场2所' })
    expect(desk.plans.values().next().value?.reviews.get('r1')?.judged).toMatchObject([{ task: 1, outcome: 'discrepant' }])
  })

  it('is run in English too', async () => {
    const says = read(await typed(review, deskOn('2026-07-10', 'en'), 'start r1'))
    expect(says).toContain('1/3')
    expect(says).toContain('[As said]\n[Not as said]\n[To be put right]\n[Next]')
  })

  it('is run by the secretary alone', async () => {
    const desk = deskOf({ plans: [plan()], directory: county(), asker: '苏晚晴', today: '2026-07-10' })
    expect(cardOf(await typed(review, desk, '开始 r1')).refused).toBe('final')
  })
})

describe('the outcome of a review', () => {
  const begun = (): PlanState => after(plan(), '2026-07-10', { type: 'judge-review-item', review: 'r1', task: taskNo(1), unit: unitId('县教育局'), finding: { outcome: 'confirmed', words: '' }, instead: '' }, secretary)

  it('of one that was begun is seen before it is recorded, with how many nothing was found of', async () => {
    const form = formOf(await typed(closeReview, deskOn('2026-07-10', 'zh', begun()), 'r1 月底前补齐'))
    expect(form.intro?.map(plain).join('')).toContain('还有2项没有认定')
    expect(form.fields[0]).toMatchObject({ now: '月底前补齐' })
  })
  it('is no day alone', async () => expect(formOf(await typed(closeReview, deskOn(), 'r1 8月5日')).fields[0]).toMatchObject({ now: '8月5日' }))
  it('goes back with 撤销, and is recorded anew', async () => {
    const desk = deskOn()
    const done = await typed(closeReview, desk, 'r1 都已属实')
    const at = cardOf(done).actions?.find(({ label }) => label === '撤销')?.run
    expect(read(await undo.handle(at?.args, desk))).toBe('↩️ 已撤销登记：7月10日(周五)的督查还没有结果\n[看调度]')
    expect(read(await typed(closeReview, desk, 'r1 有两项要补'))).toContain('有两项要补')
  })
})

describe('a review that is ahead', () => {
  it('is moved with a reason, and says who is told', async () => {
    const desk = deskOn('2026-07-03')
    expect(formOf(await typed(moveReview, desk, 'r1')).fields.map(({ name }) => name)).toEqual(['day', 'reason'])
    expect(read(await typed(moveReview, desk, 'r1 7月14日 防汛会商'))).toBe('✅ 已改期：督查由7月10日(周五)改到7月14日(周二)\n原因：防汛会商\n将告知苏晚晴、唐一鸣。\n[改回7月10日(周五)]\n[改期]\n[看调度]')
    expect(read(await typed(review, desk, ''))).toContain('原定7月10日(周五)，改期：防汛会商')
  })

  it('called off on a day off says when that is told, and that it may be too late', async () => {
    const told = ['县教育局/u2', '县财政局/u3'].map((whom) => `review/p1/r1/2026-07-10/told/${whom}`)
    const off = async (today: string): Promise<string> => read(await typed(cancelReview, deskOf({ plans: [plan()], directory: county(), asker: '沈若兰', today, told, now: nineOn(today) }), 'r1 并入县委督查'))
    expect(await off('2026-07-09')).not.toContain('到那天才送达')
    expect(read(await typed(cancelReview, deskOf({ plans: [plan()], directory: county(), asker: '沈若兰', today: '2026-07-09', told, now: '2026-07-09T13:30:00.000Z' as never }), 'r1 并入县委督查'))).toContain('现在不发消息，到那天才送达，急的请打电话')
  })

  it('moved by mistake goes back by one tap, which is on record, and is no tap of one that was moved on since', async () => {
    const desk = deskOn('2026-07-03')
    const first = await typed(moveReview, desk, 'r1 7月14日 防汛会商')
    expect(read(await pressed(desk, first, '改回7月10日(周五)'))).toContain('已改期：督查由7月14日(周二)改到7月10日(周五)\n原因：改期有误，恢复原定日期')
    const second = await typed(moveReview, desk, 'r1 7月14日 防汛会商')
    await typed(moveReview, desk, 'r1 7月15日 场地')
    expect(read(await pressed(desk, second, '改回7月10日(周五)'))).toContain('7月14日(周二)没有待开展的调度，什么也没有记')
  })

  it('is moved to an hour too, in place of the one before, and back to where it was', async () => {
    const desk = deskOn('2026-07-03')
    const moved = await typed(moveReview, desk, 'r1 7月14日 15:00 防汛会商')
    expect(read(moved)).toContain('已改期：督查由7月10日(周五)改到7月14日(周二)\n时间：15:00\n原因：防汛会商')
    expect(read(await pressed(desk, moved, '改回7月10日(周五)'))).not.toContain('15:00')
    expect(desk.recorded.slice(-2)).toMatchObject([{ day: '2026-07-14', place: '15:00', reason: '防汛会商' }, { day: '2026-07-10', place: '' }])
    expect(formOf(await typed(moveReview, desk, 'r1 7月14日 15:00')).run.args).toMatchObject({ time: '15:00' })
  })

  it('is moved to another hour of its day, and an hour that is none is refused', async () => {
    const desk = deskOn('2026-07-03')
    const moved = await typed(moveReview, desk, 'r1 7月10日 15:00 领导有会')
    expect(read(moved)).toContain('已改时间：7月10日(周五)督查\n时间：15:00\n原因：领导有会')
    expect(read(await typed(review, desk, ''))).toContain('改了时间：领导有会')
    expect(read(await pressed(desk, moved, '改回原时间'))).toBe('✅ 已改时间：7月10日(周五)督查\n原因：改期有误，恢复原定日期\n将告知苏晚晴、唐一鸣。\n[改回原时间]\n[改期]\n[看调度]')
    expect(read(await typed(moveReview, desk, 'r1 7月14日 25:00 领导有会'))).toContain('看不懂时间“25:00”')
  })

  it('is called off with a reason, and is run no more', async () => {
    const told = ['县教育局/u2', '县财政局/u3'].map((whom) => `review/p1/r1/2026-07-10/told/${whom}`)
    const desk = deskOf({ plans: [plan()], directory: county(), asker: '沈若兰', today: '2026-07-03', told })
    expect(formOf(await typed(cancelReview, desk, 'r1')).fields.map(({ name }) => name)).toEqual(['reason'])
    expect(read(await typed(cancelReview, desk, 'r1 并入县委督查'))).toBe('✅ 已取消：7月10日(周五)督查\n原因：并入县委督查\n将告知苏晚晴、唐一鸣。\n[撤销]\n[另行安排]')
    expect(read(await typed(review, desk, ''))).toContain('取消：并入县委督查')
    expect(read(await typed(moveReview, desk, 'r1'))).toContain('取消')
  })

  it('is told to nobody when it is called off before anybody was told of it', async () => {
    expect(read(await typed(cancelReview, deskOn('2026-07-03'), 'r1 并入县委督查'))).toContain('还没有通知过单位')
  })
})
