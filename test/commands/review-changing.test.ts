// A review is moved or called off: by its number, by its day, or where nothing is named.
import { describe, expect, it } from 'vitest'
import { changeMeeting } from '#commands/change-meeting.ts'
import { cancelReview, moveReview } from '#commands/change-review.ts'
import { closeReview } from '#commands/close-review.ts'
import { review } from '#commands/review.ts'
import { runReview } from '#commands/run-review.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, day, planOf, task, taskNo, unitId } from '#test/builders.ts'
import { type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'
import { plan, deskFor, reviewsOf, aheadOf, inspection } from './reviews-called.ts'

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
    { words: '7月10日 7月14日 15:00 防汛会商', to: '2026-07-14', place: '15:00', reason: '防汛会商' },
    { words: '7月10日 15:00 7月14日 防汛会商', to: '2026-07-14', reason: '防汛会商' },
    { words: 'r1 改到7月14日 防汛会商', to: '2026-07-14', reason: '防汛会商' },
    { words: 'r1 7月14日 现场督查改为视频调度', to: '2026-07-14', reason: '现场督查改为视频调度' },
  ])('keeps the reason as it is typed, and the hour of the new day: $words', async ({ words, to, reason, place }) => {
    const desk = deskFor(two())
    await type(moveReview, words, desk)
    expect(desk.recorded.at(-1)).toMatchObject({ type: 'move-review', review: 'r1', day: to, reason, ...(place === undefined ? {} : { place }) })
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
    for (const words of ['7月10日 改到 7月14日 15:00 防汛会商', '7月10日改到7月14日 15:00 防汛会商']) expect(formIn(await type(changeMeeting, words, deskFor(two())))).toMatchObject({ fields: [{ now: '2026-07-14' }, { now: '防汛会商' }], run: { args: { time: '15:00' } } })
    const sat = after(two(planOf([task(1, { lead: '县教育局' }), task(2)], { bodies: [{ id: 'b1', name: '教育工作领导小组', convened: true, leader: '县长', deputies: [], members: [], cadences: [] }] })), '2026-07-01', { type: 'schedule-meeting', body: 'b1', day: day('2026-07-10'), time: '15:00', place: '二楼' })
    const both = cardIn(await type(changeMeeting, '7月10日 7月14日', deskFor(sat)))
    expect((both.sections ?? []).flatMap(({ rows }) => rows.map(({ beside }) => beside?.run))).toMatchObject([{ command: 'change-meeting', args: { meeting: 'm1', day: '2026-07-14' } }, { command: 'move-review', args: { review: 'r1', day: '2026-07-14' } }])
    expect(shown(await type(changeMeeting, '7月11日 7月14日', deskFor(sat)))).toMatch(/没有/)
    const [sitting, other] = (cardIn(await type(changeMeeting, '7月10日 改到 7月14日 15:00 三楼', deskFor(sat))).sections ?? []).flatMap(({ rows }) => rows.map(({ beside }) => beside?.run.args))
    expect([sitting, other]).toMatchObject([{ day: '2026-07-14', time: '15:00', place: '三楼' }, { day: '2026-07-14', time: '15:00', reason: '三楼' }])
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
