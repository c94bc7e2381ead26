// Reviews in the two years: one that is run, closed and looked back at; one that is moved and called off; some that come back, of what one unit leads.
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { Finding } from '#src/ledger/decide-review.ts'
import { day, taskNo, unitId } from '#test/builders.ts'
import { does, education, step } from './acts.ts'
import type { County } from './county.ts'
import type { Step } from './life.ts'

/** The unit that leads a task by now. */
const leadOf = (county: County, task: number): ReturnType<typeof unitId> => {
  const plan = county.ledgers.plans().get(education)
  const units = plan?.unitsOf.get(taskNo(task)) ?? []
  return [...(plan?.assignments.values() ?? [])].find((part) => part.task === task && part.part === 'lead')?.unit ?? units[0] ?? unitId('')
}
const judge = (task: number, finding: (county: County) => Finding) => (county: County): PlanIntent => ({ type: 'judge-review-item', review: 'r1', task: taskNo(task), unit: leadOf(county, task), finding: finding(county), instead: '重新认定' })
const putRight = (task: number, words: string, by: string) => judge(task, (county) => ({ outcome: 'rectify', words, section: '督查整改', title: words, hash: words, units: [{ unit: leadOf(county, task), part: 'lead' }], day: day(by) }))
const scheduled = (kind: 'inspection' | 'dispatch', on: string, ...tasks: readonly number[]) => (county: County): PlanIntent => ({ type: 'schedule-review', kind, day: day(on), tasks: tasks.map(taskNo), units: [...new Set(tasks.map((task) => leadOf(county, task)))], prepare: '' })
/** Of all that the first wanted put right. */
const lookBack = (county: County): PlanIntent => {
  const tasks = county.ledgers.plans().get(education)?.reviews.get('r1')?.judged.flatMap(({ made }) => made ?? []) ?? []
  return { type: 'schedule-review', kind: 'look-back', day: day('2026-07-10'), tasks, units: [...new Set(tasks.map((task) => leadOf(county, task)))], prepare: '' }
}

export const reviewsRun: readonly Step[] = [
  step('2026-06-15', '15:00', does(education, scheduled('inspection', '2026-06-24', 1, 4, 12))),
  step('2026-06-16', '15:00', does(education, scheduled('dispatch', '2026-07-02', 2, 9))),
  step('2026-06-17', '15:00', does(education, (county) => ({ type: 'schedule-review', kind: 'dispatch', day: day('2026-07-08'), later: [day('2026-08-10'), day('2026-10-12')], tasks: [], units: [], scope: { kind: 'unit', unit: county.unitOf('县财政局') }, prepare: '' }))),
  step('2026-06-18', '10:00', does(education, { type: 'move-review', review: 'r2', day: day('2026-07-06'), reason: '防汛会商' })),
  step('2026-06-22', '10:00', does(education, { type: 'move-review', review: 'r2', day: day('2026-07-02'), reason: '会商改到下周' })),
  // Told that it is off, and then that it stands; the next time it stays off.
  step('2026-06-23', '11:00', does(education, { type: 'cancel-review', review: 'r2', reason: '并入县委督查' })),
  step('2026-06-23', '11:06', does(education, { type: 'undo' })),
  step('2026-06-24', '09:30', does(education, { type: 'cancel-review', review: 'r2', reason: '并入县委督查' })),
  step('2026-06-24', '14:00', does(education, judge(1, () => ({ outcome: 'confirmed', words: '' })))),
  step('2026-06-24', '14:10', does(education, judge(4, () => ({ outcome: 'discrepant', words: '填报3所，现场2所' })))),
  step('2026-06-24', '14:20', does(education, putRight(12, '补齐两校台账', '2026-07-01'))),
  step('2026-06-24', '16:00', does(education, { type: 'close-review', review: 'r1', outcome: '整改1项' })),
  step('2026-07-02', '15:00', does(education, { type: 'move-review', review: 'r3', day: day('2026-07-20'), reason: '会议冲突' })),
  step('2026-07-03', '15:00', does(education, lookBack)),
  step('2026-08-04', '14:00', does(education, { type: 'cancel-review', review: 'r4', reason: '改为专报', rest: true })),
  step('2026-08-04', '14:05', does(education, { type: 'undo' })),
  step('2026-08-04', '15:00', does(education, { type: 'cancel-review', review: 'r4', reason: '改为专报', rest: true })),
]
