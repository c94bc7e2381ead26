// Plans of every kind, at any stage of their life.
import fc from 'fast-check'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import type { Imported, PlanState } from '#src/ledger/plan.ts'
import { evolvePlan } from '#src/ledger/plan.ts'
import type { ImportedTask } from '#src/ledger/task.ts'
import type { View } from '#src/queries/view.ts'
import { daysOf } from '#test/calendar/any-day.ts'
import { anyCourse } from '#test/ledger/any-intent.ts'
import { directoryWith, planOf, stampOf, task, taskNo, viewOn, workCalendar } from '#test/builders.ts'

export const county = directoryWith(
  ['甲局', '乙局', '丙局', '子镇', '丑镇', { name: '各镇', aliases: [], members: ['子镇', '丑镇'] }],
  { name: '秘书', roles: ['secretary'] },
  { name: '甲联络员', contactOf: ['甲局'] },
  { name: '乙联络员', contactOf: ['乙局', '子镇'] },
  { name: '甲局长', headOf: ['甲局'] },
  { name: '丑联络员', contactOf: ['丑镇'] },
)

const unit = fc.constantFrom('甲局', '乙局', '丙局', '各镇')
const due = fc.oneof(
  fc.constant(undefined),
  daysOf(2025, 2030),
  fc.constant({ kind: 'unbound' as const, said: '20__年' }),
  fc.constant({ kind: 'ongoing' as const, said: '长期坚持' }),
)
const anyTask = (no: number): fc.Arbitrary<ImportedTask> =>
  fc.record({ due, units: fc.uniqueArray(unit, { maxLength: 3 }), how: fc.constantFrom('lead', 'presumed', 'responsible', 'support', 'standing') }).map(({ due: by, units: [first, ...others], how }) => {
    const date = by === undefined ? {} : { due: by }
    if (first === undefined) return task(no, date)
    return task(no, { ...date, ...(how === 'lead' || how === 'presumed' ? { [how]: first, responsible: others } : { [how]: [first, ...others] }) })
  })

const anyObligations: fc.Arbitrary<Imported['obligations']> = fc.array(
  fc.record({ every: fc.constantFrom('month', 'quarter', 'half-year', 'year', '3 years', 'week'), times: fc.integer({ min: 1, max: 4 }), task: fc.constantFrom(1, 2).map(taskNo) }).map((clause) => ({ ...clause, id: '', what: '报送', text: '报送' })),
  { maxLength: 3 },
).map((clauses) => clauses.map((clause, index) => ({ ...clause, id: `c${index + 1}` })))

const anyPeriod = fc.constantFrom({ period: { from: 2026, to: 2028 } }, { period: { from: 2027, to: 2027 } }, { period: undefined })

/** Imported, perhaps handed out, and then whatever happened to it. */
export const anyPlan: fc.Arbitrary<PlanState> = fc
  .record({ tasks: fc.tuple(anyTask(1), anyTask(2), anyTask(3)), obligations: anyObligations, years: anyPeriod, handedOutOn: fc.constantFrom('2026-01-06' as const, '2026-03-31' as const, false as const), course: anyCourse })
  .map(({ tasks, obligations, years: { period }, handedOutOn, course }) => {
    const plan = planOf(tasks, { obligations, handedOutOn, bodies: [{ id: 'b1', name: '领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [{ id: 'k1', every: 'year', times: 2, text: '每年两次' }] }] })
    if (period === undefined) delete plan.period
    else plan.period = period
    let on = '2026-04-01'
    for (const { intent, daysLater } of course) {
      on = workCalendar.addDays(stampOf(on).on, daysLater)
      const decision = decidePlan(plan, intent, stampOf(on))
      for (const event of decision.ok ? decision.events : []) evolvePlan(plan, event, stampOf(on))
    }
    return plan
  })

/** Such a plan on any day after it was handed out. */
export const anyView: fc.Arbitrary<View> = fc.tuple(anyPlan, daysOf(2026, 2031)).map(([plan, today]) => viewOn(today, plan, county))
