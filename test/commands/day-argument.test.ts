import { describe, expect, it } from 'vitest'
import { dayIn } from '#commands/day-argument.ts'
import { day, workCalendar } from '#test/builders.ts'

const on = (today: string, words: string): unknown => {
  const read = dayIn(words, day(today), workCalendar)
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
})
