// 调度 安排: a day off is asked about first, as it is of a meeting; what stands already is shown and not recorded again.
import { describe, expect, it } from 'vitest'
import { changeMeeting } from '#commands/change-meeting.ts'
import { cancelReview, moveReview } from '#commands/change-review.ts'
import { closeReview } from '#commands/close-review.ts'
import { inspect, review } from '#commands/review.ts'
import { runReview } from '#commands/run-review.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, day, directoryWith, nineOn, planOf, planWith, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { realDesk } from '#test/real-desk.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const directory = () => directoryWith(['县教育局', '县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] })
const plan = (): PlanState => planWith(task(1, { title: '普惠园建设', due: '2026-06-01', lead: '县教育局' }), task(2, { title: '校车经费', due: '2026-06-02', lead: '县财政局' }), task(3, { title: '集团化办学', due: '2026-12-31', lead: '县财政局' }))
const deskFor = (of = plan(), more: object = {}): TestDesk => deskOf({ plans: [of], directory: directory(), asker: '沈若兰', ...more })
const reviewsOf = (desk: TestDesk) => [...(desk.allPlans.get('p1' as never)?.reviews.values() ?? [])]
const aheadOf = (desk: TestDesk): string[] => reviewsOf(desk).filter(({ status }) => status === 'ahead').map((each) => each.day)
const inspection = { type: 'schedule-review' as const, kind: 'inspection' as const, day: day('2026-07-10'), tasks: [taskNo(1)], units: [unitId('县教育局')], prepare: '' }

describe('a review on a day off', () => {
  it('is asked about first, and recorded when it is pressed all the same', async () => {
    const desk = deskFor()
    const card = cardIn(await type(inspect, '县教育局 7月11日 请带合同', desk))
    expect(shown({ kind: 'card', card })).toMatch(/还没有安排，请先看：督查，7月11日\(周六\)，任务1[^]*7月11日\(周六\)不是工作日/)
    expect(Object.keys(buttons(card))).toEqual(['仍然安排', '改一改'])
    expectGoodCard(card)
    expect(reviewsOf(desk)).toEqual([])
    await act(review, buttons(card)['仍然安排']?.args, desk)
    expect(reviewsOf(desk)).toMatchObject([{ kind: 'inspection', day: '2026-07-11', prepare: '请带合同' }])
  })

  it('is changed in the form, with what was written', async () => {
    const desk = deskFor()
    const card = cardIn(await type(inspect, '县教育局 7月11日 请带合同', desk))
    expect(formIn(await act(review, buttons(card)['改一改']?.args, desk)).fields).toMatchObject([{ now: '县教育局' }, { now: '2026-07-11' }, { now: 'inspection' }, { now: 'once' }, {}, { now: '请带合同' }])
  })

  it('is one on which the units of the plan do not work, too', async () => {
    const resting = after(plan(), '2026-07-01', { type: 'set-own-days-off', days: [day('2026-07-10')], reason: '县庆' })
    expect(shown(await type(review, '县教育局 7月10日', deskFor(resting)))).toMatch(/7月10日\(周五\)不是工作日/)
  })

  it('is one to which it is moved, too', async () => {
    const desk = deskFor(after(plan(), '2026-07-01', inspection))
    const card = cardIn(await type(moveReview, 'r1 7月11日 防汛会商', desk))
    expect(shown({ kind: 'card', card })).toMatch(/还没有改，请先看：督查，7月11日\(周六\)[^]*不是工作日/)
    expect(Object.keys(buttons(card))).toEqual(['仍然改期', '改一改'])
    expect(aheadOf(desk)).toEqual(['2026-07-10'])
    expect(formIn(await act(moveReview, buttons(card)['改一改']?.args, desk)).fields).toMatchObject([{ now: '2026-07-11' }, { now: '防汛会商' }])
    await act(moveReview, buttons(card)['仍然改期']?.args, desk)
    expect(aheadOf(desk)).toEqual(['2026-07-11'])
  })

  it('of which no message can tell before says whom to telephone', async () => {
    const desk = deskFor(plan(), { today: '2026-07-10', now: nineOn('2026-07-10').replace(/T.*/, 'T13:00:00.000Z') })
    const card = cardIn(await type(review, '县教育局 7月11日', desk))
    expect(shown(await act(review, buttons(card)['仍然安排']?.args, desk))).toMatch(/之前发不出消息（夜间、休息日不发），请电话告知[^]*县教育局 · 请电话告知苏晚晴/)
  })
})

describe('a review that stands already', () => {
  it('is shown and not recorded again, pressed or typed twice', async () => {
    const desk = deskFor()
    const off = buttons(cardIn(await type(inspect, '县教育局 7月11日', desk)))['仍然安排']?.args
    await act(review, off, desk)
    const again = cardIn(await act(review, off, desk))
    expect(shown({ kind: 'card', card: again })).toMatch(/已经安排了，没有再记：7月11日\(周六\)的督查[^]*r1 · 督查 · 7月11日\(周六\) · 任务1/)
    expect(Object.keys(buttons(again))).toEqual(['改期', '取消调度', '看调度'])
    expectGoodCard(again)
    expect(shown(await type(inspect, '县教育局 7月11日', desk))).toMatch(/没有再记/)
    expect(reviewsOf(desk)).toHaveLength(1)
  })

  it('is another where its kind, its day or what it looks at differs, or where it is called off', async () => {
    const desk = deskFor(after(plan(), '2026-07-01', inspection))
    await type(review, '县教育局 7月10日', desk)
    await type(inspect, '县教育局 7月13日', desk)
    await type(inspect, '1,2 7月10日', desk)
    expect(reviewsOf(desk)).toHaveLength(4)
    await type(cancelReview, 'r1 并入县委督查', desk)
    await type(inspect, '县教育局 7月10日', desk)
    expect(reviewsOf(desk)).toHaveLength(5)
  })

  it('is the series that was scheduled, confirmed twice', async () => {
    const desk = deskFor()
    const confirm = buttons(cardIn(await type(review, '红灯 每月5日', desk)))['安排这12次']?.args
    await act(review, confirm, desk)
    expect(shown(await act(review, confirm, desk))).toMatch(/已经安排了，没有再记：7月6日\(周一\)等12次的调度[^]*r1 · 调度 · 7月6日\(周一\) · 红灯任务 · 接下来r2 8月5日/)
    expect(shown(await type(review, '红灯 每月5日', desk))).toMatch(/没有再记/)
    expect(reviewsOf(desk)).toHaveLength(12)
  })

  it('is left out of a series that is scheduled for longer', async () => {
    const desk = deskFor()
    await act(review, buttons(cardIn(await type(review, '红灯 每月5日', desk)))['安排这12次']?.args, desk)
    const later = deskFor(desk.allPlans.get('p1' as never), { today: '2026-09-01' })
    const card = cardIn(await type(review, '红灯 每月5日', later))
    expect(shown({ kind: 'card', card })).toMatch(/将安排调度2次[^]*另有10次已经安排，不再安排/)
    await act(review, buttons(card)['安排这2次']?.args, later)
    expect(new Set(aheadOf(later)).size).toBe(14)
  })

  it('is not what another is moved to', async () => {
    const desk = deskFor(after(after(plan(), '2026-07-01', inspection), '2026-07-01', { ...inspection, day: day('2026-07-13') }))
    expect(shown(await type(moveReview, 'r2 7月10日 防汛会商', desk))).toMatch(/已经安排了（r1），没有再记/)
    expect(aheadOf(desk)).toEqual(['2026-07-10', '2026-07-13'])
  })
})

describe('a series of reviews that goes on beyond what is scheduled at once', () => {
  it('says how many are scheduled at most', async () => {
    expect(shown(await type(review, '红灯 每月5日', deskFor()))).toMatch(/一次最多安排12次，之后的到时再安排/)
    expect(shown(await type(review, '红灯 每季度末', deskFor()))).not.toMatch(/一次最多/)
  })
})

describe('the button of a review', () => {
  const later = (of: TestDesk, today: string): TestDesk => deskFor(of.allPlans.get('p1' as never), { today })

  it('means the day that was shown, whenever it is pressed', async () => {
    const desk = deskFor(plan(), { today: '2026-07-03' })
    const anyway = buttons(cardIn(await type(review, '红灯 下周六', desk)))['仍然安排']?.args
    const monday = later(desk, '2026-07-06')
    await act(review, anyway, monday)
    expect(aheadOf(monday)).toEqual(['2026-07-11'])
  })

  it('schedules the days of a series that were shown, or says that one is past', async () => {
    const desk = deskFor()
    const all = buttons(cardIn(await type(review, '红灯 每月5日', desk)))['安排这12次']?.args
    const late = later(desk, '2026-07-07')
    expect(shown(await act(review, all, late))).toMatch(/7月6日\(周一\)已经过去/)
    expect(aheadOf(late)).toEqual([])
  })

  it('moves the one that is chosen to the day that was shown', async () => {
    const two = after(after(plan(), '2026-07-01', inspection), '2026-07-01', { ...inspection, day: day('2026-07-13'), tasks: [taskNo(2)] })
    const desk = deskFor(two, { today: '2026-07-06' })
    const { run } = cardIn(await type(moveReview, '明天 防汛会商', desk)).sections?.[0]?.rows[0]?.beside ?? {}
    expect(run?.args).toMatchObject({ day: '2026-07-07' })
  })
})

describe('what is lacking', () => {
  it('of a review that is closed is said, with which it is', async () => {
    const form = formIn(await type(closeReview, 'r1', deskFor(after(plan(), '2026-07-01', inspection), { today: '2026-07-10' })))
    expect(form.gap).toBe('还没有登记：督查 · 7月10日(周五) · 任务1，请写明结果，一句话即可。')
  })

  it('of one on a day off is whether to do it all the same: its hour and place are seen', async () => {
    expect(shown(await type(review, '县教育局 7月18日 9:00', deskFor()))).toMatch(/还没有安排，请先看：调度，7月18日\(周六\)，9:00，任务1/)
  })

  it('of one that was moved is nothing; to which day it goes is put right with a button', async () => {
    const card = cardIn(await type(moveReview, 'r1 7月14日 防汛会商', deskFor(after(plan(), '2026-07-01', inspection))))
    expect(buttons(card)).toMatchObject({ 改期: { command: 'move-review', args: { plan: 'p1', review: 'r1' } }, 看调度: { command: 'review' } })
  })
})

describe('a review that is moved by its day', () => {
  const second = { ...inspection, day: day('2026-07-10'), tasks: [taskNo(2)], units: [unitId('县财政局')] }
  const other = { ...inspection, day: day('2026-07-13'), tasks: [taskNo(2)] }
  const two = (of = plan()): PlanState => after(after(of, '2026-07-01', inspection), '2026-07-01', other)

  it.each(['7月10日 7月14日 防汛会商', '7月10日 改到 7月14日 防汛会商', '7月10日改到7月14日 防汛会商'])('is the one of that day, which goes to the new one: %s', async (words) => {
    const desk = deskFor(two())
    await type(moveReview, words, desk)
    expect(aheadOf(desk)).toEqual(['2026-07-14', '2026-07-13'])
  })

  it('is chosen among those of that day, and goes to the day that was typed', async () => {
    const desk = deskFor(after(two(), '2026-07-01', second))
    const rows = cardIn(await type(moveReview, '7月10日 7月14日 防汛会商', desk)).sections?.[0]?.rows ?? []
    expect(rows.map(({ beside }) => beside?.run.args)).toMatchObject([{ review: 'r1', day: '2026-07-14', reason: '防汛会商' }, { review: 'r3', day: '2026-07-14', reason: '防汛会商' }])
    await act(moveReview, rows[1]?.beside?.run.args, desk)
    expect(aheadOf(desk)).toEqual(['2026-07-10', '2026-07-13', '2026-07-14'])
  })

  it.each([
    { words: '7月10日 7月14日 15:00 防汛会商', to: '2026-07-14', reason: '15:00 防汛会商' },
    { words: '7月10日 15:00 7月14日 防汛会商', to: '2026-07-14', reason: '防汛会商' },
    { words: 'r1 改到7月14日 防汛会商', to: '2026-07-14', reason: '防汛会商' },
    { words: 'r1 7月14日 现场督查改为视频调度', to: '2026-07-14', reason: '现场督查改为视频调度' },
  ])('keeps the reason as it is typed, and the hour of the new day with it: $words', async ({ words, to, reason }) => {
    const desk = deskFor(two())
    await type(moveReview, words, desk)
    expect(desk.recorded.at(-1)).toMatchObject({ type: 'move-review', review: 'r1', day: to, reason })
  })

  it('keeps 改为 in the reason where none is named', async () => {
    const rows = cardIn(await type(moveReview, '7月14日 现场督查改为视频调度', deskFor(two()))).sections?.[0]?.rows ?? []
    expect(rows[0]?.beside?.run.args).toMatchObject({ day: '2026-07-14', reason: '现场督查改为视频调度' })
  })

  it('is none where there is none that day', async () => {
    expect(shown(await type(moveReview, '7月11日 7月14日', deskFor(two())))).toMatch(/7月11日.*没有待开展的调度/)
  })

  it('is typed as 改期, too, behind which a sitting is named otherwise', async () => {
    expect(formIn(await type(changeMeeting, '7月10日 7月14日 防汛会商', deskFor(two())))).toMatchObject({ run: { command: 'move-review', args: { review: 'r1' } }, fields: [{ now: '2026-07-14' }, { now: '防汛会商' }] })
    for (const words of ['7月10日 改到 7月14日 15:00 防汛会商', '7月10日改到7月14日 15:00 防汛会商']) expect(formIn(await type(changeMeeting, words, deskFor(two()))).fields).toMatchObject([{ now: '2026-07-14' }, { now: '15:00 防汛会商' }])
    const sat = after(two(planOf([task(1, { lead: '县教育局' }), task(2)], { bodies: [{ id: 'b1', name: '教育工作领导小组', convened: true, leader: '县长', deputies: [], members: [], cadences: [] }] })), '2026-07-01', { type: 'schedule-meeting', body: 'b1', day: day('2026-07-10'), time: '15:00', place: '二楼' })
    const both = cardIn(await type(changeMeeting, '7月10日 7月14日', deskFor(sat)))
    expect((both.sections ?? []).flatMap(({ rows }) => rows.map(({ beside }) => beside?.run))).toMatchObject([{ command: 'change-meeting', args: { meeting: 'm1', day: '2026-07-14' } }, { command: 'move-review', args: { review: 'r1', day: '2026-07-14' } }])
    expect(shown(await type(changeMeeting, '7月11日 7月14日', deskFor(sat)))).toMatch(/没有/)
    const [sitting, other] = (cardIn(await type(changeMeeting, '7月10日 改到 7月14日 15:00 三楼', deskFor(sat))).sections ?? []).flatMap(({ rows }) => rows.map(({ beside }) => beside?.run.args))
    expect([sitting, other]).toMatchObject([{ day: '2026-07-14', time: '15:00', place: '三楼' }, { day: '2026-07-14', reason: '15:00 三楼' }])
  })
})

describe('a review as it is typed', () => {
  it('of which the years are not the plan’s is refused before anything is asked', async () => {
    expect(shown(await type(review, '县教育局 2044年2月6日', deskFor()))).toContain('2044')
    expect(shown(await type(review, '县教育局 2044年2月6日', deskFor()))).not.toContain('不是工作日')
    expect(shown(await type(moveReview, 'r1 2044年2月6日 防汛会商', deskFor(after(plan(), '2026-07-01', inspection))))).not.toContain('不是工作日')
    expect(await act(moveReview, { review: 'r1', day: '2044-02-06', reason: '防汛会商', form: true }, deskFor(after(plan(), '2026-07-01', inspection)))).toMatchObject({ kind: 'form-errors', errors: { day: expect.stringContaining('2044') as string } })
  })

  it.each([
    { words: '红灯 7月20日 9:30 二楼', kept: { place: '9:30 二楼', prepare: '' } },
    { words: '红灯 7月20日 9:30 二楼 请带合同', kept: { place: '9:30 二楼', prepare: '请带合同' } },
    { words: '红灯 7月20日 请带合同', kept: { prepare: '请带合同' } },
  ])('keeps its hour and place, and what is to be prepared: $words', async ({ words, kept }) => {
    const desk = deskFor()
    await type(review, words, desk)
    expect(reviewsOf(desk)).toMatchObject([kept])
  })

  it('is answered with its number, and with the ways to move it and call it off', async () => {
    const card = cardIn(await type(review, '县教育局 7月10日', deskFor()))
    expect(shown({ kind: 'card', card })).toMatch(/已安排调度：7月10日.*（r1）/)
    expect(buttons(card)).toMatchObject({ 改期: { args: { review: 'r1' } }, 取消调度: { args: { review: 'r1' } } })
    expectGoodCard(card)
  })
})

describe('what a series looks at', () => {
  const scheduled = async (): Promise<TestDesk> => {
    const desk = deskFor()
    await act(review, buttons(cardIn(await type(inspect, '红灯 每月5日', desk)))['安排这12次']?.args, desk)
    return desk
  }

  it('is not looked at by another on the same day', async () => {
    const desk = await scheduled()
    expect(shown(await type(inspect, '红灯 7月6日', desk))).toMatch(/已经安排了，没有再记：7月6日\(周一\)的督查/)
    expect(reviewsOf(desk)).toHaveLength(12)
  })

  it('is not scheduled again on a day on which it stands by itself', async () => {
    const desk = deskFor()
    await type(inspect, '红灯 7月6日', desk)
    expect(shown(await type(inspect, '红灯 每月5日', desk))).toMatch(/将安排督查11次[^]*另有1次已经安排/)
  })

  it('goes on in the same series, also with one day', async () => {
    const desk = deskFor((await scheduled()).allPlans.get('p1' as never), { today: '2026-07-08' })
    await act(review, buttons(cardIn(await type(inspect, '红灯 每月5日', desk)))['安排这1次']?.args, desk)
    expect(reviewsOf(desk).at(-1)).toMatchObject({ id: 'r13', series: 'r1' })
  })

  it('is one series, also where one day is left in the plan', async () => {
    const desk = deskFor(plan(), { today: '2028-11-20' })
    await act(review, buttons(cardIn(await type(inspect, '红灯 每月5日', desk)))['安排这1次']?.args, desk)
    expect(reviewsOf(desk)).toMatchObject([{ series: 'r1' }])
  })
})

describe('the same act, delivered to two processes', () => {
  it('has its first result both times', async () => {
    const real = await realDesk(['县教育局'], ['沈若兰'])
    await real.change('2026-01-05', { type: 'grant-role', person: real.person('沈若兰'), role: 'secretary' })
    const source = { id: 's1', name: 'plan.txt', text: '', hash: '' }
    const opened = await real.open('2026-01-05', { title: '方案', zone: 'Asia/Shanghai', period: { from: 2026, to: 2028 }, source, obligations: [], bodies: [], doubts: [], tasks: [task(1, { lead: '县教育局' })] })
    await real.record('2026-01-06', opened, { type: 'hand-out' }, real.person('沈若兰'))
    const desk = real.deskAt('2026-07-01', '沈若兰')
    const first = shown(await type(review, '县教育局 7月10日', desk))
    expect(first).toMatch(/已安排调度/)
    expect(shown(await type(review, '县教育局 7月10日', desk))).toBe(first)
    const typedAgain = shown(await type(review, '县教育局 7月10日', real.deskAt('2026-07-01', '沈若兰')))
    expect(typedAgain).toMatch(/已经安排了，没有再记/)
  })
})

describe('a review that is called off by its day', () => {
  const series = async (): Promise<TestDesk> => {
    const desk = deskFor()
    await act(review, buttons(cardIn(await type(review, '红灯 每月5日', desk)))['安排这12次']?.args, desk)
    return desk
  }

  it('is that day’s, seen in the form, and the day is no reason', async () => {
    const desk = await series()
    const form = formIn(await type(cancelReview, '9月7日', desk))
    expect(form.run.args).toMatchObject({ review: 'r3' })
    expect(form.fields.find(({ name }) => name === 'reason')).not.toHaveProperty('now')
    expect(aheadOf(desk)).toHaveLength(12)
    await type(cancelReview, '9月7日 之后都取消 改为专报', desk)
    expect(aheadOf(desk)).toEqual(['2026-07-06', '2026-08-05'])
  })

  it('is asked for its reason where a day alone follows its name', async () => {
    const desk = await series()
    expect(formIn(await type(cancelReview, 'r3 9月7日', desk)).run.args).toMatchObject({ review: 'r3' })
    await type(cancelReview, 'r3 9月7日 县里开会', desk)
    expect(reviewsOf(desk)[2]).toMatchObject({ status: 'cancelled', reason: '县里开会' })
  })

  it('is none where none is on that day', async () => {
    expect(shown(await type(cancelReview, '9月8日', await series()))).toMatch(/9月8日.*没有待开展的调度/)
  })
})

describe('a review that is not named', () => {
  const two = (of = plan()): PlanState => after(after(of, '2026-07-01', inspection), '2026-07-01', { ...inspection, day: day('2026-07-13'), tasks: [taskNo(2)] })

  it.each([['moved', moveReview, '7月14日 防汛会商', ['2026-07-14', '防汛会商']], ['called off', cancelReview, '并入县委督查', ['并入县委督查']], ['closed', closeReview, '整改1项', ['整改1项']]] as const)('is chosen from those that can be %s, and keeps what was said', async (_, command, said, kept) => {
    const desk = deskFor(two(), { today: '2026-07-13' })
    const card = cardIn(await type(command, said, desk))
    expect(shown({ kind: 'card', card })).toMatch(/哪一次？[^]*r1 · 督查[^]*r2 · 督查 · .*任务2/)
    expectGoodCard(card)
    const { run } = card.sections?.[0]?.rows[1]?.beside ?? {}
    expect(Object.values(run?.args ?? {})).toEqual(expect.arrayContaining(['r2', ...kept]))
    await act(command, run?.args, desk)
    expect(reviewsOf(desk)[0]).toMatchObject({ status: 'ahead', day: '2026-07-10' })
    expect(reviewsOf(desk)[1]).not.toMatchObject({ status: 'ahead', day: '2026-07-13' })
  })

  it('is the only one there is, seen in the form before anything is recorded', async () => {
    const desk = deskFor(after(plan(), '2026-07-01', inspection))
    expect(formIn(await type(cancelReview, '', desk)).intro?.map((line) => JSON.stringify(line)).join()).toContain('r1')
    expect(formIn(await type(cancelReview, '并入县委督查', desk)).fields).toMatchObject([{ name: 'reason', now: '并入县委督查' }])
    expect(formIn(await type(moveReview, '7月14日 防汛会商', desk)).fields).toMatchObject([{ now: '2026-07-14' }, { now: '防汛会商' }])
    expect(aheadOf(desk)).toEqual(['2026-07-10'])
    const form = formIn(await type(moveReview, '7月14日 防汛会商', desk))
    await act(moveReview, { ...form.run.args, day: '2026-07-14', reason: '防汛会商' }, desk)
    expect(aheadOf(desk)).toEqual(['2026-07-14'])
  })

  it('is begun where its day has come', async () => {
    expect(shown(await type(review, '开始', deskFor(two(), { today: '2026-07-12' })))).toMatch(/7月10日督查 · 1\/1/)
    expect(shown(await type(runReview, '', deskFor(two(), { today: '2026-07-13' })))).toMatch(/哪一次？/)
    expect(shown(await type(runReview, '', deskFor(two(), { today: '2026-07-09' })))).toMatch(/安排在7月10日.*还没有到日子/)
  })

  it('is none where none is ahead, which is said with how to schedule one', async () => {
    const card = cardIn(await type(cancelReview, '', deskFor()))
    expect(card.text).toMatch(/现在没有待开展的调度/)
    expect(Object.keys(buttons(card))).toEqual(['安排调度'])
  })

  it('is named with its plan too', async () => {
    const desk = deskFor(two())
    await type(cancelReview, 'p1/r2 并入县委督查', desk)
    expect(aheadOf(desk)).toEqual(['2026-07-10'])
  })
})
