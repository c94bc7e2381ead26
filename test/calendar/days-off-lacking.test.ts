import { describe, expect, it } from 'vitest'
import { calendar } from '#src/calendar/calendar.ts'
import { Day } from '#src/calendar/day.ts'
import { daysOffLacking } from '#src/calendar/days-off-lacking.ts'

const knowing = (...years: number[]) => calendar({ off: new Set(), work: new Set(), years: new Set(years) })
const on = (day: string): Day => Day.parse(day)

describe('a year whose 放假安排 should be known', () => {
  it.each([
    ['2026-11-14', undefined],
    ['2026-11-15', 2027],
    ['2026-12-31', 2027],
    ['2027-01-01', 2027],
    ['2027-07-01', 2027],
  ])('with 2026 known, on %s lacks %s', (day, lacks) => expect(daysOffLacking(knowing(2026), on(day))).toBe(lacks))

  it('is not lacking once it is known', () => expect(daysOffLacking(knowing(2026, 2027), on('2026-12-31'))).toBeUndefined())
})
