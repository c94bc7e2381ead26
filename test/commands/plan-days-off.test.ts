// 休息日: days on which one plan's units do not work are counted and reminded around, in that plan alone.
import { describe, expect, it } from 'vitest'
import { cancelDaysOff, planDaysOff } from '#commands/plan-days-off.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { day, directoryWith, planOf, task, viewOn } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, shown, type } from './acting.ts'

const directory = () => directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U0EDU' })
const plans = (): PlanState[] => [planOf([task(1, { lead: '县教育局', due: '2026-07-15' })]), planOf([task(1, { lead: '县教育局', due: '2026-07-15' })], { id: 'p2', title: '另一个方案' })]
const deskWith = (standing: readonly PlanState[], asker = '沈若兰', today = '2026-07-02'): TestDesk => deskOf({ today, plans: standing, directory: directory(), asker })
const told = (plan: PlanState | undefined, on: string): string[] => (plan === undefined ? [] : noticesDue(viewOn(on, plan, directory()), '09:00').map(({ kind }) => kind))

/** From Wednesday to Friday, confirmed. */
async function resting(words = 'p1 7月15日至17日 暴雨停课'): Promise<PlanState[]> {
  const standing = plans()
  const desk = deskWith(standing)
  await act(planDaysOff, buttons(cardIn(await type(planDaysOff, words, desk)))['确认']?.args, desk)
  return standing
}

describe('休息日 of a plan', () => {
  it('are shown before they are recorded, with what they mean', async () => {
    const standing = plans()
    const card = cardIn(await type(planDaysOff, 'p1 7月15日至17日 暴雨停课', deskWith(standing)))
    expectGoodCard(card)
    expect(shown({ kind: 'card', card })).toMatch(/登记7月15日\(周三\)至7月17日\(周五\)为休息日（工作日3天）？[^]*原因：暴雨停课[^]*不提醒任何人/)
    expect(standing[0]?.ownDaysOff.size).toBe(0)
  })

  it('remind nobody of this plan on them, and of the others as ever', async () => {
    const [one, other] = await resting()
    expect(told(one, '2026-07-15')).toEqual([])
    expect(told(other, '2026-07-15')).toContain('due-soon')
  })

  it('have what is due on one of them reminded of on the working day before', async () => {
    const [one, other] = await resting()
    const marks = (plan: PlanState | undefined): string[] => (plan === undefined ? [] : noticesDue(viewOn('2026-07-14', plan, directory()), '09:00').flatMap((notice) => (notice.kind === 'due-soon' ? [notice.key] : [])))
    expect(marks(one).join()).toMatch(/\/0(\/|$)/)
    expect(marks(other).join()).not.toMatch(/\/0(\/|$)/)
  })

  it('leave out weekends, and say so where nothing is left', async () => {
    const [one] = await resting('p1 7月10日至13日 校庆')
    expect([...(one?.ownDaysOff.keys() ?? [])]).toEqual([day('2026-07-10'), day('2026-07-13')])
    expect(shown(await type(planDaysOff, 'p1 7月11日至12日 校庆', deskWith(plans())))).toContain('本来就不是工作日')
  })

  it('ask for the reason, and for the plan where there are several', async () => {
    expect(await type(planDaysOff, 'p1 7月15日', deskWith(plans()))).toMatchObject({ kind: 'form', form: { title: '登记休息日' } })
    expect(JSON.stringify(await type(planDaysOff, 'p1 三月三', deskWith(plans())))).toContain('三月三')
    expect(await act(planDaysOff, { plan: 'p1', from: '7月15日', form: true }, deskWith(plans()))).toMatchObject({ kind: 'form-errors', errors: { reason: '请写明原因，会写入记录。' } })
    const which = cardIn(await type(planDaysOff, '7月15日 停课', deskWith(plans())))
    expect(JSON.stringify(which)).toContain('另一个方案')
  })

  it.each([
    ['p1 6月30日 停课', '6月30日'],
    ['p1 7月17日至15日 停课', '7月15日'],
    ['p1 7月6日至9月30日 停课', '62'],
    ['p1 2月30日 停课', '2月30日'],
  ])('refuse %s with the reason, and record nothing', async (words, why) => {
    const standing = plans()
    expect(shown(await type(planDaysOff, words, deskWith(standing)))).toContain(why)
    expect(standing[0]?.ownDaysOff.size).toBe(0)
  })

  it('are listed from today on, and taken back in a tap', async () => {
    const standing = await resting()
    const desk = deskWith(standing)
    const list = cardIn(await type(planDaysOff, '', desk))
    expectGoodCard(list)
    expect(shown({ kind: 'card', card: list })).toMatch(/7月15日\(周三\)至7月17日\(周五\)，工作日3天：暴雨停课/)
    expect(shown(await act(cancelDaysOff, buttons(list)['取消']?.args, desk))).toContain('照常提醒')
    expect(told(standing[0], '2026-07-15')).toContain('due-soon')
  })

  it('of one reason on days apart are two rests, each taken back by itself', async () => {
    const standing = await resting('p1 7月6日 停电')
    const desk = deskWith(standing)
    await act(planDaysOff, buttons(cardIn(await type(planDaysOff, 'p1 7月17日至20日 停电', desk)))['确认']?.args, desk)
    expect(shown(await type(planDaysOff, '', desk))).toMatch(/休息日2段[^]*7月6日\(周一\)，工作日1天：停电[^]*7月17日\(周五\)至7月20日\(周一\)，工作日2天：停电/)
  })

  it('beyond a page can be turned to', async () => {
    const standing = plans()
    const desk = deskWith(standing)
    for (const on of ['7月6日', '7月8日', '7月10日', '7月14日', '7月16日', '7月20日', '7月22日', '7月24日', '7月28日', '7月30日', '8月3日']) await act(planDaysOff, buttons(cardIn(await type(planDaysOff, `p1 ${on} 停电`, desk)))['确认']?.args, desk)
    const list = cardIn(await type(planDaysOff, '', desk))
    expect(shown({ kind: 'card', card: list })).not.toContain('8月3日')
    expect(shown(await act(planDaysOff, buttons(list)['还有1段']?.args, desk))).toContain('8月3日')
  })

  it('are the secretary’s; everybody may look', async () => {
    expect(shown(await type(planDaysOff, 'p1 7月15日 停课', deskWith(plans(), '苏晚晴')))).toContain('只有')
    expect(shown(await type(planDaysOff, '', deskWith(plans(), '苏晚晴')))).toContain('没有登记')
  })
})
