// Rounds that repeat: each month for a half-year, each quarter; a turn closed early, resumed, opened again for a unit, answered late; the series ended.
import type { PlanId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { day, taskNo } from '#test/builders.ts'
import { does, education, rural, step } from './acts.ts'
import type { County } from './county.ts'
import type { Step } from './life.ts'

type How = (county: County) => PlanIntent
const opens = (title: string, tasks: readonly number[], since: string, every: 'month' | 'quarter', nth: number, workingDays: number): PlanIntent =>
  ({ type: 'open-round', title, tasks: tasks.map((no) => taskNo(no)), since: day(since), repeats: { every, nth, workingDays } })
/** A round by its title, or a turn of it. */
const keyOf = (county: County, plan: PlanId, title: string, turn = ''): string => `${[...(county.ledgers.plans().get(plan)?.rounds.values() ?? [])].find((round) => round.title === title)?.id ?? ''}${turn === '' ? '' : `/${turn}`}`
const closes = (plan: PlanId, title: string, turn?: string): How => (county) => ({ type: 'close-round', round: keyOf(county, plan, title, turn) })
const resumes = (plan: PlanId, title: string, turn: string): How => (county) => ({ type: 'resume-round', round: keyOf(county, plan, title, turn) })
const reopens = (plan: PlanId, title: string, turn: string, unit: string, until: string): How => (county) => ({ type: 'reopen-round', round: keyOf(county, plan, title, turn), unit: county.unitOf(unit), until: day(until) })
const reports = (task: number, unit: string): How => (county) => ({ type: 'report', task: taskNo(task), unit: county.unitOf(unit), state: 'normal', correction: false })

const monthly = '每月进展'
const quarterly = '每季调度'
export const roundsRepeat: readonly Step[] = [
  step('2026-09-01', '09:40', does(education, opens(monthly, [2, 3, 5, 8, 29], '2026-09-01', 'month', 3, 5))),
  step('2026-09-04', '10:00', does(education, reports(3, '县教育局'), '苏晚晴')),
  step('2026-09-07', '17:30', does(education, closes(education, monthly, '2026-09'))),
  step('2026-09-08', '08:50', does(education, resumes(education, monthly, '2026-09'))),
  // After its last day, and before the next one opens.
  step('2026-09-14', '10:10', does(education, reports(8, '县教育局'), '苏晚晴')),
  step('2026-09-15', '10:10', does(education, reopens(education, monthly, '2026-09', '县教育局', '2026-09-21'))),
  step('2026-09-16', '15:10', does(education, reports(2, '县教育局'), '苏晚晴')),
  step('2026-10-12', '15:00', does(education, reports(2, '县教育局'), '苏晚晴')),
  step('2026-11-06', '10:00', does(education, closes(education, monthly, '2026-11'))),
  step('2026-11-10', '10:00', does(rural, opens(quarterly, [1, 2, 3, 6, 13], '2026-10-01', 'quarter', 2, 8))),
  step('2026-12-15', '10:00', does(education, reopens(education, monthly, '2026-12', '县教育局', '2026-12-18'))),
  step('2027-01-20', '10:00', does(education, reports(5, '县卫健局'), '白雨桐')),
  step('2027-03-20', '10:00', does(education, closes(education, monthly))),
  step('2027-04-20', '10:00', does(rural, reports(1, '县教育局'), '苏晚晴')),
]
