import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '#src/calendar/day.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { policyOf, type PolicyPart } from '#src/ledger/policy.ts'
import { taskLight } from '#src/queries/light.ts'
import { nextReminder } from '#src/reminders/next-reminder.ts'
import type { Parcel } from '#src/reminders/notice.ts'
import { noticesDue, parcelsOwed, type Delivered } from '#src/reminders/parcels.ts'
import { after, claim, day, directoryWith, planOf, planWith, report, task, taskNo, viewOn, workCalendar } from '#test/builders.ts'

const lead = '县教育局'
const directory = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: [lead] }, { name: '方叔文', headOf: [lead] })
const june = (id = 'p1'): PlanState => planOf([task(1, { due: '2026-06-30', lead })], { id })
const set = (plan: PlanState, on: string, numbers: PolicyPart): PlanState => after(plan, on, { type: 'set-policy', set: numbers })

/** Everybody who is owed something is sent it, hour by hour; first messages are none of it. */
class Desk {
  readonly told = new Set<string>()
  readonly sent: { on: Day; time: string; parcel: Parcel }[] = []
  readonly #delivered: Delivered = { notice: (key) => key.startsWith('handed-out') || this.told.has(key), parcel: (key) => this.told.has(key) }

  sweep(on: string, time: string, ...plans: PlanState[]): Parcel[] {
    const today = day(on)
    const owed = parcelsOwed(plans.flatMap((plan) => noticesDue(viewOn(on, plan, directory), time)), this.#delivered, today, time, workCalendar, (id) => policyOf(plans.find((plan) => plan.id === id) ?? {}))
    for (const parcel of owed) {
      this.sent.push({ on: today, time, parcel })
      for (const key of [parcel.key, ...parcel.notices.map((notice) => notice.key)]) this.told.add(key)
    }
    return owed
  }
  /** Days on which somebody was told of a kind. */
  days = (to: string, kind: string): string[] => this.sent.filter(({ parcel }) => parcel.to === to && parcel.notices.some((notice) => notice.kind === kind)).map(({ on }) => on)
}

const workingDays = (from: string, until: string): Day[] => {
  const days: Day[] = []
  for (let at = day(from); at <= until; at = workCalendar.addDays(at, 1)) if (workCalendar.isWorkingDay(at)) days.push(at)
  return days
}
const sweeps = (plan: (on: Day) => PlanState, from: string, until: string): Desk => {
  const desk = new Desk()
  for (const on of workingDays(from, until)) desk.sweep(on, '09:00', plan(on))
  return desk
}

describe('a plan’s own marks', () => {
  const plan = set(june(), '2026-03-02', { dueMarks: [15, 5, 1], overdueEvery: 3, headAfter: 2 })
  const desk = sweeps(() => plan, '2026-05-01', '2026-07-15')

  it('are the days on which a date is reminded of', () => expect(desk.days('u2', 'due-soon').map((on) => workCalendar.workingDaysUntil(day('2026-06-30'), day(on)))).toEqual([15, 5, 1]))
  it('let what is far off wait for the week’s beginning', () => expect(workCalendar.weekday(day(desk.days('u2', 'due-soon')[0] ?? ''))).toBe(1))
  it('are the days on which what is overdue is chased', () => expect(desk.days('u2', 'overdue')).toEqual(['2026-07-01', '2026-07-06', '2026-07-09', '2026-07-14']))
  it('are the days on which the head is told', () => expect(desk.days('u3', 'overdue')).toEqual(['2026-07-02', '2026-07-07', '2026-07-10', '2026-07-15']))
  it('are no other plan’s', () => expect(sweeps(() => june('p2'), '2026-06-29', '2026-06-30').days('u2', 'due-soon')).toEqual(['2026-06-29', '2026-06-30']))
})

describe('marks that follow each other by fewer days than a week has', () => {
  it('are each said on their day, however far off, but the last, which can wait for Monday', () => {
    const desk = sweeps(() => set(june(), '2026-03-02', { dueMarks: [20, 18, 16] }), '2026-05-01', '2026-06-30')
    expect(desk.days('u2', 'due-soon').map((on) => workCalendar.workingDaysUntil(day('2026-06-30'), day(on)))).toEqual([20, 18, 15])
  })
  it('of what is overdue wait for no Monday', () => expect(sweeps(() => set(june(), '2026-03-02', { overdueEvery: 2 }), '2026-07-01', '2026-07-07').days('u2', 'overdue')).toEqual(['2026-07-01', '2026-07-03', '2026-07-07']))
})

describe('marks that are changed while one is in force', () => {
  const changing = (numbers: PolicyPart, on: string) => ((before, then) => (today: Day) => (today < on ? before : then))(june(), set(june(), on, numbers))

  it('do not tell again what was told at a later one', () => expect(sweeps(changing({ dueMarks: [15, 5, 1] }, '2026-06-22'), '2026-06-18', '2026-06-30').days('u2', 'due-soon').map((on) => workCalendar.workingDaysUntil(day('2026-06-30'), day(on)))).toEqual([7, 5, 1]))
  it('lose nothing where they grow', () => {
    const threes = set(june(), '2026-03-02', { overdueEvery: 3 })
    const fives = set(set(june(), '2026-03-02', { overdueEvery: 3 }), '2026-07-10', { overdueEvery: 5 })
    // Told on the days 1, 4, 7; then the marks are 6 (begun before the seventh, told already), 11 and 16.
    const desk = sweeps((on) => (on < '2026-07-10' ? threes : fives), '2026-07-01', '2026-07-24')
    expect(desk.days('u2', 'overdue').map((on) => -workCalendar.workingDaysUntil(day('2026-06-30'), day(on)))).toEqual([1, 4, 7, 14])
  })
  it('tell an answer’s cycle no more than before', () => {
    const answered = after(set(june(), '2026-06-22', { dueMarks: [15, 5, 1] }), '2026-06-23', report(1, lead))
    expect(sweeps(() => answered, '2026-06-22', '2026-06-22').days('u2', 'due-soon')).toEqual([])
  })

  const someNumbers: fc.Arbitrary<PolicyPart> = fc.record({
    dueMarks: fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 5 }), overdueEvery: fc.integer({ min: 1, max: 10 }), headAfter: fc.integer({ min: 1, max: 10 }), farOff: fc.integer({ min: 1, max: 30 }),
  }, { requiredKeys: [] })

  it('whenever and however often, nobody is told twice of one mark, and what is overdue is never passed over for longer than its steps and a week', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), someNumbers), { maxLength: 4 }), (changes) => {
      const plan = june()
      const desk = new Desk()
      workingDays('2026-05-11', '2026-08-05').forEach((on, at) => {
        for (const [, numbers] of changes.filter(([when]) => when === at)) try { set(plan, on, numbers) } catch { /* They stood already. */ }
        desk.sweep(on, '09:00', plan)
      })
      const keys = desk.sent.flatMap(({ parcel }) => parcel.notices.map(({ key }) => key))
      expect(new Set(keys).size).toBe(keys.length)
      const over = desk.days('u2', 'overdue').map((on) => -workCalendar.workingDaysUntil(day('2026-06-30'), day(on)))
      expect(over[0]).toBe(1)
      for (const [at, each] of over.slice(1).entries()) expect(each - (over[at] ?? 0)).toBeLessThanOrEqual(10 + 10)
      expect((over.at(-1) ?? 0) >= 26 - 20).toBe(true)
    }), { numRuns: 60 })
  }, 60_000)
})

describe('a plan’s own hours', () => {
  const digest = (to: string, parcels: Parcel[]): string[][] => parcels.filter((parcel) => parcel.to === to && parcel.key.startsWith('digest/')).map(({ notices }) => notices.map(({ plan }) => plan))
  const early = (): PlanState => set(june('p2'), '2026-03-02', { digestFrom: '08:30' })

  it('are when its digest goes', () => {
    expect(digest('u2', new Desk().sweep('2026-06-30', '08:29', early()))).toEqual([])
    expect(digest('u2', new Desk().sweep('2026-06-30', '08:30', early()))).toEqual([['p2']])
  })
  it('with others are the earliest of the plans that owe', () => {
    expect(digest('u2', new Desk().sweep('2026-06-30', '08:30', june(), early()))).toEqual([['p1', 'p2']])
    const done = after(early(), '2026-06-26', claim(1, lead))
    expect(digest('u2', new Desk().sweep('2026-06-30', '08:30', june(), done))).toEqual([])
  })
  it('with others are quiet while one of them is', () => {
    const late = set(june('p3'), '2026-03-02', { quietUntil: '09:45', digestFrom: '09:45' })
    expect(digest('u2', new Desk().sweep('2026-06-30', '09:30', early(), late))).toEqual([])
    expect(digest('u2', new Desk().sweep('2026-06-30', '09:45', early(), late))).toEqual([['p2', 'p3']])
  })
  it('keep a prompt back until its plan’s quiet hours are over', () => {
    const waiting = (numbers: PolicyPart): PlanState => after(numbers.quietFrom === undefined ? june() : set(june(), '2026-03-02', numbers), '2026-06-26', claim(1, lead))
    expect(new Desk().sweep('2026-06-26', '17:30', waiting({})).map(({ to }) => to)).toEqual(['u1'])
    expect(new Desk().sweep('2026-06-26', '17:30', waiting({ quietFrom: '17:00' }))).toEqual([])
  })
  it('are when the next reminder is', () => {
    const next = (...plans: PlanState[]) => nextReminder({
      now: workCalendar.instantOf(day('2026-06-29'), '12:00', 'Asia/Shanghai'), zone: 'Asia/Shanghai', calendar: workCalendar, delivered: { notice: (key) => key.startsWith('handed-out'), parcel: () => false },
      dueOn: (today, time) => plans.flatMap((plan) => noticesDue(viewOn(today, plan, directory), time)), plans: plans.map(({ id }) => id), policyOf: (id) => policyOf(plans.find((plan) => plan.id === id) ?? {}),
    })
    const at = (time: string) => workCalendar.instantOf(day('2026-06-30'), time, 'Asia/Shanghai')
    expect(next(june())).toBe(at('09:00'))
    expect(next(june(), early())).toBe(at('08:30'))
    expect(next(early(), set(june('p3'), '2026-03-02', { quietUntil: '09:45', digestFrom: '09:45' }))).toBe(at('09:45'))
  })
})

describe('the other numbers', () => {
  it('say when a light turns yellow', () => {
    const light = (plan: PlanState, on: string) => taskLight(viewOn(on, plan, directory), taskNo(1)).light
    expect(light(june(), '2026-06-22')).toBe('yellow')
    expect(light(set(june(), '2026-03-02', { warnWorkingDays: 3 }), '2026-06-22')).not.toBe('yellow')
    expect(light(set(june(), '2026-03-02', { warnWorkingDays: 3 }), '2026-06-26')).toBe('yellow')
  })
  it('say when a quarter is asked for; one that is over stays as it was asked', () => {
    const undated = (): PlanState => planWith(task(1, { lead }))
    const asked = (plan: PlanState, on: string) => noticesDue(viewOn(on, plan, directory), '09:00').filter(({ kind }) => kind === 'progress-due').length
    expect(asked(undated(), '2026-06-16')).toBe(0)
    expect(asked(set(undated(), '2026-03-02', { progressMarks: [10] }), '2026-06-16')).toBe(1)
  })
})
