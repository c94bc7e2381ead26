import { describe, expect, it } from 'vitest'
import type { PlanState } from '#src/ledger/plan.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { viewOfPlan } from '#src/queries/view.ts'
import { compared, remindersAhead, type AheadFacts } from '#src/reminders/ahead.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { after, day, directoryWith, planOf, planWith, task, workCalendar } from '#test/builders.ts'

const directory = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] }, { name: '方叔文', headOf: ['县财政局'] })
const plan = (): PlanState => planWith(task(1, { due: '2026-07-31', lead: '县教育局' }), task(2, { due: '2026-07-10', lead: '县财政局' }), task(3, { lead: '县教育局' }))
const facts = (plans: readonly PlanState[], told: ReadonlySet<string> = new Set()): AheadFacts => ({
  plans, directoryOn: () => directory, calendar: workCalendar, delivered: { notice: (key) => told.has(key), parcel: (key) => told.has(key) }, from: { day: day('2026-07-02'), time: '07:00' }, until: day('2026-08-01'),
})
const ahead = (plans: readonly PlanState[], told?: ReadonlySet<string>) => [...remindersAhead(facts(plans, told))].flat()

describe('what would be sent', () => {
  it('is what sweeps minute by minute would send, if nobody did anything', () => {
    const plans = [plan(), after(planOf([task(1, { due: '2026-07-20', lead: '县教育局' })], { id: 'p2' }), '2026-06-30', { type: 'set-policy', set: { digestFrom: '08:30' } })]
    const told = new Set<string>()
    const sent: string[] = []
    for (let on = day('2026-07-02'); on <= '2026-08-01'; on = workCalendar.addDays(on, 1))
      for (let minute = 7 * 60; minute < 21 * 60; minute += 10) {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const due = plans.flatMap((each) => noticesDue(viewOfPlan(each, { directory, calendar: workCalendar, today: on }), time))
        for (const { key, notices } of parcelsOwed(due, { notice: (notice) => told.has(notice), parcel: (parcel) => told.has(parcel) }, on, time, workCalendar, (id) => policyOf(plans.find((each) => each.id === id) ?? {}))) {
          sent.push(`${on} ${time} ${key}`)
          for (const each of [key, ...notices.map((notice) => notice.key)]) told.add(each)
        }
      }
    expect(ahead(plans).map(({ on, time, parcel }) => `${on} ${time} ${parcel.key}`)).toEqual(sent)
    expect(sent.length).toBeGreaterThan(10)
  }, 60_000)
  it('is not what was told', () => {
    const told = new Set(ahead([plan()]).filter(({ on }) => on <= '2026-07-08').flatMap(({ parcel }) => [parcel.key, ...parcel.notices.map(({ key }) => key)]))
    expect(ahead([plan()], told)[0]?.on).toBe('2026-07-09')
  })
  it('leaves the plan as it is', () => {
    const asked = plan()
    const before = structuredClone(asked)
    ahead([asked])
    expect(asked).toEqual(before)
  })
})

describe('with other numbers', () => {
  it('is counted by week and by person, of those to whom the plan speaks', () => {
    const other = planOf([task(1, { due: '2026-07-20', lead: '县财政局' })], { id: 'p2' })
    const then = after(other, '2026-06-30', { type: 'set-policy', set: { dueMarks: [1], overdueEvery: 30, headAfter: 30 } })
    const before = ahead([plan(), planOf([task(1, { due: '2026-07-20', lead: '县财政局' })], { id: 'p2' })])
    const { now, then: counts } = compared(before, ahead([plan(), then]), then.id, workCalendar)
    const [contact] = [...directory.people.values()].filter(({ name }) => name === '唐一鸣')
    expect(contact !== undefined && [...now.people.keys()].includes(contact.id)).toBe(true)
    expect(counts.total).toBeLessThan(now.total)
    const sum = (each: ReadonlyMap<unknown, number>): number => [...each.values()].reduce((total, count) => total + count, 0)
    expect([sum(now.weeks), sum(now.people), sum(counts.weeks), sum(counts.people)]).toEqual([now.total, now.total, counts.total, counts.total])
  })
})
