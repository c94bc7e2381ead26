// What a secretary set of a task, as long as nothing set it otherwise since: a ruling passes a part on, an amendment gives another day or lead, a unit is succeeded.
import type { DueSet, LeadNamed, Task } from '#src/ledger/task.ts'
import { answering, type Known } from './answering.ts'

/** The last lead that was named, while that unit answers for the task. */
export const leadStanding = (known: Known, { no, leadNamed }: Task): LeadNamed | undefined => (answering(known, no)?.unit === leadNamed?.to ? leadNamed : undefined)

/** The last date that was set, while it is the task's. */
export const dueStanding = ({ due, dueSet }: Task): DueSet | undefined => (due.kind === 'dated' && due.day === dueSet?.day ? dueSet : undefined)
