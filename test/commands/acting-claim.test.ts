// 办结: claimed, sent back, agreed to; a group town by town; and what is said where the log does not answer.
import { describe, expect, it } from 'vitest'
import { claim } from '#commands/claim.ts'
import { claimForm } from '#commands/claim-form.ts'
import { acceptClaim } from '#commands/accept-claim.ts'
import { report } from '#commands/report.ts'
import { returnClaim } from '#commands/return-claim.ts'
import { taskCard } from '#src/queries/task-card.ts'
import { directoryWith, planOf, planWith, task, taskNo, unitId, viewOn } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'
import { directory, plan, deskFor, standing } from './a-report.ts'

describe('a town reporting where 各乡镇 is named', () => {
  it('speaks for itself and not for the others', async () => {
    const towns = directoryWith(['溪口镇', '青石镇', { name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }], { name: '姚春梅', contactOf: ['青石镇'] })
    const of = planWith(task(12, { lead: '各乡镇' }))
    await type(report, '12 40 已排查', deskOf({ plans: [of], directory: towns, asker: '姚春梅' }))
    expect(standing(of, '各乡镇')?.byMember.get(unitId('青石镇'))?.report).toMatchObject({ progress: 40 })
    expect(standing(of, '各乡镇')?.report).toBeUndefined()
  })

  it('says by 已完成 that its own part is done; the whole is when every town’s is', async () => {
    const towns = directoryWith(['溪口镇', '青石镇', { name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }], { name: '姚春梅', contactOf: ['青石镇'] }, { name: '温溪', contactOf: ['溪口镇'] }, { name: '沈若兰', roles: ['secretary'] })
    const of = planWith(task(12, { lead: '各乡镇' }))
    const at = (asker: string) => deskOf({ plans: [of], directory: towns, asker })
    const form = formIn(await act(claimForm, { task: 'p1-12', unit: '各乡镇' }, at('姚春梅')))
    await act(claim, { ...form.run.args, words: '已排查' }, at('姚春梅'))
    expect(standing(of, '各乡镇')?.byMember.get(unitId('青石镇'))).toMatchObject({ claim: { words: '已排查' } })
    expect(shown(await act(claimForm, { task: 'p1-12' }, at('姚春梅')))).toContain('青石镇姚春梅 7月2日 09:00 已申请办结')
    expect(shown(await type(acceptClaim, '12', at('沈若兰')))).toContain('青石镇')
    expect(taskCard(viewOn('2026-07-02', of, towns), taskNo(12))).toMatchObject({ status: 'open', lead: { group: { answered: 1, of: 2 } } })
    await type(claim, '12 已排查', at('温溪'))
    expect(taskCard(viewOn('2026-07-02', of, towns), taskNo(12))).toMatchObject({ status: 'claimed', claim: { words: '已排查' } })
    await type(acceptClaim, '12', at('沈若兰'))
    expect(taskCard(viewOn('2026-07-02', of, towns), taskNo(12))).toMatchObject({ status: 'accepted', light: 'done' })
  })
})

describe('a completion', () => {
  it('is claimed with one sentence, and says who reviews it', async () => {
    const of = plan()
    const answer = await type(claim, '12 已建成投用', deskFor('苏晚晴', of))
    expect(standing(of)).toMatchObject({ status: 'claimed', claim: { words: '已建成投用' } })
    expect(shown(answer)).toContain('由督查室（沈若兰）审核')
  })

  it('pressed opens the form for the sentence', async () => {
    const form = formIn(await act(claimForm, { task: 'p1-12' }, deskFor('苏晚晴', plan())))
    expect(form).toMatchObject({ run: { command: 'claim', args: { task: 'p1-12', form: true } }, fields: [{ name: 'words' }] })
  })

  it('goes back with a reason, is claimed again and accepted', async () => {
    const of = plan()
    await type(claim, '12 已建成', deskFor('苏晚晴', of))
    expect(formIn(await act(returnClaim, { task: 'p1-12' }, deskFor('沈若兰', of))).fields[0]?.name).toBe('reason')
    const back = await type(returnClaim, '12 缺少验收报告', deskFor('沈若兰', of))
    expect(shown(back)).toContain('将告知苏晚晴、周副手')
    expect(standing(of)).toMatchObject({ status: 'open', returned: { reason: '缺少验收报告' } })
    await type(claim, '12 已补验收报告', deskFor('苏晚晴', of))
    const accepted = await type(acceptClaim, '12', deskFor('沈若兰', of))
    expect(cardIn(accepted).text).toBe('已同意办结：12 普惠园建设 · 县教育局')
    expect(standing(of)?.status).toBe('accepted')
  })

  it('is not reviewed twice', async () => {
    const of = plan()
    await type(claim, '12 已建成', deskFor('苏晚晴', of))
    await type(acceptClaim, '12', deskFor('沈若兰', of))
    expect(shown(await type(acceptClaim, '12', deskFor('沈若兰', of)))).toContain('办结')
    expect(shown(await act(returnClaim, { task: 'p1-12' }, deskFor('沈若兰', of)))).toContain('没有待审核的办结申请')
  })

  it('is not for a contact to accept', async () => {
    const of = plan()
    await type(claim, '12 已建成', deskFor('苏晚晴', of))
    expect(shown(await type(acceptClaim, '12', deskFor('苏晚晴', of)))).toContain('只有')
    expect(standing(of)?.status).toBe('claimed')
  })
})

describe('when the log does not answer', () => {
  it('a report is being checked, and then shows what became of it', async () => {
    const of = plan()
    const desk = deskFor('苏晚晴', of)
    const unsure: TestDesk = { ...desk, record: async (id, intent) => Promise.resolve({ ok: 'unknown', settled: desk.record(id, intent).then((outcome) => (outcome.ok === 'unknown' ? outcome.settled : outcome)) }) }
    const answer = await act(report, { task: 'p1-12' }, unsure)
    if (answer.kind !== 'settling') throw new Error('it is settled already')
    expect(answer.card.text).toContain('正在核对')
    expect((await answer.settled).text).toContain('已记录')
  })

  it('nothing is said to be recorded that was not', async () => {
    const desk: TestDesk = { ...deskFor('苏晚晴', plan()), record: async () => Promise.resolve({ ok: false, refusal: { code: 'cannot-record' } }) }
    expect(shown(await act(report, { task: 'p1-12' }, desk))).toContain('暂时无法记录')
  })
})

describe('a number that two plans have', () => {
  it('is asked about, and the button reports on the one that is meant', async () => {
    const one = planOf([task(12, { lead: '县教育局', title: '甲' })], { id: 'p1', title: '方案甲' })
    const two = planOf([task(12, { lead: '县教育局', title: '乙' })], { id: 'p2', title: '方案乙' })
    const desk = deskOf({ plans: [one, two], directory, asker: '苏晚晴' })
    const card = cardIn(await type(report, '12 60', desk))
    const runs = Object.values(buttons(card))
    expect(runs.map(({ command, args }) => [command, args['task'], args['progress']])).toEqual([['report', 'p1-12', 60], ['report', 'p2-12', 60]])
  })
})
