import { describe, expect, it } from 'vitest'
import { saidPeriod } from '#src/reader/said-period.ts'

describe('a part of the year in words', () => {
  it.each([
    ['7月 已完成', { from: 7, to: 7 }], ['６月份的教研已办', { from: 6, to: 6 }], ['十一月已报', { from: 11, to: 11 }], ['上半年检查31所', { from: 1, to: 6 }], ['下半年', { from: 7, to: 12 }], ['第二季度已公开', { from: 4, to: 6 }], ['4季度', { from: 10, to: 12 }],
  ])('%s', (words, months) => expect(saidPeriod(words)).toEqual(months))
  it.each(['已完成', '7月5日已办', '13月', '三年', '每月一次'])('%s names none', (words) => expect(saidPeriod(words)).toBeUndefined())
})
