// What a ruling makes of a task's parts: one is another unit's now; those that were accepted are open again.
import type { z } from 'zod'
import { keyOf } from './assignment.ts'
import { without } from './fields.ts'
import { asOne } from './merged-units.ts'
import type { PartPassed } from './part-question.ts'
import type { PlanState } from './plan-state.ts'
import type { Stamp } from './stamp.ts'
import { freshAssignment } from './task.ts'
import type { TaskReopened } from './task-course.ts'
import { withEnded, type Member, type ReturnedClaim } from './voice.ts'
import { carried, nothingWaiting, onlyObjecting } from './waiting-petitions.ts'

/** Changes the plan's own maps in place. What the unit said stays readable as a former part; its successor begins afresh. */
export function passPart({ assignments, unitsOf, amended, source }: PlanState, { task, from, to }: z.infer<typeof PartPassed>, { on, at }: Stamp): void {
  const part = assignments.get(keyOf(task, from))
  if (part === undefined || from === to) return
  const { part: role, inferred } = part
  const fresh = freshAssignment(task, { unit: to, part: role, ...(inferred === undefined ? {} : { inferred }) })
  // What it said of the part when it had it before is its own again.
  const known = assignments.get(keyOf(task, to)) ?? amended.formerParts.get(keyOf(task, to))?.assignment
  assignments.delete(keyOf(task, from))
  // That it helped, and is done with that, does not make it done with what it takes over.
  assignments.set(keyOf(task, to), known?.status === 'open' ? asOne(without(known, 'question'), fresh) : known === undefined ? fresh : carried(fresh, { ...known, byMember: new Map() }))
  amended.formerParts.set(keyOf(task, from), { assignment: nothingWaiting(part), source: source.id, on, passed: { to, at } })
  amended.formerParts.delete(keyOf(task, to))
  unitsOf.set(task, [...new Set((unitsOf.get(task) ?? []).map((unit) => (unit === from ? to : unit)))])
}

/** What was accepted with the whole, or by itself, is to be said again. */
function reopened({ accepted, ...said }: Member, withWhole: boolean, returned: ReturnedClaim): Member {
  const claimedOn = accepted?.claimedOn ?? (withWhole ? said.claim?.on : undefined)
  return claimedOn === undefined ? (withWhole ? onlyObjecting(said) : said) : { ...withEnded(onlyObjecting(without(said, 'claim')), claimedOn, returned.on), returned }
}

/** The reason stands as what was sent back, so that it is answered like that. */
export function reopenParts({ assignments, unitsOf }: PlanState, { task, reason }: z.infer<typeof TaskReopened>, { on, at, by }: Stamp): void {
  for (const unit of unitsOf.get(task) ?? []) {
    const part = assignments.get(keyOf(task, unit))
    if (part === undefined) continue
    const returned = { on, at, reason, reopenedBy: by }
    const members = [...part.byMember].map(([member, said]) => [member, reopened(said, part.status === 'accepted', returned)] as const)
    const byMember = part.byMember.size === 0 ? part.byMember : new Map(members)
    if (part.status !== 'accepted') {
      assignments.set(keyOf(task, unit), { ...part, byMember })
      continue
    }
    const open = withEnded(onlyObjecting(without(part, 'acceptedOn', 'claimedOn', 'recorded', 'status')), part.claimedOn, on)
    assignments.set(keyOf(task, unit), { ...open, byMember, progress: part.report?.progress ?? freshAssignment(task, part).progress, status: 'open', returned })
  }
}
