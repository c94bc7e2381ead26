// What a week brings is read from how tasks stand: where that is kept no task is looked at again.
import { describe, expect, it } from 'vitest'
import { tallyOn } from '#src/queries/board.ts'
import { hasNewsFor, weekFacts, weekOf } from '#src/queries/brief.ts'
import type { View } from '#src/queries/view.ts'
import { day, planOf, task, viewOn, workCalendar } from '../builders.ts'

const monday = '2026-07-06'
const week = weekOf(day(monday), workCalendar)
const view = (...dues: string[]): View => viewOn(monday, planOf(dues.map((due, nth) => task(nth + 1, { due, lead: '县教育局' }))))

/** The same plan, of which no more than so many tasks may be looked at: its numbers are kept. */
function keptWith(most: number, of: View): { view: View; standsOf: () => Iterable<never> } {
  const stands = [...tallyOn(of).stands.values()] as never[]
  let looks = 0
  const tasks = Object.assign(new Map(of.plan.tasks), {
    get(no: never) {
      looks += 1
      if (looks > most) throw new Error('too many tasks are looked at')
      return of.plan.tasks.get(no)
    },
    keys() {
      throw new Error('all tasks are looked at')
    },
  })
  return { view: { ...of, plan: { ...of.plan, tasks } }, standsOf: () => stands }
}

describe('whether a week brings anything', () => {
  it.each([['something falls due in it', '2026-07-08', true], ['nothing does', '2028-07-31', false]])('is known without a look at any task: %s', (_, due, is) => {
    const kept = keptWith(0, view(due, '2028-07-31', '2028-07-31'))
    expect(hasNewsFor(kept.view, week, kept.standsOf)).toBe(is)
  })
})

describe('what a week brings', () => {
  it('is worked out of what is shown alone', () => {
    const of = view('2026-07-08', ...Array.from({ length: 500 }, () => '2028-07-31'))
    const looksOfOne = 60
    const kept = keptWith(looksOfOne, of)
    expect(weekFacts([kept.view], week, kept).due.map(({ number }) => number)).toEqual([1])
  })

  it('is counted, and shown as far as it is read', () => {
    const of = view(...Array.from({ length: 500 }, () => '2026-07-08'))
    const kept = keptWith(7 * 60, of)
    const { due, count } = weekFacts([kept.view], week, kept)
    expect([due.length, count]).toEqual([7, 500])
  })

  it('is the same whether it is kept or worked out afresh', () => {
    const of = view('2026-07-08', '2026-07-10', '2026-07-07', '2026-06-10')
    expect(weekFacts([of], week)).toEqual(weekFacts([of], week, { standsOf: () => tallyOn(of).stands.values() }))
    expect(weekFacts([of], week).due.map(({ number }) => number)).toEqual([3, 1, 2])
  })
})
