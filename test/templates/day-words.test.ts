import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plain } from '#templates/rich.ts'
import { dayWords, dueWords, quarterWords } from '#templates/day-words.ts'
import { day, workCalendar } from '../builders.ts'

const today = day('2026-07-02')

describe('a day in words', () => {
  it('leaves out this year and shows any other', () => {
    expect(dayWords(day('2026-06-30'), 'zh', today)).toBe('6月30日(周二)')
    expect(dayWords(day('2027-08-31'), 'zh', today)).toBe('2027年8月31日(周二)')
    expect(dayWords(day('2026-06-30'), 'en', today)).toBe('Tue 30 Jun')
  })

  it('has the weekday that the calendar counts', () => {
    const weekdays = '一二三四五六日'
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
      const on = workCalendar.addDays(day('2000-01-01'), days)
      expect(dayWords(on, 'zh')).toContain(`周${weekdays[workCalendar.weekday(on) - 1] ?? ''}`)
    }), { numRuns: 200 })
  })

  it('calls a quarter by its name', () => expect([quarterWords('2026Q3', 'zh'), quarterWords('2026Q3', 'zh', today), quarterWords('2026H1', 'zh'), quarterWords('2026', 'zh')]).toEqual(['2026年三季度', '三季度', '2026年上半年', '2026年']))
})

describe('the date of a task', () => {
  const dated = (moved: number) => ({ kind: 'dated' as const, day: day('2026-07-30'), original: day('2026-06-30'), moved, said: '6月底前' })
  it('stands alone while it has not moved', () => expect(plain(dueWords({ ...dated(0), original: day('2026-07-30') }, undefined, 'zh', today))).toBe('7月30日(周四)'))
  it('shows 现定 beside 原定, and how often it moved', () => expect(plain(dueWords(dated(2), undefined, 'zh', today))).toBe('现定7月30日(周四)，原定6月30日(周二)，改过2次'))
  it('is never invented: a blank year is said to be one', () => expect(plain(dueWords({ kind: 'unbound', said: '20__年8月底前' }, undefined, 'zh', today))).toBe('年份待定，原文为“20__年8月底前”'))
  it('is marked 默认 where the text gives none', () => expect(plain(dueWords({ kind: 'undated' }, { day: day('2028-12-31'), byDefault: true }, 'zh', today))).toBe('文件未写期限，默认2028年12月31日(方案期末)前完成、每季度报一次进展'))
})
