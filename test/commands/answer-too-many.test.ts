// An answer that would give tasks more units than a plan may hold is refused, and not kept.
import { describe, expect, it } from 'vitest'
import { asCorrected, withCorrection } from '#commands/draft-reading.ts'
import { settle } from '#commands/settle.ts'
import { keyOfDoubt } from '#src/ledger/correction.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { ReadDoubt, Reading } from '#src/reader/reading.ts'
import { directoryWith, planOf, stampOf, task, unitId } from '#test/builders.ts'
import { deskOf } from '#test/desk.ts'
import { shown, type } from './acting.ts'

const asked: ReadDoubt = { kind: 'no-unit', line: 1, quote: '水利工程', section: '水利工程', span: { from: 0, to: 4 }, question: '？', choices: [] }
const span = (at: number) => ({ from: at, to: at + 1 })
const reading: Reading = {
  title: '治水方案', text: '文', recurrences: [], meetings: [], targets: [], proposals: [], unlisted: [], doubts: [asked],
  tasks: Array.from({ length: 2000 }, (_, at) => ({ path: [], number: '1', title: '清淤', section: '水利工程', text: '清淤', span: span(at), units: [], people: [], deadlines: [] })),
  bodies: [{ name: '水利专班', kind: 'team', leader: '县水利局局长', deputies: [], members: Array.from({ length: 2000 }, (_, at) => `县${at}局`), serves: '水利工程', span: span(0) }],
}

it('one team of 2,000 members for 2,000 tasks is no answer: the draft stays as it was, and the lead alone is taken', async () => {
  const desk = deskOf()
  const id = await desk.drafts.keep({ source: 'a', text: '文', by: desk.handle, at: desk.now })
  const answered = async (answer: string) => {
    const draft = await desk.drafts.find(id)
    return draft === undefined ? undefined : withCorrection(asCorrected(id, draft, reading, desk), { type: 'answer', doubt: keyOfDoubt(asked), quote: asked.quote, answer }, desk)
  }
  expect(await answered('按专班')).toEqual({ ok: false, refusal: { code: 'answer-too-many', found: 2000 * 2001, limit: 20_000 } })
  expect((await desk.drafts.find(id))?.corrections).toEqual([])
  expect(await answered('县水利局')).toMatchObject({ ok: true })
})

describe('after the import', () => {
  const imported = () => planOf(Array.from({ length: 2000 }, (_, at) => task(at + 1, { section: '水利工程' })), {
    doubts: [{ id: 1, kind: 'no-unit', line: 1, quote: '水利工程', section: '水利工程', question: '？', choices: [], team: { leads: ['县水利局'], support: Array.from({ length: 500 }, (_, at) => `县${at}局`) } }],
  })
  const deskWith = (plan: PlanState) => deskOf({ plans: [plan], directory: directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }), asker: '沈若兰' })

  it('one team of 501 for 2,000 tasks is no answer either: nothing is recorded, no unit is added, and the doubt stays open', async () => {
    const plan = imported()
    const desk = deskWith(plan)
    expect(shown(await type(settle, '1 按专班', desk))).toContain('1002000')
    expect([plan.assignments.size, plan.doubts.get(1)?.settled, desk.directory.units.size, desk.recorded]).toEqual([0, undefined, 1, []])
  })
  it('the plan itself refuses it', () => {
    const units = Array.from({ length: 501 }, (_, at) => unitId(`县${at}局`))
    const intent = { type: 'settle-doubt', doubt: 1, answer: '按专班', meaning: { is: 'parts', leads: [unitId('县水利局')], support: units.slice(1) } } as const
    expect(decidePlan(imported(), intent, stampOf('2026-03-02'))).toEqual({ ok: false, refusal: { code: 'answer-too-many', found: 2000 * 501, limit: 20_000 } })
  })
  it('the lead alone is taken', async () => {
    const plan = imported()
    await type(settle, '1 县水利局', deskWith(plan))
    expect(plan.assignments.size).toBe(2000)
  })
})
