// Notices about assignments: due soon, overdue, a quarter's progress, a chase, a return, a claim that waits.
import type { Instant } from '#src/calendar/day.ts'
import { headsOf, withRole } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import { present } from '#src/ledger/fields.ts'
import { keyOf, type Assignment, type Member, type Report } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { policyOf } from '#src/ledger/policy.ts'
import type { Task } from '#src/ledger/task.ts'
import { answering, partsOf, presentOf, silentOf, type IsSaid } from '#src/queries/answering.ts'
import { isAnswerIn } from '#src/queries/answers-to.ts'
import { askedAbout } from '#src/queries/handed.ts'
import { membersStopped, standsUntil } from '#src/queries/overdue.ts'
import { dueOf } from '#src/queries/plan-due.ts'
import { milestonesOwed } from '#src/queries/milestones.ts'
import { progressOwed } from '#src/queries/next-owed.ts'
import { runningQuarter } from '#src/queries/round.ts'
import { chased } from '#src/queries/silent-in.ts'
import type { View } from '#src/queries/view.ts'
import { headMark, markAfter, markBefore } from './mark.ts'
import type { Notice } from './notice.ts'
import { ofRound } from './of-round.ts'
import { overMarkOf } from './over-mark.ts'

/** All that is due now about a task's assignments; what was delivered before is taken off by whoever sends. */
export function ofTask(view: View, task: Task): Notice[] {
  const lead = answering(view, task.no)
  // Nobody is asked about what is paused; a claim that came before still waits.
  const isPaused = task.course?.paused !== undefined
  const dated = lead === undefined || view.plan.handedOutOn === undefined || isPaused ? [] : [...ofDate(view, task, lead), ...ofProgress(view, task, lead), ...ofRound(view, task, lead)]
  return [...dated, ...partsOf(view, task.no).flatMap((part) => ofTurn(view, part)).filter(({ kind }) => !isPaused || kind === 'claim-waiting')]
}

const each = (people: readonly Person[]): Person[] => [...new Map(people.map((person) => [person.id, person])).values()]

/** Those whose word is missing: who has answered is not asked again, and a member not for the others of its group. */
const peopleStillAsked = (view: View, part: Assignment, isSaid: IsSaid, stopped: readonly UnitId[] = []): Person[] =>
  askedAbout(view.directory, part, silentOf(view.directory, part, isSaid).filter((unit) => !stopped.includes(unit)))

function ofDate(view: View, task: Task, lead: Assignment): Notice[] {
  const { day: due, byDefault = false } = dueOf(view.plan, task) ?? {}
  if (due === undefined || lead.status !== 'open') return []
  // A milestone stands in the place of the default, and has marks of its own.
  if (byDefault && milestonesOwed(view, task.no).length > 0) return []
  const { plan, today, calendar } = view
  // Asked for in time, a later day stops the clock until that day: nobody is chased for a date that may move.
  if (standsUntil(view, task, lead) !== undefined) return []
  const stopped = membersStopped(view.directory.units.get(lead.unit) ?? {}, lead, due, today)
  const { dueMarks, overdueEvery } = policyOf(plan)
  const soon = markBefore(due, dueMarks, today, calendar)
  const late = markAfter(due, overdueEvery, today, calendar)
  const mark = soon ?? late
  if (mark === undefined) return []
  // Whoever was told of an instruction since the mark has been told of its date.
  if (soon !== undefined && task.origin !== undefined && task.origin.on >= mark.since && task.dueSet === undefined) return []
  const isSaid = ({ on }: Report): boolean => on >= mark.since
  const of = { plan: plan.id, task: task.no, unit: lead.unit, due }
  const asked = peopleStillAsked(view, lead, isSaid, stopped)
  if (soon !== undefined)
    return asked.map(({ id }) => ({ kind: 'due-soon', key: `due-soon/${of.plan}/${of.task}/${of.unit}/${due}/${mark.name}/${id}`, to: id, ...of, mark: Number(mark.name), workingDaysLeft: mark.workingDaysLeft }))
  const over = -mark.workingDaysLeft
  const overdue = (name: string) => ({ id }: Person): Notice => ({ kind: 'overdue', key: `overdue/${of.plan}/${of.task}/${of.unit}/${due}/${name}/${id}`, to: id, ...of, workingDaysOver: over })
  const silent = silentOf(view.directory, lead, isSaid).filter((each) => !stopped.includes(each))
  const markOf = overMarkOf(view, silent, over, mark.name)
  return [...asked.map((person) => overdue(markOf(person.id))(person)), ...headsTold(view, over, silent, asked).map(overdue(headMark(over, policyOf(plan))))]
}

/** Heads have marks of their own, so many working days after the date and every so many from there: never two days running. */
function headsTold({ plan, directory }: View, workingDaysOver: number, silent: readonly UnitId[], asked: readonly Person[]): Person[] {
  if (workingDaysOver < policyOf(plan).headAfter) return []
  const heads = silent.flatMap((unit) => presentOf(directory, headsOf(directory, unit)))
  return each(heads).filter((head) => !asked.some(({ id }) => id === head.id))
}

/** The default of a task without a date: a report each quarter, asked of whoever answers for it. */
function ofProgress(view: View, task: Task, lead: Assignment): Notice[] {
  const { plan, today, calendar } = view
  const quarter = runningQuarter(view)
  const owed = task.due.kind === 'dated' || lead.status !== 'open' ? undefined : progressOwed(view, task.no)
  if (owed?.kind !== 'progress' || owed.quarter !== quarter.key) return []
  const mark = markBefore(quarter.until, policyOf(plan).progressMarks, today, calendar)
  if (mark === undefined) return []
  return peopleStillAsked(view, lead, isAnswerIn(view, quarter, lead)).map((person) => ({
    kind: 'progress-due', key: `progress/${plan.id}/${task.no}/${lead.unit}/${quarter.key}/${mark.name}/${person.id}`, to: person.id,
    plan: plan.id, task: task.no, unit: lead.unit, quarter: quarter.key, due: quarter.until, workingDaysLeft: mark.workingDaysLeft,
  }))
}

/** What somebody else's act asks of a person: a chase, a return, a claim to look at. An answer since then ends it. */
function ofTurn(view: View, part: Assignment): Notice[] {
  const { plan, directory } = view
  const of = { plan: plan.id, task: part.task, unit: part.unit }
  const told = (kind: 'nudged' | 'returned' | 'claim-waiting', at: Instant, people: readonly Person[]): Notice[] =>
    people.map(({ id }) => ({ kind, key: `${kind}/${of.plan}/${of.task}/${of.unit}/${at}/${id}`, to: id, ...of }))
  const own = view.plan.assignments.get(keyOf(part.task, part.unit)) ?? part
  const ofMembers = own.status === 'open' ? [...own.byMember].flatMap(([member, standing]) => ofMember(view, own, member, standing)) : []
  if (own.status === 'claimed') return told('claim-waiting', own.claim.at, withRole(directory, 'secretary'))
  if (part.status !== 'open') return ofMembers
  const returned = (since: Instant): Notice[] => told('returned', since, peopleStillAsked(view, part, (word) => word.at >= since))
  const { nudgedAt: at, nudgedOn: on, nudgedUrgently } = part
  const urgent = nudgedUrgently?.at === at ? nudgedUrgently?.why : undefined
  const silent = at === undefined || on === undefined ? [] : chased(view, part, { at, on })
  const nudged = at === undefined || on === undefined ? [] : told('nudged', at, askedAbout(directory, part, silentOf(directory, part, (word) => word.at >= at).filter((unit) => silent.includes(unit)))).map((notice): Notice => ({ ...notice, ...(notice.kind === 'nudged' ? { on, ...present({ urgent }) } : {}) }))
  return [...ofMembers, ...nudged, ...(part.returned === undefined ? [] : returned(part.returned.at))]
}

/** A member's claim waits for the secretary like any other; what was sent back is the member's own to put right. */
function ofMember({ plan, directory }: View, part: Assignment, member: UnitId, { claim, returned, report }: Member): Notice[] {
  const { task, unit } = part
  const told = (kind: 'returned' | 'claim-waiting', at: Instant, people: readonly Person[]): Notice[] =>
    people.map(({ id }) => ({ kind, key: `${kind}/${plan.id}/${task}/${member}/${at}/${id}`, to: id, plan: plan.id, task, unit, member }))
  if (claim !== undefined) return told('claim-waiting', claim.at, withRole(directory, 'secretary'))
  return returned === undefined || (report !== undefined && report.at >= returned.at) ? [] : told('returned', returned.at, askedAbout(directory, part, [member]))
}
