// The units of a task as an amendment names them.
import type { UnitChange } from './amended-state.ts'
import { keyOf } from './assignment.ts'
import { present } from './fields.ts'
import type { TaskNo } from './ids.ts'
import { asGiven } from './parts-as-one.ts'
import type { PlanState } from './plan-state.ts'
import type { Stamp } from './stamp.ts'
import { freshAssignment, type TaskUnit } from './task.ts'
import { nothingWaiting } from './waiting-petitions.ts'

/** Who is no more in the text has no part any more; what they said is kept, and stands again should they come back. */
export function setUnits(plan: PlanState, task: TaskNo, units: readonly TaskUnit[], source: string, stamp: Stamp): UnitChange[] {
  const { formerParts } = plan.amended
  const gone = (plan.unitsOf.get(task) ?? []).filter((unit) => !units.some((named) => named.unit === unit))
  for (const unit of gone) {
    const key = keyOf(task, unit)
    const assignment = plan.assignments.get(key)
    if (assignment !== undefined) formerParts.set(key, { assignment: nothingWaiting(assignment), source, on: stamp.on })
    plan.assignments.delete(key)
  }
  plan.unitsOf.set(task, units.map(({ unit }) => unit))
  const changes = units.flatMap(({ unit, part, inferred }): UnitChange[] => {
    const key = keyOf(task, unit)
    const standing = plan.assignments.get(key)
    const known = standing ?? formerParts.get(key)?.assignment ?? freshAssignment(task, { unit, part })
    const isSame = standing?.part === part && known.inferred === inferred
    formerParts.delete(key)
    plan.assignments.set(key, { ...asGiven(known, { part, ...present({ inferred }) }, stamp), ...(isSame ? {} : { from: source }) })
    if (standing === undefined) return [{ unit, task, what: ['added'] }]
    return isSame ? [] : [{ unit, task, what: ['part'] }]
  })
  return [...changes, ...gone.map((unit): UnitChange => ({ unit, task, what: ['removed'] }))]
}
