import { describe, expect, it } from 'vitest'
import { announcedDaysOff } from '#src/calendar/days-off.ts'
import { festivalDay } from '#src/calendar/festival.ts'
import { spanIn } from '#src/calendar/span-phrase.ts'
import { day } from '#test/builders.ts'

describe('a day that is named by its festival', () => {
  it.each([
    ['国庆', '2026-07-02', '2026-10-01'], ['国庆节', '2026-10-01', '2026-10-01'], ['国庆', '2026-10-02', '2027-10-01'], ['五一', '2026-07-02', '2027-05-01'], ['元旦', '2026-12-31', '2027-01-01'],
    ['春节', '2026-01-05', '2026-02-17'], ['过年', '2026-12-10', '2027-02-06'], ['年', '2027-02-07', '2028-01-26'], ['端午', '2026-01-05', '2026-06-19'], ['中秋节', '2026-07-02', '2026-09-25'],
    ['清明', '2026-01-05', '2026-04-05'], ['清明', '2027-05-01', '2028-04-04'],
  ])('%s is, asked on %s, %s', (named, today, on) => expect(festivalDay(named, day(today))).toBe(on))

  it.each([2024, 2025, 2026])('is in %i a day that was announced as one off', (year) => {
    const { off } = announcedDaysOff()
    for (const named of ['元旦', '春节', '清明', '五一', '端午', '中秋', '国庆']) expect(off.has(festivalDay(named, day(`${year}-01-01`)) ?? day('2000-01-03'))).toBe(true)
  })

  it('ends, before it, on the day before', () => {
    expect(['国庆前到期', '春节之前要完成', '年前', '中秋节前', '十一前'].map((said) => spanIn(said, day('2026-07-02'))?.to)).toEqual(['2026-09-30', '2027-02-05', '2027-02-05', '2026-09-24', '2026-09-30'])
  })

  it.each(['三年前', '明年前', '去年前', '二十一前', '年前后'])('is not in %s', (said) => expect(spanIn(said, day('2026-07-02'))?.to).not.toBe('2027-02-05'))
})
