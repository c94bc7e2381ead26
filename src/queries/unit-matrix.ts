// 按单位: each task counted once, in the row of the unit that answers for it.
import { unitName } from '#src/directory/directory.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { askedFor } from './answering.ts'
import type { Light } from './light.ts'
import { cardsOf, isUnreported, type Among } from './task-list.ts'
import type { View } from './view.ts'

/** `unit` is undefined for tasks that nobody answers for yet. */
export type UnitRow = { unit: UnitId | undefined; name: string; total: number; lights: Record<Light, number>; unreported: number; hasContact: boolean }

/** Over one plan or several. The most reds first, then the most yellows, then the most tasks. @param among where not all tasks are meant */
export function unitMatrix(views: readonly View[], among?: Among): UnitRow[] {
  const rows = new Map<UnitId | undefined, UnitRow>()
  for (const view of views)
    for (const card of cardsOf(view, among)) {
      const unit = card.lead?.unit
      const row = rows.get(unit) ?? emptyRow(view, unit)
      rows.set(unit, row)
      row.total += 1
      row.lights[card.light] += 1
      if (isUnreported(view, card)) row.unreported += 1
    }
  return [...rows.values()].toSorted((a, b) => b.lights.red - a.lights.red || b.lights.yellow - a.lights.yellow || b.total - a.total)
}

function emptyRow({ directory }: View, unit: UnitId | undefined): UnitRow {
  const hasContact = unit !== undefined && askedFor(directory, unit).length > 0
  return { unit, name: unit === undefined ? '' : unitName(directory, unit), total: 0, lights: { done: 0, red: 0, yellow: 0, green: 0, pending: 0 }, unreported: 0, hasContact }
}
