// The index says on every day what is said without it, whatever was recorded and whichever days were slept through.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '#src/calendar/day.ts'
import { directoryStanding } from '#src/directory/on-day.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { emptyPlan, evolvePlan, type Imported, type PlanEvent, type PlanState } from '#src/ledger/plan.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { PersonId, PlanId } from '#src/ledger/ids.ts'
import { viewOfPlan } from '#src/queries/view.ts'
import { dueIndex, type DueIndex } from '#src/reminders/due-index.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesOfDay } from '#src/reminders/parcels.ts'
import { anyIntent, smallPlan } from '#test/ledger/any-intent.ts'
import { county } from '#test/queries/any-view.ts'
import { day, stampOf, task, workCalendar } from '#test/builders.ts'

type Entry = { events: readonly PlanEvent[] }
type Life = { plan: PlanState; entries: Entry[]; today: Day; awayFrom: Day }

const born = (imported: Omit<Imported, 'type'>): Life => {
  const life: Life = { plan: emptyPlan(PlanId.parse('p1')), entries: [], today: day('2026-01-05'), awayFrom: day('2026-05-11') }
  record(life, { type: 'import', plan: imported })
  return life
}

function record(life: Life, intent: PlanIntent): void {
  const stamp = stampOf(life.today, intent.type === 'import' ? 'system' : PersonId.parse('u1'))
  const decision = decidePlan(life.plan, intent, stamp)
  if (!decision.ok || decision.events.length === 0) return
  for (const event of decision.events) evolvePlan(life.plan, event, stamp)
  life.entries.push({ events: decision.events })
}

const withAbsence = (awayFrom: Day): typeof county => ({ ...county, absences: [{ person: PersonId.parse('u2'), from: awayFrom, until: workCalendar.addDays(awayFrom, 20), deputy: PersonId.parse('u3'), by: PersonId.parse('u1') }] })

const inOrder = (notices: readonly Notice[]): Notice[] => notices.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))

function look(index: DueIndex, { plan, entries, today, awayFrom }: Life, isAway: boolean): { kept: Notice[]; afresh: Notice[] } {
  const whole = isAway ? withAbsence(awayFrom) : county
  const view = viewOfPlan(plan, { directory: standing(whole, today), calendar: workCalendar, today })
  // Some of the work is done before, as a sweep does.
  index.some(view, { entries, directoryEntries: isAway ? 2 : 1 }, () => true)
  return { kept: inOrder(index.on(view, { entries, directoryEntries: isAway ? 2 : 1 })), afresh: inOrder(noticesOfDay(view)) }
}

const standing = directoryStanding()

type Step = { intent: PlanIntent; days: number } | { days: number }
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: fc.record({ intent: anyIntent, days: fc.constantFrom(0, 0, 1, 3) }), weight: 3 },
  { arbitrary: fc.record({ days: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 120 })) }), weight: 2 },
)
const anySteps = fc.array(anyStep, { minLength: 5, maxLength: 60 })

const anyImport: fc.Arbitrary<Omit<Imported, 'type'>> = fc.constantFrom(
  smallPlan,
  // Of tasks alone: no clause, no body that is to be asked about each day.
  { ...smallPlan, obligations: [], bodies: [], doubts: [], targets: [], tasks: [task(1, { due: '2026-06-30', lead: '甲局', support: ['乙局'] }), task(2, { lead: '乙局' }), task(3, { due: '2027-03-01', lead: '各镇' }), task(4, { presumed: '丙局', responsible: ['甲局'] })] },
)

describe('the index of what is due', () => {
  it('says on every day what is said without it, whatever was recorded and however long nobody asked', () => {
    fc.assert(fc.property(anyImport, anySteps, fc.boolean(), (imported, steps, isHandedOut) => {
      const life = born(imported)
      const index = dueIndex()
      if (isHandedOut) record(life, { type: 'hand-out' })
      for (const step of steps) {
        if ('intent' in step) record(life, step.intent)
        const seen = look(index, life, false)
        expect(seen.kept).toEqual(seen.afresh)
        life.today = workCalendar.addDays(life.today, step.days)
      }
    }), { numRuns: 120 })
  }, 120_000)

  it('says so on each of a thousand days on which nothing is recorded', () => {
    fc.assert(fc.property(anyImport, anySteps, (imported, steps) => {
      const life = born(imported)
      const index = dueIndex()
      record(life, { type: 'hand-out' })
      for (const step of steps) {
        if ('intent' in step) record(life, step.intent)
        life.today = workCalendar.addDays(life.today, Math.min(step.days, 3))
      }
      for (let after = 0; after < 1000; after += 1) {
        const seen = look(index, life, false)
        expect(seen.kept).toEqual(seen.afresh)
        life.today = workCalendar.addDays(life.today, 1)
      }
    }), { numRuns: 4 })
  }, 120_000)

  it('says so while somebody is away, and once they are back', () => {
    fc.assert(fc.property(anySteps, fc.integer({ min: 0, max: 100 }), (steps, after) => {
      const life = born(smallPlan)
      const index = dueIndex()
      record(life, { type: 'hand-out' })
      life.awayFrom = workCalendar.addDays(life.today, after)
      for (const [at, step] of steps.entries()) {
        if ('intent' in step) record(life, step.intent)
        const seen = look(index, life, at > 3)
        expect(seen.kept).toEqual(seen.afresh)
        life.today = workCalendar.addDays(life.today, step.days)
      }
    }), { numRuns: 40 })
  }, 120_000)
})
