// Which intents can be decided on one state, though they are recorded one after another: what one changes the others do not look at.
import { keyOf, type AssignmentKey } from './assignment.ts'
import type { PlanIntent } from './intent.ts'

/** All that a unit says of its own part. */
const saidOfPart: ReadonlySet<PlanIntent['type']> = new Set([
  'report', 'report-on-behalf', 'claim', 'claim-on-behalf', 'withdraw-claim', 'hand-item', 'ask-extension', 'object', 'question-part', 'add-evidence', 'withdraw-evidence', 'remark',
] as const)

/**
 * The one part that an intent is about, where it changes that part alone and looks at nothing else that such intents change. Two of them stand
 * apart where these differ. Undefined of all others, whatever they are about: only what was shown to stand apart does.
 */
export const onlyPart = (intent: PlanIntent): AssignmentKey | undefined => ('task' in intent && 'unit' in intent && saidOfPart.has(intent.type) ? keyOf(intent.task, intent.unit) : undefined)
