// 全部正常推进: which of the tasks that are asked of a person may be answered in one tap, and which want an answer of their own.
import { unitAndItsGroups } from '#src/directory/directory.ts'
import { unitsAnsweredBy, type Person } from '#src/directory/person.ts'
import { standingOf, type Assignment } from '#src/ledger/assignment.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import { answering } from './answering.ts'
import { handedTo, isHandedOn } from './handed.ts'
import { milestonesOwed } from './milestones.ts'
import { membersStopped, overdueSince } from './overdue.ts'
import { roundFor } from './round.ts'
import { questionFor } from './round-question.ts'
import { isStillAsked, taskList } from './task-list.ts'
import type { TaskCard } from './task-card.ts'
import { silentNow } from './silent-in.ts'
import type { View } from './view.ts'

/** What its lead brought to an end asks for nothing; a difficulty that was reported, a claim that came back, one that was opened again with a reason, a date that has passed, a round's question: 正常推进 among others would hide it. What was handed on is asked of its handler. */
export type Alone = 'done' | 'handed' | 'difficulty' | 'returned' | 'reopened' | 'overdue' | 'question'

export function whyAlone(view: View, task: TaskNo, part: Assignment, member?: UnitId): Alone | undefined {
  if (answering(view, task)?.status === 'accepted') return 'done'
  // What was opened again as a whole wants a word of each member.
  const { report, returned = standingOf(part).returned } = standingOf(part, member)
  if (returned !== undefined && (report === undefined || report.at < returned.at)) return returned.reopenedBy === undefined ? 'returned' : 'reopened'
  if (report !== undefined && report.state !== 'normal') return 'difficulty'
  if (hasPassed(view, task, part, member)) return 'overdue'
  return questionFor(view, part, member ?? part.unit) === undefined ? undefined : 'question'
}

/** Its date, by the clock of whoever is meant, or that of a milestone which they owe. */
function hasPassed(view: View, no: TaskNo, part: Assignment, member: UnitId | undefined): boolean {
  const task = view.plan.tasks.get(no)
  const voice = member ?? part.unit
  const over = task === undefined ? undefined : overdueSince(view, task, part)
  const stands = over === undefined ? [] : membersStopped(view.directory.units.get(part.unit) ?? {}, part, over, view.today)
  return (over !== undefined && !stands.includes(voice)) || milestonesOwed(view, no).some(({ by, waiting }) => view.today > by && waiting.includes(voice))
}

/** Of all that is asked of a person's units now, or was handed to the person, and was not answered, in the order of the plans. */
export const together = (views: readonly View[], person: Person): TaskCard[] => asked(views, person).flatMap(({ task, why }) => (why === undefined ? [task] : []))

/** What is asked of the person too, and wants an answer of its own. */
export const apart = (views: readonly View[], person: Person): { task: TaskCard; why: Alone }[] => asked(views, person).flatMap(({ task, why }) => (why === undefined ? [] : [{ task, why }]))

function asked(views: readonly View[], person: Person): { task: TaskCard; why: Alone | undefined }[] {
  const units = unitsAnsweredBy(person)
  return views.flatMap((view) => {
    const handed = handedTo(view.plan, person)
    const bound = [...new Set([...units.flatMap((unit) => unitAndItsGroups(view.directory, unit)), ...handed.map(({ unit }) => unit)])]
    const speaking = ({ number }: TaskCard): UnitId[] => [...units, ...handed.filter(({ task }) => task === number).map(({ unit, member }) => member ?? unit)]
    return taskList(view, { units: bound }).flatMap((task) => (isStillAsked(view, task) ? ofAsked(view, task, speaking(task), person) : []))
  })
}

/** The unit's own word is missing, or that of a member of the group that answers. */
function ofAsked(view: View, task: TaskCard, units: readonly UnitId[], person: Person): { task: TaskCard; why: Alone | undefined }[] {
  const { number } = task
  const part = answering(view, number)
  if (part === undefined) return []
  const silent = silentNow(view, roundFor(view, number), part).find((unit) => units.includes(unit))
  if (silent === undefined) return []
  return [{ task, why: isHandedOn(view.directory, part, silent, person) ? 'handed' : whyAlone(view, number, part, silent === part.unit ? undefined : silent) }]
}
