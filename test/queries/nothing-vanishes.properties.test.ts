// What a unit asked waits until it is decided: whatever else happens, it waits still, or whoever asked is told how it ended.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMs } from '#src/calendar/calendar.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { evolvePlan } from '#src/ledger/plan.ts'
import { queue } from '#src/queries/queue.ts'
import { noticesOfDay } from '#src/reminders/parcels.ts'
import type { View } from '#src/queries/view.ts'
import { directoryWith, nineOn, personNamed, planOf, stampOf, taskNo, unitId, viewOn, workCalendar } from '#test/builders.ts'
import { anyAmendment, anyCourseOfWork, anyIntent, smallPlan } from '#test/ledger/any-intent.ts'

const directory = directoryWith(['甲局', '乙局', '丙局', '子镇', '丑镇', { name: '各镇', aliases: [], members: ['子镇', '丑镇'] }], { name: '秘书', roles: ['secretary'] }, { name: '甲联络员', contactOf: ['甲局', '乙局', '丙局', '子镇', '丑镇'] })
const [secretary, contact] = [personNamed(directory, '秘书').id, personNamed(directory, '甲联络员').id]

/** What decides on those whose ruling has no notice of its own here, or by which whoever asked takes it back. */
const decides: Readonly<Record<string, readonly PlanIntent['type'][]>> = { claim: ['accept-claim', 'return-claim', 'withdraw-claim', 'undo'], milestones: ['approve-milestones', 'return-milestones', 'undo'] }
/** Acts of a unit; the others are a secretary's. */
const ofUnit: ReadonlySet<PlanIntent['type']> = new Set(['report', 'claim', 'ask-extension', 'object', 'question-part', 'propose-milestones', 'withdraw-claim', 'reach-milestone'])

const oneOf = fc.constantFrom('甲局', '乙局', '丙局', '各镇').map(unitId)
const asking: fc.Arbitrary<PlanIntent> = fc.tuple(fc.constantFrom(1, 2).map(taskNo), fc.constantFrom('甲局', '乙局', '各镇').map(unitId), fc.constantFrom(undefined, '子镇', '丑镇'), fc.constantFrom('claim', 'extension', 'objection', 'question')).map(([task, unit, town, what]): PlanIntent => {
  const of = { task, unit, ...(unit === '各镇' && town !== undefined ? { member: unitId(town) } : {}) }
  if (what === 'claim') return { type: 'claim', ...of, words: '已完成' }
  if (what === 'extension') return { type: 'ask-extension', ...of, day: workCalendar.addDays(stampOf('2028-12-01').on, 0), reason: '招标流标' }
  if (what === 'objection') return { type: 'object', ...of, about: 'light', against: '滞后', words: '已完成' }
  return { type: 'question-part', ...of, about: 'not-ours', words: '不归我们' }
})
const moving: fc.Arbitrary<PlanIntent> = fc.oneof(
  fc.tuple(oneOf, oneOf).map(([keep, other]): PlanIntent => ({ type: 'merge-units', keep, other })),
  fc.tuple(oneOf, oneOf).map(([from, to]): PlanIntent => ({ type: 'succeed-unit', from, to })),
  fc.constant<PlanIntent>({ type: 'succeed-unit', from: unitId('子镇'), to: unitId('丑镇') }),
  fc.tuple(fc.constantFrom(1, 2).map(taskNo), oneOf, oneOf).map(([task, unit, to]): PlanIntent => ({ type: 'uphold-question', task, unit, to, words: '' })),
  anyAmendment,
)
const anyLife = fc.array(fc.record({ intent: fc.oneof({ arbitrary: asking, weight: 6 }, { arbitrary: moving, weight: 3 }, anyIntent, anyCourseOfWork), daysLater: fc.integer({ min: 0, max: 3 }) }), { maxLength: 40 })

const waitingIn = (view: View) => queue([view]).filter(({ kind }) => kind !== 'correction' && kind !== 'late-report' && kind !== 'coordination').map(({ kind, task, at, by }) => ({ kind, task, at, by }))
const same = (one: { at: string; by: string }, kind: string, task: number) => (other: { kind: string; task: number; at: string; by: string }): boolean => other.kind === kind && other.task === task && other.at === one.at && other.by === one.by

describe('whatever happens to a plan', () => {
  it('all that waits for a secretary waits on, until it is decided, or whoever asked is told that it ended', () => {
    fc.assert(fc.property(anyLife, (life) => {
      const plan = planOf(smallPlan.tasks, { ...smallPlan, handedOutOn: '2026-01-06' })
      let on = stampOf('2026-02-02').on
      for (const [acts, { intent, daysLater }] of life.entries()) {
        on = workCalendar.addDays(on, daysLater)
        const stamp = stampOf(on, PersonId.parse(ofUnit.has(intent.type) ? contact : secretary), addMs(nineOn(on), acts + 1))
        const before = waitingIn(viewOn(on, plan, directory))
        const decision = decidePlan(plan, intent, stamp)
        for (const event of decision.ok ? decision.events : []) evolvePlan(plan, event, stamp)
        const view = viewOn(on, plan, directory)
        const after = waitingIn(view)
        const told = noticesOfDay(view).filter(({ to }) => to === contact)
        for (const waited of before) {
          if (after.some(same(waited, waited.kind, waited.task)) || waited.by === secretary) continue
          const isTold = told.some((notice) => (notice.kind === 'ended' || notice.kind === 'ruled') && notice.what === waited.kind && notice.task === waited.task && notice.askedAt === waited.at)
          expect(isTold || (decides[waited.kind] ?? ['undo']).includes(intent.type), `${intent.type}: ${waited.kind} of ${waited.task}`).toBe(true)
        }
      }
    }), { numRuns: 300 })
  })
})
