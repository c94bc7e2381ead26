// The claim a secretary means: of the unit named, else the one that waits for review.
import type { Desk } from '#src/command.ts'
import { unitNamed } from '#src/directory/directory.ts'
import type { Assignment } from '#src/ledger/assignment.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { answering, partsOf } from '#src/queries/answering.ts'
import { findTask } from './task-argument.ts'

type Found = { ok: true; plan: PlanState; task: TaskNo; part: Assignment } | { ok: false; refusal: Refusal }

/** The lead's claim comes first, then the others' in the order of the text. */
export function claimedPart(desk: Desk, asked: string, unit: string | undefined): Found {
  const found = findTask(desk, asked)
  if (!found.ok) return found
  const { plan, task } = found
  const parts = partsOf(plan, task)
  const lead = answering(plan, task)
  const named = unit === undefined ? undefined : unitNamed(desk.directory, unit)
  if (unit !== undefined && named === undefined) return { ok: false, refusal: { code: 'unit-unknown', asked: unit } }
  const claimed = [...(lead === undefined ? [] : [lead]), ...parts].find(({ status }) => status === 'claimed')
  const part = named === undefined ? (claimed ?? lead ?? parts[0]) : parts.find((each) => each.unit === named.id)
  if (part !== undefined) return { ok: true, plan, task, part }
  return { ok: false, refusal: named === undefined ? { code: 'assignment-not-claimed', task } : { code: 'unit-not-on-task', task, units: parts.map((each) => each.unit) } }
}
