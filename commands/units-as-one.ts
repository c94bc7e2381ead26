// Two units turn out to be one: in the directory, and in every plan that names either.
import type { Desk, Recording } from '#src/command.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { namesUnit } from '#src/ledger/merged-units.ts'

/** Another name of a unit. Where it was a unit of its own, its people and its parts follow; doing it again goes on where it stopped. */
export const asOneUnit = (desk: Desk, { unit, alias }: { unit: UnitId; alias: string }): (() => Promise<Recording>)[] => [
  async () => desk.recordPerson({ type: 'add-alias', unit, alias }),
  async () => inEveryPlan(desk),
]

async function inEveryPlan(desk: Desk): Promise<Recording> {
  let last: Recording = { ok: true, position: 0 }
  for (const [other, keep] of desk.directory.merged)
    for (const plan of desk.plans.values()) {
      if (!namesUnit(plan, other)) continue
      last = await desk.record(plan.id, { type: 'merge-units', keep, other })
      if (last.ok !== true) return last
    }
  return last
}
