// Two names in a plan turn out to be one unit, or a name stands for other units: everything that was its own is theirs.
import { z } from 'zod'
import type { AmendedState } from './amended-state.ts'
import { keyOf, type Assignment } from './assignment.ts'
import { UnitId, type TaskNo } from './ids.ts'
import type { YearMilestones } from './milestone.ts'
import type { Obligation } from './obligation.ts'
import { asOne, isStronger, memberAsOne } from './parts-as-one.ts'
import type { PlanState } from './plan-state.ts'
import type { Review } from './review.ts'
import type { OpenedRound } from './round.ts'
import type { Target } from './target.ts'
import { besideLead, freshAssignment, type TaskUnit } from './task.ts'
import type { TaskThen } from './task-then.ts'
import { hasWaiting, nothingWaiting } from './waiting-petitions.ts'

/** `other` was another name of `keep` all along. */
export const UnitsMerged = z.strictObject({ type: z.literal('units-merged'), keep: UnitId, other: UnitId })
export type UnitsMerged = z.infer<typeof UnitsMerged>

export type MergeIntent = { type: 'merge-units'; keep: UnitId; other: UnitId }

/** `now`: who stands in a unit's place, itself where nothing changes; what only one can have is the first's, and nobody's where there is none. `isOne`: the same unit under another name, so that the texts speak of it too. */
export type Swap = { now: (unit: UnitId) => readonly UnitId[]; isOne: boolean; on: PlanState['importedOn'] }
export type Places<State> = { [Field in keyof State]-?: 'names no unit' | ((state: State, swap: Swap) => void) }

/** Every field of a plan, so that none that names a unit is forgotten; each unit named goes through `now`. Bodies name theirs in the words of the text. */
export const ofPlan: Places<PlanState> = {
  id: 'names no unit', title: 'names no unit', zone: 'names no unit', period: 'names no unit', source: 'names no unit', importedOn: 'names no unit', handedOutOn: 'names no unit', handedOutBy: 'names no unit', archived: 'names no unit', policy: 'names no unit', ownDaysOff: 'names no unit',
  tasks: 'names no unit', bodies: 'names no unit', excused: 'names no unit', meetings: 'names no unit', requests: 'names no unit',
  // The parts and their order are one: put right together under `unitsOf`.
  assignments: 'names no unit',
  unitsOf: partsMoved,
  // What was done before the units changed is corrected, not taken back.
  lastActs: ({ lastActs }) => lastActs.clear(),
  obligations: ({ obligations }, swap) => each(obligations, (duty) => ofDuty(duty, swap)),
  fulfilments: ({ fulfilments }, swap) => fulfilmentsMoved(fulfilments, swap),
  hindrances: ({ hindrances }, swap) => fulfilmentsMoved(hindrances, swap),
  submissionsReturned: ({ submissionsReturned }, swap) => fulfilmentsMoved(submissionsReturned, swap),
  reviews: ({ reviews }, swap) => each(reviews, (review) => ({ ...review, units: listed(review.units, swap), ...scopeMoved(review, swap), judged: review.judged.map((each) => ({ ...each, unit: swap.now(each.unit)[0] ?? each.unit })) })),
  successions: ({ successions }, { now }) => each(successions, (passed) => ({ ...passed, to: now(passed.to)[0] ?? passed.to })),
  milestones: ({ milestones }, swap) => each(milestones, (year) => ofYear(year, swap)),
  rounds: ({ rounds }, swap) => each(rounds, (round) => ofRound(round, swap)),
  doubts: ({ doubts }, swap) => each(doubts, ({ unit, ...doubt }) => ({ ...doubt, ...named('unit', unit, swap) })),
  targets: ({ targets }, swap) => each(targets, (target) => ofTarget(target, swap)),
  stood: ({ stood }, swap) => each(stood, (days) => days.map((then) => ofThen(then, swap))),
  amended: ({ amended }, swap) => replaced(amended, ofAmended, swap),
  endings: ({ endings }, { now }) => each(endings, ({ waited, to, ...ending }) => ({ ...ending, waited: { ...waited, unit: now(waited.unit)[0] ?? waited.unit, speaker: now(waited.speaker)[0] ?? waited.speaker }, ...(to === undefined ? {} : { to: now(to)[0] ?? to }) })),
}

/** A review of what a unit leads, whenever its day comes. */
export const scopeMoved = ({ scope }: Pick<Review, 'scope'>, { now }: Swap): Pick<Review, 'scope'> => (scope?.kind === 'unit' ? { scope: { ...scope, unit: now(scope.unit)[0] ?? scope.unit } } : {})

const ofAmended: Places<AmendedState> = {
  sources: 'names no unit', keptAgainst: 'names no unit', endedBodies: 'names no unit', dutiesSince: 'names no unit', askedUntil: 'names no unit',
  amendments: ({ amendments }, swap) =>
    each(amendments, (amendment) => ({
      ...amendment, unitsBefore: listed(amendment.unitsBefore, swap),
      changes: amendment.changes.flatMap((change) => listed([change.unit], swap).map((unit) => ({ ...change, unit }))),
    })),
  // What a text says stays what it says, unless its words were another name all along.
  issued: ({ issued }, swap) => each(issued, (said) => (swap.isOne ? { ...said, units: unitsListed(said.units, swap) } : said)),
  pending: ({ pending }, swap) => each(pending, (waiting) => (swap.isOne && waiting.units !== undefined ? { ...waiting, units: unitsListed(waiting.units, swap) } : waiting)),
  formerParts({ formerParts }, swap) {
    for (const [key, former] of [...formerParts]) {
      const assignment = ofPart(former.assignment, swap)
      const now = keyOf(assignment.task, assignment.unit)
      if (now !== key) formerParts.delete(key)
      const passed = former.passed === undefined ? {} : { passed: { ...former.passed, to: swap.now(former.passed.to)[0] ?? former.passed.to } }
      if (now === key || !formerParts.has(now)) formerParts.set(now, { ...former, ...passed, assignment })
    }
  },
  withdrawn: ({ withdrawn }, swap) => each(withdrawn, (task) => ({ ...task, parts: onePartEach(task.parts.map((part) => ofPart(part, swap))) })),
  endedObligations: ({ endedObligations }, swap) => each(endedObligations, (duty) => ofDuty(duty, swap)),
  endedTargets: ({ endedTargets }, swap) => each(endedTargets, (target) => ofTarget(target, swap)),
}

/** Changes the plan's own maps in place. What either of the two has said stays. */
export const mergeUnits = (plan: PlanState, { keep, other }: Pick<UnitsMerged, 'keep' | 'other'>): void => replaceUnit(plan, other, [keep], true)

/** In every place of a plan where the unit is named. */
export function replaceUnit(plan: PlanState, from: UnitId, to: readonly UnitId[], isOne: boolean): void {
  if (to.length === 1 && to[0] === from) return
  replaced(plan, ofPlan, { now: (unit) => (unit === from ? to : [unit]), isOne, on: plan.importedOn })
}

export function replaced<State extends object>(state: State, places: Places<State>, swap: Swap): void {
  for (const place of Object.values<Places<State>[keyof State]>(places)) if (place !== 'names no unit') place(state, swap)
}

/** Every unit that a plan names in a place where a merge would change it: each is put in its own place, in a copy. */
export const unitsNamedIn = (plan: PlanState): ReadonlySet<UnitId> => unitsIn(plan, ofPlan)

/** @param places those of a plan that are looked at */
export function unitsIn(plan: PlanState, places: Places<PlanState>): ReadonlySet<UnitId> {
  const units = new Set<UnitId>()
  function now(unit: UnitId): readonly UnitId[] {
    units.add(unit)
    return [unit]
  }
  replaced(withOwnMaps(plan), places, { now, isOne: true, on: plan.importedOn })
  return units
}

export const namesUnit = (plan: PlanState, unit: UnitId): boolean => unitsNamedIn(plan).has(unit)

function withOwnMaps(plan: PlanState): PlanState {
  const { amended } = plan
  return {
    ...plan, assignments: new Map(plan.assignments), unitsOf: new Map(plan.unitsOf), obligations: new Map(plan.obligations), fulfilments: new Map(plan.fulfilments), hindrances: new Map(plan.hindrances), submissionsReturned: new Map(plan.submissionsReturned),
    reviews: new Map(plan.reviews), successions: new Map(plan.successions), rounds: new Map(plan.rounds), milestones: new Map(plan.milestones), doubts: new Map(plan.doubts), targets: new Map(plan.targets),
    lastActs: new Map(plan.lastActs), stood: new Map(plan.stood), endings: new Map(plan.endings),
    amended: {
      ...amended, amendments: new Map(amended.amendments), issued: new Map(amended.issued), pending: new Map(amended.pending), formerParts: new Map(amended.formerParts),
      withdrawn: new Map(amended.withdrawn), endedObligations: new Map(amended.endedObligations), endedTargets: new Map(amended.endedTargets),
    },
  }
}

export function each<Key, Value>(map: Map<Key, Value>, how: (value: Value) => Value): void {
  for (const [key, value] of map) map.set(key, how(value))
}

export const listed = (units: readonly UnitId[], { now }: Swap): UnitId[] => [...new Set(units.flatMap(now))]

export function named<Key extends string>(key: Key, unit: UnitId | undefined, { now }: Swap): Partial<Record<Key, UnitId>> {
  const [first] = unit === undefined ? [] : now(unit)
  return first === undefined ? {} : ({ [key]: first } as Record<Key, UnitId>)
}

const ofDuty = ({ debtor, receiver, ...duty }: Obligation, swap: Swap): Obligation => ({ ...duty, ...named('debtor', debtor, swap), ...named('receiver', receiver, swap) })
const ofTarget = ({ owner, ...target }: Target, swap: Swap): Target => ({ ...target, ...named('owner', owner, swap) })

/** Who wrote them and who reached them; where nobody stands in the unit's place it stays named in what was. */
function ofYear({ proposed, returned, approved, ...year }: YearMilestones, { now }: Swap): YearMilestones {
  const moved = (unit: UnitId): UnitId => now(unit)[0] ?? unit
  return {
    ...year,
    ...(proposed === undefined ? {} : { proposed: { ...proposed, unit: moved(proposed.unit) } }),
    ...(returned === undefined ? {} : { returned: { ...returned, unit: moved(returned.unit) } }),
    ...(approved === undefined ? {} : { approved: { ...approved, unit: moved(approved.unit), milestones: approved.milestones.map((each) => ({ ...each, reached: each.reached.map(({ member, ...said }) => ({ ...said, unit: moved(said.unit), ...(member === undefined ? {} : { member: moved(member) }) })) })) } }),
  }
}

/** Which units it was reopened for; the kept one's own day stays. */
const ofRound = (round: OpenedRound, { now }: Swap): OpenedRound => ({
  ...round,
  turns: new Map([...round.turns].map(([key, turn]) => {
    const moved = [...turn.reopened].map(([unit, until]) => ({ unit, to: now(unit)[0] ?? unit, until })).toSorted((a, b) => Number(a.unit === a.to) - Number(b.unit === b.to))
    return [key, { ...turn, reopened: new Map(moved.map(({ to, until }) => [to, until])) }]
  })),
})

/** A part that nobody has any more: its unit, where there is none in its place, stays named in what was. */
const ofPart = (part: Assignment, swap: Swap): Assignment => ({ ...part, unit: swap.now(part.unit)[0] ?? part.unit, byMember: membersMoved(part.byMember, swap) })

/** What the kept one said stays, where both have spoken; what waits of either waits. */
export function membersMoved(byMember: Assignment['byMember'], { now }: Swap): Assignment['byMember'] {
  const moved = [...byMember].map(([unit, said]) => ({ unit, to: now(unit)[0] ?? unit, said }))
  const standing = new Map(moved.filter(({ unit, to }) => unit === to).map(({ to, said }) => [to, said]))
  for (const { unit, to, said } of moved) if (unit !== to) standing.set(to, ((known) => (known === undefined ? said : memberAsOne(known, said)))(standing.get(to)))
  return standing
}

/** What was asked of the unit was asked of whoever it is now. */
const ofThen = ({ units, parts, years, ...then }: TaskThen, swap: Swap): TaskThen => ({ ...then, units: listed(units, swap), parts: onePartEach(parts.map((part) => ofPart(part, swap))), years: years.map((year) => ofYear(year, swap)) })

function unitsListed(units: readonly TaskUnit[], { now }: Swap): TaskUnit[] {
  const parts = new Map<UnitId, TaskUnit>()
  for (const { unit: known, ...part } of units)
    for (const unit of now(known)) {
      const before = parts.get(unit)
      if (before === undefined || isStronger(part, before)) parts.set(unit, { ...part, unit })
    }
  return [...parts.values()]
}

function partsMoved(plan: PlanState, swap: Swap): void {
  const { assignments, unitsOf } = plan
  for (const [task, units] of unitsOf) {
    for (const unit of units) partMoved(plan, task, unit, swap)
    unitsOf.set(task, listed(units, swap))
  }
  for (const [key, part] of assignments) if (part.byMember.size > 0) assignments.set(key, { ...part, byMember: membersMoved(part.byMember, swap) })
}

export function partMoved({ assignments, amended, source }: PlanState, task: TaskNo, from: UnitId, { now, on }: Swap): void {
  const to = now(from)
  const part = assignments.get(keyOf(task, from))
  if (part === undefined || (to.length === 1 && to[0] === from)) return
  assignments.delete(keyOf(task, from))
  // Nobody has the part any more: what was said of it is kept.
  if (to.length === 0 && (hasSpoken(part) || hasWaiting(part)) && on !== undefined) amended.formerParts.set(keyOf(task, from), { assignment: nothingWaiting(part), source: source.id, on })
  for (const [at, unit] of to.entries()) {
    const known = assignments.get(keyOf(task, unit))
    const given = at === 0 ? { ...part, unit } : freshAssignment(task, besideLead({ ...part, unit }))
    assignments.set(keyOf(task, unit), known === undefined ? given : asOne(known, given))
  }
}

/** A group's member is in the key too: c3/2026/1/青石镇. */
function fulfilmentsMoved<Said extends { unit: UnitId }>(fulfilments: Map<string, Said>, { now }: Swap): void {
  for (const [key, done] of [...fulfilments]) {
    const [clause, period, ordinal, ...member] = key.split('/')
    const unit = now(done.unit)[0] ?? done.unit
    // Who is in the key did it: `unit` is the member then.
    const to = member.length > 0 && member.join('/') === done.unit ? [clause, period, ordinal, unit].join('/') : key
    if (to !== key) fulfilments.delete(key)
    if (to === key || !fulfilments.has(to)) fulfilments.set(to, { ...done, unit })
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
