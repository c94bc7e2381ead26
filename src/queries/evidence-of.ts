// 佐证 of a task: what was given, by whom, for which unit, the latest first.
import { unitName } from '#src/directory/directory.ts'
import type { Evidence } from '#src/ledger/evidence.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import { partsOf, type Known } from './answering.ts'

/** `given`: whose it is, a unit's or a group member's. */
export type GivenEvidence = { evidence: Evidence; given: UnitId; unit: string }

export function evidenceOf(known: Known, task: TaskNo): GivenEvidence[] {
  const found = partsOf(known, task).flatMap(({ unit, evidence = [], byMember }) => [
    ...evidence.map((one) => ({ evidence: one, given: unit })),
    ...[...byMember].flatMap(([member, { evidence: theirs = [] }]) => theirs.map((one) => ({ evidence: one, given: member }))),
  ])
  return found.map((one) => ({ ...one, unit: unitName(known.directory, one.given) })).toSorted((a, b) => (a.evidence.at < b.evidence.at ? 1 : -1))
}
