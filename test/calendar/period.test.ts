import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthsIn, periodAfter, periodOf, quarterBefore, quarterOf } from '#src/calendar/period.ts'
import { day, workCalendar } from '#test/builders.ts'
import { daysOf } from './any-day.ts'

const anyRhythm = fc.constantFrom('month', '2 months', 'quarter', 'half-year', 'term', 'year', 'school-year', '2 years', '3 years', '5 years')
const anyDay = daysOf(2024, 2036)

describe('the period of 29 July 2026 in a plan of 2026—2028', () => {
  const period = (every: string) => periodOf(every, day('2026-07-29'), 2026)

  it.each([
    ['month', '2026-07', '2026-07-01', '2026-07-31'],
    ['2 months', '2026-07', '2026-07-01', '2026-08-31'],
    ['quarter', '2026Q3', '2026-07-01', '2026-09-30'],
    ['half-year', '2026H2', '2026-07-01', '2026-12-31'],
    ['year', '2026', '2026-01-01', '2026-12-31'],
    ['3 years', '2026', '2026-01-01', '2028-12-31'],
  ])('every %s it is %s', (every, key, from, to) => expect(period(every)).toEqual({ key, from, to }))

  it('there is none of a week: those are listed, and never asked for one by one', () => expect(period('week')).toBeUndefined())
  it('there is none of a rhythm nobody knows', () => expect(monthsIn('fortnight')).toBeUndefined())
})

describe('periods of several years', () => {
  it('are counted from the first year of the plan', () => {
    expect(periodOf('3 years', day('2028-12-31'), 2026)).toMatchObject({ key: '2026' })
    expect(periodOf('3 years', day('2029-01-01'), 2026)).toMatchObject({ key: '2029', to: '2031-12-31' })
  })
})

describe('periods of any rhythm', () => {
  it('hold the day they are asked for', () => {
    fc.assert(fc.property(anyRhythm, anyDay, fc.integer({ min: 2024, max: 2028 }), (every, on, firstYear) => {
      const period = periodOf(every, on, firstYear)
      expect(period !== undefined && period.from <= on && on <= period.to).toBe(true)
    }))
  })

  it('follow each other without a gap', () => {
    fc.assert(fc.property(anyRhythm, anyDay, (every, on) => {
      const period = periodOf(every, on, 2024)
      if (period === undefined) throw new Error('no period')
      expect(workCalendar.addDays(period.to, 1)).toBe(periodAfter(every, period, 1, 2024).from)
      expect(periodAfter(every, periodAfter(every, period, 1, 2024), -1, 2024)).toEqual(period)
    }))
  })

  it('have one key each', () => {
    fc.assert(fc.property(anyRhythm, anyDay, anyDay, (every, a, b) => {
      const [one, other] = [periodOf(every, a, 2024), periodOf(every, b, 2024)]
      expect(one?.key === other?.key).toBe(one?.from === other?.from)
    }))
  })
})

describe('a quarter', () => {
  it('is the calendar’s', () => expect(quarterOf(day('2026-03-31'))).toEqual({ key: '2026Q1', from: '2026-01-01', to: '2026-03-31' }))
  it('before the first is the last of the year before', () => expect(quarterBefore(quarterOf(day('2026-02-01')))).toEqual({ key: '2025Q4', from: '2025-10-01', to: '2025-12-31' }))
  it('before the third is the second', () => expect(quarterBefore(quarterOf(day('2026-07-29')))).toEqual({ key: '2026Q2', from: '2026-04-01', to: '2026-06-30' }))
})
