// The numbers that are kept are those that are counted afresh, after every entry and on every day.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { board, tallyOn, type Board } from '#src/queries/board.ts'
import { decisionsWaiting } from '#src/queries/decisions-waiting.ts'
import { summary } from '#src/queries/summary.ts'
import type { Tally } from '#src/queries/tally.ts'
import { viewOfPlan } from '#src/queries/view.ts'
import { anyImport, anySteps, born, record, type Life } from '#test/any-life.ts'
import { county } from '#test/queries/any-view.ts'
import { day, nineOn, stampOf, taskNo, unitId, workCalendar } from '#test/builders.ts'
import { anyInstruction, anyIntent, smallPlan } from '#test/ledger/any-intent.ts'

const inOrder = <Value>(map: ReadonlyMap<string | number, Value>): [string | number, Value][] => [...map].toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
const numbers = ({ stands, asked, leads, reds, coming, ...counts }: Tally) => ({ ...counts, stands: inOrder(stands), asked: inOrder(asked), leads: inOrder(leads), reds: reds.all(), coming: coming.all() })

/** What a leader is asked, and what answers it. */
const anyDecided: fc.Arbitrary<PlanIntent> = fc.constantFrom(1, 2, 3).map(taskNo).chain((no) => fc.constantFrom<PlanIntent>(
  { type: 'send-leader-note', task: no, due: day('2026-06-30'), to: PersonId.parse('u1'), words: '逾期' }, { type: 'answer-leader-note', task: no, due: day('2026-06-30') },
  { type: 'hand-up-coordination', task: no, units: [unitId('甲局'), unitId('乙局')], to: PersonId.parse('u1'), words: '请定', quotes: [] }, { type: 'decide-coordination', task: no, units: [unitId('甲局'), unitId('乙局')] },
))

function look(kept: Board, { plan, entries, today }: Life) {
  const view = viewOfPlan(plan, { directory: county, calendar: workCalendar, today })
  // Some of the work is done before, as a sweep does.
  kept.some(view, { entries, directoryEntries: 1 }, () => true)
  return { view, tally: kept.on(view, { entries, directoryEntries: 1 }) }
}

describe('the numbers of a plan', () => {
  it('are those of a full recount at every entry, whatever was recorded and however long nobody asked', () => {
    fc.assert(fc.property(anyImport, anySteps, fc.boolean(), (imported, steps, isHandedOut) => {
      const life = born(imported)
      const kept = board()
      if (isHandedOut) record(life, { type: 'hand-out' })
      for (const { intents, days } of steps) {
        for (const intent of intents) {
          record(life, intent)
          const { view, tally } = look(kept, life)
          expect(numbers(tally)).toEqual(numbers(tallyOn(view)))
        }
        life.today = workCalendar.addDays(life.today, days)
        const { view, tally } = look(kept, life)
        expect(summary(view, nineOn(life.today), tally)).toEqual(summary(view, nineOn(life.today)))
      }
    }), { numRuns: 100 })
  }, 120_000)

  it('say in which tasks a leader has something to decide: looking at no other finds the same', () => {
    const leader = PersonId.parse('u1')
    let found = 0
    fc.assert(fc.property(anyImport, fc.array(fc.record({ intent: fc.oneof({ arbitrary: anyDecided, weight: 3 }, { arbitrary: anyInstruction, weight: 2 }, { arbitrary: anyIntent, weight: 1 }), days: fc.constantFrom(0, 0, 1, 60) }), { minLength: 5, maxLength: 40 }), (imported, steps) => {
      const life = born(imported)
      const kept = board()
      record(life, { type: 'hand-out' })
      for (const { intent, days } of steps) {
        record(life, intent)
        life.today = workCalendar.addDays(life.today, days)
        const { view, tally } = look(kept, life)
        const all = decisionsWaiting([view], leader)
        expect(decisionsWaiting([view], leader, () => tally.deciding.get(leader) ?? [])).toEqual(all)
        found += all.length
      }
    }), { numRuns: 60 })
    expect(found).toBeGreaterThan(0)
  }, 120_000)

  it('forget a task that was withdrawn before a day began on which nobody had looked', () => {
    const life = born(smallPlan)
    record(life, { type: 'hand-out' })
    const kept = board()
    look(kept, life)
    const [gone] = life.plan.tasks.keys()
    if (gone === undefined) throw new Error('there is no task')
    life.plan.tasks.delete(gone)
    life.entries.push({ stamp: stampOf(life.today), events: [{ type: 'instruction-withdrawn', task: gone, words: '撤回' }] })
    life.today = workCalendar.addDays(life.today, 1)
    const { view, tally } = look(kept, life)
    expect(numbers(tally)).toEqual(numbers(tallyOn(view)))
  })

  it('add up: every task has one light, and whoever is silent was asked', () => {
    fc.assert(fc.property(anyImport, anySteps, (imported, steps) => {
      const life = born(imported)
      record(life, { type: 'hand-out' })
      for (const { intents, days } of steps) {
        for (const intent of intents) record(life, intent)
        life.today = workCalendar.addDays(life.today, days)
      }
      const { lights, stands, asked } = look(board(), life).tally
      expect(Object.values(lights).reduce((sum, count) => sum + count, 0)).toBe(stands.size)
      for (const count of asked.values()) expect(count.silent).toBeLessThanOrEqual(count.asked)
    }), { numRuns: 100 })
  }, 120_000)
})
