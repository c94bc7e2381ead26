import { describe, expect, it } from 'vitest'
import { policyOf } from '#src/ledger/policy.ts'
import { opensWeek } from '#src/reminders/patience.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { after, byDefault, day, directoryWith, planOf, task, viewOn, workCalendar } from '#test/builders.ts'

const directory = directoryWith([], { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '方叔文', headOf: ['县教育局'] })
const digests = (plan: ReturnType<typeof planOf>, on: string, policyOf = byDefault): string[] =>
  parcelsOwed(noticesDue(viewOn(on, plan, directory), '09:00'), { notice: (key) => key.startsWith('handed-out'), parcel: () => false }, day(on), '09:00', workCalendar, policyOf).map(({ to, notices }) => `${to}:${notices.length}`)

describe('the first working day of a week', () => {
  it('is Monday', () => expect([day('2026-07-06'), day('2026-07-07')].map((on) => opensWeek(on, workCalendar))).toEqual([true, false]))
  it('is the first day after a holiday', () => expect(['2026-10-07', '2026-10-08', '2026-10-09'].map((on) => opensWeek(day(on), workCalendar))).toEqual([false, true, false]))
})

describe('a week with a day of rest that is worked', () => {
  const days = Array.from({ length: 365 }, (_, at) => workCalendar.addDays(day('2026-01-01'), at)).filter((on) => workCalendar.isWorkingDay(on))
  it('is opened on its first working day alone', () => expect(['2026-09-14', '2026-09-18', '2026-09-20', '2026-09-21'].map((on) => opensWeek(day(on), workCalendar))).toEqual([true, false, false, true]))
  it('tells nobody of what is overdue on two working days running', () => {
    const late = planOf([task(1, { due: '2026-07-10', lead: '县教育局' })])
    const told = days.filter((on) => on > '2026-07-20').filter((on) => digests(late, on).some((to) => to.startsWith('u2:')))
    expect(told.filter((on, at) => at > 0 && workCalendar.workingDaysUntil(on, told[at - 1] ?? on) < 2)).toEqual([])
  })
  it('lets no more than seven working days pass without an opening', () => expect(days.slice(7).filter((_, at) => !days.slice(at, at + 7).some((on) => opensWeek(on, workCalendar)))).toEqual([]))
})

describe('what can wait', () => {
  const late = planOf([task(1, { due: '2026-06-30', lead: '县教育局' })])
  const lateAndSoon = planOf([task(1, { due: '2026-06-30', lead: '县教育局' }), task(2, { due: '2026-07-09', lead: '县教育局' })])

  it('is not told on a day of its own', () => expect(digests(late, '2026-07-09')).toEqual([]))
  it('opens the week: to the contact, and to the head', () => expect(digests(late, '2026-07-13')).toEqual(['u1:1', 'u2:1']))
  it('travels with what must be told today', () => expect(digests(lateAndSoon, '2026-07-09')).toEqual(['u1:2']))
  it('does not hold back a date that is near, where the mark in force began while it was far', () => {
    const plan = after(planOf([task(1, { due: '2026-07-20', lead: '县教育局' })]), '2026-07-01', { type: 'set-policy', set: { dueMarks: [15, 5, 1, 0] } })
    expect(digests(plan, '2026-07-08', () => policyOf(plan))).toEqual([])
    expect(digests(plan, '2026-07-09', () => policyOf(plan))).toEqual(['u1:1'])
  })
  it('opens the plan’s own week, where its units do not work on Mondays', () => {
    const plan = after(planOf([task(1, { due: '2026-06-30', lead: '县教育局' })]), '2026-07-01', { type: 'set-own-days-off', days: [day('2026-07-06'), day('2026-07-13'), day('2026-07-20')], reason: '周一轮休' })
    const opening = (on: string): string[] => parcelsOwed(noticesDue(viewOn(on, plan, directory), '09:00'), { notice: (key) => key.startsWith('handed-out'), parcel: () => false }, day(on), '09:00', workCalendar, byDefault, () => workCalendar.withDaysOff(plan.ownDaysOff)).map(({ to }) => to)
    expect(['2026-07-13', '2026-07-14', '2026-07-15'].map(opening)).toEqual([[], ['u1', 'u2'], []])
  })
  it('does not hold back what is overdue since yesterday', () => expect(digests(late, '2026-07-01')).toEqual(['u1:1']))
})
