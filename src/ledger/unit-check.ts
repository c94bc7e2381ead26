// 单位核对: a unit has looked at its lines of a plan and finds them right. It stands for 签收; silence is no consent.
import { z } from 'zod'
import { keyOf, standingOf, type AssignmentKey } from './assignment.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { TaskNo, UnitId } from './ids.ts'
import type { PlanState } from './plan-state.ts'
import type { Stamp } from './stamp.ts'

/** One line: the unit of the assignment, which is a group where the one that looks is a member of it. */
export const CheckedLine = z.strictObject({ task: TaskNo, unit: UnitId })
export type CheckedLine = z.infer<typeof CheckedLine>

/** `unit`: who looked. */
export const PartsChecked = z.strictObject({ type: z.literal('parts-checked'), unit: UnitId, lines: z.array(CheckedLine).min(1).max(5000) })
export type PartsChecked = z.infer<typeof PartsChecked>

export type UnitCheckIntent = { type: 'check-parts'; unit: UnitId; lines: CheckedLine[] }

/** Lines that were looked at before, or are in question, are left as they are. */
export function decideUnitCheck(plan: PlanState, { unit, lines }: UnitCheckIntent): Decision<PartsChecked> {
  if (plan.handedOutOn === undefined) return refuse({ code: 'plan-not-handed-out' })
  const open = lines.filter((line) => {
    const part = plan.assignments.get(keyOf(line.task, line.unit))
    const voice = part === undefined ? undefined : standingOf(part, line.unit === unit ? undefined : unit)
    return voice !== undefined && voice.check === undefined && (voice.question === undefined || voice.question.ruling !== undefined)
  })
  return open.length === 0 ? accept() : accept({ type: 'parts-checked', unit, lines: open })
}

/** Changes the plan's own maps in place. */
export function evolveUnitCheck({ assignments }: PlanState, { unit, lines }: PartsChecked, { on, at, by }: Stamp): void {
  for (const line of lines) {
    const key: AssignmentKey = keyOf(line.task, line.unit)
    const part = assignments.get(key)
    if (part === undefined) continue
    const check = { on, at, by }
    assignments.set(key, line.unit === unit ? { ...part, check } : { ...part, byMember: new Map([...part.byMember, [unit, { ...part.byMember.get(unit), check }]]) })
  }
}
