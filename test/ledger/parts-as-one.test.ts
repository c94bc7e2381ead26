// Two parts become one: the part that asks more stands with its word, and nothing that was said of the other is lost.
import { describe, expect, it } from 'vitest'
import { keyOf } from '#src/ledger/assignment.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { wordsSaid } from '#src/queries/words-said.ts'
import { acceptClaim, after, claim, directoryWith, planWith, report, task, taskNo, unitId, viewOn } from '#test/builders.ts'

const [education, finance] = [unitId('县教育局'), unitId('县财政局')]
const [leading, helping, secretary] = ['u1', 'u2', 'u3'].map((id) => PersonId.parse(id))
const county = directoryWith(['县教育局', '县财政局'])
const succeed: PlanIntent = { type: 'succeed-unit', from: education, to: finance }
const link = (unit: typeof education, url: string): PlanIntent => ({ type: 'add-evidence', task: taskNo(1), unit, evidence: { kind: 'link', url } })
const remark = (unit: typeof education, words: string): PlanIntent => ({ type: 'remark', task: taskNo(1), unit, words })
const shared = (): PlanState => planWith(task(1, { due: '2026-12-30', lead: '县教育局', support: ['县财政局'] }))
const partOf = (plan: PlanState, unit = finance) => plan.assignments.get(keyOf(taskNo(1), unit))
const passed = (plan: PlanState, on = '2026-06-05'): PlanState => {
  after(plan, on, { type: 'question-part', task: taskNo(1), unit: education, about: 'not-ours', words: '' }, leading)
  return after(plan, on, { type: 'uphold-question', task: taskNo(1), unit: education, to: finance, words: '' }, secretary)
}
const allSaid = (plan: PlanState, on: string) => wordsSaid(viewOn(on, plan, county), taskNo(1), () => true).map(({ words }) => words)

describe('a lead that is carried on by a unit that helped', () => {
  const bothSpoke = (): PlanState => {
    const plan = after(shared(), '2026-05-30', report(1, '县财政局', { progress: 5, done: '已列预算' }), helping)
    after(plan, '2026-06-01', report(1, '县教育局', { progress: 60, done: '主体封顶' }), leading)
    after(plan, '2026-06-01', link(education, 'https://a.example/lead'), leading)
    after(plan, '2026-06-02', link(finance, 'https://a.example/help'), helping)
    after(plan, '2026-06-02', remark(education, '图纸在办公室'), leading)
    after(plan, '2026-06-03', report(1, '县财政局', { progress: 10 }), helping)
    return after(after(plan, '2026-06-03', remark(finance, '拨款单已送'), helping), '2026-07-14', succeed)
  }
  it('stands where the lead stood, not where the helper did', () =>
    expect(partOf(bothSpoke())).toMatchObject({ part: 'lead', progress: 60, report: { done: '主体封顶', by: leading } }))
  it('has the evidence and the remarks of both', () => {
    expect(partOf(bothSpoke())?.evidence).toMatchObject([{ url: 'https://a.example/lead' }, { url: 'https://a.example/help' }])
    expect(partOf(bothSpoke())?.remarks?.map(({ words }) => words)).toEqual(['图纸在办公室', '拨款单已送'])
  })
  it('has on record what the helper said', () => {
    expect(partOf(bothSpoke())?.takenIn).toMatchObject([{ progress: 5, done: '已列预算' }, { progress: 10 }])
    expect(allSaid(bothSpoke(), '2026-07-15')).toContain('已列预算')
  })
  it('has said nothing where only the helper had, whose word is on record', () => {
    const plan = after(after(shared(), '2026-06-01', report(1, '县财政局', { progress: 10, done: '已列预算' }), helping), '2026-07-14', succeed)
    expect(partOf(plan)).toMatchObject({ part: 'lead', progress: 0, takenIn: [{ done: '已列预算' }] })
    expect(partOf(plan)?.report).toBeUndefined()
  })
  it('is not done where only the helper says so, who is told', () => {
    const plan = after(after(shared(), '2026-06-01', claim(1, '县财政局'), helping), '2026-07-14', succeed)
    expect(partOf(plan)).toMatchObject({ part: 'lead', status: 'open' })
    expect([...plan.endings.values()]).toMatchObject([{ waited: { what: 'claim', unit: finance, by: helping }, why: 'taken-in' }])
  })
  it('keeps what the helper had said when it was accepted', () => {
    const plan = after(after(shared(), '2026-06-01', report(1, '县财政局', { progress: 100, done: '已拨付' }), helping), '2026-06-01', link(finance, 'https://a.example/help'), helping)
    after(after(plan, '2026-06-02', claim(1, '县财政局'), helping), '2026-06-03', acceptClaim(1, '县财政局'), secretary)
    expect(partOf(after(plan, '2026-07-14', succeed))).toMatchObject({ part: 'lead', status: 'open', progress: 0, takenIn: [{ done: '已拨付' }], evidence: [{ url: 'https://a.example/help' }] })
  })
})

describe('a helper that is carried on by the lead', () => {
  it('leaves the lead done that was done', () => {
    const plan = after(planWith(task(1, { due: '2026-12-30', lead: '县财政局', support: ['县教育局'] })), '2026-06-01', report(1, '县教育局', { progress: 10, done: '已摸底' }), leading)
    after(after(plan, '2026-06-02', claim(1, '县财政局'), helping), '2026-06-03', acceptClaim(1, '县财政局'), secretary)
    expect(partOf(after(plan, '2026-07-14', succeed))).toMatchObject({ part: 'lead', status: 'accepted', takenIn: [{ done: '已摸底' }] })
  })
})

describe('a part that passes to a unit that helped', () => {
  const helped = (): PlanState => after(after(shared(), '2026-06-01', report(1, '县财政局', { progress: 100, done: '已拨付' }), helping), '2026-06-01', link(finance, 'https://a.example/help'), helping)

  it('goes on from what the unit said', () => expect(partOf(passed(helped()))).toMatchObject({ part: 'lead', report: { done: '已拨付' } }))
  it.each<[string, boolean]>([['was done with that', true], ['said that it was done with that', false]])('begins afresh where the unit %s; all that it said and showed is kept', (_, isAccepted) => {
    const claimed = after(helped(), '2026-06-02', claim(1, '县财政局'), helping)
    const plan = passed(isAccepted ? after(claimed, '2026-06-03', acceptClaim(1, '县财政局'), secretary) : claimed)
    expect(partOf(plan)).toMatchObject({ part: 'lead', status: 'open', progress: 0, takenIn: [{ done: '已拨付', progress: 100 }], evidence: [{ url: 'https://a.example/help' }] })
    expect(allSaid(plan, '2026-06-06')).toContain('已拨付')
  })
  it('ends a completion of the helping part, and not as passed to the unit itself', () => {
    const plan = passed(after(helped(), '2026-06-02', claim(1, '县财政局'), helping))
    const ended = [...plan.endings.values()].filter(({ waited }) => waited.what === 'claim')
    expect(ended).toMatchObject([{ waited: { unit: finance, by: helping }, why: 'taken-in' }])
    expect(ended[0]).not.toHaveProperty('to')
  })
  it('does not make a helper of whoever leads', () => {
    const plan = planWith(task(1, { due: '2026-12-30', lead: '县财政局', support: ['县教育局'] }))
    after(plan, '2026-06-01', claim(1, '县财政局'), helping)
    expect(partOf(passed(plan))).toMatchObject({ part: 'lead', status: 'claimed' })
    expect([...plan.endings.values()]).toEqual([])
  })
})

describe('two towns that become one', () => {
  it('keep what both said, showed and wrote', () => {
    const [group, one, other] = [unitId('各乡镇'), unitId('青石镇'), unitId('柳河镇')]
    const plan = planWith(task(1, { due: '2026-12-30', lead: '各乡镇' }))
    after(plan, '2026-06-01', report(1, '各乡镇', { member: '青石镇', progress: 30, done: '清运3车' }), leading)
    after(plan, '2026-06-02', report(1, '各乡镇', { member: '柳河镇', progress: 50, done: '清运5车' }), helping)
    after(plan, '2026-06-02', { type: 'remark', task: taskNo(1), unit: group, member: one, words: '车坏了' }, leading)
    after(plan, '2026-07-14', { type: 'succeed-unit', from: one, to: other })
    expect(partOf(plan, group)?.byMember.get(other)).toMatchObject({ report: { done: '清运5车' }, takenIn: [{ done: '清运3车' }], remarks: [{ words: '车坏了' }] })
  })
})
