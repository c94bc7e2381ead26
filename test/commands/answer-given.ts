// A contact who has given an answer, and what is pressed on it afterwards.
import { expect } from 'vitest'
import type { Command } from '#src/command.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { day, directoryWith, planWith, task, taskNo, unitId, workCalendar } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { act, buttons, cardIn, shown } from './acting.ts'

export const directory = directoryWith(
  ['县财政局'],
  { name: '沈若兰', roles: ['secretary'] },
  { name: '苏晚晴', contactOf: ['县教育局'] },
  { name: '周副手', contactOf: ['县教育局'] },
  { name: '唐一鸣', contactOf: ['县财政局'] },
)
const text = '新建幼儿园。2026年底前新建公办幼儿园3所，加强安全管理。（牵头单位：县教育局；配合单位：县财政局、县住建局）'
export const plan = (): PlanState => planWith(task(12, { title: '新建幼儿园', text, due: '2026-12-31', lead: '县教育局' }), task(13, { lead: '县教育局' }))
export const at = (of: PlanState, time = '09:00', asker = '苏晚晴', today = '2026-07-02'): TestDesk => deskOf({ today, now: workCalendar.instantOf(day(today), time, 'Asia/Shanghai'), plans: [of], directory, asker })
export const standing = (of: PlanState) => of.assignments.get(keyOf(taskNo(12), unitId('县教育局')))
export const press = async (answer: Awaited<ReturnType<typeof act>>, label: string, command: Command, desk: TestDesk) => {
  const run = buttons(cardIn(answer))[label]
  if (run === undefined) throw new Error(`there is no ${label} on: ${shown(answer)}`)
  expect(run.command).toBe(command.name.en)
  return act(command, run.args, desk)
}
