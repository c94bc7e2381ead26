// What an amendment changed for somebody's units: each task once, with all that changed of it for them.
import { unitAndItsGroups } from '#src/directory/directory.ts'
import type { Day } from '#src/calendar/day.ts'
import { keyOf, type Part } from '#src/ledger/assignment.ts'
import type { UnitChange } from '#src/ledger/amended-state.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { View } from './view.ts'

/** `due`: the day as it stands; undefined where the text gives none. `what` of a duty: its words. */
export type ChangedFor = { tasks: { number: TaskNo; title: string; what: UnitChange['what']; part?: Part; due?: Day; dueWas?: Day }[]; duties: string[] }

/** @param units those of one person; a group that one of them belongs to counts as theirs */
export function changedFor({ plan, directory }: View, source: string, units: readonly UnitId[]): ChangedFor {
  const meant = new Set(units.flatMap((unit) => unitAndItsGroups(directory, unit)))
  const changes = (plan.amended.amendments.get(source)?.changes ?? []).filter(({ unit }) => meant.has(unit))
  const tasks = new Map<TaskNo, ChangedFor['tasks'][number]>()
  for (const change of changes) {
    if (!('task' in change)) continue
    const task = plan.tasks.get(change.task) ?? plan.amended.withdrawn.get(change.task)?.task
    if (task === undefined) continue
    const part = plan.assignments.get(keyOf(change.task, change.unit))?.part
    const known = tasks.get(change.task)
    tasks.set(change.task, {
      number: task.no, title: task.title, what: [...new Set([...(known?.what ?? []), ...change.what])],
      ...(known?.part === undefined ? (part === undefined ? {} : { part }) : { part: known.part }),
      ...(task.due.kind === 'dated' ? { due: task.due.day } : {}),
      ...(task.dueFrom?.was === undefined ? {} : { dueWas: task.dueFrom.was }),
    })
  }
  const duties = changes.flatMap((change) => ('duty' in change ? (plan.obligations.get(change.duty) ?? plan.amended.endedObligations.get(change.duty)) ?? [] : []))
  return { tasks: [...tasks.values()].toSorted((a, b) => a.number - b.number), duties: [...new Set(duties.map(({ what }) => what))] }
}
