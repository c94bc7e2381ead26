// 代录 of milestones: a year's list, or that one of them is reached.
import type { Answer, Desk } from '#src/command.ts'
import { yearOf } from '#src/calendar/day.ts'
import type { Assignment } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { OnBehalf } from '#src/ledger/report.ts'
import { onBehalfRecorded } from '#templates/on-behalf.ts'
import { proposedWords, reachedWords } from '#templates/milestone-words.ts'
import { meantMilestone, unknownMilestone } from './meant-milestone.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { taskName } from './task-argument.ts'
import { milestonesIn } from './typed-milestones.ts'

type Args = { state: string; words: string; number?: number | undefined; unit: string; who: string; how: string; day: string }
type Facts = () => Omit<Parameters<typeof onBehalfRecorded>[0], 'said'>

export function recordReached(plan: PlanState, { part, member }: { part: Assignment; member?: UnitId }, args: Args, onBehalf: OnBehalf, facts: Facts, desk: Desk): Promise<Answer> | Answer {
  const { number, words } = args
  const of = { plan, task: part.task }
  const milestone = meantMilestone(of, { number, year: undefined }, desk)
  if (milestone === undefined) return refused(unknownMilestone(of, { number, year: undefined }, desk), desk, again(plan, part, args))
  const said = words.trim() === '' ? {} : { words }
  const recording = desk.record(plan.id, { type: 'reach-on-behalf', task: part.task, unit: part.unit, ...(member === undefined ? {} : { member }), year: milestone.year, number: milestone.number, proposedAt: milestone.proposedAt, ...said, onBehalf })
  return recorded(recording, desk, () => onBehalfRecorded({ ...facts(), said: { milestone: reachedWords(milestone.what, { ...said, onBehalf }, desk.lang), waits: false } }, desk.lang), again(plan, part, args), { about: [{ plan: plan.id, task: part.task }] })
}

export function recordProposed(plan: PlanState, part: Assignment, args: Args, onBehalf: OnBehalf, facts: Facts, desk: Desk): Promise<Answer> | Answer {
  const typed = milestonesIn(args.words, desk.today, desk.calendar)
  const [first] = typed.ok ? typed.milestones : []
  if (!typed.ok || first === undefined) return refused(typed.ok ? { code: 'milestones-missing' } : typed.refusal, desk, again(plan, part, args))
  const recording = desk.record(plan.id, { type: 'propose-on-behalf', task: part.task, unit: part.unit, year: yearOf(first.by), milestones: typed.milestones, onBehalf })
  return recorded(recording, desk, () => onBehalfRecorded({ ...facts(), said: { milestone: proposedWords({ milestones: typed.milestones, onBehalf }, desk.lang, desk.today), waits: true } }, desk.lang), again(plan, part, args), { about: [{ plan: plan.id, task: part.task }] })
}

const again = (plan: PlanState, { task }: Assignment, { state, words, number, unit, who, how, day }: Args): ReturnType<typeof runOf> => runOf('on-behalf', { task: taskName(plan.id, task), state, words, number, unit, who, how, day })
