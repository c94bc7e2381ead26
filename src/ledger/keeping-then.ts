// Keeps how tasks stood before something changed them, as far as a collection may ask for it: until the day of the change, and until a round was closed on that day.
import type { Instant } from '#src/calendar/day.ts'
import { claimContested, keyOf, neverSaidDone, standingOf } from './assignment.ts'
import { effects } from './effects.ts'
import type { TaskNo, UnitId } from './ids.ts'
import type { PlanEvent } from './plan-event.ts'
import type { PlanState } from './plan-state.ts'
import type { Stamp } from './stamp.ts'
import type { TaskThen } from './task-then.ts'

type Happening = { type: PlanEvent['type'] } | { type: PlanEvent['type']; task: TaskNo }

/** Lets an event happen, and keeps how the tasks it changed had stood until then. Of one day the first change counts, and the first after a round was closed, or after a unit said something of what stood between two changes. */
export function keepingThen(plan: PlanState, event: Happening, { on, at }: Pick<Stamp, 'on' | 'at'>, happen: () => void): void {
  if (effects[event.type].asked === 'stays') {
    happen()
    return
  }
  const about = 'task' in event ? [event.task] : [...plan.tasks.keys()]
  const before = new Map(about.map((no) => [no, standing(plan, no, { on, at })]))
  happen()
  // What is about the whole plan may bring tasks that it did not have.
  const absent: TaskThen = { before: on, at, task: undefined, units: [], parts: [], years: [] }
  for (const no of 'task' in event ? about : new Set([...about, ...plan.tasks.keys()])) {
    const then = before.get(no) ?? absent
    const known = plan.stood.get(no) ?? []
    const last = known.at(-1)
    if ((last !== undefined && last.before >= on && !isClosedSince(plan, last.at) && !isSaidSince(then, last.at)) || isSame(then, standing(plan, no, { on, at }))) continue
    plan.stood.set(no, [...known, then])
  }
}

/** Whether a round was closed by hand since then. */
const isClosedSince = ({ rounds }: PlanState, since: Instant): boolean => [...rounds.values()].some(({ turns }) => [...turns.values()].some(({ closedAt }) => closedAt !== undefined && closedAt >= since))

/** Whether a unit, or a member of a group, has reported or claimed since then. */
const isSaidSince = ({ parts }: TaskThen, since: Instant): boolean => parts.some((part) => [standingOf(part), ...part.byMember.values()].some(({ report, claim, endedClaims = [] }) => [report, claim, ...endedClaims].some((said) => said !== undefined && said.at >= since)))

function standing(plan: PlanState, no: TaskNo, { on, at }: Pick<Stamp, 'on' | 'at'>): TaskThen {
  const units = [...(plan.unitsOf.get(no) ?? [])]
  return { before: on, at, task: plan.tasks.get(no), units, parts: units.flatMap((unit) => plan.assignments.get(keyOf(no, unit)) ?? []), years: plan.milestones.size === 0 ? [] : [...plan.milestones.values()].filter(({ task }) => task === no) }
}

const isSame = (a: TaskThen, b: TaskThen): boolean => a.task === b.task && areSame(a.units, b.units) && areSame(a.parts, b.parts) && areSame(a.years, b.years)
const areSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((each, at) => each === b[at])

/** What is struck was never said, on the days that are past as little as now. Before the ruling itself, while it is known what it strikes. */
export function strikingThen({ assignments, stood }: PlanState, { task, unit, member }: { task: TaskNo; unit: UnitId; member?: UnitId | undefined }, { on }: Pick<Stamp, 'on'>): void {
  const [part, days] = [assignments.get(keyOf(task, unit)), stood.get(task)]
  const claim = part === undefined ? undefined : claimContested(part, member)
  if (claim !== undefined && days !== undefined) stood.set(task, days.map((then) => ({ ...then, parts: then.parts.map((known) => neverSaidDone(known, claim.at, on)) })))
}
