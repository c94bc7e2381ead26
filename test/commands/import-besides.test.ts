import { describe, expect, it } from 'vitest'
import { check } from '#commands/check.ts'
import { doubts } from '#commands/doubts.ts'
import { importPlan } from '#commands/import-plan.ts'
import { plan } from '#commands/plan.ts'
import { proposals } from '#commands/proposals.ts'
import { targets } from '#commands/targets.ts'
import type { DraftId } from '#src/ledger/draft.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Reading } from '#src/reader/reading.ts'
import { directoryWith } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, shown } from './acting.ts'

const text = '文'.repeat(1000)
const span = (from: number) => ({ from, to: from + 20 })
const task = { path: [], number: '1', title: '新建学校', section: '重点任务', text: '新建学校。', span: span(0), people: [], deadlines: [], units: [{ name: '县教育局', role: 'lead' as const, span: span(0) }] }
const target = { measure: '普惠率', direction: 'at-least' as const, value: 90, unit: '%', yearly: false }
/** A reading made by hand, whatever the reader itself finds today. */
const reading: Reading = {
  title: '', text, period: { from: 2026, to: 2028 }, tasks: [task], recurrences: [], meetings: [], bodies: [], unlisted: [],
  targets: [{ ...target, text: '普惠率达到90%以上', span: span(400) }, { ...target, task: 0, text: '学位增加2000个', span: span(10) }],
  proposals: [
    { unit: '县财政局', does: '保障经费', section: '组织实施', text: '县财政局要足额保障经费。', span: span(500) },
    { unit: '县人社局', does: '做好教师招聘', section: '组织实施', text: '县人社局要做好教师招聘。', span: span(600) },
  ],
  doubts: [{ kind: 'target-owner', line: 3, quote: '普惠率达到90%以上', span: span(400), target: 0, question: '“普惠率达到90%以上”由谁负责？', choices: [] }],
}
const draft = 'd000001' as DraftId

const [owed] = reading.doubts
const twoTargets: Reading = {
  ...reading,
  targets: [...reading.targets, { ...target, text: '入学率达到99%以上', span: span(450) }],
  doubts: owed === undefined ? [] : [owed, { ...owed, quote: '入学率达到99%以上', span: span(450), target: 2 }],
}

async function sent(found = reading): Promise<TestDesk> {
  const desk = deskOf({ directory: directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }), asker: '沈若兰' })
  desk.read = () => Promise.resolve({ ok: true, reading: found })
  await act(importPlan, { text, source: '教育方案.docx' }, desk)
  return desk
}
const confirmed = async (desk: TestDesk) => {
  await act(importPlan, { draft, confirm: true }, desk)
  return desk.allPlans.get('p1' as PlanId)
}

describe('sentences outside the tasks that name a unit', () => {
  it('are told of in the preview, and no task unasked', async () => {
    const desk = await sent()
    const preview = await act(importPlan, { draft }, desk)
    expect(shown(preview)).toMatch(/1项·1单位·0处存疑[^]*任务之外另有2句点名要求单位做的事/)
    expect(buttons(cardIn(preview))['选哪些列为任务']?.command).toBe('proposals')
  })

  it('are listed with their words, each to be taken or left', async () => {
    const desk = await sent()
    const list = await act(proposals, { draft }, desk)
    expectGoodCard(cardIn(list))
    expect(shown(list)).toMatch(/《教育方案》任务之外有2句[^]*县财政局 · 县财政局要足额保障经费/)
    const taken = await act(proposals, { draft, at: 600, taken: true }, desk)
    expect(shown(taken)).toContain('已列1项为任务')
    expect([...((await confirmed(desk))?.tasks.values() ?? [])].map(({ title }) => title)).toEqual(['新建学校', '做好教师招聘'])
  })

  it('become tasks all at once, or none', async () => {
    const desk = await sent()
    const list = await act(proposals, { draft }, desk)
    const all = await act(proposals, buttons(cardIn(list))['全部列为任务']?.args, desk)
    expect(shown(all)).toContain('已列2项为任务')
    expect(shown(await act(proposals, buttons(cardIn(all))['都不列']?.args, desk))).toContain('已列0项为任务')
  })
})

describe('the numbers a plan promises', () => {
  it('are listed, those of a task with it, and ask nobody on the way to 确认', async () => {
    const desk = await sent()
    expect(shown(await act(importPlan, { draft }, desk))).toContain('指标2个，其中1个没有写由谁负责')
    const list = await act(targets, { draft }, desk)
    expectGoodCard(cardIn(list))
    expect(shown(list)).toMatch(/普惠率达到90%以上\n没有写由谁负责[^]*学位增加2000个\n任务1 新建学校/)
  })

  it('are one answer where one unit answers for all that nobody answers for', async () => {
    const desk = await sent(twoTargets)
    const list = await act(targets, { draft }, desk)
    expectGoodCard(cardIn(list))
    const all = await act(check, buttons(cardIn(list))['2个都由县教育局负责']?.args, desk)
    expect(shown(all)).toMatch(/有指标3个。[^]*由县教育局负责[^]*由县教育局负责/)
    expect([...((await confirmed(desk))?.targets.values() ?? [])].map(({ owner }) => owner)).toEqual(['县教育局', undefined, '县教育局'])
  })

  it('leave the answer of its own to the one that has it', async () => {
    const desk = await sent(twoTargets)
    const list = await act(targets, { draft }, desk)
    await act(check, { ...buttons(cardIn(list))['县教育局']?.args, answer: '县财政局' }, desk)
    await act(check, buttons(cardIn(list))['2个都由县教育局负责']?.args, desk)
    expect([...((await confirmed(desk))?.targets.values() ?? [])].map(({ owner }) => owner)).toContain('县财政局')
  })

  it('are counted alike before 确认 and after, and apart from the doubts', async () => {
    const desk = await sent(twoTargets)
    expect(shown(await act(importPlan, { draft }, desk))).toMatch(/0处存疑[^]*指标3个，其中2个没有写由谁负责/)
    expect(shown(await act(importPlan, { draft, confirm: true }, desk))).toMatch(/没有存疑 ✅[^]*另有2个指标没有写由谁负责/)
    expect(shown(await act(plan, { plan: 'p1' }, desk))).toMatch(/存疑已核完[^]*2个指标没有写由谁负责/)
    expect(shown(await act(doubts, {}, desk))).toMatch(/存疑已核完，还有2个指标没有写由谁负责/)
  })

  it('are answered for by whom the secretary says, and written so', async () => {
    const desk = await sent()
    const list = await act(targets, { draft }, desk)
    const answered = await act(check, buttons(cardIn(list))['县教育局']?.args, desk)
    expect(shown(answered)).toContain('由县教育局负责')
    expect([...((await confirmed(desk))?.targets.values() ?? [])].map(({ owner }) => owner)).toEqual(['县教育局', undefined])
  })
})
