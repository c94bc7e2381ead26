// A table that was not understood: whether it lists tasks is for the secretary to say, and a plan that lacks them is not written.
import { describe, expect, it } from 'vitest'
import { amend } from '#commands/amend.ts'
import { check } from '#commands/check.ts'
import { importPlan } from '#commands/import-plan.ts'
import { settle } from '#commands/settle.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { directoryWith, planOf, task } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { rowsOf } from '../reader/table-cases.ts'
import { act, buttons, cardIn, shown, type } from './acting.ts'

const text = `云溪县数据工作三年行动方案（2026—2028年）
一、建设内容
各平台如下。
${rowsOf('平台 | 用途 | 规模', '信用平台 | 查询 | 3万', '归集平台 | 归集 | 5万')}
二、任务
1.建设平台。2026年6月底前建成。（责任单位：县数据局）`
const hasTasks = '有，改好后再导入'
const secretary = (...plans: Parameters<typeof deskOf>[0][]): TestDesk => deskOf({ directory: directoryWith(['县数据局'], { name: '沈若兰', roles: ['secretary'] }), asker: '沈若兰', ...plans[0] })

async function asked(desk: TestDesk) {
  const preview = await act(importPlan, { text, source: '方案.docx' }, desk)
  const given = buttons(cardIn(preview))[hasTasks]?.args
  if (given === undefined) throw new Error('the table is not asked about')
  return { draft: String(given['draft']), answer: (answer: string, form = false) => act(check, { ...given, answer, form }, desk) }
}
const confirm = (draft: string, desk: TestDesk) => act(importPlan, { draft, confirm: true }, desk)

describe('a table that has tasks nobody could read', () => {
  it('keeps 确认 back: the preview says why and has no button for it', async () => {
    const desk = secretary()
    const preview = await (await asked(desk)).answer(hasTasks)
    expect(shown(preview)).toContain('不能确认导入')
    expect(Object.keys(buttons(cardIn(preview)))).not.toContain('确认导入')
  })
  it('is not written though an old button is pressed', async () => {
    const desk = secretary()
    const { draft, answer } = await asked(desk)
    await answer('有')
    expect(shown(await confirm(draft, desk))).toContain('不能确认导入')
    expect(desk.allPlans.get('p1' as PlanId)).toBeUndefined()
  })
  it('is not written over a plan either', async () => {
    const desk = secretary({ plans: [planOf([task(1)])], directory: directoryWith(['县数据局'], { name: '沈若兰', roles: ['secretary'] }), asker: '沈若兰' })
    const { draft, answer } = await asked(desk)
    await answer(hasTasks)
    expect(shown(await act(amend, { plan: 'p1', draft, confirm: true }, desk))).toContain('不能确认导入')
  })
  it('can be answered otherwise, and then the plan is written', async () => {
    const desk = secretary()
    const { draft, answer } = await asked(desk)
    expect(Object.keys(buttons(cardIn(await answer(hasTasks))))).toContain('改答')
    expect(Object.keys(buttons(cardIn(await answer('没有任务'))))).toContain('确认导入')
    await confirm(draft, desk)
    expect(desk.allPlans.get('p1' as PlanId)?.tasks.size).toBe(1)
  })
})

describe('words that do not say whether a table has tasks', () => {
  it('are refused in a sentence', async () => expect(shown(await (await asked(secretary())).answer('回头再说'))).toContain('没有任务'))
  it('are refused beside their field', async () => expect(await (await asked(secretary())).answer('回头再说', true)).toMatchObject({ kind: 'form-errors' }))
})

describe('a table of a plan that is imported already', () => {
  const plan = () => planOf([task(1)], { doubts: [{ id: 1, kind: 'table-unclear', line: 4, quote: '平台', question: '里面有任务吗？', choices: [] }] })
  it('has no tasks, and the doubt is settled', async () => {
    const now = plan()
    await type(settle, '1 没有任务', secretary({ plans: [now], directory: directoryWith([], { name: '沈若兰', roles: ['secretary'] }), asker: '沈若兰' }))
    expect(now.doubts.get(1)?.settled?.answer).toBe('没有任务')
  })
  it('has some: the doubt stays open, and it is said how they come in', async () => {
    const now = plan()
    expect(shown(await type(settle, `1 ${hasTasks}`, secretary({ plans: [now], directory: directoryWith([], { name: '沈若兰', roles: ['secretary'] }), asker: '沈若兰' })))).toContain('修订')
    expect(now.doubts.get(1)?.settled).toBeUndefined()
  })
})
