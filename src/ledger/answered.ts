// What the answer to a doubt changes in a running plan, where no other event says it.
import { z } from 'zod'
import { plainName } from '#src/directory/unit.ts'
import { keyOf } from './assignment.ts'
import { WrittenDate } from './dates-of-task.ts'
import { dueAsImported, ImportedDue } from './due.ts'
import { TaskNo, UnitId } from './ids.ts'
import { replaceUnit } from './merged-units.ts'
import { Obligation } from './obligation.ts'
import { isStronger, takingOver } from './parts-as-one.ts'
import type { PlanState } from './plan-state.ts'
import type { Stamp } from './stamp.ts'
import { freshAssignment, TaskUnit } from './task.ts'

/** Tasks of which the text did not say who, or not all: these have a part in each, beside those who have one. */
export const PartsGiven = z.strictObject({ type: z.literal('parts-given'), tasks: z.array(TaskNo), units: z.array(TaskUnit) })
/** What a name of the text stands for: `unit` went under it until now. Nobody, where `units` is empty. */
export const NameCleared = z.strictObject({ type: z.literal('name-cleared'), name: z.string(), unit: UnitId.optional(), units: z.array(UnitId) })
/** Who answers for a target, of which year it is, or what it is compared with once that year is known. */
export const TargetAnswered = z.strictObject({ type: z.literal('target-answered'), target: z.string(), owner: UnitId.optional(), year: z.number().int().optional(), baseline: z.string().optional() })
/** How often a duty is owed; one that was not counted yet, or another rhythm of one that was. `doubt`: the one whose answer made it, so that another answer to that doubt finds it. */
export const DutyGiven = z.strictObject({ type: z.literal('duty-given'), duty: Obligation, doubt: z.number().int().optional() })
/** Nothing is owed of it. */
export const DutyEnded = z.strictObject({ type: z.literal('duty-ended'), duty: z.string() })
/** A date that was open is known. `due`: what the task's own date is by it, where nobody has set another. */
export const DatesAnswered = z.strictObject({ type: z.literal('dates-answered'), task: TaskNo, dates: z.array(WrittenDate), due: ImportedDue.optional() })
export const AnsweredEvent = z.discriminatedUnion('type', [PartsGiven, NameCleared, TargetAnswered, DutyGiven, DutyEnded, DatesAnswered])
export type AnsweredEvent = z.infer<typeof AnsweredEvent>

/** Never refuses. Changes the plan's own maps in place. */
export function evolveAnswered(plan: PlanState, event: AnsweredEvent, stamp: Stamp): void {
  switch (event.type) {
    case 'parts-given':
      for (const task of event.tasks) giveParts(plan, task, event.units, stamp)
      return
    case 'name-cleared':
      clearName(plan, event)
      return
    case 'target-answered': {
      const target = plan.targets.get(event.target)
      if (target === undefined) return
      const by = event.year === undefined ? target.by : { ...target.by, unbound: false, year: event.year }
      plan.targets.set(target.id, { ...target, ...(event.owner === undefined ? {} : { owner: event.owner }), ...(by === undefined ? {} : { by }), ...(event.baseline === undefined ? {} : { baseline: event.baseline }) })
      return
    }
    case 'duty-given':
      // What nobody counted as a duty before today is not owed for the months before it.
      if (plan.handedOutOn !== undefined && !plan.obligations.has(event.duty.id)) plan.amended.dutiesSince.set(event.duty.id, stamp.on)
      plan.obligations.set(event.duty.id, event.duty)
      if (event.doubt !== undefined) raiseDuty(plan, event.doubt, event.duty.id)
      return
    case 'duty-ended': {
      const duty = plan.obligations.get(event.duty)
      if (duty !== undefined) plan.amended.endedObligations.set(duty.id, duty)
      plan.obligations.delete(event.duty)
      return
    }
    case 'dates-answered': {
      const task = plan.tasks.get(event.task)
      if (task !== undefined) plan.tasks.set(task.no, { ...task, dates: event.dates, ...(event.due === undefined ? {} : { due: dueAsImported(event.due) }) })
    }
  }
}

function raiseDuty({ doubts }: PlanState, id: number, duty: string): void {
  const doubt = doubts.get(id)
  if (doubt !== undefined) doubts.set(id, { ...doubt, clauses: [...new Set([...(doubt.clauses ?? []), duty])] })
}

function giveParts({ tasks, unitsOf, assignments }: PlanState, task: TaskNo, units: readonly TaskUnit[], stamp: Stamp): void {
  if (!tasks.has(task)) return
  const before = unitsOf.get(task) ?? []
  for (const given of units) {
    const known = assignments.get(keyOf(task, given.unit))
    if (known === undefined) assignments.set(keyOf(task, given.unit), freshAssignment(task, given))
    else if (isStronger(given, known)) assignments.set(keyOf(task, given.unit), takingOver(known, given, stamp))
  }
  unitsOf.set(task, [...new Set([...before, ...units.map(({ unit }) => unit)])])
}

function clearName(plan: PlanState, { name, unit, units }: z.infer<typeof NameCleared>): void {
  if (unit !== undefined) replaceUnit(plan, unit, units, false)
  const isMeant = (said: string | undefined): boolean => said !== undefined && plainName(said) === plainName(name)
  const [first] = units
  for (const [id, { said, ...duty }] of plan.obligations) {
    if (said === undefined || first === undefined) continue
    const left = { ...(isMeant(said.debtor) || said.debtor === undefined ? {} : { debtor: said.debtor }), ...(isMeant(said.receiver) || said.receiver === undefined ? {} : { receiver: said.receiver }) }
    plan.obligations.set(id, { ...duty, ...(isMeant(said.debtor) ? { debtor: first } : {}), ...(isMeant(said.receiver) ? { receiver: first } : {}), ...(Object.keys(left).length === 0 ? {} : { said: left }) })
  }
  const cleared = (names: readonly string[]): string[] => [...new Set(names.flatMap((one): string[] => (isMeant(one) ? [...units] : [one])))]
  for (const [id, body] of plan.bodies) if (body.members.some(isMeant)) plan.bodies.set(id, { ...body, members: cleared(body.members) })
  for (const [id, { team, ...doubt }] of plan.doubts) {
    plan.doubts.set(id, { ...doubt, ...(team === undefined ? {} : { team: { leads: cleared(team.leads), support: cleared(team.support) } }) })
  }
}
