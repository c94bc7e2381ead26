// The units of a plan, those that lead most first.
import type { PlanState } from '#src/ledger/plan.ts'
import type { UnitId } from '#src/ledger/ids.ts'

export function unitsOfPlan({ assignments }: PlanState): UnitId[] {
  const counts = new Map<UnitId, { leads: number; parts: number }>()
  for (const { unit, part, inferred } of assignments.values()) {
    const { leads, parts } = counts.get(unit) ?? { leads: 0, parts: 0 }
    counts.set(unit, { leads: leads + (part === 'lead' || inferred === 'lead' ? 1 : 0), parts: parts + 1 })
  }
  return [...counts].toSorted(([, a], [, b]) => b.leads - a.leads || b.parts - a.parts).map(([unit]) => unit)
}
