// A contact with a task to report on.
import type { PlanState } from '#src/ledger/plan.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import { directoryWith, planWith, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'

export const directory = directoryWith(
  ['县财政局'],
  { name: '沈若兰', roles: ['secretary'] },
  { name: '苏晚晴', contactOf: ['县教育局'] },
  { name: '石海涛', contactOf: ['县住建局'] },
  { name: '周副手', contactOf: ['县教育局'] },
)
export const plan = (): PlanState => planWith(task(12, { title: '普惠园建设', due: '2026-07-15', lead: '县教育局', support: ['县住建局'] }), task(13, { lead: '县住建局' }))
export const deskFor = (asker: string, of: PlanState, today = '2026-07-02'): TestDesk => deskOf({ today, plans: [of], directory, asker })
export const standing = (of: PlanState, unit = '县教育局') => of.assignments.get(keyOf(taskNo(12), unitId(unit)))
