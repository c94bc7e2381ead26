// 不是我负责: what is asked with it, and what becomes of it.
import { describe, expect, it } from 'vitest'
import { notOurs } from '#commands/not-ours.ts'
import { report } from '#commands/report.ts'
import { task as taskCommand } from '#commands/task.ts'
import { verifyLines } from '#commands/verify-lines.ts'
import { keyOf, standingOf } from '#src/ledger/assignment.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { directoryWith, planOf, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { act, cardIn, formIn, shown, type } from './acting.ts'

const towns = ['溪口镇', '青石镇']
const directory = directoryWith(
  ['县财政局', '县妇联', ...towns, { name: '各乡镇', aliases: [], members: towns }],
  { name: '沈若兰', roles: ['secretary'] },
  { name: '苏晚晴', contactOf: ['县教育局'] },
  { name: '姚春梅', contactOf: towns },
)
const plan = (): PlanState =>
  planOf([
    task(1, { title: '普惠园建设', due: '2026-06-30', lead: '县教育局', support: ['县财政局'] }),
    task(2, { title: '家校共育', lead: '县财政局', support: ['县教育局'] }),
    task(3, { title: '控辍保学', lead: '各乡镇' }),
  ])
const deskFor = (asker: string, ...plans: PlanState[]): TestDesk => deskOf({ today: '2026-01-07', plans, directory, asker })
const voice = (of: PlanState, no: number, unit: string, member?: string) => {
  const part = of.assignments.get(keyOf(taskNo(no), unitId(unit)))
  return part === undefined ? {} : standingOf(part, member === undefined ? undefined : unitId(member))
}

describe('不是我负责', () => {
  it('asks whose it is, the plan’s units first, and says who decides', async () => {
    const of = plan()
    const desk = deskFor('苏晚晴', of)
    const form = formIn(await type(notOurs, '1', desk))
    expect(form.fields.flatMap((field) => ('choices' in field ? field.choices.map(({ label }) => label) : []))).toEqual(['县财政局', '县妇联', '溪口镇', '青石镇'])
    const answer = await act(notOurs, { ...form.run.args, should: '县妇联' }, desk)
    expect(shown(answer)).toContain('1 普惠园建设 · 不是我们负责，应是县妇联')
    // The morning's message, which asks for it, is drawn again.
    expect(answer).toMatchObject({ about: [{ plan: 'p1', task: 1 }] })
    expect(shown(answer)).toContain('由督查室（沈若兰）核定，结果会告诉您。核定前不再请您填报这一项。')
    expect(voice(of, 1, '县教育局').question).toMatchObject({ about: 'not-ours', should: '县妇联' })
  })

  it('stands on the task for everybody until it is ruled on, and a report beside it says that it waits', async () => {
    const of = plan()
    await type(notOurs, '2', deskFor('苏晚晴', of)).then(async (answer) => act(notOurs, { ...formIn(answer).run.args, should: '县妇联', words: '我们不管家校' }, deskFor('苏晚晴', of)))
    expect(shown(await type(report, '2 30 已开会', deskFor('苏晚晴', of)))).toContain('1月7日提的“不是我负责”还在等督查室核定，督查室会看到这次填报。')
    for (const asker of ['苏晚晴', '沈若兰']) expect(shown(await type(taskCommand, '2', deskFor(asker, of)))).toMatch(/县教育局\(1月7日\)：认为不归其负责，应是县妇联.*待督查室核定/)
  })

  it('is typed in one line, and once', async () => {
    const of = plan()
    const desk = deskFor('苏晚晴', of)
    expect(shown(await type(notOurs, '1 县妇联', desk))).toContain('应是县妇联')
    expect(shown(await type(notOurs, '1 县妇联', desk))).toContain('苏晚晴')
    expect(voice(of, 1, '县教育局').question?.should).toBe('县妇联')
  })

  it('does not take one’s own unit for another', async () => {
    const desk = deskFor('苏晚晴', plan())
    const form = formIn(await type(notOurs, '1 县教育局', desk))
    expect(await act(notOurs, { ...form.run.args, other: '县教育局' }, desk)).toMatchObject({ kind: 'form-errors' })
    expect(desk.recorded).toEqual([])
  })

  it('does not pass to who leads it as it is, and says how to be left out', async () => {
    const of = plan()
    const desk = deskFor('苏晚晴', of)
    const answer = await type(notOurs, '2 县财政局', desk)
    expect(shown(answer)).toContain('第2项本来就由县财政局牵头，没有记录。您单位不该列在这一项里的，请输入 /duban 单位核对 2 有出入')
    expect(cardIn(answer).refused).toBeDefined()
    expect(shown(await type(verifyLines, '2 不是我们 县财政局', desk))).toContain('本来就由县财政局牵头')
    const form = formIn(await type(notOurs, '2', desk))
    expect(await act(notOurs, { ...form.run.args, should: '县财政局' }, desk)).toMatchObject({ kind: 'form-errors', errors: { should: expect.stringContaining('本来就由') as string } })
    expect(desk.recorded).toEqual([])
  })

  it('may be left open, and does not keep anybody from reporting after all', async () => {
    const of = plan()
    const desk = deskFor('苏晚晴', of)
    const form = formIn(await type(notOurs, '1', desk))
    expect(shown(await act(notOurs, form.run.args, desk))).toContain('不是我们负责')
    expect(shown(await act(report, { task: 'p1-1' }, desk))).toContain('已记录')
  })

  it('of a task of others is told whose it is', async () => {
    expect(shown(await type(notOurs, '3 县妇联', deskFor('苏晚晴', plan())))).toContain('承担单位是各乡镇')
  })
})
