// 撤并: what a unit has open, owes and is named for goes on to its successor. What was accepted, and what a text said, stays under the name it had.
import { z } from 'zod'
import { keyOf } from './assignment.ts'
import { UnitId, type TaskNo } from './ids.ts'
import { each, listed, membersMoved, named, ofPlan, partMoved, replaced, scopeMoved, unitsIn, type Places, type Swap } from './merged-units.ts'
import { asOne } from './parts-as-one.ts'
import type { PlanState } from './plan-state.ts'
import type { Stamp } from './stamp.ts'

/** On the day the directory says: recorded by the system where nobody did. */
export const UnitSucceeded = z.strictObject({ type: z.literal('unit-succeeded'), from: UnitId, to: UnitId })

export type SuccessionIntent = { type: 'succeed-unit'; from: UnitId; to: UnitId }

/** Every field of a plan, so that none is forgotten: where a unit stands for something that is still to be done. */
const stillOpen: Places<PlanState> = {
  ...ofPlan,
  // What was asked of the unit stays what it was asked.
  stood: 'names no unit',
  unitsOf: partsPassed,
  fulfilments: ({ fulfilments }, swap) => ownFulfilmentsPassed(fulfilments, swap),
  hindrances: ({ hindrances }, swap) => ownFulfilmentsPassed(hindrances, swap),
  submissionsReturned: ({ submissionsReturned }, swap) => ownFulfilmentsPassed(submissionsReturned, swap),
  reviews: ({ reviews }, swap) => each(reviews, (review) => (review.status === 'ahead' ? { ...review, units: listed(review.units, swap), ...scopeMoved(review, swap) } : review)),
  doubts: ({ doubts }, swap) => each(doubts, ({ unit, ...doubt }) => ({ ...doubt, ...(doubt.settled === undefined ? named('unit', unit, swap) : unit === undefined ? {} : { unit }) })),
  // What an amendment changed for the unit is told of its successor while it is news; what the texts said stays.
  amended: ({ amended: { amendments } }, swap) =>
    each(amendments, (amendment) => ({ ...amendment, unitsBefore: listed(amendment.unitsBefore, swap), changes: amendment.changes.flatMap((change) => listed([change.unit], swap).map((unit) => ({ ...change, unit }))) })),
}

/** Whether anything of the unit is still to be done: what was reopened later passes on like the rest. */
export const hasOpenWork = (plan: PlanState, unit: UnitId): boolean => unitsIn(plan, stillOpen).has(unit)

export function succeedUnit(plan: PlanState, { from, to }: z.infer<typeof UnitSucceeded>, { on }: Stamp): void {
  const tasks = [...plan.unitsOf].flatMap(([task, units]) => (units.includes(from) && plan.assignments.get(keyOf(task, from))?.status !== 'accepted' ? [task] : []))
  replaced(plan, stillOpen, { now: (unit) => (unit === from ? [to] : [unit]), isOne: false, on: plan.importedOn })
  const before = plan.successions.get(from)?.tasks ?? []
  plan.successions.set(from, { to, on, tasks: [...new Set([...before, ...tasks])] })
}

/** A part that was accepted keeps its unit; of a group's members each one's word goes with it. */
function partsPassed(plan: PlanState, swap: Swap): void {
  const { assignments, unitsOf } = plan
  for (const [task, units] of unitsOf) {
    const isDone = (unit: UnitId): boolean => assignments.get(keyOf(task, unit))?.status === 'accepted'
    const passed = [...new Set(units.flatMap((unit) => (isDone(unit) ? [unit] : swap.now(unit))))]
    for (const unit of units) if (!isDone(unit)) partPassed(plan, task, unit, swap)
    unitsOf.set(task, passed)
  }
  for (const [key, part] of assignments) if (part.byMember.size > 0 && part.status !== 'accepted') assignments.set(key, { ...part, byMember: membersMoved(part.byMember, swap) })
}

/** What the successor had done of the task is no answer to what asks as much and is still open of it. */
function partPassed(plan: PlanState, task: TaskNo, from: UnitId, swap: Swap): void {
  const [to = from] = swap.now(from)
  const [open, done] = [plan.assignments.get(keyOf(task, from)), plan.assignments.get(keyOf(task, to))]
  if (open === undefined || done?.status !== 'accepted' || to === from) partMoved(plan, task, from, swap)
  else {
    plan.assignments.delete(keyOf(task, from))
    plan.assignments.set(keyOf(task, to), asOne({ ...open, unit: to }, done))
  }
}

/** A duty of a group that one member has done is done by its successor; what a unit did for itself stays its own. */
function ownFulfilmentsPassed<Said extends { unit: UnitId }>(fulfilments: Map<string, Said>, { now }: Swap): void {
  for (const [key, done] of [...fulfilments]) {
    const [clause, period, ordinal, ...member] = key.split('/')
    const [unit] = member.join('/') === done.unit ? now(done.unit) : []
    if (unit === undefined || unit === done.unit) continue
    const to = [clause, period, ordinal, unit].join('/')
    fulfilments.delete(key)
    if (!fulfilments.has(to)) fulfilments.set(to, { ...done, unit })
  }
}
