import { expect, it } from 'vitest'
import { recordedAt } from '#src/recorded-at.ts'
import type { Row } from '#src/store/row.ts'
import { stampOf } from './builders.ts'
import type { Stamp } from '#src/ledger/stamp.ts'

type Recorded = { stamp: Stamp }
const on = (...days: string[]): Recorded[] => days.map((each) => ({ stamp: stampOf(each) }))

/** A row that counts what is asked of it. */
function counted(entries: Recorded[]): { row: Row<Recorded>; asked: () => number } {
  let asked = 0
  const row: Row<Recorded> = {
    get length() {
      return entries.length
    },
    at: (index) => ((asked += 1), entries.at(index)),
    slice: (from, to) => entries.slice(from, to),
    findLastIndex: (is) => entries.findLastIndex(is),
    [Symbol.iterator]: () => entries[Symbol.iterator](),
  }
  return { row, asked: () => asked }
}

it('has the instant of each entry, in the order of the log: a clock that was put back is seen', async () => {
  const entries = on('2026-07-02', '2026-07-01', '2026-07-03')
  expect(await recordedAt(entries)).toEqual(entries.map(({ stamp }) => Date.parse(stamp.at)))
})

it('reads only what came since it was asked before', async () => {
  const entries = on('2026-07-01', '2026-07-02')
  const { row, asked } = counted(entries)
  await recordedAt(row)
  entries.push(...on('2026-07-03'))
  expect([(await recordedAt(row)).length, asked()]).toEqual([3, 3])
})

it('reads each entry once, though two ask at the same time', async () => {
  const { row, asked } = counted(on('2026-07-01', '2026-07-02'))
  await Promise.all([recordedAt(row), recordedAt(row)])
  expect(asked()).toBe(2)
})
