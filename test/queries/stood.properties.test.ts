// What changed since a moment is the same whether it was kept as it changed or the past is folded again.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '#src/calendar/day.ts'
import { emptyPlan, evolvePlan } from '#src/ledger/plan.ts'
import { board, momentOf, tallyOn, type Board } from '#src/queries/board.ts'
import { changesAmong, type Changes, type Standing } from '#src/queries/changes.ts'
import { meetingsStood, stoodIn, stoodOf, type Stood } from '#src/queries/stood.ts'
import { viewOfPlan } from '#src/queries/view.ts'
import { anyImport, anySteps, born, record, type Life, type Step } from '#test/any-life.ts'
import { county } from '#test/queries/any-view.ts'
import { workCalendar } from '#test/builders.ts'

const known = ({ entries }: Life) => ({ entries, directoryEntries: 1 })
const now = (life: Life, kept: Board): Standing => ((view) => ({ view, tally: kept.on(view, known(life)) }))(viewOfPlan(life.plan, { directory: county, calendar: workCalendar, today: life.today }))
const since = (then: Stood | undefined, standing: Standing): Changes => changesAmong([{ then, now: standing }])

/** A moment of a life: so many entries, on a day. */
type Moment = { entries: number; today: Day }
const momentIn = ({ entries, today }: Life): Moment => ({ entries: entries.length, today })
const nameOf = (moment: Moment): string => momentOf({ ...moment, directoryEntries: 1 })

/** Folded again from the log. */
function refolded({ plan, entries }: Life, moment: Moment): Standing {
  const state = emptyPlan(plan.id)
  for (const { events, stamp } of entries.slice(0, moment.entries)) for (const event of events) evolvePlan(state, event, stamp)
  const view = viewOfPlan(state, { directory: county, calendar: workCalendar, today: moment.today })
  return { view, tally: tallyOn(view) }
}
const byRefold = (life: Life, moment: Moment, standing: Standing): Changes => since(stoodOf(refolded(life, moment), standing.tally.stands.keys()), standing)

/** Lives it, and tells of every moment at which something was recorded or a day began. */
function live(life: Life, steps: readonly Step[], each: () => void): void {
  for (const { intents, days } of steps) {
    for (const intent of intents) {
      record(life, intent)
      each()
    }
    life.today = workCalendar.addDays(life.today, days)
    each()
  }
}

describe('what changed since a moment', () => {
  it('is known of every moment at which all was worked out, and is what the log says', () => {
    fc.assert(fc.property(anyImport, anySteps, fc.boolean(), fc.array(fc.boolean(), { minLength: 1 }), (imported, steps, isHandedOut, looks) => {
      const life = born(imported)
      const kept = board()
      const moments: Moment[] = []
      if (isHandedOut) record(life, { type: 'hand-out' })
      let nth = 0
      live(life, steps, () => {
        const isLooked = looks[(nth += 1) % looks.length] === true
        const view = viewOfPlan(life.plan, { directory: county, calendar: workCalendar, today: life.today })
        // Some of the work is done before others have their turn, as a sweep does.
        if (isLooked ? kept.on(view, known(life)).stands.size > 0 : kept.some(view, known(life), () => true)) moments.push(momentIn(life))
      })
      const standing = now(life, kept)
      for (const moment of moments) expect(since(kept.stood.at(nameOf(moment)), standing)).toEqual(byRefold(life, moment, standing))
    }), { numRuns: 60 })
  }, 120_000)

  it('is the same of a moment that was folded again, whatever is recorded while it is', () => {
    fc.assert(fc.property(anyImport, anySteps, fc.nat(), fc.nat(), (imported, steps, first, second) => {
      const life = born(imported)
      record(life, { type: 'hand-out' })
      const kept = board()
      live(life, steps.slice(0, first % steps.length), () => undefined)
      const moment = momentIn(life)
      live(life, steps.slice(first % steps.length), () => undefined)
      // A process that began after the moment has seen nothing of it.
      now(life, kept)
      expect(kept.stood.knows(nameOf(moment))).toBe(nameOf(moment) === nameOf(momentIn(life)))
      const then = refolded(life, moment)
      const recalled = kept.stood.recall(meetingsStood(then.view), (no) => stoodIn(then.view, no))
      const all = [...new Set([...then.tally.stands.keys(), ...kept.stood.here()])]
      const half = second % (all.length + 1)
      for (const no of all.slice(0, half)) recalled.take(no)
      live(life, steps.slice(0, second % 4), () => void now(life, kept))
      for (const no of all.slice(half)) recalled.take(no)
      recalled.end(nameOf(moment))
      live(life, steps.slice(0, second % 3), () => void now(life, kept))
      const standing = now(life, kept)
      expect(since(kept.stood.at(nameOf(moment)), standing)).toEqual(byRefold(life, moment, standing))
    }), { numRuns: 60 })
  }, 120_000)

  it('is everything where the plan was not there', () => fc.assert(fc.property(anyImport, (imported) => {
    const standing = now(born(imported), board())
    expect(Object.values(since(undefined, standing).counts).reduce((sum, count) => sum + count, 0)).toBe(standing.tally.stands.size)
  })))
})
