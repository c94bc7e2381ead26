import { describe, expect, it } from 'vitest'
import type { Day } from '#src/calendar/day.ts'
import { policyOf, type Policy } from '#src/ledger/policy.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { after, day, directoryWith, planOf, task, viewOn, workCalendar } from '#test/builders.ts'

const lead = '县教育局'
const directory = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: [lead] }, { name: '方叔文', headOf: [lead] })

/** On which days somebody hears of a task, from a day on, where the days between are lived. @param asleep days on which nothing is sent */
function heardOn(person: string, plan: (on: Day) => PlanState, { from, until, of = 1, asleep = [] }: { from: string; until: string; of?: number; asleep?: readonly string[] }): string[] {
  const told = new Map<string, Day>()
  const sent = new Set<string>()
  const heard: string[] = []
  for (let on = day(from); on <= day(until); on = workCalendar.addDays(on, 1)) {
    if (!workCalendar.isWorkingDay(on) || asleep.includes(on)) continue
    const now = plan(on)
    const parcels = parcelsOwed(noticesDue(viewOn(on, now, directory), '09:00'), { notice: (key) => told.has(key), noticeOn: (key) => told.get(key), parcel: (key) => sent.has(key) }, on, '09:00', workCalendar, () => policyOf(now))
    for (const parcel of parcels) {
      sent.add(parcel.key)
      for (const notice of parcel.notices) {
        told.set(notice.key, on)
        if (directory.people.get(notice.to)?.name === person && 'task' in notice && notice.task === of && !heard.includes(on)) heard.push(on)
      }
    }
  }
  return heard
}

describe('what was told late at a mark', () => {
  // Task 1 is 26 working days over on a Tuesday, and waits; task 2 asks for a message on the Sunday that is worked.
  const plan = planOf([task(1, { due: '2026-08-10', lead }), task(2, { due: '2026-09-23', lead })])

  it('is not told again the morning after, at the next', () => expect(heardOn('苏晚晴', () => plan, { from: '2026-09-20', until: '2026-09-30' })).toEqual(['2026-09-20']))
  it('is told at the mark after that', () => expect(heardOn('苏晚晴', () => plan, { from: '2026-09-20', until: '2026-10-12' }).slice(1)).toEqual(['2026-10-08', '2026-10-12']))
  it('holds of a date that is near: told two days before it, it is told on its day and not on the day between', () =>
    expect(heardOn('苏晚晴', () => planOf([task(1, { due: '2026-06-30', lead })]), { from: '2026-06-25', until: '2026-06-30', asleep: ['2026-06-25'] })).toEqual(['2026-06-26', '2026-06-30']))
})

describe('marks that a plan has a day apart', () => {
  const plan = (set: Partial<Policy>) => (Object.keys(set).length === 0 ? planOf([task(1, { due: '2026-06-30', lead })]) : after(planOf([task(1, { due: '2026-06-30', lead })]), '2026-06-01', { type: 'set-policy', set }))
  it('are both told, before a date', () => expect(heardOn('苏晚晴', () => plan({}), { from: '2026-06-29', until: '2026-07-01' })).toEqual(['2026-06-29', '2026-06-30', '2026-07-01']))
  it('are told each morning, where the plan says so', () => expect(heardOn('苏晚晴', () => plan({ overdueEvery: 1 }), { from: '2026-07-01', until: '2026-07-03' })).toEqual(['2026-07-01', '2026-07-02', '2026-07-03']))
})

describe('steps that were changed while one was in force', () => {
  const before = planOf([task(1, { due: '2026-06-30', lead })])
  const changed = after(before, '2026-07-08', { type: 'set-policy', set: { overdueEvery: 3 } })
  it('ask nobody on two mornings running', () => expect(heardOn('苏晚晴', (on) => (on <= day('2026-07-08') ? before : changed), { from: '2026-07-08', until: '2026-07-14' })).toEqual(['2026-07-08', '2026-07-14']))
})
