// Days as people name them in a sentence; alone they are tested with the commands that take them.
import { describe, expect, it } from 'vitest'
import { daysSaid } from '#src/calendar/day-phrase.ts'
import { day } from '../builders.ts'
import { expectLinear } from '../reader/growth.ts'

const on = (words: string, today = '2026-06-10') => daysSaid(words, day(today)).map((one) => (one.unreal ? `${one.said}?` : one.day))

describe('a day in a sentence, on Wednesday 10 June 2026', () => {
  it.each([
    ['6月底开工', '2026-06-30'], ['预计8月中旬完成', '2026-08-20'], ['八月十五日前', '2026-08-15'], ['2026年9月30日', '2026-09-30'], ['2026—09—30完成', '2026-09-30'], ['开标推迟到下周五', '2026-06-19'], ['周五上会', '2026-06-12'], ['下月初进场', '2026-07-10'], ['本月30日', '2026-06-30'], ['月底前完成', '2026-06-30'],
    ['明年3月完工', '2027-03-31'], ['三季度末', '2026-09-30'], ['年底建成', '2026-12-31'], ['后天评审', '2026-06-12'], ['1月开工', '2026-01-31'], ['去年12月已开工', '2025-12-31'], ['去年底已完成', '2025-12-31'], ['上月底已完成', '2026-05-31'], ['上个月15日已开标', '2026-05-15'], ['start in July', '2026-07-31'], ['by 15 august', '2026-08-15'], ['done by end of June', '2026-06-30'],
    ['力争国庆节前完成', '2026-09-30'], ['春节前开工', '2027-02-05'], ['过年前交', '2027-02-05'], ['五一前已建成', '2026-04-30'], ['十一前亮灯', '2026-09-30'],
  ])('is found: %s', (words, meant) => expect(on(words)).toEqual([meant]))
  it('is next year’s where its month is long past', () => expect(on('1月开工', '2026-11-24')).toEqual(['2027-01-31']))
  it('is said to be none of the calendar', () => expect([on('6月31日开工'), on('13月完成'), on('本月31日')]).toEqual([['6月31日?'], ['13月?'], ['本月31日?']]))
  it('may be several', () => expect(on('6月开工，9月底完工')).toEqual(['2026-06-30', '2026-09-30']))
  it.each(['完成60.5%', '3/5已完成', '每周三例会', '上周五已开标', '1-2所学校', '3个月', '尽快', '5.20专项行动', '今天已开工', 'they may march', '今年前三项', '两年前已建', '2026年前', '二十一前', '年前后'])('is none: %s', (words) => expect(on(words)).toEqual([]))
  it('is looked for in a time that grows with the words', () => {
    for (const part of ['6月', '年', '20', '上', '周', 'in 1', '第', '十', '国庆', '年前']) expectLinear((text) => daysSaid(text, day('2026-06-10')), part)
  })
})
