// Every act of a secretary on a task names the task: the messages that asked about it are drawn again.
import { expect, it } from 'vitest'
import { grantExtension } from '#commands/grant-extension.ts'
import { onBehalf } from '#commands/on-behalf.ts'
import { pause } from '#commands/pause.ts'
import { queue } from '#commands/queue.ts'
import { refuseExtension } from '#commands/refuse-extension.ts'
import { refuseQuestion } from '#commands/refuse-question.ts'
import { reopen } from '#commands/reopen.ts'
import { resume } from '#commands/resume.ts'
import { setDue } from '#commands/set-due.ts'
import { setLead } from '#commands/set-lead.ts'
import { strikeOff } from '#commands/strike-off.ts'
import { upholdQuestion } from '#commands/uphold-question.ts'
import type { Command } from '#src/command.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { acceptClaim, after, claim, day, directoryWith, planOf, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf } from '#test/desk.ts'
import { act } from './acting.ts'

const directory = directoryWith(['县住建局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const of = { task: taskNo(1), unit: unitId('县教育局') }
const plan = (): PlanState => planOf([task(1, { title: '普惠园建设', due: '2026-09-30', lead: '县教育局', support: ['县住建局'] })])
const asked = (): PlanState => after(plan(), '2026-07-01', { type: 'ask-extension', ...of, day: day('2026-12-31'), reason: '招标流标' })
const disowned = (): PlanState => after(plan(), '2026-07-01', { type: 'question-part', ...of, about: 'not-ours', words: '', should: '县住建局' })
const paused = (): PlanState => after(plan(), '2026-07-01', { type: 'pause-task', task: taskNo(1), reason: '等资金' })
const done = (): PlanState => after(after(plan(), '2026-06-29', claim(1, '县教育局')), '2026-06-30', acceptClaim(1, '县教育局'))
const task1 = { task: 'p1-1' }
const acts: readonly (readonly [string, Command, Record<string, unknown>, PlanState])[] = [
  ['同意延期', grantExtension, task1, asked()], ['不同意延期', refuseExtension, { ...task1, reason: '按期办' }, asked()], ['待审里同意延期', queue, { ...task1, decide: 'grant-extension' }, asked()],
  ['仍由其负责', refuseQuestion, { ...task1, reason: '按方案' }, disowned()], ['改派', upholdQuestion, { ...task1, unit: '县教育局', to: '县住建局', confirmed: true }, disowned()],
  ['暂缓', pause, { ...task1, reason: '等资金', confirmed: true }, plan()], ['恢复', resume, { ...task1, words: '资金到位', confirmed: true }, paused()], ['改时限', setDue, { ...task1, day: '2026-12-31', reason: '统一调整', confirmed: true }, plan()],
  ['定牵头', setLead, { ...task1, unit: '县住建局', sure: true }, plan()], ['销号', strikeOff, { ...task1, confirmed: true }, done()], ['恢复办理', reopen, { ...task1, reason: '没有做完', confirmed: true }, done()],
  ['代录', onBehalf, { ...task1, unit: '县教育局', progress: '60', words: '已完成招标', who: '王科长', how: '电话', day: '2026-07-02' }, plan()],
  ['代录办结', onBehalf, { ...task1, unit: '县教育局', state: 'done', words: '全部完成', who: '王科长', how: '电话', day: '2026-07-02' }, plan()],
]

it.each(acts)('%s', async (_name, command, args, now) => {
  const desk = deskOf({ today: '2026-07-02', plans: [now], directory, asker: '沈若兰' })
  const answer = await act(command, args, desk)
  expect(desk.recorded).toHaveLength(1)
  expect(answer).toMatchObject({ kind: 'card', about: [{ plan: 'p1', task: 1 }] })
})
