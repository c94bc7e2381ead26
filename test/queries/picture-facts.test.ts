// 图: its numbers are those of the screens, and all of them are in it, however many rows there is room for.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countySummary } from '#src/queries/county-summary.ts'
import { pictureFacts, type Counted } from '#src/queries/picture-facts.ts'
import { unitMatrix } from '#src/queries/unit-matrix.ts'
import { nineOn, planWith, task, viewOn } from '#test/builders.ts'

const at = nineOn('2026-07-02')
const lightsOf = ['done', 'red', 'yellow', 'green', 'pending'] as const
const anyTask = fc.record({ due: fc.constantFrom('2026-05-01', '2026-07-03', '2026-12-01', undefined), lead: fc.constantFrom('县教育局', '县财政局', '县卫健局', '县公安局', '青石镇', undefined) })
const viewOf = (facts: readonly { due: string | undefined; lead: string | undefined }[]) =>
  viewOn('2026-07-02', planWith(...facts.map(({ due, lead }, number) => task(number + 1, { title: `任务${number}`, ...(lead === undefined ? {} : { lead }), ...(due === undefined ? {} : { due }) }))))

describe('what a picture shows', () => {
  it('adds up to the summary, by unit and by plan, whatever is put together for want of room', () =>
    fc.assert(fc.property(fc.array(fc.array(anyTask, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 4 }), fc.constantFrom('plans' as const, 'units' as const), (plans, most, rowsAre) => {
      const views = plans.map(viewOf)
      const { rows, rest, whole } = pictureFacts(views, rowsAre, { at, most })
      const all: readonly Counted[] = [...rows, ...(rest === undefined ? [] : [rest])]
      const sum = (of: (row: Counted) => number): number => all.reduce((total, row) => total + of(row), 0)
      const screen = countySummary(views, at)
      expect(whole).toMatchObject({ total: screen.total, lights: screen.lights, unreported: screen.unreported, asked: screen.asked, answered: screen.answered })
      expect([sum(({ total }) => total), sum(({ unreported }) => unreported)]).toEqual([screen.total, screen.unreported])
      for (const light of lightsOf) expect(sum(({ lights }) => lights[light])).toBe(screen.lights[light])
      expect(rows.length).toBeLessThanOrEqual(most + 1)
      expect(rest?.rows ?? 2).toBeGreaterThan(1)
    })))

  it('has the rows of 按单位, in its order', () => {
    const views = [viewOf([{ due: '2026-05-01', lead: '县财政局' }, { due: undefined, lead: '县教育局' }, { due: undefined, lead: undefined }])]
    expect(pictureFacts(views, 'units', { at, most: 12 }).rows).toEqual(unitMatrix(views))
  })
})
