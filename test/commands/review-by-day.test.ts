// 取消调度 r1 9月7日, 调度改期 9月7日 9月14日: one of a series is meant by its day, in one plan and in several.
import { describe, expect, it } from 'vitest'
import { cancelReview, moveReview } from '#commands/change-review.ts'
import { closeReview } from '#commands/close-review.ts'
import { runReview } from '#commands/run-review.ts'
import { commands } from '#commands/index.ts'
import { review } from '#commands/review.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { formWaits } from '#templates/failed.ts'
import { plain } from '#templates/rich.ts'
import { after, day, directoryWith, nineOn, planOf, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const directory = directoryWith(['县教育局', '县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const planCalled = (id: string, title: string): PlanState => planOf([task(1, { title: '普惠园建设', due: '2026-06-01', lead: '县教育局' })], { id, title })
/** The reds on the fifth of each month, of every plan: r3 is on 7 September. */
async function seriesOf(...plans: PlanState[]): Promise<TestDesk> {
  const desk = deskOf({ plans, directory, asker: '沈若兰' })
  for (const { id } of plans) {
    const shows = await act(review, { schedule: true, task: '红灯', day: '每月5日', plan: id }, desk)
    await act(review, buttons(cardIn(shows))['安排这12次']?.args, desk)
  }
  return desk
}
const inOne = (): Promise<TestDesk> => seriesOf(planCalled('p1', '教育强县三年行动方案'))
const inTwo = (): Promise<TestDesk> => seriesOf(planCalled('p1', '教育强县三年行动方案'), planCalled('p2', '卫生健康三年行动方案'))
const standing = (desk: TestDesk, plan: string, id: string) => desk.allPlans.get(plan as never)?.reviews.get(id)
const changed = (desk: TestDesk): string[] => desk.recorded.flatMap((intent) => (intent.type === 'cancel-review' || intent.type === 'move-review' ? [`${intent.type} ${intent.review} ${intent.reason}`] : []))
const rowsIn = (answer: Parameters<typeof cardIn>[0]) => (cardIn(answer).sections ?? []).flatMap(({ rows }) => rows)

describe('a day behind the number of a series', () => {
  it.each(['r1 9月7日 领导出差', 'r1 9月7日那次 领导出差', 'p1/r1 9月7日的 领导出差', 'r3 9月7日 领导出差', '9月7日 领导出差', '9月7日的调度 领导出差'])('is that one of it, and no reason: 取消调度 %s', async (words) => {
    const desk = await inOne()
    expect(shown(await type(cancelReview, words, desk))).toMatch(/已取消：9月7日\(周一\)调度/)
    expect(changed(desk)).toEqual(['cancel-review r3 领导出差'])
    expect(standing(desk, 'p1', 'r1')).toMatchObject({ status: 'ahead', day: '2026-07-06' })
  })

  it.each(['r1 9月7日 9月14日 与全会冲突', 'r1 9月7日改到9月14日 与全会冲突', 'r1 9月7日 到 9月14日 与全会冲突', '9月7日 9月14日 与全会冲突', '9月7日改到9月14日 与全会冲突', 'r3 9月14日 与全会冲突'])('is that one of it, and the second is the new one: 调度改期 %s', async (words) => {
    const desk = await inOne()
    expect(shown(await type(moveReview, words, desk))).toMatch(/已改期：调度由9月7日\(周一\)改到9月14日\(周一\)/)
    expect(changed(desk)).toEqual(['move-review r3 与全会冲突'])
  })

  it('calls off those after it too, where that is said', async () => {
    const desk = await inOne()
    expect(shown(await type(cancelReview, 'r1 9月7日 之后都取消 改为专报', desk))).toContain('之后的9次也取消')
    expect(changed(desk)).toEqual(['cancel-review r3 改为专报'])
  })

  it('on which none of it is left is asked about, with those there are', async () => {
    const desk = await inOne()
    const answer = await type(cancelReview, 'r1 9月8日 领导出差', desk)
    expect(shown(answer)).toMatch(/9月8日\(周二\)没有待开展的调度，什么也没有记。[^]*哪一次？[^]*r3 · 调度 · 9月7日/)
    expect(changed(desk)).toEqual([])
    await act(cancelReview, rowsIn(answer)[2]?.beside?.run.args, desk)
    expect(changed(desk)).toEqual(['cancel-review r3 领导出差'])
  })

  it('to which it is moved is asked about where the first is none of its days, and seen in the form', async () => {
    const desk = await inOne()
    const answer = await type(moveReview, 'r1 9月8日 9月14日 与全会冲突', desk)
    expect(shown(answer)).toMatch(/9月8日\(周二\)没有待开展的调度/)
    const form = formIn(await act(moveReview, rowsIn(answer)[2]?.beside?.run.args, desk))
    expect(form).toMatchObject({ run: { args: { review: 'r3' } }, fields: [{ now: '2026-09-14' }, { now: '与全会冲突' }] })
    expect(changed(desk)).toEqual([])
  })

  it('that stands among other words is of the reason', async () => {
    const desk = await inOne()
    await type(cancelReview, 'r1 因 9月7日 开会', desk)
    expect(changed(desk)).toEqual(['cancel-review r1 因 9月7日 开会'])
  })

  it('of one that stands alone is asked about where it is on another day', async () => {
    const desk = deskOf({ plans: [after(planCalled('p1', '教育强县三年行动方案'), '2026-07-01', { type: 'schedule-review', kind: 'inspection', day: day('2026-07-10'), tasks: [taskNo(1)], units: [unitId('县教育局')], prepare: '' })], directory, asker: '沈若兰' })
    expect(shown(await type(cancelReview, 'r1 9月8日 领导出差', desk))).toMatch(/9月8日[^]*r1 · 督查 · 7月10日/)
    expect(changed(desk)).toEqual([])
    await type(cancelReview, 'r1 7月10日 领导出差', desk)
    expect(changed(desk)).toEqual(['cancel-review r1 领导出差'])
  })
})

describe('a day without more', () => {
  it.each([
    { command: cancelReview, words: '9月7日', gap: '还没有取消：9月7日(周一)的调度，请写明原因。' },
    { command: cancelReview, words: 'r1', gap: '还没有取消：7月6日(周一)的调度，请写明原因。' },
    { command: moveReview, words: '9月7日 9月14日', gap: '还没有改：9月7日(周一)的调度改到9月14日(周一)，请写明原因。' },
    { command: moveReview, words: 'r3', gap: '还没有改：9月7日(周一)的调度，请写明改到哪天和原因。' },
  ])('says which it is and what is lacking: $words', async ({ command, words, gap }) => {
    const form = formIn(await type(command, words, await inOne()))
    expect(formWaits(form, form.run, 'zh').text).toBe(`${gap}请点“${form.title}”打开表单补上。`)
  })
})

describe('reviews of several plans', () => {
  it.each([['取消调度', cancelReview, '9月7日 领导出差', 'cancel-review r3 领导出差'], ['取消调度', cancelReview, 'r1 9月7日 领导出差', 'cancel-review r3 领导出差'], ['调度改期', moveReview, '9月7日 9月14日 与全会冲突', 'move-review r3 与全会冲突'], ['调度改期', moveReview, 'r1 9月7日 9月14日 与全会冲突', 'move-review r3 与全会冲突']] as const)('are chosen from, and nothing that was said is lost: %s %s', async (_, command, words, kept) => {
    const desk = await inTwo()
    const answer = await type(command, words, desk)
    expectGoodCard(cardIn(answer))
    expect(rowsIn(answer)).toHaveLength(2)
    expect(rowsIn(answer).map(({ line }) => plain(line)).join()).toMatch(/p1[^]*p2/)
    expect(changed(desk)).toEqual([])
    await act(command, rowsIn(answer)[1]?.beside?.run.args, desk)
    expect(changed(desk)).toEqual([kept])
    expect(standing(desk, 'p1', 'r3')).toMatchObject({ status: 'ahead', day: '2026-09-07' })
  })

  it('are named with their plan', async () => {
    const desk = await inTwo()
    await type(cancelReview, 'p2/r1 9月7日 领导出差', desk)
    expect(standing(desk, 'p2', 'r3')).toMatchObject({ status: 'cancelled', reason: '领导出差' })
    expect(shown(await type(review, '', desk))).toMatch(/p1\/r1 · 调度[^]*p2\/r1 · 调度/)
  })
})

describe('a series in the list', () => {
  it('names its next ones, and opens to all of them, each with its own day', async () => {
    const desk = await inOne()
    const list = await type(review, '', desk)
    expect(shown(list)).toContain('接下来r2 8月5日、r3 9月7日、r4 10月8日、r5 11月5日等11次')
    const all = await act(review, buttons(cardIn(list))['各次']?.args, desk)
    expectGoodCard(cardIn(all))
    expect(rowsIn(all).map(({ line }) => plain(line))).toEqual(expect.arrayContaining(['r3 · 调度 · 9月7日(周一) · 红灯任务']))
    expect(rowsIn(all)).toHaveLength(12)
    const of = rowsIn(all)[2]
    expect(of?.more?.map(({ label, run }) => [label, run.args['review']])).toEqual([['改期', 'r3'], ['取消调度', 'r3']])
  })

  it('is opened by whoever may not change it, too, who changes nothing there', async () => {
    const { allPlans } = await inOne()
    const desk = deskOf({ plans: [...allPlans.values()], directory, asker: '苏晚晴' })
    const all = await act(review, buttons(cardIn(await type(review, '', desk)))['各次']?.args, desk)
    expect(shown(all)).toContain('r3 · 调度 · 9月7日(周一)')
    expect(Object.keys(buttons(cardIn(all)))).toEqual(['看调度'])
  })
})

describe('in English', () => {
  it('move review is 调度改期', async () => {
    const desk = await inOne()
    const found = findCommand(commands, 'move review r3 14 September clashes with the plenary'.split(' '))
    if (found.kind !== 'found') throw new Error('not found')
    await act(found.command, found.command.typed(found.words), desk)
    expect(standing(desk, 'p1', 'r3')).toMatchObject({ day: '2026-09-14', moved: { reason: 'clashes with the plenary' } })
  })
})

describe('a day in place of the number', () => {
  const onDay = (of: PlanState, today: string): TestDesk => deskOf({ plans: [of], directory, asker: '沈若兰', today, now: nineOn(today) })
  /** Called for 6 July and each month after it: r1 is of July, r3 of September. */
  async function called(): Promise<PlanState> {
    const of = planCalled('p1', '教育强县三年行动方案')
    await seriesOf(of)
    return of
  }

  it.each(['9月7日', '9月7日的调度', '今天', '7 September'])('runs the review of that day: 开展调度 %s', async (words) => {
    const card = cardIn(await type(runReview, words, onDay(await called(), '2026-09-07')))
    expect(card.refused).toBeUndefined()
    expect(card.text).toMatch(/9月7日/)
  })
  it.each(['9月7日 明确月底前交地', '9月7日那次 明确月底前交地', '7 September 明确月底前交地'])('closes it: 办毕 %s', async (words) => {
    const of = await called()
    await type(closeReview, words, onDay(of, '2026-09-08'))
    expect(of.reviews.get('r3')).toMatchObject({ status: 'closed', outcome: '明确月底前交地' })
    expect(of.reviews.get('r1')).toMatchObject({ status: 'ahead' })
  })
  it('keeps a day of no review that stands before other words', async () => {
    const of = await called()
    expect(formIn(await type(closeReview, '本周五 前补齐台账', onDay(of, '2026-07-08'))).fields[0]).toMatchObject({ now: '本周五 前补齐台账' })
  })
  it('is of the year that was, in January', async () => {
    const of = await called()
    await type(closeReview, '12月7日 已办', onDay(of, '2027-01-04'))
    expect(of.reviews.get('r6')).toMatchObject({ day: '2026-12-07', status: 'closed' })
  })
  it('says why not, of one that is ahead, closed or of no day', async () => {
    const of = await called()
    expect(shown(await type(runReview, '9月7日', onDay(of, '2026-07-06')))).toContain('这次调度安排在9月7日(周一)，还没有到日子')
    await type(closeReview, '7月6日 已办', onDay(of, '2026-07-06'))
    expect(shown(await type(closeReview, '7月6日 又办', onDay(of, '2026-07-07')))).toContain('已于7月6日(周一)登记结果')
    const none = cardIn(await type(closeReview, '9月31日 已办', onDay(of, '2026-10-05')))
    expect(Object.entries(buttons(none))).toMatchObject([['9月30日', { args: { on: '2026-09-30', outcome: '已办' } }], ['10月1日', {}]])
  })
})
