import { describe, expect, it } from 'vitest'
import { answering } from '#src/queries/answering.ts'
import { tasksAskedIn } from '#src/queries/asked-in.ts'
import { isLateReport } from '#src/queries/late-reports.ts'
import { nextOwed } from '#src/queries/next-owed.ts'
import { defaultRound, turnByKey, type Round } from '#src/queries/round.ts'
import { roundStanding } from '#src/queries/round-standing.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, day, directoryWith, planOf, planWith, report, task, taskNo, unitId, viewOn } from '#test/builders.ts'
import { noticesOfDay } from '#src/reminders/parcels.ts'
import { eachMonth, openRound } from '#test/rounds.ts'

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

describe('a late report answers the round that it is late for, and not the next one too', () => {
  const late = (): PlanState => after(plan(), '2026-07-02', report(1, lead))
  const owed = (of: PlanState, today: string): unknown => nextOwed(viewOn(today, of), taskNo(1))
  /** 应报, 已报, 迟报. */
  const figures = (of: PlanState, today: string, round: Round = defaultRound(viewOn(today, of))): number[] => {
    const view = viewOn(today, of)
    const { asked, answered, late: tooLate } = roundStanding(view, round, round.isDefault ? tasksAskedIn(view, round) : round.round.tasks)
    return [asked, answered, tooLate]
  }
  it('what is owed next is this quarter’s, not that of the quarter after it', () => {
    expect(owed(late(), '2026-07-03')).toMatchObject({ kind: 'progress', quarter: '2026Q3', due: '2026-09-30' })
    expect(owed(after(late(), '2026-07-20', report(1, lead)), '2026-07-21')).toMatchObject({ quarter: '2026Q4' })
    expect(owed(after(after(plan(), '2026-06-24', report(1, lead)), '2026-07-02', report(1, lead)), '2026-07-03')).toMatchObject({ quarter: '2026Q4' })
  })
  it('what is said first more than a month after it tells of this quarter too', () => {
    const later = (on: string): unknown => owed(after(plan(), on, report(1, lead)), '2026-08-03')
    expect([later('2026-07-31'), later('2026-08-01')]).toMatchObject([{ quarter: '2026Q3' }, { quarter: '2026Q4' }])
  })
  it.each([false, true])('put right later, it still answers that round alone, whether the task changed meanwhile: %s', (isChanged) => {
    const of = late()
    const said = answering(viewOn('2026-07-03', of), taskNo(1))?.report?.at
    if (isChanged) after(after(of, '2026-07-06', { type: 'pause-task', task: taskNo(1), reason: '等批复' }), '2026-07-07', { type: 'resume-task', task: taskNo(1), words: '' })
    after(of, '2026-07-20', { ...report(1, lead, { progress: 20 }), corrects: said, reason: '写错了' } as PlanIntent)
    expect(owed(of, '2026-07-21')).toMatchObject({ kind: 'progress', quarter: '2026Q3' })
    expect(isLate(of, '2026-07-21')).toBe(true)
  })
  it('who gave it is asked when the next quarter is', () => {
    const asks = (of: PlanState): string[] => noticesOfDay(viewOn('2026-09-30', of, people)).filter(({ kind }) => kind === 'progress-due').map(({ to }) => to)
    const people = directoryWith([], { name: '苏晚晴', contactOf: [lead] })
    expect([asks(late()), asks(after(late(), '2026-09-22', report(1, lead)))]).toEqual([['u1'], []])
  })
  it('each quarter has figures of its own', () => {
    const quarter = defaultRound(viewOn('2026-07-02', plan()))
    expect([figures(late(), '2026-07-03', quarter), figures(late(), '2026-09-30'), figures(late(), '2026-10-02')]).toEqual([[1, 1, 1], [1, 0, 0], [1, 0, 0]])
    const twice = after(late(), '2026-10-05', report(1, lead))
    expect([figures(twice, '2026-10-06', quarter), figures(twice, '2026-10-06'), isLate(twice)]).toEqual([[1, 1, 1], [1, 1, 1], true])
  })
  it('of a round that repeats the next turn is asked afresh', () => {
    const monthly = after(after(plan(), '2026-06-02', openRound({ since: '2026-06-01', repeats: eachMonth })), '2026-06-25', report(1, lead))
    const turn = (key: string, today: string): Round => turnByKey(viewOn(today, monthly), key) ?? defaultRound(viewOn(today, monthly))
    expect([isLate(monthly, '2026-06-26'), isLate(monthly, '2026-07-08')]).toEqual([true, true])
    expect([figures(monthly, '2026-07-08', turn('n1/2026-06', '2026-07-08')), figures(monthly, '2026-07-08', turn('n1/2026-07', '2026-07-08'))]).toEqual([[1, 1, 1], [1, 0, 0]])
  })
  it('a round that is held once and opened after it counts it', () => {
    const of = after(late(), '2026-07-03', openRound())
    expect([figures(of, '2026-07-03', turnByKey(viewOn('2026-07-03', of), 'n1')), isLate(of)]).toEqual([[1, 1, 0], false])
  })
})
