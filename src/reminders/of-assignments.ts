// Notices about assignments: due soon, overdue, a quarter's progress, a chase, a return, a claim that waits.
import type { Instant } from '#src/calendar/day.ts'
import { quarterOf } from '#src/calendar/period.ts'
import { headsOf, withRole } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import type { Assignment } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { Task } from '#src/ledger/task.ts'
import { answering, askedFor, partsOf } from '#src/queries/answering.ts'
import { dueOf } from '#src/queries/light.ts'
import type { View } from '#src/queries/view.ts'
import { markAfter, markBefore } from './mark.ts'
import type { Notice } from './notice.ts'
import { dueMarks, headAfter, progressMarks } from './policy.ts'

/** All that is due now about a task's assignments; what was delivered before is taken off by whoever sends. */
export function ofTask(view: View, task: Task): Notice[] {
  const lead = answering(view.plan, task.no)
  const dated = lead === undefined || view.plan.handedOutOn === undefined ? [] : [...ofDate(view, task, lead), ...ofProgress(view, task, lead)]
  return [...dated, ...partsOf(view.plan, task.no).flatMap((part) => ofTurn(view, part))]
}

/** A group answers through each of its members. */
export const peopleOf = ({ directory }: View, unit: UnitId): Person[] => {
  const members = directory.units.get(unit)?.members ?? [unit]
  return [...new Map(members.flatMap((member) => askedFor(directory, member)).map((person) => [person.id, person])).values()]
}

function ofDate(view: View, task: Task, lead: Assignment): Notice[] {
  const due = dueOf(view.plan, task)?.day
  if (due === undefined || lead.status !== 'open') return []
  const { plan, today, calendar } = view
  const soon = markBefore(due, dueMarks, today, calendar)
  const late = markAfter(due, today, calendar)
  const mark = soon ?? late
  if (mark === undefined || isAnswered(lead, mark.since)) return []
  const of = { plan: plan.id, task: task.no, unit: lead.unit, due }
  const asked = peopleOf(view, lead.unit)
  const heads = mark.workingDaysLeft <= -headAfter ? headsOf(view.directory, lead.unit).filter((head) => !asked.some(({ id }) => id === head.id)) : []
  return [...asked, ...heads].map((person): Notice =>
    soon === undefined
      ? { kind: 'overdue', key: `overdue/${of.plan}/${of.task}/${of.unit}/${due}/${mark.name}/${person.id}`, to: person.id, ...of, workingDaysOver: -mark.workingDaysLeft }
      : { kind: 'due-soon', key: `due-soon/${of.plan}/${of.task}/${of.unit}/${due}/${mark.name}/${person.id}`, to: person.id, ...of, mark: Number(mark.name), workingDaysLeft: mark.workingDaysLeft },
  )
}

const isAnswered = ({ report }: Assignment, since: string): boolean => report !== undefined && report.on >= since

/** The default of a task without a date: a report each quarter, asked of whoever answers for it. */
function ofProgress(view: View, task: Task, lead: Assignment): Notice[] {
  const { plan, today, calendar } = view
  const quarter = quarterOf(today)
  if (task.due.kind === 'dated' || lead.status !== 'open' || isAnswered(lead, quarter.from)) return []
  const mark = markBefore(quarter.to, progressMarks, today, calendar)
  if (mark === undefined) return []
  return peopleOf(view, lead.unit).map((person) => ({
    kind: 'progress-due', key: `progress/${plan.id}/${task.no}/${lead.unit}/${quarter.key}/${mark.name}/${person.id}`, to: person.id,
    plan: plan.id, task: task.no, unit: lead.unit, quarter: quarter.key, due: quarter.to, workingDaysLeft: mark.workingDaysLeft,
  }))
}

/** What somebody else's act asks of a person: a chase, a return, a claim to look at. An answer since then ends it. */
function ofTurn(view: View, part: Assignment): Notice[] {
  const { plan, directory } = view
  const of = { plan: plan.id, task: part.task, unit: part.unit }
  const told = (kind: 'nudged' | 'returned' | 'claim-waiting', at: Instant, people: readonly Person[]): Notice[] =>
    people.map(({ id }) => ({ kind, key: `${kind}/${of.plan}/${of.task}/${of.unit}/${at}/${id}`, to: id, ...of }))
  if (part.status === 'claimed') return told('claim-waiting', part.claim.at, withRole(directory, 'secretary'))
  if (part.status !== 'open') return []
  const isOpenSince = (at: Instant | undefined): at is Instant => at !== undefined && (part.report === undefined || part.report.at < at)
  return [
    ...(isOpenSince(part.nudgedAt) ? told('nudged', part.nudgedAt, peopleOf(view, part.unit)) : []),
    ...(isOpenSince(part.returned?.at) ? told('returned', part.returned.at, peopleOf(view, part.unit)) : []),
  ]
}
