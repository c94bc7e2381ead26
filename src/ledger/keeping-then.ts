// Keeps how tasks stood before the day on which something changed them.
import type { Day } from '#src/calendar/day.ts'
import { keyOf } from './assignment.ts'
import type { TaskNo } from './ids.ts'
import type { PlanState } from './plan-state.ts'
import type { TaskThen } from './task-then.ts'

/** Says nothing of who is asked: a word has its own day, what is taken back within minutes never was, a name that was read wrongly is put right in what was too, and the rest is about something else. */
const saysNothing: ReadonlySet<string> = new Set([
  'imported', 'handed-out', 'policy-set', 'doubt-settled', 'period-set', 'units-merged', 'name-cleared', 'reported', 'act-undone', 'nudged', 'remarked', 'evidence-added', 'item-handed', 'parts-checked', 'objected', 'objection-ruled',
  'extension-asked', 'extension-granted', 'extension-refused', 'milestones-proposed', 'milestones-returned', 'milestone-reached', 'coordination-settled', 'leader-note-sent', 'leader-note-dropped',
  'meeting-scheduled', 'meeting-recorded', 'meeting-held', 'meeting-not-held', 'review-scheduled', 'review-closed', 'fulfilled', 'submitted', 'received', 'submission-returned', 'hindered',
  'round-opened', 'round-closed', 'round-resumed', 'round-reopened', 'round-published', 'round-ended', 'target-answered', 'own-days-off-set', 'own-days-off-lifted', 'duty-given', 'duty-ended',
])

type Happening = { type: string } | { type: string; task: TaskNo }

/** Lets an event happen, and keeps how the tasks it changed had stood until that day. Of one day the first change counts. */
export function keepingThen(plan: PlanState, event: Happening, on: Day, happen: () => void): void {
  if (saysNothing.has(event.type)) {
    happen()
    return
  }
  const about = 'task' in event ? [event.task] : [...plan.tasks.keys()]
  const before = new Map(about.map((no) => [no, standing(plan, no, on)]))
  happen()
  // What is about the whole plan may bring tasks that it did not have.
  const absent: TaskThen = { before: on, task: undefined, units: [], parts: [], years: [] }
  for (const no of 'task' in event ? about : new Set([...about, ...plan.tasks.keys()])) {
    const then = before.get(no) ?? absent
    const known = plan.stood.get(no) ?? []
    if ((known.at(-1)?.before ?? '') >= on || isSame(then, standing(plan, no, on))) continue
    plan.stood.set(no, [...known, then])
  }
}

function standing(plan: PlanState, no: TaskNo, before: Day): TaskThen {
  const units = [...(plan.unitsOf.get(no) ?? [])]
  return { before, task: plan.tasks.get(no), units, parts: units.flatMap((unit) => plan.assignments.get(keyOf(no, unit)) ?? []), years: plan.milestones.size === 0 ? [] : [...plan.milestones.values()].filter(({ task }) => task === no) }
}

const isSame = (a: TaskThen, b: TaskThen): boolean => a.task === b.task && areSame(a.units, b.units) && areSame(a.parts, b.parts) && areSame(a.years, b.years)
const areSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((each, at) => each === b[at])
