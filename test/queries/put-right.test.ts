// What an answer said before it was put right.
import { describe, expect, it } from 'vitest'
import { keyOf } from '#src/ledger/assignment.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Reports } from '#src/ledger/report.ts'
import { putRight } from '#src/queries/put-right.ts'
import { after, planWith, report, task, taskNo, unitId } from '#test/builders.ts'

const contact = PersonId.parse('u2')
const partIn = (plan: PlanState): Reports => plan.assignments.get(keyOf(taskNo(1), unitId('县教育局'))) ?? {}
const reported = (): PlanState => after(planWith(task(1, { lead: '县教育局' })), '2026-03-02', report(1, '县教育局', { progress: 60, done: '已招标' }), contact)
const corrected = (plan: PlanState, on: string, progress: number, reason?: string): PlanState => {
  const corrects = partIn(plan).report?.at
  return after(plan, on, { ...report(1, '县教育局', { progress, done: '已招标' }), ...(corrects === undefined ? {} : { corrects }), ...(reason === undefined ? {} : { reason }) }, contact)
}
const said = (plan: PlanState): unknown[] => putRight(partIn(plan)).map(({ was, reason }) => [was.progress, reason])

describe('an answer that was put right', () => {
  it('is read with what it said before and why, the latest first', () =>
    expect(said(corrected(corrected(reported(), '2026-03-03', 50, '数字报错'), '2026-03-04', 40, '口径不同'))).toEqual([[50, '口径不同'], [60, '数字报错']]))
  it('by words that were only added is none', () => expect(said(corrected(reported(), '2026-03-03', 60))).toEqual([]))
  it('is left behind by the next answer', () => expect(said(after(corrected(reported(), '2026-03-03', 50, '数字报错'), '2026-04-01', report(1, '县教育局', { progress: 70 }), contact))).toEqual([]))
  it('that nobody gave is none', () => expect(putRight({})).toEqual([]))
})
