// What a plan keeps of its texts: what each amendment changed, what of it waits for a secretary, and what was there before.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { Asked } from './amend-events.ts'
import type { Assignment, AssignmentKey } from './assignment.ts'
import type { ImportedDue } from './due.ts'
import type { TaskNo, UnitId } from './ids.ts'
import type { Body } from './body.ts'
import type { Obligation } from './obligation.ts'
import type { Source } from './source.ts'
import type { Actor } from './stamp.ts'
import type { Target } from './target.ts'
import type { Task, TaskUnit } from './task.ts'

/** What changed for one unit: of a task, or of a duty. */
export type UnitChange = { unit: UnitId; what: readonly ('added' | 'removed' | 'part' | 'due' | 'words' | 'duty')[] } & ({ task: TaskNo } | { duty: string })

/** `unitsBefore`: who had a part until then; others get the first message. `isTold`: the plan was handed out by then. */
export type Amendment = { source: string; name: string; on: Day; at: Instant; by: Actor; isTold: boolean; unitsBefore: readonly UnitId[]; changes: readonly UnitChange[] }

/** `removal`: the text that has the task no more; `source`: the one that says the points, which need not be the same. */
export type Pending = Asked & { source: string; removal?: string }
/** As the last text that has the task says it, whatever was decided since. */
export type Issued = { due: ImportedDue; units: readonly TaskUnit[] }
/** `passed`: to whom a secretary gave it, where it did not end with a text. */
export type FormerPart = { assignment: Assignment; source: string; on: Day; passed?: { to: UnitId; at: Instant } }
/** `words`: why, where it is no edition of the text that has it no more. */
export type WithdrawnTask = { task: Task; parts: Assignment[]; source: string; on: Day; by: Actor; isTold: boolean; words?: string }

/** What a plan keeps of its texts and of what they changed. */
export type AmendedState = {
  /** All texts, as issued first; spans of a task point into its own `source`, else into the first. */
  sources: Map<string, Source>
  /** By the text's id; what a secretary took of a text later, by `text/task/point`. */
  amendments: Map<string, Amendment>
  issued: Map<TaskNo, Issued>
  /** What waits for a secretary. */
  pending: Map<TaskNo, Pending>
  /** Tasks kept though the text has them no more. */
  keptAgainst: Map<TaskNo, string>
  formerParts: Map<AssignmentKey, FormerPart>
  withdrawn: Map<TaskNo, WithdrawnTask>
  endedObligations: Map<string, Obligation>
  endedBodies: Map<string, Body>
  endedTargets: Map<string, Target>
  /** Since when a duty is as it is, where an amendment made it so; since when it is one, where an answer did. */
  dutiesSince: Map<string, Day>
  /** How often a clause of a body asked for before an amendment changed it, by `body/clause`, the first first; none of what it brought. */
  askedUntil: Map<string, readonly { until: Day; times: number }[]>
}

export const unamended = (): AmendedState => ({
  sources: new Map(), amendments: new Map(), issued: new Map(), pending: new Map(), keptAgainst: new Map(), formerParts: new Map(), withdrawn: new Map(),
  endedObligations: new Map(), endedBodies: new Map(), endedTargets: new Map(), dutiesSince: new Map(), askedUntil: new Map(),
})
