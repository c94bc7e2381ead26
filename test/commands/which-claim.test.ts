import { describe, expect, it } from 'vitest'
import { acceptClaim } from '#commands/accept-claim.ts'
import { returnClaim } from '#commands/return-claim.ts'
import type { Answer } from '#src/command.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, claim, directoryWith, planOf, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, shown, type } from './acting.ts'

const towns = ['青石镇', '白鹭镇', '溪口镇']
const directory = directoryWith(['县住建局', ...towns, { name: '各乡镇', aliases: [], members: towns }], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const two = (): PlanState => {
  const of = planOf([task(1, { title: '普惠园建设', due: '2026-09-30', lead: '县教育局', support: ['县住建局'], responsible: ['各乡镇'] })])
  after(of, '2026-06-29', claim(1, '县住建局', '已交地'))
  return after(of, '2026-06-30', claim(1, '县教育局', '已建成'))
}
const deskFor = (of: PlanState): TestDesk => deskOf({ plans: [of], directory, asker: '沈若兰' })
const statusOf = (of: PlanState, unit: string) => of.assignments.get(keyOf(taskNo(1), unitId(unit)))?.status
const rowFor = (answer: Answer, unit: string) => (cardIn(answer).sections ?? []).flatMap(({ rows }) => rows).map(({ beside }) => beside).find((action) => action?.run.args['unit'] === unit || action?.run.args['member'] === unit)?.run.args

describe('two units that say of one task that it is done', () => {
  it('are both named, and neither is taken for the other', async () => {
    const desk = deskFor(two())
    const answer = await type(acceptClaim, '1', desk)
    expectGoodCard(cardIn(answer))
    expect(shown(answer)).toMatch(/2个单位对同一项申请了办结，请选哪一个：1 普惠园建设[^]*县教育局[^]*6月30日申请办结：已建成[^]*县住建局[^]*6月29日申请办结：已交地/)
    expect(desk.recorded).toEqual([])
  })

  it('are accepted one by one', async () => {
    const of = two()
    const desk = deskFor(of)
    const done = await act(acceptClaim, rowFor(await type(acceptClaim, '1', desk), '县住建局'), desk)
    expect(cardIn(done).text).toBe('已同意办结：1 普惠园建设 · 县住建局')
    expect([statusOf(of, '县教育局'), statusOf(of, '县住建局')]).toEqual(['claimed', 'accepted'])
  })

  it('or both by one tap, but nobody who claimed since', async () => {
    const of = two()
    const desk = deskFor(of)
    const both = buttons(cardIn(await type(acceptClaim, '1', desk)))['2个都同意']
    after(of, '2026-07-01', { type: 'claim', task: taskNo(1), unit: unitId('各乡镇'), member: unitId('青石镇'), words: '也好了' })
    expect(shown(await act(acceptClaim, both?.args, desk))).toContain('✅ 已同意办结 · 1 普惠园建设 · 县教育局、县住建局')
    expect([statusOf(of, '县教育局'), statusOf(of, '县住建局')]).toEqual(['accepted', 'accepted'])
    expect(of.assignments.get(keyOf(taskNo(1), unitId('各乡镇')))?.byMember.get(unitId('青石镇'))?.accepted).toBeUndefined()
    expect(shown(await act(acceptClaim, both?.args, desk))).toContain('没有待审核的办结申请')
  })

  it('or all that wait, typed', async () => {
    const of = two()
    await type(acceptClaim, '1 全部', deskFor(of))
    expect([statusOf(of, '县教育局'), statusOf(of, '县住建局')]).toEqual(['accepted', 'accepted'])
  })

  it('are asked about too before one is sent back, and the reason is not typed again', async () => {
    const of = two()
    const desk = deskFor(of)
    const answer = await type(returnClaim, '1 缺验收表', desk)
    expectGoodCard(cardIn(answer))
    expect(shown(await act(returnClaim, rowFor(answer, '县教育局'), desk))).toContain('已退回 · 1 普惠园建设 · 县教育局')
    expect(desk.recorded).toMatchObject([{ type: 'return-claim', unit: '县教育局', reason: '缺验收表' }])
  })

  it('need no question where one is named, or was looked at', async () => {
    const of = two()
    expect(cardIn(await type(acceptClaim, '1 县住建局', deskFor(of))).text).toContain('县住建局')
    expect(statusOf(of, '县住建局')).toBe('accepted')
  })
})

it('two towns of a group are asked about like two units, though the group is named', async () => {
  const of = planOf([task(1, { title: '普惠园建设', lead: '各乡镇' })])
  for (const town of towns.slice(0, 2)) after(of, '2026-06-30', { type: 'claim', task: taskNo(1), unit: unitId('各乡镇'), member: unitId(town), words: '已建成' })
  const desk = deskFor(of)
  const answer = await type(acceptClaim, '1 各乡镇', desk)
  expect(desk.recorded).toEqual([])
  await act(acceptClaim, rowFor(answer, '白鹭镇'), desk)
  expect(desk.recorded).toMatchObject([{ type: 'accept-claim', member: '白鹭镇' }])
})
