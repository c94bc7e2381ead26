import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Directory } from '#src/directory/directory.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { nextBrief } from '#src/reminders/of-brief.ts'
import { remindersAhead } from '#src/reminders/ahead.ts'
import type { Parcel } from '#src/reminders/notice.ts'
import { nextReminder } from '#src/reminders/next-reminder.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { after, change, day, directoryWith, personNamed, planOf, report, task, taskNo, unitId, viewOn, workCalendar } from '#test/builders.ts'

const people = (...wanting: string[]): Directory => {
  const directory = directoryWith([], { name: '李县长', roles: ['leader'] }, { name: '王副县长', roles: ['leader'] }, { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
  for (const name of wanting) change(directory, { type: 'want-brief', person: personNamed(directory, name).id, wanted: true })
  return directory
}
const wanted = people('李县长')
/** Done by the end of July, so that a week of it says nothing before the last fortnight. */
const plan = (due = '2026-07-08', id = 'p1'): PlanState => planOf([task(1, { due, lead: '县教育局' })], { id })

type Sent = Set<string>
const owed = (on: string, time: string, { plans = [plan()], directory = wanted, sent = new Set() }: { plans?: readonly PlanState[]; directory?: Directory; sent?: Sent } = {}): Parcel[] =>
  parcelsOwed(plans.flatMap((each) => noticesDue(viewOn(on, each, directory), time)), { notice: (key) => sent.has(key), parcel: (key) => sent.has(key) }, day(on), time, workCalendar, (id) => policyOf(plans.find((each) => each.id === id) ?? {}), (id) => workCalendar.withDaysOff(plans.find((each) => each.id === id)?.ownDaysOff ?? new Set()))
const briefs = (...asked: Parameters<typeof owed>): Parcel[] => owed(...asked).filter(({ key }) => key.startsWith('brief/'))
const isSent = (...asked: Parameters<typeof owed>): boolean => briefs(...asked).length > 0

describe('Monday’s brief', () => {
  it('is sent to nobody who did not ask for it', () => expect(isSent('2026-07-06', '08:30', { directory: people() })).toBe(false))
  it('is sent to each who did, and to no other', () => expect(briefs('2026-07-06', '08:30', { directory: people('李县长', '王副县长') }).map(({ to }) => to)).toEqual(['u1', 'u2']))
  it('goes at half past eight, not a minute before, and not on another day', () => {
    expect(['08:29', '08:30', '11:00'].map((time) => isSent('2026-07-06', time))).toEqual([false, true, true])
    expect(['2026-07-05', '2026-07-07', '2026-07-10'].map((on) => isSent(on, '09:30', { plans: [plan('2026-07-05')] }))).toEqual([false, false, false])
  })
  it('is no message of the evening, where the bot slept all day', () => expect(['19:59', '20:00'].map((time) => isSent('2026-07-06', time))).toEqual([true, false]))
  it('goes on Tuesday, where Monday is a holiday', () => {
    const spring = { plans: [plan('2026-04-09')] }
    expect(['2026-04-06', '2026-04-07', '2026-04-08'].map((on) => isSent(on, '08:30', spring))).toEqual([false, true, false])
  })
  it('is not sent on a Sunday that makes up for a holiday: that Sunday ends the week', () => {
    const autumn = { plans: [plan('2026-09-22')] }
    expect(workCalendar.isWorkingDay(day('2026-09-20'))).toBe(true)
    expect(['2026-09-14', '2026-09-20', '2026-09-21'].map((on) => isSent(on, '08:30', autumn))).toEqual([true, false, true])
  })
  it('is not made up for, where the bot slept until Wednesday', () => expect(isSent('2026-07-08', '08:30')).toBe(false))
  it('waits for the hour at which a plan is quiet no more', () => {
    const late = { plans: [after(plan(), '2026-07-01', { type: 'set-policy', set: { quietUntil: '09:00' } })] }
    expect(['08:30', '09:00'].map((time) => isSent('2026-07-06', time, late))).toEqual([false, true])
  })
  it('ends with the role, and comes again with it', () => {
    const directory = people('李县长')
    change(directory, { type: 'revoke-role', person: personNamed(directory, '李县长').id, role: 'leader' })
    expect(isSent('2026-07-06', '08:30', { directory })).toBe(false)
    change(directory, { type: 'grant-role', person: personNamed(directory, '李县长').id, role: 'leader' })
    expect(isSent('2026-07-06', '08:30', { directory })).toBe(true)
  })
})

describe('a week in which there is nothing to say', () => {
  const calm = (): PlanState => after(plan('2026-09-30'), '2026-07-01', report(1, '县教育局', { done: '已完成招标3个标段' }))
  it('has no brief: nothing falls due, and nothing is red or yellow', () => expect(isSent('2026-07-06', '08:30', { plans: [calm()] })).toBe(false))
  it('has one as soon as something is red, though nothing falls due', () => expect(isSent('2026-07-13', '08:30', { plans: [plan('2026-07-02')] })).toBe(true))
  it('has one where something is yellow', () => expect(isSent('2026-07-06', '08:30', { plans: [plan('2026-07-16')] })).toBe(true))
  it('has none of a plan that was not handed out', () => expect(isSent('2026-07-06', '08:30', { plans: [planOf([task(1, { due: '2026-07-08', lead: '县教育局' })], { handedOutOn: false })] })).toBe(false))
  it('has none of a plan that was put away', () => expect(isSent('2026-07-06', '08:30', { plans: [after(plan(), '2026-07-01', { type: 'archive-plan', reason: '已并入新方案' })] })).toBe(false))
})

describe('a duty of a period that is late', () => {
  const monthly = { id: 'c1', task: taskNo(1), every: 'month' as const, times: 1, what: '开展应急疏散演练', text: '每月开展1次应急疏散演练' }
  /** Nothing but the duty of June is owed. */
  const owing = (): PlanState => after(planOf([task(1, { due: '2026-12-31', lead: '县教育局' })], { obligations: [monthly], handedOutOn: '2026-06-01' }), '2026-06-29', report(1, '县教育局', { done: '已完成招标3个标段' }))
  const sentOn = (days: readonly string[], of = owing()): boolean[] => days.map((on) => isSent(on, '08:30', { plans: [of] }))

  it('is news in the week in which it falls due, and in the next, for it became late since; told so, it is no news again', () =>
    expect(sentOn(['2026-06-22', '2026-06-29', '2026-07-06', '2026-07-13', '2026-07-20'])).toEqual([false, true, true, false, false]))
  it('is none once it was given', () => expect(sentOn(['2026-07-06'], after(owing(), '2026-07-01', { type: 'fulfil', occurrence: 'c1/2026-06/1', unit: unitId('县教育局'), words: '已演练' }))).toEqual([false]))
  it('is news after a week that had no working day, in which it became late', () => {
    const before = [day('2026-06-29'), day('2026-06-30'), day('2026-07-01'), day('2026-07-02'), day('2026-07-03')]
    expect(sentOn(['2026-07-06', '2026-07-13'], after(owing(), '2026-06-28', { type: 'set-own-days-off', days: before, reason: '轮休' }))).toEqual([true, false])
  })
})

describe('the brief about several plans', () => {
  const two = (): PlanState[] => [plan(), plan('2026-07-09', 'p2')]
  it('is one message', () => expect(briefs('2026-07-06', '08:30', { plans: two() })).toMatchObject([{ key: 'brief/u1/2026-07-06', to: 'u1', notices: [{ plan: 'p1', week: '2026-07-06' }, { plan: 'p2' }] }]))
  it('stands beside the day’s digests, and takes no line of them', () => expect(owed('2026-07-06', '09:00', { plans: two() }).filter(({ key }) => !key.startsWith('brief/')).flatMap(({ notices }) => notices).some(({ kind }) => kind === 'weekly-brief')).toBe(false))
  it('is sent once a week, though the units of one do not work on Mondays', () => {
    const [first, second] = two() as [PlanState, PlanState]
    const plans = [first, after(second, '2026-07-01', { type: 'set-own-days-off', days: [day('2026-07-06')], reason: '周一轮休' })]
    const sent = new Set<string>()
    for (const { key, notices } of briefs('2026-07-06', '08:30', { plans })) for (const each of [key, ...notices.map((notice) => notice.key)]) sent.add(each)
    expect([...sent].filter((key) => key.startsWith('brief/'))).toEqual(['brief/u1/2026-07-06'])
    expect(isSent('2026-07-07', '08:30', { plans, sent })).toBe(false)
  })
  it('is not lost, where the units of the only one that speaks do not work on Mondays', () => {
    const plans = [after(plan(), '2026-07-01', { type: 'set-own-days-off', days: [day('2026-07-06')], reason: '周一轮休' })]
    expect(['2026-07-06', '2026-07-07', '2026-07-08'].map((on) => isSent(on, '08:30', { plans }))).toEqual([false, true, false])
  })
})

describe('the brief, whichever sweeps are missed', () => {
  it('is never sent twice in a week', () => {
    const plans = [plan('2026-07-02'), plan('2026-09-30', 'p2')]
    const moments = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom('08:00', '08:29', '08:30', '09:00', '15:00', '20:00')), { maxLength: 40 })
    fc.assert(fc.property(moments, (sweeps) => {
      const [sent, weeks] = [new Set<string>(), [] as string[]]
      for (const [at, time] of sweeps.toSorted(([a, one], [b, other]) => a - b || (one < other ? -1 : 1))) {
        for (const { key, notices } of briefs(workCalendar.addDays(day('2026-07-06'), at), time, { plans, sent })) {
          weeks.push(key)
          for (const each of [key, ...notices.map((notice) => notice.key)]) sent.add(each)
        }
      }
      expect(weeks).toEqual([...new Set(weeks)])
    }), { numRuns: 60 })
  })
})

describe('when it comes next', () => {
  it('is at once for whoever asks for it later on that day, for then it is owed', () => expect(nextBrief(day('2026-07-06'), '10:00', workCalendar)).toEqual({ day: '2026-07-06', time: '08:30', isNow: true }))
  it('is this morning, before its hour on a day that opens a week', () => expect(nextBrief(day('2026-07-06'), '08:29', workCalendar)).toEqual({ day: '2026-07-06', time: '08:30' }))
  it('is the next Monday, or the first working day after it', () => {
    expect(nextBrief(day('2026-07-07'), '08:30', workCalendar).day).toBe('2026-07-13')
    expect(nextBrief(day('2026-09-30'), '10:00', workCalendar).day).toBe('2026-10-08')
  })
  it('is among what would be sent, at its hour', () => {
    const facts = { plans: [plan()], directoryOn: () => wanted, calendar: workCalendar, delivered: { notice: () => false, parcel: () => false }, from: { day: day('2026-07-03'), time: '18:00' }, until: day('2026-07-07') }
    expect([...remindersAhead(facts)].flat().filter(({ parcel }) => parcel.key.startsWith('brief/')).map(({ on, time }) => `${on} ${time}`)).toEqual(['2026-07-06 08:30'])
  })
  it('is a moment to which a clock can be moved', () => {
    const at = nextReminder({
      now: workCalendar.instantOf(day('2026-07-04'), '10:00', 'Asia/Shanghai'), zone: 'Asia/Shanghai', calendar: workCalendar, delivered: { notice: (key) => !key.startsWith('weekly-brief'), parcel: () => false },
      dueOn: (on, time) => noticesDue(viewOn(on, plan(), wanted), time), plans: [plan().id], policyOf: () => policyOf(plan()), isBriefWanted: true,
    })
    expect(at).toBe(workCalendar.instantOf(day('2026-07-06'), '08:30', 'Asia/Shanghai'))
  })
})
