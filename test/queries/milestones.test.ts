import { describe, expect, it } from 'vitest'
import type { PlanState } from '#src/ledger/plan.ts'
import { taskLight } from '#src/queries/light.ts'
import { milestonesOf, milestonesOwed } from '#src/queries/milestones.ts'
import { nextOwed, progressOwed } from '#src/queries/next-owed.ts'
import { taskCard } from '#src/queries/task-card.ts'
import { isUnreported } from '#src/queries/task-list.ts'
import { acceptClaim, after, approveMilestones, claim, directoryWith, planOf, planWith, proposeMilestones, reachMilestone, report, task, taskNo, viewOn } from '#test/builders.ts'

const lead = '县教育局'
const group = directoryWith(['溪口镇', '青石镇', { name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }])
const one = taskNo(1)
const undated = (): PlanState => planWith(task(1, { lead }))
const proposed = (unit = lead, plan = undated()): PlanState => after(plan, '2026-01-12', proposeMilestones(1, unit, ['完成招标', '2026-06-30', '中标通知书'], ['主体开工', '2026-11-30']))
const approved = (unit = lead, plan = undated()): PlanState => after(proposed(unit, plan), '2026-01-13', approveMilestones(1, 2026))
const on = (today: string, plan: PlanState) => viewOn(today, plan, group)
const next = (today: string, plan: PlanState) => nextOwed(on(today, plan), one)
const light = (today: string, plan: PlanState) => taskLight(on(today, plan), one)
const reached = (plan = approved()): PlanState => after(plan, '2026-05-06', reachMilestone(1, lead, 2026, 1))

describe('what a task without a date owes next', () => {
  it('is the quarter’s report until milestones are approved (默认)', () => expect([next('2026-01-12', undated()), next('2026-01-12', proposed())]).toMatchObject([{ kind: 'progress', quarter: '2026Q1' }, { kind: 'progress', quarter: '2026Q1' }]))
  it('is the first milestone once they are', () => expect(next('2026-01-13', approved())).toEqual({ kind: 'milestone', year: 2026, number: 1, what: '完成招标', due: '2026-06-30' }))
  it('is the next one once that is reached', () => expect(next('2026-05-07', reached())).toMatchObject({ kind: 'milestone', number: 2, due: '2026-11-30' }))
  it('stays the one that was not reached by its day', () => expect(next('2026-07-01', approved())).toMatchObject({ number: 1, due: '2026-06-30' }))
  it('is next year’s first quarter once all of this year’s are reached', () => expect(next('2026-10-09', after(reached(), '2026-10-08', reachMilestone(1, lead, 2026, 2)))).toMatchObject({ kind: 'progress', quarter: '2027Q1' }))
  it('is the completion at the plan’s end, where no further year is in it', () => {
    const plan = approved(lead, planOf([task(1, { lead })], { period: { from: 2026, to: 2026 } }))
    expect(next('2026-12-01', after(after(plan, '2026-05-06', reachMilestone(1, lead, 2026, 1)), '2026-11-09', reachMilestone(1, lead, 2026, 2)))).toMatchObject({ kind: 'completion', due: '2026-12-31', byDefault: true })
  })
  it('is its own date from the day it gets one', () => expect(next('2026-02-03', after(approved(), '2026-02-02', { type: 'set-due', task: one, day: '2026-09-30' as never, reason: '' }))).toMatchObject({ kind: 'completion', due: '2026-09-30', byDefault: false }))
  it('is nothing once it is done', () => expect(next('2026-05-08', after(after(approved(), '2026-05-06', claim(1, lead)), '2026-05-07', acceptClaim(1, lead)))).toEqual({ kind: 'nothing' }))
})

describe('结转', () => {
  it('in January what was not reached last year is still owed', () => expect(next('2027-01-04', reached())).toMatchObject({ year: 2026, number: 2, due: '2026-11-30' }))
  it('and no quarter’s report beside it', () => expect(progressOwed(on('2027-01-04', reached()), one)).toBeUndefined())
  it('the new year’s milestones stand in its place once they are approved', () => {
    const plan = after(after(reached(), '2027-01-05', proposeMilestones(1, lead, ['主体开工', '2027-03-31'])), '2027-01-06', approveMilestones(1, 2027))
    expect(milestonesOf(on('2027-01-07', plan), one)).toMatchObject([{ year: 2027, what: '主体开工', by: '2027-03-31' }])
  })
  it('milestones of the next year that are approved early leave this year’s in force', () => {
    const plan = after(after(reached(), '2026-10-12', proposeMilestones(1, lead, ['封顶', '2027-03-31'])), '2026-10-13', approveMilestones(1, 2027))
    expect(milestonesOwed(on('2026-10-14', plan), one).map(({ what }) => what)).toEqual(['主体开工', '封顶'])
  })
})

describe('the light of a task with milestones', () => {
  it('is green while none is near, and no quarter is missed', () => expect(light('2026-05-06', approved())).toEqual(expect.objectContaining({ light: 'green', why: { rule: 'nothing-due' } })))
  it('is yellow ten working days before the next', () => expect([light('2026-06-12', approved()).light, light('2026-06-15', approved())]).toMatchObject(['green', { light: 'yellow', why: { rule: 'milestone-soon', what: '完成招标', due: '2026-06-30', workingDaysLeft: 10 } }]))
  it('is red from the day after, and names the milestone', () => expect([light('2026-06-30', approved()).light, light('2026-07-02', approved())]).toMatchObject(['yellow', { light: 'red', why: { rule: 'milestone-overdue', what: '完成招标', due: '2026-06-30', days: 2 } }]))
  it('says the obstacle that was reported', () => expect(light('2026-07-02', after(approved(), '2026-06-01', report(1, lead, { state: 'difficulty', problem: '流标' }))).why).toMatchObject({ rule: 'milestone-overdue', problem: '流标' }))
  it('is not red for what was reached', () => expect(light('2026-07-02', reached()).light).toBe('green'))
  it('is the secretary’s turn once the whole is said to be done', () => expect(light('2026-07-02', after(approved(), '2026-06-29', claim(1, lead))).why.rule).toBe('claim-waiting'))
  it('is not turned by a list that waits', () => expect(light('2026-07-02', after(proposed(), '2026-06-20', report(1, lead))).light).toBe('green'))
})

describe('未报', () => {
  const isSilent = (today: string, plan: PlanState): boolean => ((view) => ((card) => card !== undefined && isUnreported(view, card))(taskCard(view, one)))(on(today, plan))
  it('a task with milestones is not asked for the quarter', () => expect([isSilent('2026-03-31', undated()), isSilent('2026-03-31', approved())]).toEqual([true, false]))
  it('it is once its next milestone is near', () => expect(isSilent('2026-06-15', approved())).toBe(true))
})

describe('milestones of a group', () => {
  const towns = (): PlanState => after(approved('各乡镇', planWith(task(1, { lead: '各乡镇' }))), '2026-05-06', reachMilestone(1, '各乡镇', 2026, 1, '溪口镇'))
  it('are reached once every member has said so', () => {
    expect(milestonesOf(on('2026-05-07', towns()), one)[0]).toMatchObject({ waiting: ['青石镇'], group: { reached: 1, of: 2 } })
    expect(milestonesOf(on('2026-05-09', after(towns(), '2026-05-08', reachMilestone(1, '各乡镇', 2026, 1, '青石镇'))), one)[0]).toMatchObject({ waiting: [], reached: { on: '2026-05-08' } })
  })
})
