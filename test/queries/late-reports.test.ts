import { describe, expect, it } from 'vitest'
import { answering } from '#src/queries/answering.ts'
import { isLateReport } from '#src/queries/late-reports.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, day, planOf, planWith, report, task, taskNo, unitId, viewOn } from '#test/builders.ts'
import { openRound } from '#test/rounds.ts'

const lead = '县教育局'
const plan = (due?: string): PlanState => planWith(task(1, { lead, ...(due === undefined ? {} : { due }) }))
/** The last report of the one who answers. */
function isLate(of: PlanState, today = '2026-12-01'): boolean {
  const view = viewOn(today, of)
  const part = answering(view, taskNo(1))
  if (part?.report === undefined) throw new Error('no report')
  return isLateReport(view, part, part.unit, part.report)
}
const opened = (of: PlanState = plan()): PlanState => after(of, '2026-07-02', openRound())

describe('a report is late', () => {
  it('where it is the first answer to a round, after its last day', () => expect([isLate(after(opened(), '2026-07-10', report(1, lead))), isLate(after(opened(), '2026-07-13', report(1, lead)))]).toEqual([false, true]))
  it('not where the round was answered in time, and this is another word', () => expect(isLate(after(after(opened(), '2026-07-03', report(1, lead)), '2026-07-13', report(1, lead)))).toBe(false))
  it('not where it came before the round opened and counts for it', () => expect(isLate(after(after(plan(), '2026-07-01', report(1, lead)), '2026-07-02', openRound()), '2026-07-20')).toBe(false))
  it('not where the round was reopened for the unit until then', () => expect(isLate(after(after(opened(), '2026-07-13', { type: 'reopen-round', round: 'n1', unit: unitId(lead), until: day('2026-07-15') }), '2026-07-15', report(1, lead)))).toBe(false))
  it('not where the round was closed on that day, and not before it came', () => expect(isLate(after(after(opened(), '2026-07-06', { type: 'close-round', round: 'n1' }), '2026-07-06', report(1, lead)))).toBe(false))
  it('where the round had been closed before its last day', () => expect(isLate(after(after(opened(), '2026-07-06', { type: 'close-round', round: 'n1' }), '2026-07-08', report(1, lead)))).toBe(true))
  it('where it is the first after a quarter that was asked about by default', () => expect([isLate(after(plan(), '2026-06-30', report(1, lead))), isLate(after(plan(), '2026-07-02', report(1, lead)))]).toEqual([false, true]))
  it('not where a task with a date was not asked', () => expect(isLate(after(plan('2027-06-30'), '2026-07-02', report(1, lead)))).toBe(false))
  it('not where nobody was told of the plan yet when the quarter closed', () => expect(isLate(after(planOf([task(1, { lead })], { handedOutOn: '2026-07-01' }), '2026-07-02', report(1, lead)))).toBe(false))
})
