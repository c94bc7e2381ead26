// Days that a sentence offers.
import { describe, expect, it } from 'vitest'
import { daysBeside, movedTo } from '#templates/day-examples.ts'
import { day } from '#test/builders.ts'

describe('the days of a line that is to be copied', () => {
  it.each([
    ['改期 m1 6月20日 15:00', '改期 m1 8月31日 15:00'],
    ['代办 @某某 8月31日 7月10日（不写就从今天起）', '代办 @某某 8月31日 7月10日（不写就从今天起）'],
    ['休息日 4月14日至16日 〔三月三〕', '休息日 8月31日至9月2日 〔三月三〕'],
    ['会议 7月10日至8月1日', '会议 8月31日至9月22日'],
    ['截至 〔3月12日〕', '截至 〔8月31日〕'],
    ['meeting schedule 6/18 15:00 (to 6/20)', 'meeting schedule 2026-08-31 15:00 (to 2026-09-02)'],
    ['任务 12', '任务 12'],
    ['会议 2月30日', '会议 2月30日'],
  ])('%s is %s', (line, moved) => expect(movedTo(line, day('2026-08-31'))).toBe(moved))

  it('stay where they would leave their year', () => expect(movedTo('milestones 12 8/31 〔what〕; 1/31 〔what〕', day('2026-03-31'))).toBe('milestones 12 8/31 〔what〕; 1/31 〔what〕'))
})

describe('the days beside one that does not exist', () => {
  it('are the last of its month and the first of the next', () => expect(daysBeside({ lastDay: day('2026-06-30') }, day('2026-07-09'))).toEqual(['2026-06-30', '2026-07-01']))
  it('are, of what was, those that have been', () => {
    expect(daysBeside({ lastDay: day('2026-06-30'), meant: 'past' }, day('2026-06-30'))).toEqual(['2026-06-30'])
    expect(daysBeside({ lastDay: day('2027-06-30'), meant: 'past' }, day('2026-07-09'))).toEqual([])
  })
})
