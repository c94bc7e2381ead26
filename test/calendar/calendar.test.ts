import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addMs, calendar as calendarOf, msBetween } from '#src/calendar/calendar.ts'
import { instantFromMs } from '#src/calendar/instant-number.ts'
import { Day, dayOf, Instant, lastDayOf, yearOf } from '#src/calendar/day.ts'
import { dayNumber, dayOfNumber, weekdayOf } from '#src/calendar/day-number.ts'
import { day, workCalendar as calendar } from '#test/builders.ts'
import { anyDay } from './any-day.ts'

describe('a day off and a make-up day', () => {
  it.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])('%s is a weekend day that is worked (调休)', (on) => {
    expect(calendar.weekday(day(on))).toBeGreaterThan(5)
    expect(calendar.isWorkingDay(day(on))).toBe(true)
  })

  it.each(['2026-01-01', '2026-02-16', '2026-02-23', '2026-04-06', '2026-05-01', '2026-06-19', '2026-09-25', '2026-10-01', '2026-10-07'])('%s is a weekday that is off', (on) => {
    expect(calendar.weekday(day(on))).toBeLessThan(6)
    expect(calendar.isWorkingDay(day(on))).toBe(false)
  })

  it.each(['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'])('%s was worked the year before', (on) => expect(calendar.isWorkingDay(day(on))).toBe(true))

  it('an ordinary weekday is worked', () => expect(calendar.isWorkingDay(day('2026-07-29'))).toBe(true))
  it('an ordinary weekend is not', () => expect([day('2026-08-01'), day('2026-08-02')].some(calendar.isWorkingDay)).toBe(false))
})

describe('a year whose holidays are not announced yet', () => {
  it('is provisional and says so', () => {
    expect(calendar.isProvisional(day('2027-03-01'))).toBe(true)
    expect(calendar.isProvisional(day('2026-12-31'))).toBe(false)
  })

  it.each(['2027-01-01', '2027-10-01'])('still has %s off, which is fixed', (on) => expect(calendar.isWorkingDay(day(on))).toBe(false))
  it('has its ordinary weekends off', () => expect(calendar.isWorkingDay(day('2027-03-06'))).toBe(false))
  it('works its ordinary weekdays', () => expect(calendar.isWorkingDay(day('2027-03-08'))).toBe(true))

  it('stops being provisional once it is announced, and what is announced overrules the fixed holidays', () => {
    const announced = calendarOf({ off: new Set([day('2027-10-04')]), work: new Set([day('2027-10-02')]), years: new Set([2027]) })
    expect(announced.isProvisional(day('2027-10-01'))).toBe(false)
    expect(announced.isWorkingDay(day('2027-10-02'))).toBe(true)
    expect(announced.isWorkingDay(day('2027-10-04'))).toBe(false)
  })
})

describe('working days until 30 June 2026', () => {
  const from = (today: string): number => calendar.workingDaysUntil(day('2026-06-30'), day(today))

  it('are 7 on the 18th: the Dragon Boat holiday and two weekends do not count', () => expect(from('2026-06-18')).toBe(7))
  it('are 6 on the 22nd', () => expect(from('2026-06-22')).toBe(6))
  it('are none on the day itself', () => expect(from('2026-06-30')).toBe(0))
  it('are one less than none on the next working day', () => expect(from('2026-07-01')).toBe(-1))
  it('do not change over a weekend', () => expect([from('2026-06-26'), from('2026-06-27'), from('2026-06-28')]).toEqual([2, 2, 2]))
})

describe('working days, whichever days are asked about', () => {
  it('going forward any number of them and counting gives that number', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 400 }), (from, count) => {
      expect(calendar.workingDaysUntil(calendar.addWorkingDays(from, count), from)).toBe(count)
    }))
  })

  it('going back any number of them and forward again comes to the same working day', () => {
    fc.assert(fc.property(anyDay.filter(calendar.isWorkingDay), fc.integer({ min: 0, max: 400 }), (from, count) => {
      expect(calendar.addWorkingDays(calendar.addWorkingDays(from, -count), count)).toBe(from)
    }))
  })

  it('no step but that of none ends on a day off', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -60, max: 60 }).filter((count) => count !== 0), (from, count) => {
      expect(calendar.isWorkingDay(calendar.addWorkingDays(from, count))).toBe(true)
    }))
  })

  it('are those that one counts on one’s fingers', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (from, length) => {
      const days = Array.from({ length }, (_, index) => calendar.addDays(from, index + 1))
      expect(calendar.workingDaysUntil(calendar.addDays(from, length), from)).toBe(days.filter(calendar.isWorkingDay).length)
    }))
  })

  it('two spans one after the other are as long as both together', () => {
    fc.assert(fc.property(anyDay, anyDay, anyDay, (a, b, c) => {
      expect(calendar.workingDaysUntil(b, a) + calendar.workingDaysUntil(c, b)).toBe(calendar.workingDaysUntil(c, a))
    }))
  })

  it('the last one by a day is that day, or the nearest before it', () => {
    fc.assert(fc.property(anyDay, (on) => {
      const last = calendar.lastWorkingDayBy(on)
      expect(last <= on && calendar.isWorkingDay(last) && calendar.workingDaysUntil(on, last) === 0).toBe(true)
    }))
  })

  // A slip (3026年) must show up as a far date, not stop every question about its plan.
  it.each(['1898-06-11', '1999-12-31', '2201-01-01', '3026-11-30', '9999-12-31'])('are counted even to %s, which nobody can have meant', (far) => {
    const count = calendar.workingDaysUntil(day(far), day('2026-06-30'))
    expect(Math.sign(count)).toBe(far > '2026-06-30' ? 1 : -1)
    expect(Math.abs(count) / Math.abs(calendar.daysBetween(day('2026-06-30'), day(far)))).toBeCloseTo(5 / 7, 1)
  })

  it('count on across the end of what is counted exactly', () => {
    expect(calendar.workingDaysUntil(day('2201-01-02'), day('2200-12-31'))).toBe(2)
    expect(calendar.workingDaysUntil(day('2000-01-04'), day('1999-12-30'))).toBe(3)
  })
})

describe('a day where there is none', () => {
  it.each(['2026-06-31', '2026-02-29', '2026-13-01', '2026-00-10', '2026-6-1', '26-06-01', '2026-06-30T00:00', ''])('%s is refused', (text) => expect(Day.safeParse(text).success).toBe(false))
  it('29 February is one in a leap year only', () => expect([dayOf(2028, 2, 29), dayOf(2026, 2, 29), dayOf(2100, 2, 29)]).toEqual(['2028-02-29', undefined, undefined]))
  it('the last day of a month is known', () => expect([lastDayOf(2026, 2), lastDayOf(2028, 2), lastDayOf(2026, 4), lastDayOf(2026, 12)]).toEqual(['2026-02-28', '2028-02-29', '2026-04-30', '2026-12-31']))
})

describe('where days meet instants', () => {
  const zone = 'Asia/Shanghai'

  it('the evening in London is the next day in Shanghai', () => expect(calendar.dayAt(Instant.parse('2026-06-30T16:00:00.000Z'), zone)).toBe('2026-07-01'))
  it('a minute before midnight is still the day', () => expect(calendar.dayAt(Instant.parse('2026-06-30T15:59:59.999Z'), zone)).toBe('2026-06-30'))
  it('nine in the morning in Shanghai is one o’clock UTC', () => expect(calendar.instantOf(day('2026-06-30'), '09:00', zone)).toBe('2026-06-30T01:00:00.000Z'))
  it('wall time has two digits for hours and minutes', () => expect(calendar.timeAt(Instant.parse('2026-06-30T01:05:59.000Z'), zone)).toBe('09:05'))
  it('an hour that summer time leaves out still has an instant', () => expect(calendar.instantOf(day('2026-03-08'), '02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z'))

  it('there and back is the same day and time, in any zone that has no gap then', () => {
    fc.assert(fc.property(anyDay, fc.constantFrom('Asia/Shanghai', 'UTC', 'Asia/Kathmandu'), fc.integer({ min: 0, max: 1439 }), (on, where, minute) => {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      const instant = calendar.instantOf(on, time, where)
      expect([calendar.dayAt(instant, where), calendar.timeAt(instant, where)]).toEqual([on, time])
    }))
  })

  it('instants add up to the millisecond and always show three digits of them', () => {
    expect(addMs(Instant.parse('2026-12-31T23:59:59.999Z'), 1)).toBe('2027-01-01T00:00:00.000Z')
    expect(msBetween(Instant.parse('2026-01-01T00:00:00.000Z'), Instant.parse('2026-01-02T00:00:00.000Z'))).toBe(86_400_000)
    expect(instantFromMs(0)).toBe('1970-01-01T00:00:00.000Z')
  })

  it('an instant and its milliseconds are what Temporal says, of any year', () => {
    fc.assert(fc.property(fc.integer({ min: Date.parse('0001-01-01T00:00:00.000Z'), max: Date.parse('9999-12-31T23:59:59.999Z') }), (ms) => {
      const instant = instantFromMs(ms)
      expect(instant).toBe(Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'millisecond' }))
      expect(msBetween(instantFromMs(0), instant)).toBe(ms)
    }))
  })
})

describe('days, any of them', () => {
  it('a step and its days between are one number', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (from, count) => {
      expect(calendar.daysBetween(from, calendar.addDays(from, count))).toBe(count)
    }))
  })
  it('the year of a day is what it begins with', () => fc.assert(fc.property(anyDay, (on) => {
    expect(on.startsWith(String(yearOf(on)))).toBe(true)
  })))
})

describe('days as numbers', () => {
  const plain = (on: Day): Temporal.PlainDate => Temporal.PlainDate.from(on)

  it('count from 1 January 1970, as Temporal does', () => {
    fc.assert(fc.property(anyDay, (on) => {
      expect(dayNumber(on)).toBe(Temporal.PlainDate.from('1970-01-01').until(plain(on)).days)
      expect(dayOfNumber(dayNumber(on))).toBe(on)
      expect(weekdayOf(dayNumber(on))).toBe(plain(on).dayOfWeek)
    }))
  })

  it('go over the ends of years, of leap years and of centuries', () => {
    const over = ['2027-12-31', '2028-02-28', '2028-02-29', '1999-12-31', '2000-02-29', '2100-02-28', '1899-12-31', '0999-12-31'] as const
    for (const on of over) expect(calendar.addDays(day(on), 1)).toBe(plain(day(on)).add({ days: 1 }).toString())
  })
})

describe('more days off, of one plan', () => {
  const anyDays = fc.uniqueArray(anyDay, { maxLength: 12 }).map((days) => new Set(days))

  it('are no working days, and every other day is what it was', () =>
    fc.assert(fc.property(anyDays, anyDay, (days, on) => {
      expect(calendar.withDaysOff(days).isWorkingDay(on)).toBe(!days.has(on) && calendar.isWorkingDay(on))
    })))

  it('are counted around', () =>
    fc.assert(
      fc.property(anyDays, anyDay, fc.integer({ min: 0, max: 40 }), (days, from, ahead) => {
        const to = calendar.addDays(from, ahead)
        const worked = Array.from({ length: ahead }, (_, index) => calendar.addDays(from, index + 1)).filter((on) => calendar.isWorkingDay(on) && !days.has(on))
        expect(calendar.withDaysOff(days).workingDaysUntil(to, from)).toBe(worked.length)
      }),
    ))

  it('are worked out once for the same days, and none is the county’s own calendar', () => {
    const days = new Set([day('2026-04-14')])
    expect(calendar.withDaysOff(days)).toBe(calendar.withDaysOff(days))
    expect(calendar.withDaysOff(new Set())).toBe(calendar)
  })
})
