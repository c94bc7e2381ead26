// Notices about milestones: near or past their day; once a year that they are asked for; what waits for the secretary, and what became of it.
import { dayOf, monthOf, yearOf, type Day, type Instant } from '#src/calendar/day.ts'
import { headsOf, withRole } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import type { Assignment, Report } from '#src/ledger/assignment.ts'
import type { PersonId, UnitId } from '#src/ledger/ids.ts'
import type { Proposal, YearMilestones } from '#src/ledger/milestone.ts'
import { policyOf } from '#src/ledger/policy.ts'
import type { Task } from '#src/ledger/task.ts'
import { answering, askedFor, presentOf, silentOf } from '#src/queries/answering.ts'
import { askedAbout } from '#src/queries/handed.ts'
import { milestonesWaiting, unproposedBy } from '#src/queries/milestone-lists.ts'
import { milestonesOwed, type MilestoneFacts } from '#src/queries/milestones.ts'
import type { View } from '#src/queries/view.ts'
import { headMark, markAfter, markBefore } from './mark.ts'
import type { Notice } from './notice.ts'
import { overMarkOf } from './over-mark.ts'

/** Nobody is asked about what is paused. Only the first that is not reached is asked for: what comes after it is asked for in its turn. */
export function ofNextMilestone(view: View, task: Task): Notice[] {
  if (view.plan.handedOutOn === undefined) return []
  const [milestone] = view.plan.milestones.size === 0 || task.course?.paused !== undefined ? [] : milestonesOwed(view, task.no)
  const lead = milestone === undefined ? undefined : answering(view, task.no)
  return milestone === undefined || lead?.status !== 'open' ? [] : ofMilestone(view, lead, milestone)
}

function ofMilestone(view: View, lead: Assignment, { year, by, waiting }: MilestoneFacts): Notice[] {
  const { plan, directory, today, calendar } = view
  const { dueMarks, overdueEvery, headAfter } = policyOf(plan)
  const soon = markBefore(by, dueMarks, today, calendar)
  const mark = soon ?? markAfter(by, overdueEvery, today, calendar)
  if (mark === undefined) return []
  const of = { plan: plan.id, task: lead.task, unit: lead.unit, year, due: by }
  const silent = silentOf(directory, lead, ({ on }: Report) => on >= mark.since).filter((unit) => waiting.includes(unit))
  const asked = askedAbout(directory, lead, silent)
  const key = (name: string, id: PersonId): string => `milestone/${plan.id}/${lead.task}/${lead.unit}/${year}/${by}/${name}/${id}`
  if (soon !== undefined) return asked.map(({ id }) => ({ kind: 'milestone-due', key: key(mark.name, id), to: id, ...of, workingDaysLeft: mark.workingDaysLeft }))
  const over = -mark.workingDaysLeft
  const overdue = (name: string) => ({ id }: Person): Notice => ({ kind: 'milestone-overdue', key: key(name, id), to: id, ...of, workingDaysOver: over })
  const heads = over < headAfter ? [] : silent.flatMap((unit) => presentOf(directory, headsOf(directory, unit))).filter((head) => !asked.some(({ id }) => id === head.id))
  const markOf = overMarkOf(view, silent, over, mark.name)
  return [...asked.map((person) => overdue(markOf(person.id))(person)), ...[...new Map(heads.map((head) => [head.id, head])).values()].map(overdue(headMark(over, policyOf(plan))))]
}

/** Once a year, all of a person's tasks of a plan together; silence changes nothing, so it is never asked again. */
export function ofAsking(view: View): Notice[] {
  const { plan, directory, today } = view
  const year = yearOf(today)
  if (!isAskedOn(view, year)) return []
  const people = new Map([...unproposedBy(view, year).keys()].flatMap((unit) => askedFor(directory, unit)).map((person) => [person.id, person]))
  return [...people.keys()].map((id) => ({ kind: 'milestones-asked', key: `milestones-asked/${plan.id}/${year}/${id}`, to: id, plan: plan.id, year }))
}

/** In January, and in the first weeks after the hand-out: never while little of the year is left, and not on the day of the first message. */
function isAskedOn({ plan, today, calendar }: View, year: number): boolean {
  const { handedOutOn, period } = plan
  const { milestonesAskedAfter, milestonesAskedUntil, milestonesLeastLeft } = policyOf(plan)
  const end = dayOf(year, 12, 31)
  if (handedOutOn === undefined || end === undefined || (period !== undefined && (year < period.from || year > period.to))) return false
  if (calendar.workingDaysUntil(end, today) < milestonesLeastLeft) return false
  const since = calendar.workingDaysUntil(today, handedOutOn)
  return since >= milestonesAskedAfter && (since <= milestonesAskedUntil || (monthOf(today) === 1 && yearOf(handedOutOn) < year))
}

/** What waits for the secretary, and what became of it. */
export const ofProposals = (view: View): Notice[] => (view.plan.handedOutOn === undefined ? [] : [...ofWaiting(view), ...ofDecided(view)])

const ofWaiting = (view: View): Notice[] =>
  milestonesWaiting(view).flatMap(({ plan, number: task, year, proposedAt }) =>
    withRole(view.directory, 'secretary').map(({ id }): Notice => ({ kind: 'milestones-waiting', key: `milestones-waiting/${plan}/${task}/${proposedAt}/${id}`, to: id, plan, task, year, proposedAt })),
  )

/** Approved: told while it is news. Returned: until the unit proposes again; once the year is over while it is news. */
function ofDecided(view: View): Notice[] {
  const { plan, today, calendar } = view
  return [...plan.milestones.values()].flatMap(({ task, year, approved, returned }: YearMilestones) => {
    const isPast = year < yearOf(today)
    if (plan.tasks.get(task)?.due.kind === 'dated' || answering(view, task)?.status !== 'open') return []
    const isNews = (on: Day): boolean => calendar.workingDaysUntil(today, on) <= policyOf(plan).milestonesTold
    const of = (kind: 'milestones-approved' | 'milestones-returned', proposedAt: Instant, people: readonly PersonId[], unit: UnitId): Notice[] =>
      people.map((to): Notice => ({ kind, key: `${kind}/${plan.id}/${task}/${proposedAt}/${to}`, to, plan: plan.id, task, unit, year, proposedAt }))
    return [
      ...(approved === undefined || isPast || !isNews(approved.approvedOn) ? [] : of('milestones-approved', approved.at, toldOf(view, approved), approved.unit)),
      ...(returned === undefined || (isPast && !isNews(returned.returnedOn)) ? [] : of('milestones-returned', returned.at, toldOf(view, returned), returned.unit)),
    ]
  })
}

/** The unit's people; of a group whoever wrote for it. */
function toldOf({ directory }: View, { unit, by }: Pick<Proposal, 'unit' | 'by'>): PersonId[] {
  if (directory.units.get(unit)?.members === undefined) return askedFor(directory, unit).map(({ id }) => id)
  return by === 'system' || !directory.people.has(by) ? [] : [by]
}
