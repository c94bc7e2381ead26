// Notices about what units ask: to the secretary while it waits, to whoever asked once it is ruled on, and to those whom a change of course concerns.
import type { Day, Instant } from '#src/calendar/day.ts'
import { withRole } from '#src/directory/directory.ts'
import { inPlaceOf } from '#src/directory/on-day.ts'
import { unitsAnsweredBy } from '#src/directory/person.ts'
import { keyOf, standingOf, type Assignment, type Member } from '#src/ledger/assignment.ts'
import { present } from '#src/ledger/fields.ts'
import { waitingOn } from '#src/ledger/keeping-endings.ts'
import type { PersonId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { PetitionKind } from '#src/ledger/petition-kind.ts'
import { policyOf } from '#src/ledger/policy.ts'
import type { Petition } from '#src/ledger/petition.ts'
import type { Actor } from '#src/ledger/stamp.ts'
import type { Task } from '#src/ledger/task.ts'
import { answering, askedFor } from '#src/queries/answering.ts'
import { coordinations } from '#src/queries/coordination.ts'
import { waitingOfTask, type QueueItem } from '#src/queries/queue.ts'
import { milestonesRecorded, type MilestoneRecorded } from '#src/queries/recorded-for.ts'
import { voicesOf } from '#src/queries/voices.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from './notice.ts'
import { toldAgain } from './told-again.ts'

/** Of one task. Before the hand-out nobody can have asked. */
export const ofTaskRulings = (view: View, task: TaskNo): Notice[] => (view.plan.handedOutOn === undefined ? [] : [...ofQueue(view, task), ...ofCoordination(view, task), ...ofParts(view, task)])

/** Of what passed to another unit, ended without a ruling, or is a milestone: few in a plan. */
export const ofFormer = (view: View): Notice[] =>
  view.plan.handedOutOn === undefined ? [] : [...ofFormerParts(view), ...milestonesRecorded(view.plan).flatMap((recorded) => ofMilestone(view, recorded)), ...ofEndings(view)]

/** Completions have notices of their own, and so have milestones. What waits long is told again. */
function ofQueue(view: View, no: TaskNo): Notice[] {
  const { plan, calendar, today, directory } = view
  const asked = waitingOfTask(view, no).filter((item): item is Extract<QueueItem, { kind: PetitionKind }> => item.kind === 'extension' || item.kind === 'objection' || item.kind === 'part-question')
  return asked.flatMap(({ kind: what, task, unit: part, speaker, at: askedAt, on }) => {
    const again = toldAgain(calendar.workingDaysUntil(today, on), policyOf(plan))
    return withRole(directory, 'secretary').map(({ id }): Notice => ({ kind: 'petition-waits', key: `petition-waits/${plan.id}/${task}/${speaker}/${what}/${askedAt}/${again}/${id}`, to: id, plan: plan.id, task, part, speaker, what, askedAt }))
  })
}

/** What waits long is told again, as what units ask is; handed up, it waits for the leader. */
const ofCoordination = (view: View, no: TaskNo): Notice[] =>
  coordinations(view, no).flatMap(({ task, units: [one, other], at: since, on, handedUp }) => {
    const again = handedUp === undefined ? toldAgain(view.calendar.workingDaysUntil(view.today, on), policyOf(view.plan)) : 0
    return one === undefined ? [] : withRole(view.directory, 'secretary').map(({ id }): Notice => ({ kind: 'coordination-waits', key: `coordination/${view.plan.id}/${task}/${one}/${other ?? ''}/${since}/${again === 0 ? '' : `${again}/`}${id}`, to: id, plan: view.plan.id, task, one, ...present({ other }), since }))
  })

const ofParts = (view: View, no: TaskNo): Notice[] =>
  (view.plan.unitsOf.get(no) ?? []).flatMap((unit) => view.plan.assignments.get(keyOf(no, unit)) ?? []).flatMap((part) => [
    ...voicesOf(part).flatMap(({ member, standing }) => [...ofRuled(view, part, member ?? part.unit, standing), ...ofRecorded(view, part, member ?? part.unit, standing)]),
    ...ofAccepted(view, part),
  ])

/** Of those that passed to another unit: how the old one was ruled on, and what the new one has now. */
function ofFormerParts(view: View): Notice[] {
  const { plan } = view
  const former = [...plan.amended.formerParts.values()].filter(({ assignment }) => plan.tasks.has(assignment.task))
  return [
    ...former.flatMap(({ assignment: part }) => voicesOf(part).flatMap(({ member, standing }) => ofRuled(view, part, member ?? part.unit, standing))),
    ...former.flatMap(({ assignment: { task, unit: from }, on, passed }) => {
      if (passed === undefined || !isNews(view, on) || !plan.assignments.has(`${task}/${passed.to}`)) return []
      return askedFor(view.directory, passed.to).map(({ id }): Notice => ({ kind: 'part-received', key: `part-received/${plan.id}/${task}/${passed.to}/${passed.at}/${id}`, to: id, plan: plan.id, task, part: passed.to, speaker: passed.to, from }))
    }),
  ]
}

/** While whoever it concerns is told of it. */
export const isNews = ({ plan, calendar, today }: View, on: Day): boolean => calendar.workingDaysUntil(today, on) <= policyOf(plan).ruledTold

/** A later petition of the same kind takes the place of the ruling before: what nobody was told by then is not told any more. */
function ofRuled(view: View, { task, unit: part }: Assignment, speaker: UnitId, { extension, objection, question, handler }: Member): Notice[] {
  const { plan } = view
  const of: readonly (readonly [PetitionKind, Petition<unknown> | undefined])[] = [['extension', extension], ['objection', objection], ['part-question', question]]
  return of.flatMap(([what, petition]) => {
    if (petition?.ruling === undefined || !isNews(view, petition.ruling.on)) return []
    const { at: askedAt, ruling } = petition
    return toldOf(view, { by: petition.by, handler }, speaker).filter((id) => id !== ruling.by).map((id): Notice => ({ kind: 'ruled', key: `ruled/${plan.id}/${task}/${speaker}/${what}/${askedAt}/${id}`, to: id, plan: plan.id, task, part, speaker, what, askedAt }))
  })
}

/** Asks nothing, so it goes with the morning's digest however many are reviewed in a row. The claim that stands for a whole group is its member's, and told there. */
function ofAccepted(view: View, part: Assignment): Notice[] {
  const { plan } = view
  const accepted = voicesOf(part).flatMap(({ member, standing: { accepted: own, claim: said, handler } }) => {
    const withWhole = member === undefined || said === undefined || part.status !== 'accepted' ? undefined : { on: part.acceptedOn, claim: said }
    const found = own ?? withWhole
    return found === undefined ? [] : [{ speaker: member ?? part.unit, isWhole: member === undefined, on: found.on, claim: found.claim, handler }]
  })
  const own = accepted.filter(({ isWhole, claim }) => !isWhole || !accepted.some((other) => !other.isWhole && other.claim.at === claim.at))
  return own.filter(({ on }) => isNews(view, on)).flatMap(({ speaker, claim, handler }) => toldOf(view, { by: claim.by, handler }, speaker).map((id): Notice => ({
    kind: 'accepted', key: `accepted/${plan.id}/${part.task}/${speaker}/${claim.at}/${id}`, to: id, plan: plan.id, task: part.task, part: part.unit, speaker, claimedAt: claim.at,
  })))
}

/** Nobody ruled on it, and it waits no more: whoever asked is told why. What was taken back since is no news. */
function ofEndings(view: View): Notice[] {
  const { plan } = view
  return [...plan.endings.values()].filter(({ on, waited }) => isNews(view, on) && !waitingOn(plan, waited.task).some(({ what, at, by }) => what === waited.what && at === waited.at && by === waited.by)).flatMap(({ by, waited: { what, task, unit: part, speaker, at: askedAt, by: asker, handler } }) =>
    toldOf(view, { by: asker, handler }, speaker).filter((id) => id !== by).map((id): Notice => ({ kind: 'ended', key: `ended/${plan.id}/${task}/${what}/${askedAt}/${asker}/${id}`, to: id, plan: plan.id, task, part, speaker, what, askedAt })))
}

/** Whoever asked, while they answer for the unit or handle it, and its handler; else those who are asked now. Each once. */
export function toldOf({ directory }: Pick<View, 'directory'>, { by, handler }: { by: Actor; handler: PersonId | undefined }, speaker: UnitId): PersonId[] {
  const units = directory.units.get(speaker)?.members ?? [speaker]
  const handling = handler === undefined ? undefined : directory.people.get(handler)
  const handles = handling !== undefined && (handling.own ?? handling).handlerOf.includes(speaker) ? handling : undefined
  const asked = by === 'system' ? undefined : directory.people.get(by)
  const asker = asked !== undefined && (asked.id === handles?.id || units.some((unit) => unitsAnsweredBy(asked).includes(unit))) ? asked : undefined
  const inPlace = handles === undefined ? undefined : inPlaceOf(directory, handles)
  const told = [...(asker === undefined ? [] : [asker]), ...(inPlace === undefined ? [] : [inPlace])]
  return [...new Set((told.length === 0 ? askedFor(directory, speaker) : told).map(({ id }) => id))]
}

/** An answer or a completion that a secretary recorded for a unit that has people: one line, for them to say if it is not so. */
function ofRecorded(view: View, { task, unit: part, status }: Assignment, speaker: UnitId, { report, claim, objection }: Member): Notice[] {
  const recorded = claim ?? (status === 'open' ? report : undefined)
  const toldOn = recorded === undefined || !('correctedOn' in recorded) ? recorded?.on : (recorded.correctedOn ?? recorded.on)
  if (recorded?.onBehalf === undefined || toldOn === undefined || !isNews(view, toldOn) || (objection !== undefined && objection.at > recorded.at)) return []
  return toldOfRecord(view, { task, part, speaker, said: recorded })
}

/** A year's milestones, or one that is reached, recorded in the same way. */
function ofMilestone(view: View, recorded: MilestoneRecorded): Notice[] {
  const { task, part, speaker, said } = recorded
  const assignment = view.plan.assignments.get(keyOf(task, part))
  const objection = assignment === undefined ? undefined : standingOf(assignment, speaker === part ? undefined : speaker).objection
  return assignment?.status !== 'open' || !isNews(view, said.on) || (objection !== undefined && objection.at > said.at) ? [] : toldOfRecord(view, recorded)
}

const toldOfRecord = ({ plan, directory }: View, { task, part, speaker, said: { at, by } }: { task: TaskNo; part: UnitId; speaker: UnitId; said: { at: Instant; by: Actor } }): Notice[] =>
  askedFor(directory, ...(directory.units.get(speaker)?.members ?? [speaker])).filter(({ id }) => id !== by).map(({ id }): Notice => ({ kind: 'recorded-for', key: `recorded-for/${plan.id}/${task}/${speaker}/${at}/${id}`, to: id, plan: plan.id, task, part, speaker, at }))

/** Whoever answers for the task is told once that it rests, and once that it goes on; of a pause from the next day on, so that one of a single day is told by neither. After a short one only who was told that it rested hears that it goes on. That it was opened again is told as what was sent back. */
export function ofCourse(view: View, { no: task, course }: Task): Notice[] {
  const { plan, directory, today } = view
  if (plan.handedOutOn === undefined) return []
  const lead = answering(view, task)
  if (lead === undefined || lead.status === 'accepted') return []
  const told = (what: 'paused' | 'resumed', on: Day, pausedOn?: Day): Notice[] =>
    !isNews(view, on) ? [] : askedFor(directory, lead.unit).map(({ id }) => ({
      kind: 'course-changed', key: courseKey(plan.id, task, lead.unit, what, on, id), to: id, plan: plan.id, task, part: lead.unit, speaker: lead.unit, course: what, on,
      ...(pausedOn === undefined ? {} : { after: courseKey(plan.id, task, lead.unit, 'paused', pausedOn, id) }),
    }))
  // While the pause was still news nobody may have been told of it: not before the digest, or not yet.
  const isShort = ({ pausedOn, on }: { pausedOn: Day; on: Day }): boolean => isNews({ ...view, today: on }, pausedOn)
  const { paused, resumed } = course ?? {}
  return [...(paused === undefined || paused.on >= today ? [] : told('paused', paused.on)), ...(paused?.until === undefined ? [] : ofPauseEnd(view, task, paused.until)), ...(resumed === undefined || resumed.pausedOn === resumed.on ? [] : told('resumed', resumed.on, isShort(resumed) ? resumed.pausedOn : undefined))]
}

/** On the day on which a pause was to be looked at again, and again while nothing is decided: to the secretary. */
function ofPauseEnd({ plan, directory, calendar, today }: View, task: TaskNo, until: Day): Notice[] {
  if (today < until) return []
  const again = toldAgain(calendar.workingDaysUntil(today, until), policyOf(plan))
  return withRole(directory, 'secretary').map(({ id }): Notice => ({ kind: 'pause-ends', key: `pause-ends/${plan.id}/${task}/${until}/${again}/${id}`, to: id, plan: plan.id, task, until }))
}

const courseKey = (plan: string, task: TaskNo, unit: UnitId, what: string, on: Day, to: PersonId): string => `course/${plan}/${task}/${unit}/${what}/${on}/${to}`
