import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMs } from '#src/calendar/calendar.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { PersonId, PlanId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { onlyPart } from '#src/ledger/only-part.ts'
import { emptyPlan, evolvePlan, type PlanState } from '#src/ledger/plan.ts'
import { day, nineOn, report, stampOf, taskNo, unitId, workCalendar } from '#test/builders.ts'
import { anyCourse, anyCourseOfWork, anyIntent, smallPlan } from './any-intent.ts'

const people = ['u2', 'u3'].map((id) => PersonId.parse(id))
type Said = { intent: PlanIntent; by: PersonId }
const anySaid: fc.Arbitrary<Said> = fc.record({ intent: fc.oneof(anyIntent, { arbitrary: anyCourseOfWork, weight: 3 }).filter((intent) => onlyPart(intent) !== undefined), by: fc.constantFrom(...people) })

/** A plan after a course of events, handed out most of the time, and the day on which it stands so. */
function after(course: readonly { intent: PlanIntent; daysLater: number }[]): { plan: PlanState; on: ReturnType<typeof day> } {
  const plan = emptyPlan(PlanId.parse('p1'))
  let on = day('2026-01-05')
  let acts = 0
  for (const { intent, daysLater } of [{ intent: { type: 'import', plan: smallPlan } as const, daysLater: 0 }, { intent: { type: 'hand-out' } as const, daysLater: 0 }, ...course]) {
    on = workCalendar.addDays(on, daysLater)
    const stamp = stampOf(on, PersonId.parse('u2'), addMs(nineOn(on), (acts += 1)))
    const decision = decidePlan(plan, intent, stamp)
    for (const event of decision.ok ? decision.events : []) evolvePlan(plan, event, stamp)
  }
  return { plan, on }
}

describe('what is said of different parts at once', () => {
  it('is decided as it would be one after another, whatever happened to the plan before', () => {
    let recorded = 0
    fc.assert(fc.property(anyCourse, fc.array(anySaid, { minLength: 2, maxLength: 6 }), (course, said) => {
      const { plan, on } = after(course)
      const apart = said.filter(({ intent }, at) => said.findIndex((other) => onlyPart(other.intent) === onlyPart(intent)) === at)
      // Some of them at one instant.
      const stamps = apart.map(({ by }, at) => stampOf(on, by, addMs(nineOn(on), 60_000 * (1 + (at % 2)))))
      const together = apart.map(({ intent }, at) => decidePlan(plan, intent, stamps[at] ?? stampOf(on)))
      for (const [at, { intent }] of apart.entries()) {
        const stamp = stamps[at] ?? stampOf(on)
        const decision = decidePlan(plan, intent, stamp)
        expect(decision, intent.type).toEqual(together[at])
        for (const event of decision.ok ? decision.events : []) evolvePlan(plan, event, stamp)
        if (decision.ok && decision.events.length > 0) recorded += 1
      }
    }), { numRuns: 500 })
    expect(recorded).toBeGreaterThan(300)
  })

  it('is not what is said of one part by two, a group and its member among them', () => {
    expect(onlyPart(report(2, '各镇', { member: '子镇' }))).toBe(onlyPart(report(2, '各镇')))
    expect(onlyPart(report(1, '甲局'))).not.toBe(onlyPart(report(1, '乙局')))
  })

  it('is never what moves a date, passes a part or is about the whole plan', () => {
    const of = { task: taskNo(1), unit: unitId('甲局') }
    for (const intent of [{ type: 'grant-extension', ...of }, { type: 'uphold-question', ...of, words: '' }, { type: 'rule-objection', ...of, upheld: true, reason: '' }, { type: 'nudge', ...of }, { type: 'hand-out' }, { type: 'undo' }] satisfies PlanIntent[]) expect(onlyPart(intent)).toBeUndefined()
  })
})
