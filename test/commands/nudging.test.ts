// 催办: who would be told, what is sent once, and what is not chased.
import { describe, expect, it } from 'vitest'
import { nudge } from '#commands/nudge.ts'
import { task as taskCommand } from '#commands/task.ts'
import type { Answer } from '#src/command.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, directoryWith, planOf, report, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, shown, type } from './acting.ts'

const directory = directoryWith(
  ['县公安局', '县卫健局'],
  { name: '沈若兰', roles: ['secretary'] },
  { name: '苏晚晴', contactOf: ['县教育局'] },
  { name: '唐一鸣', contactOf: ['县财政局'] },
)
const group = { id: 'b1', name: '教育工作领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [{ id: 'k1', every: 'half-year', times: 1, text: '领导小组每半年至少召开1次会议' }] }
const team = { id: 'b2', name: '学校建设工作专班', convened: true, deputies: [], members: ['县教育局'], cadences: [] }
const duty = { id: 'c1', every: 'half-year' as const, times: 1, debtor: unitId('县教育局'), receiver: unitId('县财政局'), what: '报送经费使用情况', text: '每半年向县财政局报送经费使用情况' }

const plan = (): PlanState =>
  planOf(
    [
      task(1, { title: '逾期任务', due: '2026-06-15', lead: '县教育局' }),
      task(2, { title: '受阻任务', due: '2026-12-31', lead: '县财政局' }),
      task(3, { title: '无人任务', due: '2026-06-20', lead: '县公安局' }),
      task(4, { title: '推定任务', presumed: '县教育局', responsible: ['县卫健局'] }),
      task(5, { title: '无单位' }),
    ],
    { bodies: [group, team], obligations: [duty] },
  )
const deskFor = (of: PlanState, { asker = '沈若兰', today = '2026-07-02' } = {}): TestDesk => deskOf({ today, plans: [of], directory, asker })
const nudgesOf = (of: PlanState, no: number, unit: string) => of.assignments.get(keyOf(taskNo(no), unitId(unit)))?.nudges

const chase = async (preview: Answer, label: string, desk: TestDesk) => act(nudge, buttons(cardIn(preview))[label]?.args, desk)

describe('催办', () => {
  it('of one task shows whom it tells and how it reads, sends by one tap, and only once a day', async () => {
    const of = plan()
    const desk = deskFor(of)
    const preview = await type(nudge, '1', desk)
    expectGoodCard(cardIn(preview))
    expect(cardIn(preview).text).toBe('将提醒1项，通知1人，每人一条。确认后发出。')
    expect(shown(preview)).toContain('提醒1项 · “请今天填报：1 ')
    expect(desk.recorded).toEqual([])
    expect(cardIn(preview).actions).toMatchObject([{ label: '确认提醒', run: { args: { confirmed: true } } }])
    expect(cardIn(preview).actions?.[0]?.confirm).toBeUndefined()
    expect(cardIn(await chase(preview, '确认提醒', desk)).text).toBe('已提醒，将通知县教育局苏晚晴。')
    expect(shown(await type(nudge, '1', deskFor(of)))).toContain('一天只催一次')
    expect(nudgesOf(of, 1, '县教育局')).toBe(1)
  })

  it('for the second time in a row shows its sharper words first, and from the third on is 督办', async () => {
    const of = plan()
    await chase(await type(nudge, '1', deskFor(of)), '确认提醒', deskFor(of))
    const second = deskFor(of, { today: '2026-07-03' })
    const preview = await type(nudge, '1', second)
    expect(cardIn(preview).text).toBe('将催办1项，通知1人，每人一条。确认后发出。')
    expect(shown(preview)).toContain('催办1项 · “请今天填报：1 ')
    expect(shown(preview)).toContain('（督查室沈若兰第2次催办）')
    await act(nudge, buttons(cardIn(preview))['确认催办']?.args, second)
    expect(cardIn(await type(nudge, '1', deskFor(of, { today: '2026-07-06' }))).text).toContain('将督办1项')
    expect(nudgesOf(of, 1, '县教育局')).toBe(2)
  })

  it('begins anew with 提醒 once the unit has answered', async () => {
    const of = after(plan(), '2026-06-24', { type: 'nudge', task: taskNo(1), unit: unitId('县教育局') })
    after(of, '2026-06-25', report(1, '县教育局'))
    expect(cardIn(await type(nudge, '1', deskFor(of))).text).toContain('将提醒1项')
  })

  it('that the unit has answered is not counted among those it has not', async () => {
    const of = after(plan(), '2026-06-17', { type: 'nudge', task: taskNo(1), unit: unitId('县教育局') })
    after(of, '2026-06-18', report(1, '县教育局', { state: 'difficulty', problem: '缺2人' }))
    for (const on of ['2026-07-01', '2026-07-02']) after(of, on, { type: 'nudge', task: taskNo(1), unit: unitId('县教育局') })
    const card = shown(await type(taskCommand, '1', deskFor(of)))
    expect(card).toContain('已催办2次，待单位答复')
    expect(card).toContain('前后共催办3次')
  })

  it('of another task of somebody who was chased today waits for the next digest, and says so before', async () => {
    const of = plan()
    const desk = deskFor(of)
    await chase(await type(nudge, '1', desk), '确认提醒', desk)
    const preview = await type(nudge, '县教育局', desk)
    expect(shown(preview)).toContain('苏晚晴今天已经催过，这次并入下一个工作日的每日提醒')
    expect(shown(preview)).toContain('1项今天已经催过，一天只催一次')
  })

  it('of all that is overdue leaves out what is not', async () => {
    const preview = await type(nudge, '逾期', deskFor(plan()))
    expect(cardIn(preview).text).toMatch(/^将提醒\d+项/)
  })

  it('of a unit without a contact says that nobody can be told', async () => {
    const of = plan()
    expect(shown(await type(nudge, '3', deskFor(of)))).toContain('县公安局还没有联络员')
    expect(nudgesOf(of, 3, '县公安局')).toBe(0)
  })

  it('of all reds shows first who gets how many, and sends after 确认', async () => {
    const of = after(plan(), '2026-06-20', report(2, '县财政局', { state: 'blocked', problem: '资金未到位' }))
    const desk = deskFor(of)
    const preview = await type(nudge, '红灯', desk)
    expect(cardIn(preview).text).toBe('将提醒2项，通知2人，每人一条。确认后发出。')
    expect(shown(preview)).toMatch(/没有联络员，通知不到\n县公安局 · 1项：3 无人任务/)
    expect(desk.recorded).toEqual([])
    const sent = await act(nudge, buttons(cardIn(preview))['确认提醒']?.args, desk)
    expect(cardIn(sent).text).toMatch(/已提醒，将通知.*苏晚晴/)
    expect([nudgesOf(of, 1, '县教育局'), nudgesOf(of, 2, '县财政局')]).toEqual([1, 1])
  })

  it('confirmed twice on a day chases nobody twice', async () => {
    const of = plan()
    const desk = deskFor(of)
    const confirm = buttons(cardIn(await type(nudge, '未报', desk)))['确认提醒']?.args
    await act(nudge, confirm, desk)
    expect(shown(await act(nudge, confirm, desk))).toContain('今天已经催过')
    expect(nudgesOf(of, 1, '县教育局')).toBe(1)
  })

  it('of a unit is about what is late, not about all it has', async () => {
    const answer = await type(nudge, '县教育局', deskFor(plan()))
    expect(cardIn(answer).text).toBe('将提醒2项，通知1人，每人一条。确认后发出。')
  })

  it('of a unit nobody knows offers the nearest', async () => {
    const answer = await type(nudge, '县教育厅', deskFor(plan()))
    expect(Object.keys(buttons(cardIn(answer)))[0]).toBe('县教育局')
  })
})

