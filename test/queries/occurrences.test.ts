import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Obligation } from '#src/ledger/obligation.ts'
import { isOccurrenceOf } from '#src/ledger/obligation.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { nextOccurrence, occurrencesNow, openOccurrences } from '#src/queries/occurrences.ts'
import { daysOf } from '#test/calendar/any-day.ts'
import { after, day, planOf, task, taskNo, unitId, viewOn } from '#test/builders.ts'

const clause = (facts: Partial<Obligation> = {}): Obligation => ({ id: 'c1', task: taskNo(1), every: 'year', times: 1, what: '报送', text: '每年报送', ...facts })
const planOwing = (obligation: Obligation, facts: Parameters<typeof planOf>[1] = {}): PlanState => planOf([task(1, { lead: '县教育局' })], { obligations: [obligation], ...facts })

const now = (today: string, obligation: Obligation, plan = planOwing(obligation)) => occurrencesNow(viewOn(today, plan), obligation).map(({ key, due }) => [key, due])
const next = (today: string, obligation: Obligation, plan = planOwing(obligation)) => ((found) => [found?.key, found?.due])(nextOccurrence(viewOn(today, plan), obligation))
const open = (today: string, obligation: Obligation, plan = planOwing(obligation)) => openOccurrences(viewOn(today, plan), obligation).map(({ key }) => key)
const done = (plan: PlanState, on: string, occurrence: string): PlanState => after(plan, on, { type: 'fulfil', occurrence, unit: unitId('县教育局'), words: '' })

describe('what is owed', () => {
  it('每年11月底前 is due on 30 November', () => expect(now('2026-02-03', clause({ month: 11 }))).toEqual([['c1/2026/1', '2026-11-30']]))
  it('每年12月10日前 is due on the tenth', () => expect(now('2026-02-03', clause({ month: 12, day: 10 }))).toEqual([['c1/2026/1', '2026-12-10']]))
  it('每年2月30日前 is due on the last day of February, for there is no other', () => expect(now('2026-02-03', clause({ month: 2, day: 30 }))).toEqual([['c1/2026/1', '2026-02-28']]))
  it('每年 without a month is due by the year’s end', () => expect(now('2026-02-03', clause())).toEqual([['c1/2026/1', '2026-12-31']]))
  it('每年两次 is due at the middle and the end', () => expect(now('2026-02-03', clause({ times: 2 }))).toEqual([['c1/2026/1', '2026-06-30'], ['c1/2026/2', '2026-12-31']]))
  it('每半年 is due by the end of the half', () => expect([now('2026-02-03', clause({ every: 'half-year' })), now('2026-07-29', clause({ every: 'half-year' }))]).toEqual([[['c1/2026H1/1', '2026-06-30']], [['c1/2026H2/1', '2026-12-31']]]))
  it('每季度 is due by the end of the quarter', () => expect(now('2026-07-29', clause({ every: 'quarter' }))).toEqual([['c1/2026Q3/1', '2026-09-30']]))
  it('每月 is due by the end of the month', () => expect(now('2028-02-03', clause({ every: 'month' }))).toEqual([['c1/2028-02/1', '2028-02-29']]))
  it('每学年 is from September to August, and has a key of its own', () => expect([now('2026-08-31', clause({ every: 'school-year' })), now('2026-09-01', clause({ every: 'school-year' }))]).toEqual([[['c1/2025S/1', '2026-08-31']], [['c1/2026S/1', '2027-08-31']]]))
  it('每学年两次 is due at its middle and its end, of a leap year too', () => expect(now('2027-09-01', clause({ every: 'school-year', times: 2 }))).toEqual([['c1/2027S/1', '2028-02-29'], ['c1/2027S/2', '2028-08-31']]))
  it('每学年10月底前 is due in the autumn in which it begins, 6月底前 in the summer', () => expect([now('2026-09-01', clause({ every: 'school-year', month: 10 })), now('2026-09-01', clause({ every: 'school-year', month: 6 }))]).toEqual([[['c1/2026S/1', '2026-10-31']], [['c1/2026S/1', '2027-06-30']]]))
  it('每学期 is due by the end of January and of August', () => expect(['2026-09-01', '2027-01-31', '2027-02-01', '2027-08-31'].map((today) => now(today, clause({ every: 'term' })))).toEqual([[['c1/2026T1/1', '2027-01-31']], [['c1/2026T1/1', '2027-01-31']], [['c1/2026T2/1', '2027-08-31']], [['c1/2026T2/1', '2027-08-31']]]))
  it('每3年 is due by the end of the third', () => expect(now('2026-02-03', clause({ every: '3 years' }))).toEqual([['c1/2026/1', '2028-12-31']]))
  it('每周 is listed, and never asked for one by one', () => expect([now('2026-02-03', clause({ every: 'week' })), next('2026-02-03', clause({ every: 'week' }))]).toEqual([[], [undefined, undefined]]))
  it('once, on the way, is due on its day', () => expect(now('2026-02-03', clause({ every: 'once', on: day('2026-03-31') }))).toEqual([['c1/once/1', '2026-03-31']]))
  it('in a plan of no years is counted from the year of its import', () => {
    const plan = planOwing(clause({ every: '3 years' }))
    delete plan.period
    expect(now('2029-02-03', clause({ every: '3 years' }), plan)).toEqual([['c1/2029/1', '2031-12-31']])
  })
})

describe('outside the years of a plan', () => {
  it('nothing is owed before it begins', () => expect(now('2025-07-29', clause())).toEqual([]))
  it('nothing is owed after it ends', () => expect(now('2029-07-29', clause())).toEqual([]))
  it('nothing is due after it ends: a window of three years that it does not last is none of it', () => expect(now('2029-02-03', clause({ every: '3 years' }), planOwing(clause(), { period: { from: 2026, to: 2030 } }))).toEqual([]))
  it('of school years and terms all is owed that falls due in its years', () => {
    const keys = (every: 'school-year' | 'term', more: Partial<Obligation> = {}) => [...new Set(['2026-01-01', '2026-03-01', '2026-10-01', '2027-03-01', '2027-10-01', '2028-03-01', '2028-10-01'].flatMap((today) => now(today, clause({ every, ...more })).map(([key]) => key)))]
    expect(keys('school-year', { month: 10 })).toEqual(['c1/2026S/1', 'c1/2027S/1', 'c1/2028S/1'])
    expect([keys('school-year'), keys('term')]).toEqual([['c1/2025S/1', 'c1/2026S/1', 'c1/2027S/1'], ['c1/2025T1/1', 'c1/2025T2/1', 'c1/2026T1/1', 'c1/2026T2/1', 'c1/2027T1/1', 'c1/2027T2/1']])
  })
  it('the next term is known once this one is done', () => expect(next('2026-10-08', clause({ every: 'term' }), done(planOwing(clause({ every: 'term' }), { handedOutOn: '2026-09-07' }), '2026-10-08', 'c1/2026T1/1'))).toEqual(['c1/2026T2/1', '2027-08-31']))
  it('the first is known before it begins, where that is next year', () => expect(next('2025-07-29', clause({ month: 11 }))).toEqual(['c1/2026/1', '2026-11-30']))
})

describe('whoever owes it', () => {
  const debtor = (obligation: Obligation) => occurrencesNow(viewOn('2026-02-03', planOwing(obligation)), obligation)[0]?.debtor
  it('is the debtor whom the text names', () => expect(debtor(clause({ debtor: unitId('县财政局') }))).toBe('县财政局'))
  it('else is the lead of its task', () => expect(debtor(clause())).toBe('县教育局'))
  it('is nobody where the text names none and it stands in no task', () => {
    const { task: _of, ...free } = clause()
    expect([_of, debtor(free)]).toEqual([1, undefined])
  })
})

describe('the next one', () => {
  it('is that of this period, while it is open', () => expect(next('2026-07-29', clause({ month: 11 }))).toEqual(['c1/2026/1', '2026-11-30']))
  it('is that of the next period, once it is done', () => expect(next('2026-07-29', clause({ month: 11 }), done(planOwing(clause({ month: 11 })), '2026-05-06', 'c1/2026/1'))).toEqual(['c1/2027/1', '2027-11-30']))
  it('is the second of this period, once the first is done', () => expect(next('2026-07-29', clause({ times: 2 }), done(planOwing(clause({ times: 2 })), '2026-05-06', 'c1/2026/1'))).toEqual(['c1/2026/2', '2026-12-31']))
  it('is the one before, while that is open: its period’s end does not forget it', () => expect(next('2026-04-01', clause({ every: 'quarter' }))).toEqual(['c1/2026Q1/1', '2026-03-31']))
  it('is not one that fell due before the plan was handed out', () => expect(next('2026-07-29', clause({ times: 2 }), planOwing(clause({ times: 2 }), { handedOutOn: '2026-07-01' }))).toEqual(['c1/2026/2', '2026-12-31']))
  it('is none after the last of the plan is done', () => expect(next('2028-12-30', clause(), done(done(planOwing(clause()), '2027-12-06', 'c1/2027/1'), '2028-12-06', 'c1/2028/1'))).toEqual([undefined, undefined]))
})

describe('those that are open', () => {
  it('are that of the period before and this one: one never hides the other', () => expect(open('2026-04-01', clause({ every: 'quarter' }))).toEqual(['c1/2026Q1/1', 'c1/2026Q2/1']))
  it('go back one period, not for ever', () => expect(open('2026-12-01', clause({ every: 'quarter' }))).toEqual(['c1/2026Q3/1', 'c1/2026Q4/1']))
  it('are not those that are done', () => expect(open('2026-04-01', clause({ every: 'quarter' }), done(planOwing(clause({ every: 'quarter' })), '2026-03-02', 'c1/2026Q1/1'))).toEqual(['c1/2026Q2/1']))
})

describe('an occurrence, of any rhythm on any day', () => {
  const anyClause = fc
    .record({ every: fc.constantFrom('month', '2 months', 'quarter', 'half-year', 'term', 'year', 'school-year', '2 years', '3 years'), times: fc.integer({ min: 1, max: 12 }), month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }) })
    .map(({ month, ...rest }) => clause({ ...rest, ...(month === undefined ? {} : { month }) }))
  const anyDay = daysOf(2025, 2030)
  /** Of the first and the last only what falls due in the plan. */
  const isOfSchool = ({ every }: Obligation): boolean => every === 'term' || every === 'school-year'

  it('has a key of its own, which is one of its clause', () => {
    fc.assert(fc.property(anyClause, anyDay, (obligation, today) => {
      const keys = occurrencesNow(viewOn(today, planOwing(obligation)), obligation).map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys.every((key) => isOccurrenceOf(obligation, key, { from: 2026, to: 2028 }))).toBe(true)
    }))
  })

  it('has one due day for ever: a key never comes back with another', () => {
    fc.assert(fc.property(anyClause, fc.array(anyDay, { minLength: 2, maxLength: 20 }), (obligation, days) => {
      const dues = new Map<string, string>()
      for (const today of days) {
        for (const { key, due } of occurrencesNow(viewOn(today, planOwing(obligation)), obligation)) {
          expect(dues.get(key) ?? due).toBe(due)
          dues.set(key, due)
        }
      }
    }))
  })

  it('is as many a period as the text says, and falls in the plan', () => {
    fc.assert(fc.property(anyClause, daysOf(2026, 2028), (obligation, today) => {
      const found = occurrencesNow(viewOn(today, planOwing(obligation)), obligation)
      if (isOfSchool(obligation)) expect(found.length).toBeLessThanOrEqual(obligation.times)
      else expect([0, obligation.times]).toContain(found.length)
      expect(found.every(({ due }) => due >= '2026-01-01' && due <= '2028-12-31')).toBe(true)
    }))
  })

  it('comes in the order of its days', () => {
    fc.assert(fc.property(anyClause, daysOf(2026, 2028), (obligation, today) => {
      const dues = openOccurrences(viewOn(today, planOwing(obligation)), obligation).map(({ due }) => due)
      expect(dues).toEqual(dues.toSorted())
    }))
  })
})
