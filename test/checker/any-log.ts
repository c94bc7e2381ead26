// Logs of a small plan to which anything happened that the ledger allows, on days in order: now and then several acts at one instant, and units that become one or are carried on.
import fc from 'fast-check'
import { addMs } from '#src/calendar/calendar.ts'
import type { RawEntry } from '#src/checker/raw.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { emptyPlan, evolvePlan, type PlanEvent } from '#src/ledger/plan.ts'
import { PersonId, PlanId } from '#src/ledger/ids.ts'
import { anyAmendment, anyCourse, anyCourseOfWork, anyIntent, smallPlan } from '#test/ledger/any-intent.ts'
import { nineOn, stampOf, workCalendar } from '#test/builders.ts'

export type AnyLog = { plan: RawEntry[]; directory: RawEntry[]; last: string }

const entry = (position: number, stamp: unknown, events: readonly unknown[]): RawEntry => ({ position, body: JSON.stringify({ stamp, events }) })

const units = ['甲局', '乙局', '丙局', '子镇', '丑镇'].map((id) => ({ id, name: id, aliases: [] }))
/** Which units the directory makes one, or lets another carry on, besides what the plan says of it. */
const anyUnits = fc.constantFrom(
  [], [], [{ on: '2026-05-04', event: { type: 'unit-merged', keep: '甲局', other: '丙局', alias: '丙局' } }], [{ on: '2026-06-02', event: { type: 'unit-succeeded', from: '乙局', to: '丙局', on: '2026-06-02' } }],
  [{ on: '2026-07-02', event: { type: 'unit-succeeded', from: '子镇', to: '丑镇', on: '2026-07-02' } }], [{ on: '2026-08-03', event: { type: 'days-off-announced', year: 2027, off: ['2027-01-01', '2027-02-08'], work: ['2027-01-03'] } }],
)

/** Many acts close together: taken back, ruled on, asked for again. */
const anyDenseCourse = fc.array(fc.record({ intent: fc.oneof({ arbitrary: anyIntent, weight: 6 }, { arbitrary: anyCourseOfWork, weight: 10 }, { arbitrary: anyAmendment, weight: 1 }), daysLater: fc.constantFrom(0, 0, 0, 1, 2, 5, 13, 35) }), { minLength: 20, maxLength: 120, size: 'max' })

export const anyLog: fc.Arbitrary<AnyLog> = fc
  .record({ course: fc.oneof(anyCourse, anyDenseCourse), people: fc.array(fc.constantFrom('u1', 'u2', 'u3', 'system'), { minLength: 1, maxLength: 7 }), isHandedOut: fc.constantFrom(true, true, true, false), minutes: fc.constantFrom(0, 1, 4, 20), directory: anyUnits })
  .map(({ course, people, isHandedOut, minutes, directory }) => {
    const plan = emptyPlan(PlanId.parse('p1'))
    const entries: RawEntry[] = []
    let [on, began] = ['2026-01-05', 0]
    const record = (intent: Parameters<typeof decidePlan>[1], nth: number): void => {
      const by = people[nth % people.length] ?? 'system'
      const stamp = stampOf(on, by === 'system' ? 'system' : PersonId.parse(by), addMs(nineOn(on), (nth - began) * minutes * 60_000))
      const decision = decidePlan(plan, intent, stamp)
      if (!decision.ok || decision.events.length === 0) return
      const events: readonly PlanEvent[] = decision.events
      entries.push(entry(entries.length + 1, stamp, events))
      for (const event of events) evolvePlan(plan, structuredClone(event), stamp)
    }
    record({ type: 'import', plan: smallPlan }, 0)
    if (isHandedOut) record({ type: 'hand-out' }, 0)
    for (const [nth, { intent, daysLater }] of course.entries()) {
      if (daysLater > 0) [on, began] = [workCalendar.addDays(stampOf(on).on, daysLater), nth]
      record(intent, nth)
    }
    const known = [{ on: '2026-01-05', event: { type: 'units-added', units: [...units, { id: '各镇', name: '各镇', aliases: [], members: ['子镇', '丑镇'] }] } }, ...directory]
    return { plan: entries, directory: known.map((each, at) => entry(at + 1, stampOf(each.on), [each.event])), last: on }
  })
