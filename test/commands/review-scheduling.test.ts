// 调度 安排: a day off is asked about first, as it is of a meeting; what stands already is shown and not recorded again.
import { describe, expect, it } from 'vitest'
import { cancelReview, moveReview } from '#commands/change-review.ts'
import { inspect, review } from '#commands/review.ts'
import { after, day, nineOn, task, taskNo } from '#test/builders.ts'
import { type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { realDesk } from '#test/real-desk.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'
import { plan, deskFor, reviewsOf, aheadOf, inspection } from './reviews-called.ts'

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

describe('a review as it is typed', () => {
  it('of which the years are not the plan’s is refused before anything is asked', async () => {
    expect(shown(await type(review, '县教育局 2044年2月6日', deskFor()))).toContain('2044')
    expect(shown(await type(review, '县教育局 2044年2月6日', deskFor()))).not.toContain('不是工作日')
    expect(shown(await type(moveReview, 'r1 2044年2月6日 防汛会商', deskFor(after(plan(), '2026-07-01', inspection))))).not.toContain('不是工作日')
    expect(await act(moveReview, { review: 'r1', day: '2044-02-06', reason: '防汛会商', form: true }, deskFor(after(plan(), '2026-07-01', inspection)))).toMatchObject({ kind: 'form-errors', errors: { day: expect.stringContaining('2044') as string } })
  })

  it.each([
    { words: '红灯 7月20日 9:00', kept: { place: '9:00', prepare: '' }, said: '时间：9:00' },
    { words: '红灯 7月20日 9:30 二楼', kept: { place: '9:30 二楼', prepare: '' }, said: '时间、地点：9:30 二楼' },
    { words: '红灯 7月20日 9:30 二楼 请带合同', kept: { place: '9:30 二楼', prepare: '请带合同' }, said: '时间、地点：9:30 二楼' },
    { words: '红灯 7月20日 请带合同', kept: { prepare: '请带合同' }, said: '请准备：请带合同' },
  ])('keeps its hour and place, and what is to be prepared: $words', async ({ words, kept, said }) => {
    const desk = deskFor()
    const answer = await type(review, words, desk)
    expect(reviewsOf(desk)).toMatchObject([kept])
    expect(shown(answer).split('\n')).toContain(said)
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
