// Who was asked in a round, and whose word is missing. Of a round that is over both are as they were on its last day: what happens afterwards changes neither, but for late answers.
import { yearOf, type Day } from '#src/calendar/day.ts'
import { unitNow, type Directory } from '#src/directory/directory.ts'
import { standingOf, type Assignment, type Report } from '#src/ledger/assignment.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { Task } from '#src/ledger/task.ts'
import { answering, partOf, silentOf } from './answering.ts'
import { asItStood } from './as-it-stood.ts'
import { hasMilestones } from './milestones.ts'
import { endOf, isOver, isReplaced, untilFor, type Round } from './round.ts'
import { isAnswerTo, saidDoneBy } from './said-done.ts'
import type { View } from './view.ts'

export type AskedIn = { task: Task; part: Assignment }

/** The task and the part that answered for it on the round's last day, today while it goes on; undefined where it was not asked in that round. A round that was opened asks about all its tasks, a quarter about those that are open and have neither a date nor milestones. */
export function askedIn(view: View, round: Round, no: TaskNo): AskedIn | undefined {
  const { plan, directory, today } = view
  if (plan.handedOutOn === undefined || plan.handedOutOn > endOf(round)) return undefined
  const then = asItStood(plan, no, isOver(round, today) ? endOf(round) : today)
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

/** Of those that were asked, the unit or the members of the group that have not answered, late answers counting as answers. */
export function silentIn(view: View, round: Round, { part }: AskedIn): UnitId[] {
  const isSaid = ({ on }: Report): boolean => on >= round.from
  if (!isOver(round, view.today)) return silentOf(view.directory, part, isSaid)
  // What was said on the day of a change stands in what is kept of that day, and may have been taken back since: it counts by what stands now.
  const then = silentOf(view.directory, part, (word) => isSaid(word) && word.on <= endOf(round))
  const now = partOf(view, part.task, unitNow(view.directory, part.unit))
  const silent = now === undefined ? then : then.filter((voice) => !hasSpoken(view.directory, now, voice, isSaid, untilFor(round, voice)))
  // By the names of today: one that was asked then may be another's since.
  return [...new Set(silent.map((voice) => unitNow(view.directory, voice)))]
}

/** By a word, or by saying that it is done. A member speaks by itself, or with its group. */
function hasSpoken(directory: Directory, now: Assignment, voice: UnitId, isSaid: (word: Report) => boolean, until: Day): boolean {
  const own = directory.units.get(now.unit)?.members === undefined ? now.unit : voice
  const words = [now.report, own === now.unit ? undefined : standingOf(now, own).report]
  return words.some((word) => word !== undefined && isSaid(word)) || saidDoneBy(now, own).some((said) => isAnswerTo(said, until))
}
