// Notices about a plan as a whole: its hand-out, duties, bodies, units nobody answers for.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import { withRole } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import { cadences, type CadenceFacts } from '#src/meetings/cadence.ts'
import { reviewCadences, type ReviewCadence } from '#src/meetings/review-cadence.ts'
import { isAskedFor } from '#src/meetings/requests.ts'
import { present } from '#src/ledger/fields.ts'
import type { Report } from '#src/ledger/report.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { Obligation } from '#src/ledger/obligation.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { policyOf, type Policy } from '#src/ledger/policy.ts'
import type { Actor } from '#src/ledger/stamp.ts'
import { nextOccurrence, openOccurrences, type Occurrence } from '#src/queries/occurrences.ts'
import { unitsWithoutContact } from '#src/queries/task-list.ts'
import { askedFor, hasDisowned, ordinarilyAsked, partOf } from '#src/queries/answering.ts'
import type { View } from '#src/queries/view.ts'
import { firstAfter, markAfter, markBefore, type Mark } from './mark.ts'
import type { Notice } from './notice.ts'
import { dutyMarks, stepAt, type HandInStep } from './policy.ts'

/** Nobody is asked about what is paused. */
export const ofDuties = (view: View): Notice[] =>
  [...view.plan.obligations.values()].filter(({ task }) => task === undefined || view.plan.tasks.get(task)?.course?.paused === undefined).flatMap((obligation) => occurrencesAsked(view, obligation).flatMap((occurrence) => ofOccurrence(view, occurrence)))

export const ofBodies = (view: View): Notice[] => [...cadences(view.plan, view.today), ...reviewCadences(view.plan, view.today)].flatMap((facts) => ofCadence(view, facts, withRole(view.directory, 'secretary')))

export function ofHandOut(view: View): Notice[] {
  const { plan } = view
  const secretaries = withRole(view.directory, 'secretary')
  if (plan.handedOutOn === undefined) return []
  const hasSpoken = spokenFor(plan)
  const told = [...unitsOfParts(view)].flatMap((unit) => askedFor(view.directory, unit).filter((person) => !hasSpoken(person.id, unit) && !isTold(view, person, unit)).map(({ id }) => ({ to: id, unit })))
  return [
    ...told.map(({ to, unit }): Notice => ({ kind: 'handed-out', key: `handed-out/${plan.id}/${unit}/${to}`, to, plan: plan.id, unit })),
    ...unitsWithoutContact(view).flatMap((unit) => secretaries.map(({ id }): Notice => ({ kind: 'uncontacted', key: `uncontacted/${plan.id}/${unit}/${id}`, to: id, plan: plan.id, unit }))),
  ]
}

/** Every unit that has a part; of a group its members. */
function unitsOfParts({ plan, directory }: View): Set<UnitId> {
  const named = new Set<UnitId>()
  for (const units of plan.unitsOf.values()) for (const unit of units) named.add(unit)
  return new Set([...named].flatMap((unit) => directory.units.get(unit)?.members ?? [unit]))
}

/** Who stands in for somebody, is asked only while others are away, or took the unit over, is told so instead. */
function isTold({ plan, directory }: View, person: Person, unit: UnitId): boolean {
  if (!ordinarilyAsked(directory, unit).some(({ id }) => id === person.id)) return true
  return directory.handovers.some(({ to, on, units }) => to === person.id && units.includes(unit) && plan.handedOutOn !== undefined && plan.handedOutOn <= on)
}

/** Who has answered for a unit since the hand-out needs no first message about it. Asked after every entry, of all parts: no list is made on the way. */
function spokenFor({ assignments, handedOutOn }: PlanState): (by: Actor, unit: UnitId) => boolean {
  const spoken = new Map<UnitId, Set<Actor>>()
  const heard = (unit: UnitId, report: Report | undefined): void => {
    if (report === undefined || (handedOutOn !== undefined && report.on < handedOutOn)) return
    const known = spoken.get(unit)
    if (known === undefined) spoken.set(unit, new Set([report.by]))
    else known.add(report.by)
  }
  for (const { unit, report, byMember } of assignments.values()) {
    heard(unit, report)
    for (const [member, standing] of byMember) heard(member, standing.report)
  }
  return (by, unit) => spoken.get(unit)?.has(by) === true
}

/** Each that is open, for one must not hide another; where none is, the next. */
function occurrencesAsked(view: View, obligation: Obligation): Occurrence[] {
  const open = openOccurrences(view, obligation)
  return open.length > 0 ? open : [nextOccurrence(view, obligation)].filter((next) => next !== undefined)
}

/** Owed from its first mark until it is done, to the debtor's people. What fell due before the hand-out is not asked for; nor is who says that the task is not theirs, unless the clause names them. */
function ofOccurrence(view: View, { key, due, debtor, owing, hindered, obligation }: Occurrence): Notice[] {
  const { plan, today, calendar } = view
  if (debtor === undefined || plan.handedOutOn === undefined || due < plan.handedOutOn) return []
  const mark = dutyMark(due, obligation, policyOf(plan), today, calendar)
  if (mark === undefined) return []
  // A difficulty that was told since the mark is an answer to it.
  const told = hindered.filter(({ on }) => on >= mark.since).map(({ unit }) => unit)
  const part = obligation.debtor === undefined && obligation.task !== undefined ? partOf(view, obligation.task, debtor) : undefined
  const asked = owing.filter((unit) => !told.includes(unit) && !told.includes(debtor) && (part === undefined || !hasDisowned(part, unit)))
  return askedFor(view.directory, ...asked).map(({ id }) => ({
    kind: 'occurrence-due', key: `occurrence/${plan.id}/${key}/${due}/${mark.name}/${id}`, to: id,
    plan: plan.id, occurrence: key, unit: debtor, due, workingDaysLeft: mark.workingDaysLeft, ...present({ step: mark.step }),
  }))
}

function dutyMark(due: Day, obligation: Obligation, policy: Policy, today: Day, calendar: Calendar): (Mark & { step?: HandInStep }) | undefined {
  const { before, chased, hasSteps } = dutyMarks(obligation, policy)
  const soon = markBefore(due, before, today, calendar)
  if (soon !== undefined && hasSteps) return { ...soon, step: stepAt(Number(soon.name), policy.handInMarks) }
  if (soon !== undefined || chased === 'never') return soon
  const late = markAfter(due, policy.overdueEvery, today, calendar)
  return late !== undefined && chased === 'once' && late.name !== firstAfter ? undefined : late
}

/** So many working days before the window closes, in fives from the tenth: one day has one name, whatever steps a plan goes by. */
export const weeklyName = (workingDaysLeft: number): string => `10-${(10 - workingDaysLeft) / 5}`
/** The same read back; undefined of other names. */
export const weeklyBegins = (name: string): number | undefined => ((fives) => (fives === undefined ? undefined : Math.round(10 - Number(fives) * 5)))(/^10-(-?[\d.]+)$/.exec(name)?.[1])

/** At half the window where the body is behind, at its marks before the window closes, then every so many working days. Each once, however many sittings, or reviews, are scheduled meanwhile. */
function ofCadence({ plan, today, calendar }: View, facts: CadenceFacts | ReviewCadence, secretaries: readonly Person[]): Notice[] {
  const { body, cadence, window, needed, held, scheduled, missing } = facts
  const isHalfOver = calendar.daysBetween(window.from, today) * 2 >= calendar.daysBetween(window.from, window.to)
  // What was asked of a body that others call is on its way until it is answered.
  if (missing === 0 || !isHalfOver || isAskedFor(plan, body, missing)) return []
  const workingDaysLeft = calendar.workingDaysUntil(window.to, today)
  const { cadenceMarks, cadenceEvery } = policyOf(plan)
  const mark = cadenceMarks.findLast((days) => days >= workingDaysLeft)
  const isBehind = (held + scheduled.length) * 2 < needed
  const stage = mark === undefined ? (isBehind ? 'half' : undefined) : mark === cadenceMarks.at(-1) ? weeklyName(mark - Math.floor((mark - workingDaysLeft) / cadenceEvery) * cadenceEvery) : String(mark)
  if (stage === undefined) return []
  return secretaries.map(({ id }) => ({
    kind: 'cadence-open', key: `cadence/${plan.id}/${body.id}/${cadence}/${window.key}/${stage}/${id}`, to: id,
    plan: plan.id, body: body.id, cadence, window: window.key, closes: window.to, workingDaysLeft,
  }))
}

