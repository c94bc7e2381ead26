// What may be done when a plan is issued again: amend it as a whole, then settle one by one what nobody decides by himself.
import { changesBetween, isNothing } from './amend-changes.ts'
import type { AmendmentEvent } from './amend-events.ts'
import { accept, refuse, type Decision } from './decision.ts'
import type { TaskNo } from './ids.ts'
import type { Imported, PlanState } from './plan.ts'

/** `before`: the text in force, read again. `settle-amended`: whether the text's word is taken on a point that a secretary had changed too. */
export type AmendmentIntent =
  | { type: 'amend'; plan: Omit<Imported, 'type'>; before?: Omit<Imported, 'type'> }
  | { type: 'withdraw-task'; task: TaskNo }
  | { type: 'keep-task'; task: TaskNo }
  | { type: 'settle-amended'; task: TaskNo; point: 'due' | 'units'; take: boolean }

/** Refuses what no amendment left open, and a text that is the plan's already. */
export function decideAmendment(plan: PlanState, intent: AmendmentIntent): Decision<AmendmentEvent> {
  if (intent.type === 'amend') return decideAmend(plan, intent)
  const waiting = plan.amended.pending.get(intent.task)
  const withdrawn = plan.amended.withdrawn.get(intent.task)
  if (withdrawn !== undefined) return refuse({ code: 'task-withdrawn', task: intent.task, on: withdrawn.on })
  if (waiting === undefined) return refuse({ code: 'nothing-amended', task: intent.task })
  switch (intent.type) {
    case 'withdraw-task': case 'keep-task':
      if (waiting.removal === undefined) return refuse({ code: 'nothing-amended', task: intent.task })
      return accept({ type: intent.type === 'withdraw-task' ? 'task-withdrawn' : 'task-kept', task: intent.task, source: waiting.removal })
    case 'settle-amended':
      if (waiting[intent.point] === undefined) return refuse({ code: 'nothing-amended', task: intent.task })
      return accept({ type: 'amended-point-settled', task: intent.task, point: intent.point, taken: intent.take })
  }
}

/** All of it in one entry, or nothing. */
function decideAmend(plan: PlanState, { plan: imported, before }: Extract<AmendmentIntent, { type: 'amend' }>): Decision<AmendmentEvent> {
  if (imported.source.hash === plan.source.hash) return refuse({ code: 'amendment-same', plan: plan.id })
  // Another amendment may have come between: then what was read again is not the text in force.
  const inForce = before?.source.hash === plan.source.hash ? before : undefined
  const changes = changesBetween(plan, imported, inForce)
  return isNothing(plan, changes) ? refuse({ code: 'amendment-same', plan: plan.id }) : accept({ type: 'plan-amended', ...changes })
}
