// All that a clause owes in a plan's years, against a second computation that walks the days one by one and knows no period.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '#src/calendar/day.ts'
import type { Obligation } from '#src/ledger/obligation.ts'
import { nextOccurrence, occurrencesNow } from '#src/queries/occurrences.ts'
import { after, day, planOf, task, taskNo, unitId, viewOn } from '#test/builders.ts'

const anyYears = fc.tuple(fc.integer({ min: 2023, max: 2028 }), fc.integer({ min: 1, max: 6 })).map(([from, count]) => ({ from, to: from + count - 1 }))
const rhythms: Readonly<Record<string, number>> = { month: 1, '2 months': 2, quarter: 3, 'half-year': 6, year: 12, '2 years': 24, '3 years': 36 }
const anyClause: fc.Arbitrary<Obligation> = fc
  .record({ every: fc.constantFrom(...Object.keys(rhythms)), times: fc.integer({ min: 1, max: 14 }), month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }), day: fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined }) })
  .map(({ month, day: on, ...rest }) => ({ id: 'c1', task: taskNo(1), what: '报送', text: '每年报送', ...rest, ...(month === undefined ? {} : { month, ...(on === undefined ? {} : { day: on }) }) }))

type Years = { from: number; to: number }
const planOwing = (obligation: Obligation, period: Years) => planOf([task(1, { lead: '县教育局' })], { obligations: [obligation], period, importedOn: `${period.from}-01-01`, handedOutOn: `${period.from}-01-01` })

/** Every day of the years, by the clock of the machine alone. */
function* daysIn({ from, to }: Years): Generator<{ text: Day; year: number; month: number; date: number; endsMonth: boolean }> {
  const at = new Date(Date.UTC(from, 0, 1))
  while (at.getUTCFullYear() <= to) {
    const [text, year, month, date] = [day(at.toISOString().slice(0, 10)), at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()]
    at.setUTCDate(date + 1)
    yield { text, year, month, date, endsMonth: at.getUTCDate() === 1 }
  }
}

/** Walks the month ends: the k-th of a period is due at the first by which k parts of it are over. What does not end in the years is not owed. */
function byHand({ every, times, month, day: on }: Obligation, years: Years): string[] {
  const months = rhythms[every] ?? 0
  const whole = Math.floor(((years.to - years.from + 1) * 12) / months) * months
  const isNamed = month !== undefined && times === 1 && months >= 12
  const dues: string[] = []
  let ended = 0
  let done = 0
  for (const each of daysIn(years)) {
    const isLastYear = (each.year - years.from + 1) * 12 % months === 0
    if (ended < whole && isNamed && isLastYear && each.month === month && (on === undefined ? each.endsMonth : each.date === on || (each.endsMonth && each.date < on))) dues.push(each.text)
    if (!each.endsMonth) continue
    if (ended >= whole) break
    const gone = (ended % months) + 1
    ended += 1
    for (; !isNamed && done < times && (gone * times >= (done + 1) * months); done += 1) dues.push(each.text)
    if (gone === months) done = 0
  }
  return dues
}

describe('what a clause owes over the years of a plan', () => {
  it('is what walking the days finds, whatever the rhythm, leap years and month ends too', () => {
    fc.assert(fc.property(anyClause, anyYears, (obligation, years) => {
      const plan = planOwing(obligation, years)
      const found = new Map<string, string>()
      for (const { text, date } of daysIn(years)) if (date === 1) for (const { key, due } of occurrencesNow(viewOn(text, plan), obligation)) found.set(key, due)
      expect([...found.values()].toSorted()).toEqual(byHand(obligation, years))
    }), { numRuns: 300 })
  })

  it('is done one after the other, each once, until nothing is left', () => {
    fc.assert(fc.property(anyClause.filter(({ every }) => every !== 'month'), anyYears, (obligation, years) => {
      const plan = planOwing(obligation, years)
      const dues: string[] = []
      for (let next = nextOccurrence(viewOn(`${years.from}-01-01`, plan), obligation); next !== undefined; next = nextOccurrence(viewOn(next.due, plan), obligation)) {
        dues.push(next.due)
        after(plan, next.due, { type: 'fulfil', occurrence: next.key, unit: unitId('县教育局'), words: '' })
        expect(dues.length).toBeLessThan(2_000)
      }
      expect(dues).toEqual(byHand(obligation, years))
    }), { numRuns: 100 })
  })
})
