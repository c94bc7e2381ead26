import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '#src/calendar/day.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { markAfter, markBefore } from '#src/reminders/mark.ts'
import { Notice, type Parcel } from '#src/reminders/notice.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { defaultPolicy } from '#src/ledger/policy.ts'
import { anyDay, daysOf } from '#test/calendar/any-day.ts'
import { anyPlan, anyView, county } from '#test/queries/any-view.ts'
import { byDefault, day, planWith, task, viewOn, workCalendar } from '#test/builders.ts'

const anyTime = fc.constantFrom('00:30', '07:59', '08:30', '09:00', '11:45', '16:00', '19:59', '20:00', '23:59')
/** A year in which the bot is awake on some days, at some hours, once or several times. */
const anySweeps = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 400 }), anyTime), { minLength: 1, maxLength: 60 })
  .map((sweeps) => sweeps.map(([after, time]): [Day, string] => [workCalendar.addDays(day('2026-01-05'), after), time]).toSorted(([a, at], [b, bt]) => (`${a}${at}` < `${b}${bt}` ? -1 : 1)))

type Sent = { on: Day; time: string; parcel: Parcel }

/** What goes out over a row of sweeps; all that is posted is delivered. */
function sweep(plan: PlanState, sweeps: readonly (readonly [Day, string])[]): Sent[] {
  const sent: Sent[] = []
  const [notices, parcels] = [new Set<string>(), new Set<string>()]
  for (const [on, time] of sweeps) {
    const delivered = { notice: (key: string) => notices.has(key), parcel: (key: string) => parcels.has(key) }
    for (const parcel of parcelsOwed(noticesDue(viewOn(on, plan, county), time), delivered, on, time, workCalendar, byDefault)) {
      sent.push({ on, time, parcel })
      parcels.add(parcel.key)
      for (const { key } of parcel.notices) notices.add(key)
    }
  }
  return sent
}

describe('whichever sweeps are missed', () => {
  it('nothing is said twice', () => {
    fc.assert(fc.property(anyPlan, anySweeps, (plan, sweeps) => {
      const keys = sweep(plan, sweeps).flatMap(({ parcel }) => parcel.notices.map(({ key }) => key))
      expect(new Set(keys).size).toBe(keys.length)
    }), { numRuns: 60 })
  })

  it('no message has the key of another', () => {
    fc.assert(fc.property(anyPlan, anySweeps, (plan, sweeps) => {
      const keys = sweep(plan, sweeps).map(({ parcel }) => parcel.key)
      expect(new Set(keys).size).toBe(keys.length)
    }), { numRuns: 60 })
  })

  it('a person has one digest a working day at most, from nine o’clock on', () => {
    fc.assert(fc.property(anyPlan, anySweeps, (plan, sweeps) => {
      const digests = sweep(plan, sweeps).filter(({ parcel }) => parcel.key.startsWith('digest/'))
      const days = digests.map(({ on, parcel }) => `${on}/${parcel.to}`)
      expect(new Set(days).size).toBe(days.length)
      expect(digests.every(({ time }) => time >= '09:00')).toBe(true)
    }), { numRuns: 60 })
  })

  it('nothing goes out from 20:00 to 08:00, nor on a day off', () => {
    fc.assert(fc.property(anyPlan, anySweeps, (plan, sweeps) => {
      expect(sweep(plan, sweeps).every(({ on, time }) => workCalendar.isWorkingDay(on) && time >= '08:00' && time < '20:00')).toBe(true)
    }), { numRuns: 60 })
  })

  it('a second tick at one moment says nothing', () => {
    fc.assert(fc.property(anyPlan, anyDay, anyTime, (plan, on, time) => {
      expect(sweep(plan, [[on, time], [on, time]])).toEqual(sweep(plan, [[on, time]]))
    }), { numRuns: 60 })
  })

  it('a message is for one person, and never empty', () => {
    fc.assert(fc.property(anyPlan, anySweeps, (plan, sweeps) => {
      for (const { parcel } of sweep(plan, sweeps)) {
        expect(parcel.notices.length).toBeGreaterThan(0)
        expect(parcel.notices.every(({ to }) => to === parcel.to)).toBe(true)
      }
    }), { numRuns: 60 })
  })

  it('the marks of a date never go back', () => {
    const plan = planWith(task(1, { due: '2026-10-10', lead: '甲局' }))
    fc.assert(fc.property(anySweeps, (sweeps) => {
      const marks = sweep(plan, sweeps).flatMap(({ parcel }) => parcel.notices.flatMap((notice) => (notice.kind === 'due-soon' ? notice.mark : [])))
      expect(marks).toEqual(marks.toSorted((a, b) => b - a))
    }))
  })

  it('whoever sweeps every hour of half a year says each mark once, and chases again where a week begins', () => {
    const plan = planWith(task(1, { due: '2026-06-30', lead: '甲局' }))
    const hours = ['07:00', '08:00', '09:00', '10:00', '19:00', '21:00']
    const sweeps = Array.from({ length: 200 }, (_, after) => workCalendar.addDays(day('2026-01-06'), after)).flatMap((on) => hours.map((time): [Day, string] => [on, time]))
    const contact = sweep(plan, sweeps).filter(({ parcel }) => parcel.to === 'u2').flatMap(({ on, parcel }) => parcel.notices.map((notice) => [on, notice.kind]))
    expect(contact).toEqual([
      ['2026-01-06', 'handed-out'], ['2026-05-18', 'due-soon'], ['2026-06-18', 'due-soon'], ['2026-06-25', 'due-soon'], ['2026-06-29', 'due-soon'], ['2026-06-30', 'due-soon'],
      ['2026-07-01', 'overdue'], ['2026-07-13', 'overdue'], ['2026-07-20', 'overdue'],
    ])
  })

  it('whoever is asked to sleep to the end is told the last mark only', () => {
    expect(sweep(planWith(task(1, { due: '2026-06-30', lead: '甲局' })), [[day('2026-06-29'), '09:00']]).flatMap(({ parcel }) => parcel.notices.map(({ key }) => key))).toContain('due-soon/p1/1/甲局/2026-06-30/1/u2')
  })
})

describe('a notice, of any plan on any day', () => {
  it('is what the delivery log can hold', () => {
    fc.assert(fc.property(anyView, anyTime, (view, time) => {
      for (const notice of noticesDue(view, time)) expect(Notice.parse(JSON.parse(JSON.stringify(notice)))).toEqual(notice)
    }))
  })

  it('has a key of its own', () => {
    fc.assert(fc.property(anyView, anyTime, (view, time) => {
      const keys = noticesDue(view, time).map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
    }))
  })

  it('is the same whenever it is asked for: nothing is kept in between', () => {
    fc.assert(fc.property(anyView, anyTime, (view, time) => {
      expect(noticesDue(view, time)).toEqual(noticesDue(view, time))
    }))
  })

  it('is for somebody whom the directory knows', () => {
    fc.assert(fc.property(anyView, anyTime, (view, time) => {
      expect(noticesDue(view, time).every(({ to }) => county.people.has(to))).toBe(true)
    }))
  })

  it('tells nobody but a secretary of a plan that is not handed out', () => {
    fc.assert(fc.property(anyView.filter(({ plan }) => plan.handedOutOn === undefined), anyTime, (view, time) => {
      expect(noticesDue(view, time).filter(({ to }) => to !== 'u1')).toEqual([])
    }))
  })
})

describe('a mark', () => {
  /** A date, and a day near it. */
  const near = fc.tuple(daysOf(2026, 2026), fc.integer({ min: -60, max: 60 })).map(([due, after]): [Day, Day] => [due, workCalendar.addDays(due, after)])

  it('in force on a day is the smallest that is not past', () => {
    fc.assert(fc.property(near, ([on, today]) => {
      const mark = markBefore(on, defaultPolicy.dueMarks, today, workCalendar)
      const left = workCalendar.workingDaysUntil(on, today)
      expect(mark?.name).toBe(today > on || left > 30 ? undefined : String(Math.min(...defaultPolicy.dueMarks.filter((days) => days >= left))))
    }))
  })

  it('came into force on a working day not after the day it is seen', () => {
    fc.assert(fc.property(near, ([on, today]) => {
      const mark = markBefore(on, defaultPolicy.dueMarks, today, workCalendar) ?? markAfter(on, defaultPolicy.overdueEvery, today, workCalendar)
      if (mark === undefined) return
      expect(mark.since <= today && workCalendar.isWorkingDay(mark.since)).toBe(true)
    }))
  })

  it('was not in force the day before it came', () => {
    fc.assert(fc.property(near, ([on, today]) => {
      const at = (when: Day) => markBefore(on, defaultPolicy.dueMarks, when, workCalendar) ?? markAfter(on, defaultPolicy.overdueEvery, when, workCalendar)
      const mark = at(today)
      if (mark === undefined) return
      expect(at(workCalendar.addDays(mark.since, -1))?.name).not.toBe(mark.name)
      expect(at(mark.since)?.name).toBe(mark.name)
    }))
  })

  it('is there before a date or after it, never both', () => {
    fc.assert(fc.property(near, ([on, today]) => {
      expect(markBefore(on, defaultPolicy.dueMarks, today, workCalendar) === undefined || markAfter(on, defaultPolicy.overdueEvery, today, workCalendar) === undefined).toBe(true)
    }))
  })
})
