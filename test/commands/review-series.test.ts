// 每月调度: a review that comes back, from its days being seen to each of them being run, moved or called off; and a review of a section.
import { describe, expect, it } from 'vitest'
import { cancelReview, moveReview } from '#commands/change-review.ts'
import { closeReview } from '#commands/close-review.ts'
import { inspect, lookBack, review } from '#commands/review.ts'
import { runReview } from '#commands/run-review.ts'
import type { Command } from '#src/command.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Card, Form } from '#templates/card.ts'
import { plain } from '#templates/rich.ts'
import { after, acceptClaim, claim, directoryWith, planWith, task } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'

const county = () => directoryWith(['县教育局', '县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] })
/** 1 and 2 are long overdue. */
const plan = (): PlanState => planWith(
  task(1, { title: '普惠园建设', section: '学前教育专项', due: '2026-06-01', lead: '县教育局' }), task(2, { title: '校车经费', section: '保障措施', due: '2026-06-02', lead: '县财政局' }), task(3, { title: '集团化办学', section: '学前教育专项', due: '2026-12-31', lead: '县财政局' }),
)
const deskOn = (of: PlanState, today = '2026-07-02', lang: 'zh' | 'en' = 'zh'): TestDesk => deskOf({ plans: [of], directory: county(), asker: '沈若兰', today, lang })
type Handled = Awaited<ReturnType<Command['handle']>>
const cardOf = (answer: Handled): Card => {
  if (answer.kind !== 'card') throw new Error(`no card: ${JSON.stringify(answer).slice(0, 300)}`)
  return answer.card
}
const formOf = (answer: Handled): Form => {
  if (answer.kind !== 'form') throw new Error(`no form: ${JSON.stringify(answer).slice(0, 300)}`)
  return answer.form
}
const read = (answer: Handled): string => ((card) => [...(card.lines ?? []).map(plain), ...(card.sections ?? []).flatMap(({ heading, rows }) => [...(heading === undefined ? [] : [plain(heading)]), ...rows.map(({ line }) => plain(line))]), ...(card.actions ?? []).map(({ label }) => `[${label}]`)].join('\n'))(cardOf(answer))
const typed = (command: Command, desk: TestDesk, line: string): Promise<Handled> => command.handle(command.typed(line.split(' ').filter((word) => word !== '')), desk)
const pressed = (desk: TestDesk, answer: Handled): Promise<Handled> => review.handle(cardOf(answer).actions?.[0]?.run.args, desk)
const days = (of: PlanState): string[] => [...of.reviews.values()].filter(({ status }) => status === 'ahead').map(({ day }) => day)
/** The reds on the fifth of each month until the year is over. */
async function scheduled(of = plan()): Promise<PlanState> {
  const desk = deskOn(of, '2026-07-02')
  await pressed(desk, await typed(review, desk, '红灯 每月5日'))
  return of
}

describe('a review of a section', () => {
  it.each(['学前教育专项 7月10日', '领域 学前教育 7月10日', '7月10日 学前教育专项'])('looks at its open tasks: %s', async (words) => {
    const of = plan()
    expect(read(await typed(review, deskOn(of), words))).toContain('已安排调度：7月10日(周五)，2项，涉及2个单位')
    expect(of.reviews.get('r1')).toMatchObject({ tasks: [1, 3], units: ['县教育局', '县财政局'] })
  })

  it.each([['督查', inspect, 'inspection'], ['回头看', lookBack, 'look-back']] as const)('is what it is called by: %s', async (_, command, kind) => {
    const of = plan()
    await typed(command, deskOn(of), '县教育局 7月10日')
    expect(of.reviews.get('r1')).toMatchObject({ kind, tasks: [1] })
  })

  it('is offered in the form', async () => {
    expect(formOf(await typed(review, deskOn(plan()), '安排')).fields[0]).toMatchObject({ choices: expect.arrayContaining([{ value: '学前教育专项', label: '领域：学前教育专项' }]) as unknown })
  })

  it('of which nothing is open is refused, with a way to schedule another', async () => {
    const of = after(after(plan(), '2026-06-20', claim(2, '县财政局')), '2026-06-21', acceptClaim(2, '县财政局'))
    const card = cardOf(await typed(review, deskOn(of), '保障措施 7月10日'))
    expect(card.text).toContain('“保障措施”里现在没有在办任务')
    expect(card.actions?.map(({ label }) => label)).toEqual(['安排调度'])
    expect(of.reviews.size).toBe(0)
  })
})

describe('a review that comes back', () => {
  it('shows its days before they are scheduled: a day off moves to the next working day, and so it says', async () => {
    const of = plan()
    const says = read(await typed(review, deskOn(of), '红灯 每月5日'))
    expect(says).toContain('将安排调度12次：每月5日，红灯任务')
    expect(says).toContain('现在是2项，涉及2个单位')
    expect(says).toContain('7月6日(周一)（7月5日不是工作日，顺延）\n8月5日(周三)')
    expect(says).toContain('2027年的放假安排还没有公布')
    expect(of.reviews.size).toBe(0)
  })

  it('is as many reviews once it is confirmed, none of which is settled what it looks at', async () => {
    const of = await scheduled()
    expect(days(of)).toHaveLength(12)
    expect(of.reviews.get('r12')).toMatchObject({ series: 'r1', scope: { kind: 'light', light: 'red' }, tasks: [], units: [] })
  })

  it('is asked for in the form, from the day that is chosen there', async () => {
    const of = plan()
    const desk = deskOn(of)
    const form = formOf(await typed(review, desk, '安排'))
    const shown = await review.handle({ ...form.run.args, task: '县教育局', day: '2026-08-20', repeat: 'quarter-end', kind: 'dispatch', prepare: '', place: '三楼' }, desk)
    expect(read(shown)).toContain('每季度最后一个工作日，县教育局牵头的任务')
    await pressed(desk, shown)
    expect(of.reviews.get('r1')).toMatchObject({ day: '2026-09-30', place: '三楼', scope: { kind: 'unit', unit: '县教育局' } })
    expect(formOf(await typed(review, desk, '每月5日')).fields).toMatchObject([{}, { now: '2026-07-06' }, {}, { now: 'month' }, {}, {}])
  })

  it('ends with the plan: none is left in its last days', async () => {
    const card = cardOf(await typed(review, deskOn(plan(), '2028-12-29'), '红灯 每月5日'))
    expect(card.text).toContain('没有这样的日子了')
  })

  it('is one line of the list, with its next days', async () => {
    const of = await scheduled()
    const card = cardOf(await typed(review, deskOn(of), ''))
    expect(card.sections?.[0]?.rows.map(({ line }) => plain(line))).toEqual(['r1 · 调度 · 7月6日(周一) · 红灯任务 · 接下来r2 8月5日、r3 9月7日、r4 10月8日、r5 11月5日等11次'])
    const later = cardOf(await typed(review, deskOn(of, '2026-07-08'), ''))
    expect(later.sections?.[0]?.rows.map(({ line }) => plain(line).slice(0, 24))).toEqual(['r1 · 调度 · 7月6日(周一)，已过 · ', 'r2 · 调度 · 8月5日(周三) · 红灯任'])
  })

  it('looks on its day at what stands so by then, and keeps what it looked at', async () => {
    const of = after(after(await scheduled(), '2026-07-03', claim(2, '县财政局')), '2026-07-03', acceptClaim(2, '县财政局'))
    const desk = deskOn(of, '2026-07-06')
    expect(read(await typed(runReview, desk, 'r1'))).toContain('1/1 · 县教育局')
    await typed(closeReview, desk, 'r1 月底前交地')
    expect(of.reviews.get('r1')).toMatchObject({ status: 'closed', tasks: [1] })
  })

  it('has no outcome before its day, and is not offered one', async () => {
    const of = await scheduled()
    const desk = deskOn(of)
    expect(cardOf(await typed(review, desk, '')).sections?.[0]?.rows[0]).not.toHaveProperty('more')
    expect(read(await typed(closeReview, desk, 'r1'))).toContain('还没有到日子')
    expect(read(await typed(closeReview, desk, 'r1 已看'))).toContain('请先改期到今天')
    expect(of.reviews.get('r1')).toMatchObject({ status: 'ahead' })
  })

  it('is moved alone', async () => {
    const of = await scheduled()
    await typed(moveReview, deskOn(of), 'r2 8月12日 防汛会商')
    expect(days(of).slice(0, 3)).toEqual(['2026-07-06', '2026-08-12', '2026-09-07'])
  })

  it('is called off alone, or with all that come after it', async () => {
    const of = await scheduled()
    await typed(cancelReview, deskOn(of), 'r2 并入县委督查')
    expect(days(of)).toHaveLength(11)
    expect(read(await typed(cancelReview, deskOn(of), 'r4 之后都取消 改为专报'))).toContain('之后的8次也取消：')
    expect(days(of)).toEqual(['2026-07-06', '2026-09-07'])
    expect(cardOf(await typed(review, deskOn(of), '')).sections?.[0]?.rows).toHaveLength(3)
  })

  it('asks in the form which of them are called off', async () => {
    const of = await scheduled()
    const form = formOf(await typed(cancelReview, deskOn(of), 'r11'))
    expect(form.fields[0]).toMatchObject({ name: 'rest', now: 'this', choices: [{}, { value: 'rest', label: '这一次和之后的1次都取消' }] })
    await cancelReview.handle({ ...form.run.args, rest: 'rest', reason: '改为专报' }, deskOn(of))
    expect(days(of)).toHaveLength(10)
  })

  it('is scheduled in English too', async () => {
    expect(read(await typed(review, deskOn(plan(), '2026-07-02', 'en'), 'red quarterly-last'))).toContain('each quarter on the last working day, red tasks')
  })
})
