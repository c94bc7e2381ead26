// 撤销 of 取消调度: it stands again as it stood, and only whoever was told that it is off hears that it is on.
import { describe, expect, it } from 'vitest'
import { cancelReview } from '#commands/change-review.ts'
import { inspect, review } from '#commands/review.ts'
import { undo } from '#commands/undo.ts'
import { addMs } from '#src/calendar/calendar.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, day, directoryWith, nineOn, planWith, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, shown, type } from './acting.ts'

const directory = directoryWith(['县教育局', '县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '何景川', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const inspection = { type: 'schedule-review' as const, kind: 'inspection' as const, day: day('2026-07-10'), tasks: [taskNo(1)], units: [unitId('县教育局')], prepare: '请带合同' }
const plan = (): PlanState => after(planWith(task(1, { title: '普惠园建设', due: '2026-06-01', lead: '县教育局' })), '2026-07-01', inspection)
const at = (of: PlanState, time = '09:00', asker = '沈若兰', lang: 'zh' | 'en' = 'zh'): TestDesk => deskOf({ plans: [of], directory, asker, lang, today: '2026-07-02', now: addMs(nineOn('2026-07-02'), (Number(time.slice(3)) + 60 * (Number(time.slice(0, 2)) - 9)) * 60_000) })
const standing = (of: PlanState) => [...of.reviews.values()].map(({ status, day: on }) => `${status} ${on}`)

describe('a review that was called off', () => {
  it('is taken back with the button, and stands on its day with its tasks and what to prepare', async () => {
    const of = plan()
    const before = of.reviews.get('r1')
    const off = cardIn(await type(cancelReview, 'r1 并入县委督查', at(of)))
    expect(Object.keys(buttons(off))).toEqual(['撤销', '另行安排'])
    expectGoodCard(off)
    const back = cardIn(await act(undo, buttons(off)['撤销']?.args, at(of, '09:08')))
    expect(shown({ kind: 'card', card: back })).toMatch(/↩️ 已撤销取消调度：7月10日\(周五\)的督查照常[^]*收到过取消通知的会再收到一次通知/)
    expect(Object.keys(buttons(back))).toEqual(['看调度'])
    expectGoodCard(back)
    expect(of.reviews.get('r1')).toEqual(before)
  })

  it('is so with all of its series that were called off with it', async () => {
    const of = planWith(task(1, { title: '普惠园建设', due: '2026-06-01', lead: '县教育局' }))
    await act(review, buttons(cardIn(await type(review, '红灯 每月5日', at(of))))['安排这12次']?.args, at(of))
    const before = standing(of)
    await type(cancelReview, 'r3 之后都取消 并入专报', at(of, '09:02'))
    expect(standing(of).filter((each) => each.startsWith('cancelled'))).toHaveLength(10)
    const back = await type(undo, '', at(of, '09:05', '沈若兰', 'en'))
    expect(shown(back)).toMatch(/Taken back: .* stand as before, 10 in all/)
    expect(standing(of)).toEqual(before)
  })

  it('is typed, too, by whoever called it off, and within ten minutes', async () => {
    const of = plan()
    await type(cancelReview, 'r1 并入县委督查', at(of))
    expect(shown(await type(undo, '', at(of, '09:05', '何景川')))).toContain('没有可以撤销的')
    expect(shown(await type(undo, '', at(of, '09:11')))).toContain('已超过10分钟')
    expect(standing(of)).toEqual(['cancelled 2026-07-10'])
  })

  it('stays off where the same was scheduled since', async () => {
    const of = plan()
    await type(cancelReview, 'r1 并入县委督查', at(of))
    await type(inspect, '1 7月10日', at(of, '09:03', '何景川'))
    expect(shown(await type(undo, '', at(of, '09:05')))).toMatch(/“取消调度”之后已有新的记录，不能撤销/)
    expect(standing(of)).toEqual(['cancelled 2026-07-10', 'ahead 2026-07-10'])
  })
})
