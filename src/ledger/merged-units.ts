// Two names in a plan turn out to be one unit, or a name stands for other units: everything that was its own is theirs.
import { z } from 'zod'
import { partStrength } from '#src/reader/reading.ts'
import type { AmendedState } from './amended-state.ts'
import { keyOf, type Assignment } from './assignment.ts'
import { UnitId } from './ids.ts'
import type { Obligation } from './obligation.ts'
import type { PlanState } from './plan-state.ts'
import type { Target } from './target.ts'
import { freshAssignment, type TaskUnit } from './task.ts'

/** `other` was another name of `keep` all along. */
export const UnitsMerged = z.strictObject({ type: z.literal('units-merged'), keep: UnitId, other: UnitId })
export type UnitsMerged = z.infer<typeof UnitsMerged>

export type MergeIntent = { type: 'merge-units'; keep: UnitId; other: UnitId }

/** `to`: who stands in its place; what only one can have is the first's, and nobody's where there is none. `isOne`: the same unit under another name, so that the texts speak of it too. */
type Swap = { from: UnitId; to: readonly UnitId[]; isOne: boolean; on: PlanState['importedOn'] }
type Places<State> = { [Field in keyof State]-?: 'names no unit' | ((state: State, swap: Swap) => void) }

/** Every field of a plan, so that none that names a unit is forgotten. Bodies name theirs in the words of the text. */
const ofPlan: Places<PlanState> = {
  id: 'names no unit', title: 'names no unit', zone: 'names no unit', period: 'names no unit', source: 'names no unit', importedOn: 'names no unit', handedOutOn: 'names no unit',
  tasks: 'names no unit', bodies: 'names no unit', meetings: 'names no unit',
  // The parts and their order are one: put right together under `unitsOf`.
  assignments: 'names no unit',
  unitsOf: partsMoved,
  obligations: ({ obligations }, swap) => each(obligations, (duty) => ofDuty(duty, swap)),
  fulfilments: fulfilmentsMoved,
  reviews: ({ reviews }, swap) => each(reviews, (review) => (review.units.includes(swap.from) ? { ...review, units: listed(review.units, swap) } : review)),
  doubts: ({ doubts }, swap) => each(doubts, ({ unit, ...doubt }) => ({ ...doubt, ...named('unit', unit, swap) })),
  targets: ({ targets }, swap) => each(targets, (target) => ofTarget(target, swap)),
  amended: ({ amended }, swap) => replaced(amended, ofAmended, swap),
}

const ofAmended: Places<AmendedState> = {
  sources: 'names no unit', keptAgainst: 'names no unit', endedBodies: 'names no unit', dutiesSince: 'names no unit',
  amendments: ({ amendments }, swap) =>
    each(amendments, (amendment) => ({
      ...amendment, unitsBefore: listed(amendment.unitsBefore, swap),
      changes: amendment.changes.flatMap((change) => listed([change.unit], swap).map((unit) => ({ ...change, unit }))),
    })),
  // What a text says stays what it says, unless its words were another name all along.
  issued: ({ issued }, swap) => each(issued, (said) => (swap.isOne ? { ...said, units: unitsListed(said.units, swap) } : said)),
  pending: ({ pending }, swap) => each(pending, (waiting) => (swap.isOne && waiting.units !== undefined ? { ...waiting, units: unitsListed(waiting.units, swap) } : waiting)),
  formerParts({ formerParts }, { from, to: [unit] }) {
    for (const [key, former] of [...formerParts]) {
      if (former.assignment.unit !== from || unit === undefined) continue
      formerParts.delete(key)
      const now = keyOf(former.assignment.task, unit)
      if (!formerParts.has(now)) formerParts.set(now, { ...former, assignment: { ...former.assignment, unit } })
    }
  },
  withdrawn: ({ withdrawn }, { from, to: [unit] }) =>
    each(withdrawn, (task) => (unit === undefined ? task : { ...task, parts: onePartEach(task.parts.map((part) => (part.unit === from ? { ...part, unit } : part))) })),
  endedObligations: ({ endedObligations }, swap) => each(endedObligations, (duty) => ofDuty(duty, swap)),
  endedTargets: ({ endedTargets }, swap) => each(endedTargets, (target) => ofTarget(target, swap)),
}

/** Changes the plan's own maps in place. What either of the two has said stays; where both have, what the kept one said. */
export const mergeUnits = (plan: PlanState, { keep, other }: Pick<UnitsMerged, 'keep' | 'other'>): void => replaceUnit(plan, other, [keep], true)

/** In every place of a plan where the unit is named. */
export function replaceUnit(plan: PlanState, from: UnitId, to: readonly UnitId[], isOne: boolean): void {
  if (to.length === 1 && to[0] === from) return
  replaced(plan, ofPlan, { from, to, isOne, on: plan.importedOn })
}

function replaced<State extends object>(state: State, places: Places<State>, swap: Swap): void {
  for (const place of Object.values<Places<State>[keyof State]>(places)) if (place !== 'names no unit') place(state, swap)
}

/** Whether a plan names a unit anywhere: its tasks, duties, targets or doubts. */
export const namesUnit = ({ unitsOf, obligations, targets, doubts }: PlanState, unit: UnitId): boolean =>
  [...unitsOf.values()].some((units) => units.includes(unit)) ||
  [...obligations.values()].some(({ debtor, receiver }) => debtor === unit || receiver === unit) ||
  [...targets.values()].some(({ owner }) => owner === unit) || [...doubts.values()].some((doubt) => doubt.unit === unit)

function each<Key, Value>(map: Map<Key, Value>, how: (value: Value) => Value): void {
  for (const [key, value] of map) map.set(key, how(value))
}

const listed = (units: readonly UnitId[], { from, to }: Swap): UnitId[] => [...new Set(units.flatMap((unit) => (unit === from ? to : [unit])))]

function named<Key extends string>(key: Key, unit: UnitId | undefined, { from, to: [first] }: Swap): Partial<Record<Key, UnitId>> {
  const now = unit === from ? first : unit
  return now === undefined ? {} : ({ [key]: now } as Record<Key, UnitId>)
}

const ofDuty = ({ debtor, receiver, ...duty }: Obligation, swap: Swap): Obligation => ({ ...duty, ...named('debtor', debtor, swap), ...named('receiver', receiver, swap) })
const ofTarget = ({ owner, ...target }: Target, swap: Swap): Target => ({ ...target, ...named('owner', owner, swap) })

function unitsListed(units: readonly TaskUnit[], { from, to }: Swap): TaskUnit[] {
  const parts = new Map<UnitId, TaskUnit>()
  for (const { unit: known, ...part } of units)
    for (const unit of known === from ? to : [known]) {
      const before = parts.get(unit)
      if (before === undefined || isStronger(part, before)) parts.set(unit, { ...part, unit })
    }
  return [...parts.values()]
}

function partsMoved({ assignments, unitsOf, amended, source, importedOn }: PlanState, swap: Swap): void {
  const { from, to } = swap
  for (const [task, units] of unitsOf) {
    const part = assignments.get(keyOf(task, from))
    if (!units.includes(from) || part === undefined) continue
    assignments.delete(keyOf(task, from))
    // Nobody has the part any more: what was said of it is kept.
    if (to.length === 0 && hasSpoken(part) && importedOn !== undefined) amended.formerParts.set(keyOf(task, from), { assignment: part, source: source.id, on: importedOn })
    for (const [at, unit] of to.entries()) {
      const known = assignments.get(keyOf(task, unit))
      const given = at === 0 ? { ...part, unit } : freshAssignment(task, { ...part, unit })
      assignments.set(keyOf(task, unit), known === undefined ? given : asOne(known, given))
    }
    unitsOf.set(task, listed(units, swap))
  }
  const [member] = to
  if (member === undefined) return
  for (const [key, part] of assignments) {
    const said = part.byMember.get(from)
    if (said !== undefined) assignments.set(key, { ...part, byMember: new Map([...part.byMember].filter(([unit]) => unit !== from).concat(part.byMember.has(member) ? [] : [[member, said]])) })
  }
}

/** A group's member is in the key too: c3/2026/1/青石镇. */
function fulfilmentsMoved({ fulfilments }: PlanState, { from, to: [unit] }: Swap): void {
  if (unit === undefined) return
  for (const [key, done] of [...fulfilments]) {
    const [clause, period, ordinal, ...member] = key.split('/')
    const isMember = member.length > 0 && member.join('/') === from
    if (done.unit !== from && !isMember) continue
    const now = isMember ? [clause, period, ordinal, unit].join('/') : key
    if (now !== key) fulfilments.delete(key)
    if (now === key || !fulfilments.has(now)) fulfilments.set(now, { ...done, unit: done.unit === from ? unit : done.unit })
  }
}

function onePartEach(parts: readonly Assignment[]): Assignment[] {
  const byUnit = new Map<UnitId, Assignment>()
  for (const part of parts) {
    const known = byUnit.get(part.unit)
    byUnit.set(part.unit, known === undefined ? part : asOne(known, part))
  }
  return [...byUnit.values()]
}

const hasSpoken = ({ status, report, byMember }: Assignment): boolean => status !== 'open' || report !== undefined || byMember.size > 0

const isStronger = (one: Omit<TaskUnit, 'unit'>, other: Omit<TaskUnit, 'unit'>): boolean =>
  partStrength[one.part] > partStrength[other.part] || (one.part === other.part && one.inferred === 'lead' && other.inferred !== 'lead')

/** The part that asks more of the unit, with what was said. */
export function asOne(kept: Assignment, other: Assignment): Assignment {
  const speaking = !hasSpoken(kept) && hasSpoken(other) ? other : kept
  const stronger = isStronger(other, kept) ? other : kept
  const { inferred: ofSpeaking, ...said } = speaking
  const inferred = stronger === speaking ? ofSpeaking : stronger.inferred
  return { ...said, unit: kept.unit, part: stronger.part, ...(inferred === undefined ? {} : { inferred }) }
}
