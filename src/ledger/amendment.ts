// A plan issued again: what an amendment changes, what of it waits for a secretary, and what was there before.
import { z } from 'zod'
import type { Day, Instant } from '#src/calendar/day.ts'
import { keyOf, type Assignment, type AssignmentKey } from './assignment.ts'
import { WrittenDate } from './dates-of-task.ts'
import { Doubt as DoubtFound, type Doubt } from './doubt.ts'
import { dueAsImported, ImportedDue } from './due.ts'
import { TaskNo, type UnitId } from './ids.ts'
import { Body } from './meeting.ts'
import { Obligation } from './obligation.ts'
import { Source } from './source.ts'
import type { Actor, Stamp } from './stamp.ts'
import { Target } from './target.ts'
import { Span } from './span.ts'
import { freshAssignment, ImportedTask, TaskUnit, type Task } from './task.ts'

/** What of a task another text says otherwise. `moved`: it stands in another section. */
export const Changed = z.enum(['words', 'moved', 'due', 'units'])
export type Changed = z.infer<typeof Changed>

/** A point on which the text and a secretary both changed their mind: what stands is kept until it is settled. */
const Asked = z.object({ due: ImportedDue.optional(), units: z.array(TaskUnit).optional() })
export type Asked = z.infer<typeof Asked>

/**
 * A task that the new text has too. `issued`: what this text says of its date and units where it says otherwise than the last one did;
 * `due` and `units`: what stands from now on, where that changes.
 */
export const KeptTask = z.object({
  task: TaskNo, span: Span, changed: z.array(Changed),
  path: z.array(z.string()).optional(), written: z.string().optional(), section: z.string().optional(), title: z.string().optional(), text: z.string().optional(), dates: z.array(WrittenDate).optional(),
  issued: Asked.optional(), due: ImportedDue.optional(), units: z.array(TaskUnit).optional(), asked: Asked.optional(),
})
export type KeptTask = z.infer<typeof KeptTask>

/** `absent`: tasks the text has no more; they live on until a secretary agrees. `doubts`: those still open, old and new. */
export const PlanAmended = z.strictObject({
  type: z.literal('plan-amended'),
  source: Source,
  title: z.string().min(1),
  period: z.object({ from: z.number().int(), to: z.number().int() }).optional(),
  added: z.array(ImportedTask),
  kept: z.array(KeptTask),
  absent: z.array(TaskNo),
  obligations: z.array(Obligation),
  obligationsEnded: z.array(z.string()),
  bodies: z.array(Body),
  bodiesEnded: z.array(z.string()),
  doubts: z.array(DoubtFound),
  doubtsClosed: z.array(z.number().int()),
  targets: z.array(Target),
  targetsEnded: z.array(z.string()),
})
export type PlanAmended = z.infer<typeof PlanAmended>
/** A secretary agrees that a task is gone. `source`: the text that has it no more. */
export const TaskWithdrawn = z.strictObject({ type: z.literal('task-withdrawn'), task: TaskNo, source: z.string() })
/** It is to be done all the same. */
export const TaskKept = z.strictObject({ type: z.literal('task-kept'), task: TaskNo, source: z.string() })
/** Of a point both had changed: the text's word is taken, or what stood is kept. */
export const AmendedPointSettled = z.strictObject({ type: z.literal('amended-point-settled'), task: TaskNo, point: z.enum(['due', 'units']), taken: z.boolean() })
export const AmendmentEvent = z.discriminatedUnion('type', [PlanAmended, TaskWithdrawn, TaskKept, AmendedPointSettled])
export type AmendmentEvent = z.infer<typeof AmendmentEvent>

/** What changed for one unit: of a task, or of a duty. */
export type UnitChange = { unit: UnitId; what: readonly ('added' | 'removed' | 'part' | 'due' | 'words' | 'duty')[] } & ({ task: TaskNo } | { duty: string })

/** `unitsBefore`: who had a part until then; others get the first message. `isTold`: the plan was handed out by then. */
export type Amendment = { source: string; name: string; on: Day; at: Instant; by: Actor; isTold: boolean; unitsBefore: readonly UnitId[]; changes: readonly UnitChange[] }

/** `removal`: the text that has the task no more; `source`: the one that says the points, which need not be the same. */
export type Pending = Asked & { source: string; removal?: string }
/** As the last text that has the task says it, whatever was decided since. */
export type Issued = { due: ImportedDue; units: readonly TaskUnit[] }
export type FormerPart = { assignment: Assignment; source: string; on: Day }
export type WithdrawnTask = { task: Task; parts: Assignment[]; source: string; on: Day; by: Actor; isTold: boolean }

/** What a plan keeps of its texts and of what they changed. */
export type AmendedState = {
  /** All texts, as issued first; spans of a task point into its own `source`, else into the first. */
  sources: Map<string, Source>
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
  /** Since when a duty is as it is, where an amendment made it so. */
  dutiesSince: Map<string, Day>
}

export const unamended = (): AmendedState => ({
  sources: new Map(), amendments: new Map(), issued: new Map(), pending: new Map(), keptAgainst: new Map(), formerParts: new Map(), withdrawn: new Map(),
  endedObligations: new Map(), endedBodies: new Map(), endedTargets: new Map(), dutiesSince: new Map(),
})

/** What an amendment touches of a plan. */
export type Amendable = {
  title: string
  period?: { from: number; to: number }
  source: Source
  handedOutOn?: Day
  tasks: Map<TaskNo, Task>
  assignments: Map<AssignmentKey, Assignment>
  unitsOf: Map<TaskNo, UnitId[]>
  obligations: Map<string, Obligation>
  bodies: Map<string, Body>
  meetings: ReadonlyMap<string, { body: string }>
  doubts: Map<number, Doubt>
  targets: Map<string, Target>
  amended: AmendedState
}

/** Never refuses. Changes the plan's own maps in place. */
export function evolveAmendment(plan: Amendable, event: AmendmentEvent, stamp: Stamp): void {
  switch (event.type) {
    case 'plan-amended':
      amend(plan, event, stamp)
      return
    case 'task-withdrawn':
      withdraw(plan, event, stamp)
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
export function takeInTask(plan: Amendable, { units, ...task }: ImportedTask, from?: string): void {
  plan.tasks.set(task.no, { ...task, due: dueAsImported(task.due), ...(from === undefined ? {} : { source: from }) })
  plan.amended.issued.set(task.no, { due: task.due, units })
  plan.unitsOf.set(task.no, units.map(({ unit }) => unit))
  for (const unit of units) plan.assignments.set(keyOf(task.no, unit.unit), { ...freshAssignment(task.no, unit), ...(from === undefined ? {} : { from }) })
}

function amend(plan: Amendable, event: PlanAmended, stamp: Stamp): void {
  const { source, title, period } = event
  const unitsBefore = [...new Set([...plan.unitsOf.values()].flat())]
  const duties = dutyChanges(plan, event)
  const changes = [...event.kept.flatMap((kept) => keep(plan, kept, source.id, stamp)), ...event.added.flatMap(changesOfAdded)]
  Object.assign(plan, { title, source }, period === undefined ? {} : { period })
  plan.amended.sources.set(source.id, source)
  for (const task of event.added) takeInTask(plan, task, source.id)
  for (const task of event.absent) plan.amended.pending.set(task, { source: source.id, ...plan.amended.pending.get(task), removal: source.id })
  replaceObligations(plan, event, stamp)
  replaceBodies(plan, event)
  replaceDoubts(plan, event, stamp)
  for (const id of event.targetsEnded) endTarget(plan, id)
  for (const target of event.targets) plan.targets.set(target.id, target)
  const { at, on, by } = stamp
  plan.amended.amendments.set(source.id, { source: source.id, name: source.name, on, at, by, isTold: plan.handedOutOn !== undefined, unitsBefore, changes: [...changes, ...duties(plan)] })
}

const changesOfAdded = ({ no: task, units }: ImportedTask): UnitChange[] => units.map(({ unit }) => ({ unit, task, what: ['added'] }))

/** @returns what it means for each unit */
function keep(plan: Amendable, kept: KeptTask, source: string, stamp: Stamp): UnitChange[] {
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

/** Who is no more in the text has no part any more; what they said is kept, and stands again should they come back. */
function setUnits(plan: Amendable, task: TaskNo, units: readonly TaskUnit[], source: string, { on }: Stamp): UnitChange[] {
  const { formerParts } = plan.amended
  const gone = (plan.unitsOf.get(task) ?? []).filter((unit) => !units.some((named) => named.unit === unit))
  for (const unit of gone) {
    const key = keyOf(task, unit)
    const assignment = plan.assignments.get(key)
    if (assignment !== undefined) formerParts.set(key, { assignment, source, on })
    plan.assignments.delete(key)
  }
  plan.unitsOf.set(task, units.map(({ unit }) => unit))
  const changes = units.flatMap(({ unit, part, inferred }): UnitChange[] => {
    const key = keyOf(task, unit)
    const standing = plan.assignments.get(key)
    const { inferred: was, ...rest } = standing ?? formerParts.get(key)?.assignment ?? freshAssignment(task, { unit, part })
    const isSame = standing?.part === part && was === inferred
    formerParts.delete(key)
    plan.assignments.set(key, { ...rest, part, ...(inferred === undefined ? {} : { inferred }), ...(isSame ? {} : { from: source }) })
    if (standing === undefined) return [{ unit, task, what: ['added'] }]
    return isSame ? [] : [{ unit, task, what: ['part'] }]
  })
  return [...changes, ...gone.map((unit): UnitChange => ({ unit, task, what: ['removed'] }))]
}

function replaceObligations({ obligations, amended }: Amendable, event: PlanAmended, { on }: Stamp): void {
  for (const id of event.obligationsEnded) endObligation(obligations, amended, id)
  for (const obligation of event.obligations) {
    if (!isSameDuty(obligations.get(obligation.id), obligation)) amended.dutiesSince.set(obligation.id, on)
    obligations.set(obligation.id, obligation)
    amended.endedObligations.delete(obligation.id)
  }
}

function endObligation(obligations: Map<string, Obligation>, { endedObligations }: AmendedState, id: string): void {
  const ended = obligations.get(id)
  if (ended !== undefined) endedObligations.set(id, ended)
  obligations.delete(id)
}

function endTarget({ targets, amended }: Amendable, id: string): void {
  const ended = targets.get(id)
  if (ended !== undefined) amended.endedTargets.set(id, ended)
  targets.delete(id)
}

/** A body that has met keeps its name for the record; nothing is asked of it any more. */
function replaceBodies({ bodies, meetings, amended }: Amendable, event: PlanAmended): void {
  for (const id of event.bodiesEnded) {
    const body = bodies.get(id)
    if (body === undefined) continue
    amended.endedBodies.set(id, body)
    if ([...meetings.values()].some((meeting) => meeting.body === id)) bodies.set(id, { ...body, cadences: [] })
    else bodies.delete(id)
  }
  for (const body of event.bodies) {
    bodies.set(body.id, body)
    amended.endedBodies.delete(body.id)
  }
}

function replaceDoubts({ doubts }: Amendable, event: PlanAmended, { on }: Stamp): void {
  for (const doubt of event.doubts) doubts.set(doubt.id, doubt.answer === undefined ? doubt : { ...doubt, settled: { answer: doubt.answer, on } })
  for (const id of event.doubtsClosed) closeDoubt(doubts, id, event.source.id, on)
}

function closeDoubt(doubts: Map<number, Doubt>, id: number, amendment: string, on: Day): void {
  const doubt = doubts.get(id)
  if (doubt !== undefined && doubt.settled === undefined) doubts.set(id, { ...doubt, settled: { answer: '', on, amendment } })
}

/** Duties that came, went or changed, for those who owe them: as the plan stood, and as it stands. */
function dutyChanges(plan: Amendable, event: PlanAmended): (after: Amendable) => UnitChange[] {
  const changed = event.obligations.filter((now) => !isSameDuty(plan.obligations.get(now.id), now))
  const ended = event.obligationsEnded.flatMap((id) => plan.obligations.get(id) ?? []).flatMap((duty) => owing(plan, duty))
  return (after) => [...ended, ...changed.flatMap((duty) => (duty.task !== undefined && event.added.some(({ no }) => no === duty.task) ? [] : owing(after, duty)))]
}

const isSameDuty = (before: Obligation | undefined, now: Obligation): boolean =>
  before !== undefined && (['every', 'times', 'month', 'day', 'on', 'debtor', 'receiver'] as const).every((field) => before[field] === now[field])

function owing({ unitsOf, assignments }: Amendable, { id, debtor, task }: Obligation): UnitChange[] {
  const parts = task === undefined ? [] : (unitsOf.get(task) ?? []).flatMap((unit) => assignments.get(keyOf(task, unit)) ?? [])
  const lead = parts.find(({ part }) => part === 'lead') ?? parts.find(({ inferred }) => inferred === 'lead') ?? parts[0]
  const unit = debtor ?? lead?.unit
  return unit === undefined ? [] : [{ unit, duty: id, what: ['duty'] }]
}

function withdraw(plan: Amendable, { task: no, source }: z.infer<typeof TaskWithdrawn>, { on, by }: Stamp): void {
  const { tasks, assignments, unitsOf, obligations, doubts, amended } = plan
  const task = tasks.get(no)
  if (task === undefined) return
  const units = unitsOf.get(no) ?? []
  amended.withdrawn.set(no, { task, parts: units.flatMap((unit) => assignments.get(keyOf(no, unit)) ?? []), source, on, by, isTold: plan.handedOutOn !== undefined })
  for (const unit of units) assignments.delete(keyOf(no, unit))
  for (const map of [tasks, unitsOf, amended.issued, amended.pending, amended.keptAgainst]) map.delete(no)
  for (const { id } of [...obligations.values()].filter((obligation) => obligation.task === no)) endObligation(obligations, amended, id)
  for (const { id } of [...plan.targets.values()].filter((target) => target.task === no)) endTarget(plan, id)
  for (const { id } of [...doubts.values()].filter((doubt) => doubt.task === no)) closeDoubt(doubts, id, source, on)
}

function settlePoint(plan: Amendable, { task: no, point, taken }: z.infer<typeof AmendedPointSettled>, stamp: Stamp): void {
  const waiting = plan.amended.pending.get(no)
  const task = plan.tasks.get(no)
  if (waiting === undefined || task === undefined) return
  const { due, units, source } = waiting
  settleWaiting(plan.amended, no, point)
  if (!taken) return
  if (point === 'units' && units !== undefined) setUnits(plan, no, units, source, stamp)
  if (point === 'due' && due !== undefined) plan.tasks.set(no, { ...task, ...dueFromText(task, due, source) })
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
