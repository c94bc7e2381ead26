import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMs } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { PersonId, PlanId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { emptyPlan, evolvePlan, PlanEvent, type PlanState } from '#src/ledger/plan.ts'
import { Stamp } from '#src/ledger/stamp.ts'
import { day, nineOn, stampOf, workCalendar } from '#test/builders.ts'
import { anyCourse, anyIntent, smallPlan } from './any-intent.ts'

type Entry = { stamp: Stamp; events: PlanEvent[] }
type Course = { intent: PlanIntent; daysLater: number }[]

const p1 = PlanId.parse('p1')
const contact = PersonId.parse('u2')

/** Takes a plan through a course of events; `each` sees every decision before it is folded. */
function go(course: Course, each: (plan: PlanState, entry: Entry, on: Day) => void = () => undefined): { plan: PlanState; log: Entry[] } {
  const plan = emptyPlan(p1)
  const log: Entry[] = []
  let on = day('2026-01-05')
  let acts = 0
  for (const { intent, daysLater } of [{ intent: { type: 'import' as const, plan: smallPlan }, daysLater: 0 }, ...course]) {
    on = workCalendar.addDays(on, daysLater)
    // No two acts fall on one millisecond.
    const stamp = stampOf(on, contact, addMs(nineOn(on), (acts += 1)))
    const decision = decidePlan(plan, intent, stamp)
    const entry = { stamp, events: decision.ok ? decision.events : [] }
    each(plan, entry, on)
    for (const event of entry.events) evolvePlan(plan, event, stamp)
    if (entry.events.length > 0) log.push(entry)
  }
  return { plan, log }
}

/** As it goes through the log's own text and schema. */
const retold = (log: readonly Entry[]): PlanState => {
  const plan = emptyPlan(p1)
  for (const line of log.map((entry) => JSON.stringify(entry))) {
    const { stamp, events } = JSON.parse(line) as { stamp: unknown; events: unknown[] }
    for (const event of events) evolvePlan(plan, PlanEvent.parse(event), Stamp.parse(stamp))
  }
  return plan
}

describe('a plan, whatever is asked of it', () => {
  it('is what its log says when it is told again from the beginning', () => {
    fc.assert(fc.property(anyCourse, (course) => {
      const { plan, log } = go(course)
      expect(retold(log)).toEqual(plan)
    }), { numRuns: 200 })
  })

  it('as it stood at any entry is the fold up to it', () => {
    fc.assert(fc.property(anyCourse, fc.nat(), (course, at) => {
      const { log } = go(course)
      const until = at % (log.length + 1)
      const whole = retold(log.slice(0, until))
      for (const { stamp, events } of log.slice(until)) for (const event of events) evolvePlan(whole, event, stamp)
      expect(whole).toEqual(retold(log))
    }))
  })

  it('records nothing that changes nothing', () => {
    fc.assert(fc.property(anyCourse, (course) => {
      go(course, (plan, { events, stamp }) => {
        for (const event of events) {
          // A lead that is confirmed again is said, and changes nothing.
          if (event.type === 'lead-set') continue
          const before = structuredClone(plan)
          expect(evolvePlan(structuredClone(plan), event, stamp), event.type).not.toEqual(before)
        }
      })
    }), { numRuns: 60 })
  })

  it('is not changed by deciding alone', () => {
    fc.assert(fc.property(anyCourse, anyIntent, (course, intent) => {
      const { plan } = go(course)
      const before = structuredClone(plan)
      decidePlan(plan, intent, stampOf('2027-06-30', contact))
      expect(plan).toEqual(before)
    }))
  })

  it('never has two leads on a task', () => {
    fc.assert(fc.property(anyCourse, (course) => {
      const { plan } = go(course)
      for (const no of plan.tasks.keys()) expect([...plan.assignments.values()].filter(({ task, part }) => task === no && part === 'lead').length).toBeLessThan(2)
    }))
  })

  it('has an assignment for each unit of a task, and for no other', () => {
    fc.assert(fc.property(anyCourse, (course) => {
      const { plan } = go(course)
      const named = [...plan.unitsOf].flatMap(([no, units]) => units.map((unit) => `${no}/${unit}`))
      expect([...plan.assignments.keys()].toSorted()).toEqual(named.toSorted())
    }))
  })

  it('once a part is accepted, nothing opens it again', () => {
    fc.assert(fc.property(anyCourse, (course) => {
      const closed = new Set<string>()
      const look = (plan: PlanState): void => {
        for (const [key, { status }] of plan.assignments) {
          if (closed.has(key)) expect(status).toBe('accepted')
          if (status === 'accepted') closed.add(key)
        }
      }
      look(go(course, look).plan)
    }))
  })

  it('an act that is refused refuses again, until something else happens', () => {
    fc.assert(fc.property(anyCourse, anyIntent, (course, intent) => {
      const { plan } = go(course)
      const stamp = stampOf('2027-06-30', contact)
      const decision = decidePlan(plan, intent, stamp)
      expect(decidePlan(plan, intent, stamp)).toEqual(decision)
    }))
  })

  it('the first date that a task was given is never lost, unless it was a mistake', () => {
    fc.assert(fc.property(anyCourse, (course) => {
      const first = new Map<number, string>()
      const look = (plan: PlanState, entry?: Entry): void => {
        for (const { no, due } of plan.tasks.values()) {
          if (due.kind !== 'dated') continue
          if (!first.has(no)) first.set(no, due.original)
          expect(due.original).toBe(first.get(no))
        }
        for (const event of entry?.events ?? []) if (event.type === 'due-corrected') first.delete(event.task)
      }
      look(go(course, look).plan)
    }))
  })
})
