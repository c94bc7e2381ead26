// 每月5日, 每季度最后一个工作日: days that come back, as they are said and as the calendar has them.
import { describe, expect, it } from 'vitest'
import { Day } from '#src/calendar/day.ts'
import { recurringAs, recurringDays, recurringIn, type Recurring } from '#src/calendar/recurring.ts'
import { workCalendar } from '../builders.ts'

const day = (text: string): Day => Day.parse(text)
const read = (words: string): Recurring => recurringIn(words) ?? ((): never => { throw new Error(words) })()
const from = (recurring: Recurring, on: string, { until = '2028-12-31', atMost = 12 } = {}): string[] => recurringDays(recurring, { from: day(on), until: day(until), atMost }, workCalendar).map((each) => each.day)

describe('a day that comes back', () => {
  it.each([
    ['每月5日', { every: 'month', on: { date: 5, month: 0 } }], ['每个月15号', { every: 'month', on: { date: 15, month: 0 } }], ['每月最后一个工作日', { every: 'month', on: 'last' }], ['每月底', { every: 'month', on: 'last' }],
    ['每季度10日', { every: 'quarter', on: { date: 10, month: 0 } }], ['每季末', { every: 'quarter', on: 'last' }], ['monthly-5', { every: 'month', on: { date: 5, month: 0 } }], ['quarterly-last', { every: 'quarter', on: 'last' }],
  ])('is read as it is said: %s', (words, meant) => expect(recurringIn(words)).toEqual(meant))

  it.each(['7月5日', '每月', '每月32日', '每周五', '每月红灯'])('is none in %s', (words) => expect(recurringIn(words)).toBeUndefined())

  it('moves from a day off to the next working day, and says so', () => {
    expect(recurringDays(read('每月5日'), { from: day('2026-07-02'), until: day('2026-12-31'), atMost: 3 }, workCalendar)).toEqual([
      { day: '2026-07-06', meant: '2026-07-05' }, { day: '2026-08-05', meant: '2026-08-05' }, { day: '2026-09-07', meant: '2026-09-05' },
    ])
  })

  it('of a month that is shorter is its last', () => expect(from(read('每月31日'), '2026-09-01', { atMost: 2 })).toEqual(['2026-09-30', '2026-11-02']))
  it('that has passed in this month begins in the next', () => expect(from(read('每月5日'), '2026-07-08', { atMost: 1 })).toEqual(['2026-08-05']))
  it('is the last working day of each month', () => expect(from(read('每月最后一个工作日'), '2026-07-02', { atMost: 2 })).toEqual(['2026-07-31', '2026-08-31']))
  it('of a quarter is in the month of the day it was made from', () => expect(from(recurringAs('quarter', day('2026-08-05')), '2026-08-05', { atMost: 3 })).toEqual(['2026-08-05', '2026-11-05', '2027-02-05']))
  it('ends with the plan, and with twelve', () => {
    expect(from(read('每月5日'), '2026-11-01', { until: '2026-12-31' })).toEqual(['2026-11-05', '2026-12-07'])
    expect(from(read('每月5日'), '2026-07-02')).toHaveLength(12)
  })
})
