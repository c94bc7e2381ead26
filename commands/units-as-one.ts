// Two units turn out to be one: in the directory, and in every plan that names either.
import type { Desk, Recording } from '#src/command.ts'
import { decideDirectory } from '#src/directory/directory.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { unitsNamedIn } from '#src/ledger/merged-units.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { inTurn } from './recorded.ts'

/** Another name of a unit. Where it was a unit of its own, its people and its parts follow; doing it again goes on where it stopped. */
export const asOneUnit = (desk: Desk, { unit, alias }: { unit: UnitId; alias: string }): (() => Promise<Recording>)[] => [
  async () => desk.recordPerson({ type: 'add-alias', unit, alias }),
  async () => inEveryPlan(desk),
]

/** Why the directory cannot make two names one, asked before anything is recorded; of a unit that is new there is nothing to say yet. */
export function whyTwo({ directory, today }: Desk, { unit, alias }: { unit: UnitId; alias: string }): Refusal | undefined {
  if (!directory.units.has(unit)) return undefined
  const decision = decideDirectory(directory, { type: 'add-alias', unit, alias }, today)
  return decision.ok ? undefined : decision.refusal
}

async function inEveryPlan(desk: Desk): Promise<Recording> {
  return inTurn([...desk.plans.values()].flatMap((plan) => {
    const named = unitsNamedIn(plan)
    // What went on to a successor is not one unit: what the first had done stays its own.
    const merged = [...desk.directory.merged].filter(([other]) => named.has(other) && !desk.directory.succeeded.has(other))
    return merged.map(([other, keep]) => async () => desk.record(plan.id, { type: 'merge-units', keep, other }))
  }))
}
