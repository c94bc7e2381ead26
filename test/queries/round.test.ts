import { describe, expect, it } from 'vitest'
import { roundOf } from '#src/queries/round.ts'
import { day, workCalendar } from '#test/builders.ts'

const asked = (on: string): string => roundOf(day(on), workCalendar).key

describe('the quarter that is being asked about', () => {
  it('is the one that closed last, while nobody has been reminded of the new one', () => {
    expect(asked('2026-07-02')).toBe('2026Q2')
    expect(asked('2026-09-16')).toBe('2026Q2')
  })

  it('is the running one from its first reminder on', () => {
    expect(asked('2026-09-30')).toBe('2026Q3')
    expect(asked('2026-09-21')).toBe('2026Q3')
  })
})
