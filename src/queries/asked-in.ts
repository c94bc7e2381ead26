// Who was asked in a round. Of one that is over it is as it was when it ended: what happens afterwards does not change it.
import { yearOf } from '#src/calendar/day.ts'
import type { Assignment } from '#src/ledger/assignment.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import type { Task } from '#src/ledger/task.ts'
import { answering } from './answering.ts'
import { asItStood } from './as-it-stood.ts'
import { hasMilestones } from './milestones.ts'
import { endingOf, endOf, isOver, isReplaced, type Round } from './round.ts'
import type { View } from './view.ts'

export type AskedIn = { task: Task; part: Assignment }

/** The task and the part that answered for it when the round ended, today while it goes on; undefined where it was not asked in that round. A round that was opened asks about all its tasks, a quarter about those that are open and have neither a date nor milestones. */
export function askedIn(view: View, round: Round, no: TaskNo): AskedIn | undefined {
  const { plan, directory, today } = view
  if (plan.handedOutOn === undefined || plan.handedOutOn > endOf(round)) return undefined
  const then = asItStood(plan, no, isOver(round, today) ? endingOf(round) : { on: today })
  const task = then.tasks.get(no)
  const part = answering({ plan: then, directory }, no)
  if (task === undefined || part === undefined) return undefined
  if (!round.isDefault) return round.round.tasks.includes(no) ? { task, part } : undefined
  const isOwed = part.status === 'open' && task.course?.paused === undefined && task.due.kind !== 'dated' && !hasMilestones(then, no, yearOf(round.from)) && !isReplaced(view, no, round)
  return isOwed ? { task, part } : undefined
}

/** All tasks that a quarter asked about, those that the plan has no more among them. */
export function tasksAskedIn(view: View, round: Round): TaskNo[] {
  const { plan } = view
  const known = new Set([...plan.tasks.keys(), ...plan.stood.keys()])
  return [...known].filter((no) => askedIn(view, round, no) !== undefined).toSorted((a, b) => a - b)
}
