// Who was asked in a round, and whose word is missing. Of a round that is over both are as they were when it ended: what happens afterwards changes neither, but for late answers.
import { yearOf } from '#src/calendar/day.ts'
import { unitNow, type Directory } from '#src/directory/directory.ts'
import type { Assignment } from '#src/ledger/assignment.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import { isDisowned } from '#src/ledger/part-question.ts'
import type { Task } from '#src/ledger/task.ts'
import { answering, silentOf } from './answering.ts'
import { answersTo, type Answers } from './answers-to.ts'
import { asItStood } from './as-it-stood.ts'
import { hasMilestones } from './milestones.ts'
import { endFor, endingOf, endOf, isOver, isReplaced, type End, type Round } from './round.ts'
import { isAnswerTo } from './said-done.ts'
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

/** Of those that were asked, the unit or the members of the group that have not answered, late answers counting as answers. */
export function silentIn(view: View, round: Round, { part }: AskedIn): UnitId[] {
  const { directory } = view
  if (!isOver(round, view.today)) return silentOf(directory, part, ({ on }) => on >= round.from)
  const silent = voicesAsked(directory, part).filter((voice) => !hasAnswered(answersTo(view, round, part, voice), endFor(round, voice)))
  // By the names of today: one that was asked then may be another's since.
  return [...new Set(silent.map((voice) => unitNow(directory, voice)))]
}

/** Who says that the part is not theirs is not asked. */
const voicesAsked = (directory: Directory, { unit, question, byMember }: Assignment): UnitId[] =>
  isDisowned(question) ? [] : (directory.units.get(unit)?.members ?? [unit]).filter((voice) => !isDisowned(byMember.get(voice)?.question))

/** By a word, or by saying that it is done. */
const hasAnswered = ({ words, claims }: Answers, until: End): boolean => words.length > 0 || claims.some((said) => isAnswerTo(said, until))
