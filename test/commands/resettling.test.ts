// 更正存疑: an answer that was wrong is put right after the import; the last one stands, the earlier ones stay on record.
import { describe, expect, it } from 'vitest'
import { resettle } from '#commands/resettle.ts'
import { settle } from '#commands/settle.ts'
import { doubts } from '#commands/doubts.ts'
import { keyOfDoubt, type Correction } from '#src/ledger/correction.ts'
import type { Doubt } from '#src/ledger/doubt.ts'
import { importedFrom } from '#src/ledger/imported-from.ts'
import { PlanId } from '#src/ledger/ids.ts'
import { emptyPlan, type PlanState } from '#src/ledger/plan.ts'
import { read } from '#src/reader/read.ts'
import { after, directoryWith, planOf, task, taskNo } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, cardIn, shown, type } from './acting.ts'

const directory = () => directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const deskWith = (plan: PlanState, asker = '沈若兰'): TestDesk => deskOf({ today: '2026-06-10', plans: [plan], directory: directory(), asker })
const doubt = (kind: Doubt['kind'], facts: Partial<Doubt> = {}): Doubt => ({ id: 1, kind, line: 3, quote: '定期报送进度', question: '多久一次？', choices: [], task: taskNo(1), ...facts })
const asked = (facts: Partial<Doubt> = {}): PlanState => planOf([task(1, { lead: '县教育局' })], { doubts: [doubt('duty-unclear', facts)] })
const duties = (plan: PlanState) => [...plan.obligations.values()].map(({ id, every, times }) => [id, every, times])

describe('how often a duty is owed, answered wrongly', () => {
  it('is put right: one duty, with the rhythm said last, and what was said before', async () => {
    const plan = asked()
    await type(settle, '1 每月', deskWith(plan))
    const said = shown(await type(resettle, '1 每半年1次', deskWith(plan)))
    expect(duties(plan)).toEqual([['c1', 'half-year', 1]])
    expect(said).toContain('原答复：每月')
    expect(plan.doubts.get(1)?.settled).toMatchObject({ answer: '每半年1次', earlier: [{ answer: '每月', on: '2026-06-10' }] })
  })
  it('can be taken out, and put back', async () => {
    const plan = asked()
    for (const words of ['1 每月', '1 不作要求', '1 每年']) await type(plan.doubts.get(1)?.settled === undefined ? settle : resettle, words, deskWith(plan))
    expect(duties(plan).map(([, every]) => every)).toEqual(['year'])
  })
  it('is not changed by a late press on a card of before, which says how it can be', async () => {
    const plan = asked()
    await type(settle, '1 每月', deskWith(plan))
    expect(shown(await act(settle, { plan: 'p1', doubt: 1, answer: '每年' }, deskWith(plan)))).toContain('更正存疑 1')
    expect(duties(plan)).toEqual([['c1', 'month', 1]])
  })
  it('is not put right unseen, where somebody else did meanwhile', async () => {
    const plan = asked()
    await type(settle, '1 每月', deskWith(plan))
    await type(resettle, '1 每季度', deskWith(plan))
    const late = await act(resettle, { plan: 'p1', doubt: 1, answer: '每年', instead: '每月', form: true }, deskWith(plan))
    expect(shown(late)).toContain('每季度')
    expect(duties(plan)).toEqual([['c1', 'quarter', 1]])
  })
  it('that was answered in the draft is put right too', async () => {
    const text = '云溪县学前教育三年行动方案（2026—2028年）\n一、重点任务\n1.扩大普惠。定期通报工作进展。（责任单位：县教育局）'
    const answer = read(text, {})
    if (!answer.ok) throw new Error(answer.refusal.code)
    const [unclear] = answer.reading.doubts.filter(({ kind }) => kind === 'duty-unclear')
    if (unclear === undefined) throw new Error('nothing is asked')
    const corrections: Correction[] = [{ type: 'answer', doubt: keyOfDoubt(unclear), quote: unclear.quote, answer: '每月' }]
    const plan = after(emptyPlan(PlanId.parse('p1')), '2026-01-05', { type: 'import', plan: importedFrom({ reading: answer.reading, corrections, directory: directory(), source: { name: 'a', hash: 'h' }, zone: 'Asia/Shanghai' }).plan })
    const id = [...plan.doubts.values()].find(({ kind }) => kind === 'duty-unclear')?.id
    await type(resettle, `${id} 每季度`, deskWith(plan))
    expect(duties(plan).map(([, every]) => every)).toEqual(['quarter'])
  })
})

describe('a year that a number is compared with, answered wrongly', () => {
  const target = { id: 'i1', task: taskNo(1), measure: '普惠率', direction: 'rise-by', value: 5, unit: '个百分点', yearly: false, by: { unbound: true }, baseline: '在20__年的基础上', text: '提高5个百分点', span: { from: 0, to: 9 }, blanks: { by: { from: 20, to: 25 }, baseline: { from: 40, to: 45 } } } as const
  it.each([[40, '在2024年的基础上', undefined], [20, '在20__年的基础上', 2028]])('is put right (blank at %i)', async (at, baseline, year) => {
    const plan = planOf([task(1, { lead: '县教育局' })], { targets: [target], doubts: [doubt('year-blank', { at })] })
    await type(settle, '1 2025', deskWith(plan))
    await type(resettle, `1 ${year ?? 2024}`, deskWith(plan))
    expect(plan.targets.get('i1')).toMatchObject({ baseline, by: year === undefined ? { unbound: true } : { year } })
  })
})

describe('the way to it', () => {
  it('is on the list of doubts, once one is answered, and lists what was said', async () => {
    const plan = asked()
    expect(shown(await type(doubts, '', deskWith(plan)))).not.toContain('更正')
    await type(settle, '1 每月', deskWith(plan))
    const list = cardIn(await type(doubts, '', deskWith(plan)))
    expect(list.actions?.map(({ label }) => label)).toContain('更正已核定的')
    const card = cardIn(await type(resettle, '', deskWith(plan)))
    expectGoodCard(card)
    expect(shown({ kind: 'card', card })).toContain('已核定为“每月”')
  })
  it('opens a form that says what stands', async () => {
    const plan = asked()
    await type(settle, '1 每月', deskWith(plan))
    expect(await type(resettle, '1', deskWith(plan))).toMatchObject({ kind: 'form', form: { title: '更正存疑', run: { args: { instead: '每月' } } } })
  })
  it('is closed where who is responsible was asked: that is changed on the task', async () => {
    const plan = planOf([task(1)], { doubts: [doubt('no-unit')] })
    await type(settle, '1 县教育局', deskWith(plan))
    expect(shown(await type(resettle, '1 县财政局', deskWith(plan)))).toContain('时限或牵头单位')
  })
  it('shows many answers page by page', async () => {
    const plan = planOf([task(1, { lead: '县教育局' })], { doubts: Array.from({ length: 25 }, (_, at) => ({ ...doubt('duty-unclear', { quote: `定期报送${at}` }), id: at + 1, answer: '每月' })) })
    const pages = [1, 2, 3].map(async (page) => shown(await act(resettle, { plan: 'p1', page }, deskWith(plan))))
    expect((await Promise.all(pages)).join('').match(/已核定为/g)).toHaveLength(25)
  })
})
