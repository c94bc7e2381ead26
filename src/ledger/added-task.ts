// A task that comes into a plan besides its text: with a number of its own, the words it was given in, and where it comes from.
import { z } from 'zod'
import { takeInTask } from './amendment.ts'
import { ImportedDue } from './due.ts'
import { TaskNo } from './ids.ts'
import { Origin } from './origin.ts'
import type { PlanState } from './plan-state.ts'
import { Source } from './source.ts'
import type { Stamp } from './stamp.ts'
import { TaskUnit } from './task.ts'

/** `source`: its words as they were given, which no edition of the plan's text has; the task is all of it. */
export const TaskAdded = z.strictObject({
  type: z.literal('task-added'), task: TaskNo, section: z.string(), title: z.string().min(1), due: ImportedDue, units: z.array(TaskUnit).min(1), source: Source, origin: Origin,
})
export type TaskAdded = z.infer<typeof TaskAdded>

/** Texts of the plan are s1, s2, …; what was added besides has ids of its own, i1, i2, … */
export const nextAddedSource = ({ amended }: Pick<PlanState, 'amended'>): string => `i${[...amended.sources.keys()].filter((id) => !isEdition(id)).length + 1}`
export const isEdition = (source: string): boolean => source.startsWith('s')

/** Never refuses. */
export function addTask(plan: PlanState, { task: no, section, title, due, units, source, origin }: TaskAdded, { on, at, by }: Stamp): void {
  plan.amended.sources.set(source.id, source)
  takeInTask(plan, { no, path: [], written: '', section, title, text: source.text, span: { from: 0, to: source.text.length }, due, units })
  const task = plan.tasks.get(no)
  if (task !== undefined) plan.tasks.set(no, { ...task, source: source.id, origin: { ...origin, on, at, by } })
}
