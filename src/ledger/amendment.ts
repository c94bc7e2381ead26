// A plan issued again: its new text takes the place of the one in force, task by task, and what waits is settled.
import type { z } from 'zod'
import type { AmendedPointSettled, AmendmentEvent, Asked, KeptTask, PlanAmended, TaskWithdrawn } from './amend-events.ts'
import type { AmendedState, UnitChange } from './amended-state.ts'
import { keyOf } from './assignment.ts'
import { dueAsImported, type ImportedDue } from './due.ts'
import { present } from './fields.ts'
import type { TaskNo } from './ids.ts'
import type { PlanState } from './plan-state.ts'
import { closeDoubt, dutyChanges, endObligation, endTarget, replaceBodies, replaceDoubts, replaceObligations } from './replaced-clauses.ts'
import { setUnits } from './replaced-units.ts'
import type { Stamp } from './stamp.ts'
import { freshAssignment, type ImportedTask, type Task } from './task.ts'

/** Never refuses. Changes the plan's own maps in place. */
export function evolveAmendment(plan: PlanState, event: AmendmentEvent, stamp: Stamp): void {
  switch (event.type) {
    case 'plan-amended':
      amend(plan, event, stamp)
      return
    case 'task-withdrawn':
      withdrawTask(plan, event, stamp)
      return
    case 'task-kept':
      settleWaiting(plan.amended, event.task, 'removal')
      plan.amended.keptAgainst.set(event.task, event.source)
      return
    case 'amended-point-settled':
      settlePoint(plan, event, stamp)
      return
  }
}

/** A task and its parts as the text has them. */
export function takeInTask(plan: PlanState, { units, ...task }: ImportedTask, from?: string): void {
  plan.tasks.set(task.no, { ...task, due: dueAsImported(task.due), ...(from === undefined ? {} : { source: from }) })
  plan.amended.issued.set(task.no, { due: task.due, units })
  plan.unitsOf.set(task.no, units.map(({ unit }) => unit))
  for (const unit of units) plan.assignments.set(keyOf(task.no, unit.unit), { ...freshAssignment(task.no, unit), ...(from === undefined ? {} : { from }) })
}

function amend(plan: PlanState, event: PlanAmended, stamp: Stamp): void {
  const { source, title, period } = event
  const unitsBefore = [...new Set([...plan.unitsOf.values()].flat())]
  const duties = dutyChanges(plan, event)
  const changes = [...event.kept.flatMap((kept) => keep(plan, kept, source.id, stamp)), ...event.added.flatMap(changesOfAdded)]
  Object.assign(plan, { title, source }, period === undefined ? {} : { period })
  plan.amended.sources.set(source.id, source)
  for (const task of event.added) takeInTask(plan, task, source.id)
  for (const task of event.absent) plan.amended.pending.set(task, { source: source.id, ...plan.amended.pending.get(task), removal: source.id })
  replaceObligations(plan, event, stamp)
  replaceBodies(plan, event, stamp)
  replaceDoubts(plan, event, stamp)
  for (const id of event.targetsEnded) endTarget(plan, id)
  for (const target of event.targets) plan.targets.set(target.id, target)
  const { at, on, by } = stamp
  plan.amended.amendments.set(source.id, { source: source.id, name: source.name, on, at, by, isTold: plan.handedOutOn !== undefined, unitsBefore, changes: [...changes, ...duties(plan)] })
}

const changesOfAdded = ({ no: task, units }: ImportedTask): UnitChange[] => units.map(({ unit }) => ({ unit, task, what: ['added'] }))

/** @returns what it means for each unit */
function keep(plan: PlanState, kept: KeptTask, source: string, stamp: Stamp): UnitChange[] {
  const { task: no, span, changed, path, written, section, title, text, dates, issued, due, units, asked } = kept
  const { amended } = plan
  const task = plan.tasks.get(no)
  if (task === undefined) return []
  const said = Object.fromEntries(Object.entries({ path, written, section, title, text, dates }).filter(([, value]) => value !== undefined))
  plan.tasks.set(no, { ...task, ...said, span, source, ...(due === undefined ? {} : dueFromText(task, due, source)) })
  const known = amended.issued.get(no)
  if (known !== undefined && issued !== undefined) amended.issued.set(no, { due: issued.due ?? known.due, units: issued.units ?? known.units })
  amended.keptAgainst.delete(no)
  if (asked === undefined) amended.pending.delete(no)
  else amended.pending.set(no, { ...asked, source })
  const byUnit = units === undefined ? [] : setUnits(plan, no, units, source, stamp)
  const forAll = [...(due === undefined ? [] : ['due' as const]), ...(changed.includes('words') ? ['words' as const] : [])]
  return (plan.unitsOf.get(no) ?? []).map((unit): UnitChange => ({ unit, task: no, what: [...(byUnit.find((change) => change.unit === unit)?.what ?? []), ...forAll] }))
    .filter(({ what }) => what.length > 0)
    .concat(byUnit.filter(({ what }) => what.includes('removed')))
    .map((change) => (change.what.includes('added') ? { ...change, what: ['added'] } : change))
}

/** The text's date takes the place of what stood; the day that stood is remembered, and so is the first that was ever given. */
function dueFromText({ due: stood, firstDue }: Task, due: ImportedDue, source: string): Pick<Task, 'due' | 'dueFrom' | 'firstDue'> {
  const first = stood.kind === 'dated' ? stood.original : firstDue
  const now = dueAsImported(due)
  return {
    due: now.kind === 'dated' ? { ...now, original: first ?? now.day, moved: stood.kind === 'dated' ? stood.moved : 0 } : now,
    dueFrom: { source, ...(stood.kind === 'dated' ? { was: stood.day } : {}) },
    ...(first === undefined ? {} : { firstDue: first }),
  }
}

/** The task is off the register, with its number and its history. @param gone `words`: why, where somebody said so */
export function withdrawTask(plan: PlanState, { task: no, source, words }: Pick<z.infer<typeof TaskWithdrawn>, 'task' | 'source'> & { words?: string }, { on, by }: Stamp): void {
  const { tasks, assignments, unitsOf, obligations, doubts, amended } = plan
  const task = tasks.get(no)
  if (task === undefined) return
  const units = unitsOf.get(no) ?? []
  amended.withdrawn.set(no, { task, parts: units.flatMap((unit) => assignments.get(keyOf(no, unit)) ?? []), source, on, by, isTold: plan.handedOutOn !== undefined, ...present({ words }) })
  for (const unit of units) assignments.delete(keyOf(no, unit))
  for (const map of [tasks, unitsOf, amended.issued, amended.pending, amended.keptAgainst]) map.delete(no)
  for (const { id } of [...obligations.values()].filter((obligation) => obligation.task === no)) endObligation(obligations, amended, id)
  for (const { id } of [...plan.targets.values()].filter((target) => target.task === no)) endTarget(plan, id)
  for (const { id } of [...doubts.values()].filter((doubt) => doubt.task === no)) closeDoubt(doubts, id, source, on)
}

function settlePoint(plan: PlanState, { task: no, point, taken }: z.infer<typeof AmendedPointSettled>, stamp: Stamp): void {
  const waiting = plan.amended.pending.get(no)
  const task = plan.tasks.get(no)
  if (waiting === undefined || task === undefined) return
  const { due, units, source } = waiting
  settleWaiting(plan.amended, no, point)
  if (!taken) return
  const unitsBefore = [...new Set([...plan.unitsOf.values()].flat())]
  const byUnit = point === 'units' && units !== undefined ? setUnits(plan, no, units, source, stamp) : []
  if (point === 'due' && due !== undefined) plan.tasks.set(no, { ...task, ...dueFromText(task, due, source) })
  const changes = point === 'units' ? byUnit : (plan.unitsOf.get(no) ?? []).map((unit): UnitChange => ({ unit, task: no, what: ['due'] }))
  // What the text changed only now is told of by itself.
  const id = `${source}/${no}/${point}`
  const { at, on, by } = stamp
  plan.amended.amendments.set(id, { source: id, name: plan.amended.sources.get(source)?.name ?? '', on, at, by, isTold: plan.handedOutOn !== undefined, unitsBefore, changes })
}

/** One question is answered; what else is asked of the task waits on. */
function settleWaiting({ pending }: AmendedState, no: TaskNo, settled: keyof Asked | 'removal'): void {
  const waiting = pending.get(no)
  if (waiting === undefined) return
  const { due, units, removal, source } = waiting
  const points: Asked = { ...(due === undefined || settled === 'due' ? {} : { due }), ...(units === undefined || settled === 'units' ? {} : { units }) }
  const isAsked = points.due !== undefined || points.units !== undefined
  const stays = settled === 'removal' ? undefined : removal
  if (stays !== undefined) pending.set(no, { source: isAsked ? source : stays, ...points, removal: stays })
  else if (isAsked) pending.set(no, { source, ...points })
  else pending.delete(no)
}
