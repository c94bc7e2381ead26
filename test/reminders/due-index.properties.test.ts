// The index says on every day what is said without it, whatever was recorded and whichever days were slept through.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '#src/calendar/day.ts'
import { directoryStanding } from '#src/directory/on-day.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { ReviewScope } from '#src/ledger/review.ts'
import { board } from '#src/queries/board.ts'
import { viewOfPlan } from '#src/queries/view.ts'
import { dueIndex, type DueIndex } from '#src/reminders/due-index.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesOfDay } from '#src/reminders/parcels.ts'
import { anyImport, anySteps, born, record, type Life } from '#test/any-life.ts'
import { smallPlan } from '#test/ledger/any-intent.ts'
import { county } from '#test/queries/any-view.ts'
import { day, unitId, workCalendar } from '#test/builders.ts'

const withAbsence = (awayFrom: Day): typeof county => ({ ...county, absences: [{ person: PersonId.parse('u2'), from: awayFrom, until: workCalendar.addDays(awayFrom, 20), deputy: PersonId.parse('u3'), by: PersonId.parse('u1') }] })

const inOrder = (notices: readonly Notice[]): Notice[] => notices.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))

const withReader = { ...county, people: new Map([...county.people].map(([id, person]) => [id, id === 'u3' ? { ...person, roles: ['leader' as const], wantsBrief: true as const } : person])) }

function look(index: DueIndex, { plan, entries, today, awayFrom }: Life, isAway: boolean, standsWith = county): { kept: Notice[]; afresh: Notice[] } {
  const whole = isAway ? withAbsence(awayFrom) : standsWith
  const view = viewOfPlan(plan, { directory: standing(whole, today), calendar: workCalendar, today })
  // Some of the work is done before, as a sweep does.
  index.some(view, { entries, directoryEntries: isAway ? 2 : 1 }, () => true)
  return { kept: inOrder(index.on(view, { entries, directoryEntries: isAway ? 2 : 1 })), afresh: inOrder(noticesOfDay(view)) }
}

const standing = directoryStanding()

describe('the index of what is due', () => {
  it('says on every day what is said without it, whatever was recorded and however long nobody asked', () => {
    fc.assert(fc.property(anyImport, anySteps, fc.boolean(), (imported, steps, isHandedOut) => {
      const life = born(imported)
      const index = dueIndex()
      if (isHandedOut) record(life, { type: 'hand-out' })
      for (const step of steps) {
        for (const intent of step.intents) record(life, intent)
        const seen = look(index, life, false)
        expect(seen.kept).toEqual(seen.afresh)
        life.today = workCalendar.addDays(life.today, step.days)
      }
    }), { numRuns: 400 })
  }, 120_000)

  it('says so on each of a thousand days on which nothing is recorded', () => {
    fc.assert(fc.property(anyImport, anySteps, (imported, steps) => {
      const life = born(imported)
      const index = dueIndex()
      record(life, { type: 'hand-out' })
      for (const step of steps) {
        for (const intent of step.intents) record(life, intent)
        life.today = workCalendar.addDays(life.today, Math.min(step.days, 3))
      }
      for (let after = 0; after < 1000; after += 1) {
        const seen = look(index, life, false)
        expect(seen.kept).toEqual(seen.afresh)
        life.today = workCalendar.addDays(life.today, 1)
      }
    }), { numRuns: 6 })
  }, 120_000)

  it('says so of reviews that come back, of which nobody is told until they are near', () => {
    let told = 0
    fc.assert(fc.property(fc.integer({ min: 0, max: 40 }), fc.constantFrom<ReviewScope>({ kind: 'unit', unit: unitId('甲局') }, { kind: 'light', light: 'yellow' }, { kind: 'section', section: '重点任务' }), anySteps, (after, scope, steps) => {
      const life = born(smallPlan)
      const index = dueIndex()
      record(life, { type: 'hand-out' })
      record(life, { type: 'schedule-review', kind: 'dispatch', day: day('2026-03-20'), later: [day('2026-04-20')], tasks: [], units: [], scope, prepare: '' })
      const happens = steps.flatMap(({ intents }) => intents)
      for (let at = 0; at < 110; at += 1) {
        if (at % 9 === after % 9) for (const intent of happens.splice(0, 1)) record(life, intent)
        const seen = look(index, life, false)
        expect(seen.kept).toEqual(seen.afresh)
        told += seen.kept.filter(({ kind }) => kind === 'review-ahead').length
        life.today = workCalendar.addDays(life.today, 1)
      }
    }), { numRuns: 20 })
    expect(told).toBeGreaterThan(20)
  }, 120_000)

  it('says so while somebody is away, and once they are back', () => {
    fc.assert(fc.property(anySteps, fc.integer({ min: 0, max: 100 }), (steps, after) => {
      const life = born(smallPlan)
      const index = dueIndex()
      record(life, { type: 'hand-out' })
      life.awayFrom = workCalendar.addDays(life.today, after)
      for (const [at, step] of steps.entries()) {
        for (const intent of step.intents) record(life, intent)
        const seen = look(index, life, at > 3)
        expect(seen.kept).toEqual(seen.afresh)
        life.today = workCalendar.addDays(life.today, step.days)
      }
    }), { numRuns: 80 })
  }, 120_000)

  it.each(['afresh', 'on the board'])('says so where somebody wants Monday’s brief, and how tasks stand is looked up %s', (where) => {
    let briefs = 0
    fc.assert(fc.property(anyImport, anySteps, (imported, steps) => {
      const life = born(imported)
      const kept = board()
      const index = dueIndex(where === 'afresh' ? undefined : (view) => kept.on(view, { entries: life.entries, directoryEntries: 1 }).stands.values())
      record(life, { type: 'hand-out' })
      for (const step of steps) {
        for (const intent of step.intents) record(life, intent)
        const seen = look(index, life, false, withReader)
        expect(seen.kept).toEqual(seen.afresh)
        briefs += seen.kept.filter(({ kind }) => kind === 'weekly-brief').length
        life.today = workCalendar.addDays(life.today, Math.min(step.days, 2))
      }
    }), { numRuns: 400 })
    expect(briefs).toBeGreaterThan(20)
  }, 120_000)
})
