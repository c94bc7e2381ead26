// Two names in a plan turn out to be one unit: its parts become one.
import { z } from 'zod'
import { partStrength } from '#src/reader/reading.ts'
import { keyOf, type Assignment, type AssignmentKey } from './assignment.ts'
import { UnitId, type TaskNo } from './ids.ts'
import type { Obligation } from './obligation.ts'

/** `other` was another name of `keep` all along. */
export const UnitsMerged = z.strictObject({ type: z.literal('units-merged'), keep: UnitId, other: UnitId })
export type UnitsMerged = z.infer<typeof UnitsMerged>

type Parts = { assignments: Map<AssignmentKey, Assignment>; unitsOf: Map<TaskNo, UnitId[]>; obligations: Map<string, Obligation> }

/** Changes the plan's own maps in place. What either of the two has said stays; where both have, what the kept one said. */
export function mergeUnits({ assignments, unitsOf, obligations }: Parts, { keep, other }: UnitsMerged): void {
  for (const [task, units] of unitsOf) {
    const part = assignments.get(keyOf(task, other))
    if (!units.includes(other) || part === undefined) continue
    const known = assignments.get(keyOf(task, keep))
    assignments.delete(keyOf(task, other))
    assignments.set(keyOf(task, keep), known === undefined ? { ...part, unit: keep } : asOne(known, part))
    unitsOf.set(task, [...new Set(units.map((unit) => (unit === other ? keep : unit)))])
  }
  for (const [id, { debtor, receiver, ...obligation }] of obligations) {
    const one = (unit: UnitId | undefined): UnitId | undefined => (unit === other ? keep : unit)
    const [owes, gets] = [one(debtor), one(receiver)]
    obligations.set(id, { ...obligation, ...(owes === undefined ? {} : { debtor: owes }), ...(gets === undefined ? {} : { receiver: gets }) })
  }
}

const hasSpoken = ({ status, report, byMember }: Assignment): boolean => status !== 'open' || report !== undefined || byMember.size > 0

/** The part that asks more of the unit, with what was said. */
function asOne(kept: Assignment, other: Assignment): Assignment {
  const speaking = !hasSpoken(kept) && hasSpoken(other) ? other : kept
  const stronger = partStrength[other.part] > partStrength[kept.part] || (other.part === kept.part && other.inferred === 'lead') ? other : kept
  const { inferred: ofSpeaking, ...said } = speaking
  const inferred = stronger === speaking ? ofSpeaking : stronger.inferred
  return { ...said, unit: kept.unit, part: stronger.part, ...(inferred === undefined ? {} : { inferred }) }
}
