// Whom an amendment concerns, had it been written: the plan as it would stand is asked.
import type { Changes } from '#src/ledger/amend-changes.ts'
import type { PersonId } from '#src/ledger/ids.ts'
import { evolvePlan, type PlanState } from '#src/ledger/plan.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import { askedFor } from './answering.ts'
import type { View } from './view.ts'

/** Everybody who is told: of what changed for their units, or, where those are new to the plan, of the plan. */
export function toldOfAmendment({ plan, directory }: View, changes: Changes, stamp: Stamp): PersonId[] {
  const after = evolvePlan(copyOf(plan), { type: 'plan-amended', ...changes }, stamp)
  const concerned = (after.amended.amendments.get(changes.source.id)?.changes ?? []).map(({ unit }) => unit)
  return askedFor(directory, ...new Set(concerned)).map(({ id }) => id)
}

/** With maps of its own; what is in them is never changed in place. */
function copyOf(plan: PlanState): PlanState {
  const own = <Of extends object>(of: Of): Of => Object.fromEntries(Object.entries(of).map(([name, held]) => [name, held instanceof Map ? new Map(held) : held])) as Of
  return { ...own(plan), amended: own(plan.amended) }
}
