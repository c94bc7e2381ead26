// What a ruling makes of a task's parts: one is another unit's now; those that were accepted are open again.
import type { z } from 'zod'
import { closingOf, keyOf, silent, type Assignment } from './assignment.ts'
import { present, without } from './fields.ts'
import type { UnitId } from './ids.ts'
import type { PartPassed } from './part-question.ts'
import { isStronger, takingOver } from './parts-as-one.ts'
import type { PlanState } from './plan-state.ts'
import type { Stamp } from './stamp.ts'
import { freshAssignment } from './task.ts'
import type { TaskReopened } from './task-course.ts'
import { voiceIn, withEnded, type Member, type ReturnedClaim } from './voice.ts'
import { nothingWaiting, onlyObjecting } from './waiting-petitions.ts'

/** Changes the plan's own maps in place. What the unit said stays readable as a former part; its successor has the part with what it said itself, if anything. */
export function passPart({ assignments, unitsOf, amended, source }: PlanState, { task, from, to }: z.infer<typeof PartPassed>, { on, at }: Stamp): void {
  const part = assignments.get(keyOf(task, from))
  if (part === undefined || from === to) return
  assignments.delete(keyOf(task, from))
  assignments.set(keyOf(task, to), received(assignments.get(keyOf(task, to)), amended.formerParts.get(keyOf(task, to))?.assignment, part, { to, on, at }))
  amended.formerParts.set(keyOf(task, from), { assignment: nothingWaiting(part), source: source.id, on, passed: { to, at } })
  amended.formerParts.delete(keyOf(task, to))
  unitsOf.set(task, [...new Set((unitsOf.get(task) ?? []).map((unit) => (unit === from ? to : unit)))])
}

/** Whoever has a part that asks more keeps it as it is. What a unit said of the part when it had it before is its own again. */
function received(standing: Assignment | undefined, former: Assignment | undefined, { task, part, inferred }: Assignment, { to, ...moment }: { to: UnitId } & Pick<Stamp, 'on' | 'at'>): Assignment {
  const given = { part, ...present({ inferred }) }
  if (standing !== undefined && isStronger(standing, given)) return standing
  const known = standing ?? former
  if (known === undefined) return freshAssignment(task, { unit: to, ...given })
  return takingOver({ ...silent(known), ...without(voiceIn(known), 'question'), ...closingOf(known) }, given, moment)
}

/** What was accepted with the whole, or by itself, is to be said again. */
function reopened({ accepted, ...said }: Member, withWhole: boolean, returned: ReturnedClaim): Member {
  const claim = accepted?.claim ?? (withWhole ? said.claim : undefined)
  return claim === undefined ? (withWhole ? onlyObjecting(said) : said) : { ...withEnded(onlyObjecting(without(said, 'claim')), { ...claim, endedOn: returned.on, ended: 'reopened', endedAt: returned.at, reason: returned.reason }), returned }
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
    const open = withEnded(onlyObjecting(without(part, 'acceptedOn', 'claimedOn', 'claim', 'status')), { ...part.claim, endedOn: on, ended: 'reopened', endedAt: at, reason })
    assignments.set(keyOf(task, unit), { ...open, byMember, progress: part.report?.progress ?? freshAssignment(task, part).progress, status: 'open', returned })
  }
}
