import { describe, expect, it } from 'vitest'
import { dayIn, pastDayIn } from '#commands/day-argument.ts'
import { dayRefusal } from '#commands/day-refused.ts'
import { splitAtDays } from '#commands/days-argument.ts'
import { splitAtDay } from '#commands/typed-day.ts'
import { refusalWords } from '#templates/refusal.ts'
import { plain } from '#templates/rich.ts'
import { day } from '#test/builders.ts'

const on = (today: string, words: string): unknown => {
  const read = dayIn(words, day(today))
  return read.ok ? read.day : read
}

describe('a day typed without its year', () => {
  it('is this year’s', () => expect(on('2026-07-02', '7月10日')).toBe('2026-07-10'))
  it('is this year’s also when it has just passed, so that the mistake is seen', () => expect(on('2026-07-02', '6月18日')).toBe('2026-06-18'))
  it('is next year’s when this year’s is long past', () => expect(on('2026-11-24', '1月10日')).toBe('2027-01-10'))
})

describe('a day that is typed', () => {
  it.each(['2026-07-10', '2026年7月10日', '7/10', '７月１０日', '7.10'])('may be written %s', (words) => expect(on('2026-07-02', words)).toBe('2026-07-10'))
  it('that does not exist says so', () => expect(on('2026-07-02', '6月31日')).toMatchObject({ ok: false, unreal: true }))
  it.each(['0000-01-01', '0000年1月1日'])('of the year 0, before which there is no moment to look from, is none: %s', (words) => expect([on('2026-07-02', words), pastDayIn(words, day('2026-07-02'))]).toMatchObject([{ ok: false, unreal: false }, { ok: false, unreal: false }]))
})

describe('a day as English writes it, and as this product does', () => {
  it.each(['20 June', '20 Jun', '20th June', 'June 20', 'Sat 20 Jun', '20 June 2026', 'June 20, 2026', '20june'])('is understood: %s', (words) => expect([on('2026-07-02', words), pastDayIn(words, day('2026-07-02'))]).toEqual(['2026-06-20', { ok: true, day: '2026-06-20' }]))
  it('that has been is last year’s where this year’s is ahead, unless its year is said', () =>
    expect(['1 December', 'December 1', '1 December 2026'].map((words) => pastDayIn(words, day('2026-07-02')))).toMatchObject([{ day: '2025-12-01' }, { day: '2025-12-01' }, { day: '2026-12-01' }]))
  it('that does not exist says so', () => expect(on('2026-07-02', '31 June')).toMatchObject({ ok: false, unreal: true }))
  it.each(['20', 'June', '20 may be late', 'they may 20'])('is not guessed: %s', (words) => expect(on('2026-07-02', words)).toMatchObject({ ok: false, unreal: false }))
  it('is found among typed words', () => {
    expect(splitAtDay(['held', '20', 'June', '14:00', 'all', 'came'])).toEqual({ before: ['held'], day: '20 June', time: '14:00', after: ['all', 'came'] })
    expect(splitAtDays(['6', 'Jul', 'to', '10', 'Jul', 'ill'])).toEqual({ before: ['ill'], from: '6 Jul', until: '10 Jul' })
  })
})

describe('a day that cannot be read', () => {
  it('gives an example of the time that is meant', () => {
    expect(dayRefusal({ asked: 'then', unreal: false }, day('2026-07-02'), 'past')).toEqual({ code: 'day-unclear', asked: 'then', meant: 'past' })
    expect([refusalWords({ code: 'day-unclear', asked: 'then', meant: 'past' }, 'en'), refusalWords({ code: 'day-unclear', asked: '那天', meant: 'past' }, 'zh')].map(plain)).toEqual([expect.not.stringContaining('tomorrow'), expect.not.stringContaining('明天')])
  })
  it('has the last day of its month beside it, in English too', () => expect(dayRefusal({ asked: '31 June', unreal: true }, day('2026-07-02'), 'past')).toEqual({ code: 'day-unreal', asked: '31 June', lastDay: '2026-06-30', meant: 'past' }))
  it('is of the nearest such month, where nobody knows whether the day has been', () => expect(['2026-07-09', '2026-03-09', '2027-01-05', '2026-06-30'].map((today) => dayRefusal({ asked: '6月31日', unreal: true }, day(today), 'either'))).toMatchObject([{ lastDay: '2026-06-30' }, { lastDay: '2026-06-30' }, { lastDay: '2027-06-30' }, { lastDay: '2026-06-30' }]))
})

describe('a day that has been, on Wednesday 10 June 2026', () => {
  it.each([['昨天', '2026-06-09'], ['yesterday', '2026-06-09'], ['前天', '2026-06-08'], ['上周五', '2026-06-05'], ['上星期日', '2026-06-07'], ['12月1日', '2025-12-01'], ['6月9日', '2026-06-09']])('is understood: %s', (words, meant) => {
    expect(pastDayIn(words, day('2026-06-10'))).toEqual({ ok: true, day: meant })
  })
  it('that is ahead stays ahead: 明天, 下周五', () => expect(['明天', '下周五'].map((words) => pastDayIn(words, day('2026-06-10')))).toMatchObject([{ day: '2026-06-11' }, { day: '2026-06-19' }]))
  it.each(['constructor', '上周'])('is not guessed: %s', (words) => expect(pastDayIn(words, day('2026-06-10'))).toMatchObject({ ok: false }))
})

describe('a day named from where one stands, on Wednesday 10 June 2026', () => {
  it.each([
    ['下周五', '2026-06-19'], ['本周五', '2026-06-12'], ['这周日', '2026-06-14'], ['周五', '2026-06-12'], ['周一', '2026-06-15'], ['下星期一', '2026-06-15'], ['下下周三', '2026-06-24'], ['后天', '2026-06-12'],
    ['月底', '2026-06-30'], ['本月底', '2026-06-30'], ['月末', '2026-06-30'], ['本月30日', '2026-06-30'], ['本月三十号', '2026-06-30'], ['下月15日', '2026-07-15'], ['下个月底', '2026-07-31'], ['下月初', '2026-07-10'],
    ['6月底', '2026-06-30'], ['6月末', '2026-06-30'], ['八月底', '2026-08-31'], ['8月', '2026-08-31'], ['8月份', '2026-08-31'], ['8月中旬', '2026-08-20'], ['八月十五日', '2026-08-15'], ['明年3月', '2027-03-31'], ['明年3月底', '2027-03-31'], ['明年3月15日', '2027-03-15'], ['2027年3月', '2027-03-31'],
    ['年底', '2026-12-31'], ['今年年底', '2026-12-31'], ['明年底', '2027-12-31'], ['明年年底', '2027-12-31'], ['三季度末', '2026-09-30'], ['本季度末', '2026-06-30'], ['下季度末', '2026-09-30'], ['明年一季度末', '2027-03-31'],
  ])('is understood: %s', (words, meant) => expect(on('2026-06-10', words)).toBe(meant))
  it('crosses the year', () => expect([on('2026-12-10', '下月15日'), on('2026-12-10', '下季度末'), on('2026-12-30', '下周五')]).toEqual(['2027-01-15', '2027-03-31', '2027-01-08']))
  it('that does not exist says so', () => expect([on('2026-06-10', '本月31日'), on('2026-06-10', '13月底')]).toMatchObject([{ unreal: true }, { unreal: true }]))
  it.each(['尽快', '周', '下周', '过几天', '招标流标'])('is not guessed: %s', (words) => expect(on('2026-06-10', words)).toMatchObject({ ok: false, unreal: false }))
})
