// People at the same message at once, and a form that outlives its round.
import { expect, it } from 'vitest'
import { report } from '#commands/report.ts'
import { reportForm } from '#commands/report-form.ts'
import { round } from '#commands/round.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import { after, directoryWith, nineOn, planWith, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { openRound } from '#test/rounds.ts'
import { act, formIn, shown, type } from './acting.ts'

const directory = directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '周副手', contactOf: ['县教育局'] })
const plan = () => planWith(task(1, { title: '普惠园建设', lead: '县教育局' }))
const deskFor = (asker: string, of: ReturnType<typeof plan>, today = '2026-07-02'): TestDesk => deskOf({ today, plans: [of], directory, asker })

it('two contacts of one unit who press at once are one answer, and the second is shown whose it is', async () => {
  const of = plan()
  const pressed = { task: 'p1-1', unit: '县教育局', state: 'normal', asked: nineOn('2026-07-01') }
  const answers = await Promise.all(['苏晚晴', '周副手'].map(async (asker) => act(report, pressed, deskFor(asker, of))))
  expect(shown(answers[0] ?? { kind: 'card', card: { text: '' } })).toContain('已记录')
  expect(shown(answers[1] ?? { kind: 'card', card: { text: '' } })).toContain('县教育局苏晚晴 7月2日 09:00 已填报')
  expect(of.assignments.get(keyOf(taskNo(1), unitId('县教育局')))?.report?.by).toBe(deskFor('苏晚晴', of).asker?.id)
})

it('a form that is open while its round closes is recorded whole, and marked 迟报', async () => {
  const of = after(plan(), '2026-07-02', openRound())
  const form = formIn(await act(reportForm, { task: 'p1-1', state: 'difficulty' }, deskFor('苏晚晴', of, '2026-07-07')))
  await act(round, { act: 'close', round: 'n1', plan: 'p1', confirmed: true }, deskFor('沈若兰', of, '2026-07-07'))
  const words = '用地未批。'.repeat(500)
  expect(shown(await act(report, { ...form.run.args, state: 'difficulty', problem: words }, deskFor('苏晚晴', of, '2026-07-08')))).toContain('已记录')
  expect(of.assignments.get(keyOf(taskNo(1), unitId('县教育局')))?.report?.problem).toBe(words)
  expect(shown(await type(round, 'n1', deskFor('沈若兰', of, '2026-07-08')))).toContain('县教育局(迟报)')
})
