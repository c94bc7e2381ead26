// 撤销: a person takes back what they did a moment ago. Both stay on the ledger; the state is as it was before.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import type { AssignmentIntent, VoiceIntent } from './assignment.ts'
import { accept, refuse, type Decision } from './decision.ts'
import type { PersonId } from './ids.ts'
import type { LastAct } from './last-act.ts'
import type { PlanState } from './plan-state.ts'
import type { Actor, Stamp } from './stamp.ts'
import type { UnitCheckIntent } from './unit-check.ts'

/** `at`: the act that is taken back, by its instant; all that was done in one act goes with it. `acts`: what it was. */
export const ActUndone = z.strictObject({ type: z.literal('act-undone'), at: Instant, acts: z.array(z.string().max(40)).min(1) })
export type ActUndone = z.infer<typeof ActUndone>

/** Without `at` the last thing the person did. */
export type UndoIntent = { type: 'undo'; at?: Instant }

/** How long an act can be taken back; afterwards it is corrected, with a reason. */
export const undoMinutes = 10

/** Acts on one assignment that can be taken back, each with the intents that it comes from: who may not do it any more does not take it back. */
export const undoable: ReadonlyMap<string, readonly (AssignmentIntent | VoiceIntent | UnitCheckIntent)['type'][]> = new Map([
  ['reported', ['report', 'report-on-behalf']], ['claimed', ['claim', 'claim-on-behalf']], ['claim-accepted', ['accept-claim']], ['claim-returned', ['return-claim']],
  ['item-handed', ['hand-item']], ['extension-asked', ['ask-extension']], ['extension-refused', ['refuse-extension']], ['objected', ['object']],
  ['part-questioned', ['question-part']], ['question-refused', ['refuse-question']], ['evidence-added', ['add-evidence']], ['parts-checked', ['check-parts']],
])

/** Keeps what an act changed, so that it can be taken back. */
export function rememberAct(plan: PlanState, act: string, parts: LastAct['parts'], { at, by }: Stamp): void {
  if (by === 'system' || parts.length === 0) return
  const last = plan.lastActs.get(by)
  if (last?.at !== at) plan.lastActs.set(by, { at, acts: [act], parts })
  else plan.lastActs.set(by, { at, acts: [...last.acts, act], parts: joined(last.parts, parts) })
}

/** Whatever else a person does afterwards, what they did before it is their last act no more. */
export function forgetAct(plan: PlanState, act: string, { by }: Stamp): void {
  if (by !== 'system' && act !== 'act-undone' && !undoable.has(act)) plan.lastActs.delete(by)
}

/** One act may touch a part twice: it goes back to how it stood before the first. */
const joined = (before: LastAct['parts'], more: LastAct['parts']): LastAct['parts'] => {
  const byKey = new Map(before.map((part) => [part.key, part]))
  for (const part of more) byKey.set(part.key, { ...part, before: byKey.get(part.key)?.before ?? part.before })
  return [...byKey.values()]
}

export function decideUndo(plan: PlanState, intent: UndoIntent, { at, by }: Stamp): Decision<ActUndone> {
  const last = by === 'system' ? undefined : plan.lastActs.get(by)
  if (last === undefined || (intent.at !== undefined && intent.at !== last.at)) return refuse({ code: 'nothing-to-undo' })
  if (Date.parse(at) - Date.parse(last.at) > undoMinutes * 60_000) return refuse({ code: 'undo-late', minutes: undoMinutes })
  const isStruckOff = ({ after }: LastAct['parts'][number]): boolean => plan.tasks.get(after.task)?.course?.struckOff !== undefined
  if (last.parts.some((part) => plan.assignments.get(part.key) !== part.after || isStruckOff(part))) return refuse({ code: 'undo-overtaken' })
  return accept({ type: 'act-undone', at: last.at, acts: [...last.acts] })
}

/** Changes the plan's own maps in place. */
export function evolveUndo(plan: PlanState, { at }: ActUndone, by: Actor): void {
  const last = by === 'system' ? undefined : plan.lastActs.get(by)
  if (last?.at !== at) return
  for (const { key, before } of last.parts) plan.assignments.set(key, before)
  plan.lastActs.delete(by as PersonId)
}
