// The next thing owed by a task: no task is ever without one.
import { dayOf, yearOf, type Day } from '#src/calendar/day.ts'
import { quarterOf, type Period } from '#src/calendar/period.ts'
import type { Assignment } from '#src/ledger/assignment.ts'
import { present } from '#src/ledger/fields.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import { isDisowned } from '#src/ledger/part-question.ts'
import type { Task } from '#src/ledger/task.ts'
import { answering } from './answering.ts'
import { dueOf } from './plan-due.ts'
import { hasMilestones, milestonesOwed } from './milestones.ts'
import { standsUntil } from './overdue.ts'
import { nextOccurrence, type Occurrence } from './occurrences.ts'
import { isOpenFor, isReplaced, nextTurn, roundFor, runningQuarter, turnsReopened, untilFor, type RoundTurn } from './round.ts'
import { silentNow } from './silent-in.ts'
import type { View } from './view.ts'

export type NextOwed =
  | { kind: 'completion'; due: Day; byDefault: boolean }
  | { kind: 'milestone'; year: number; number: number; what: string; due: Day }
  | { kind: 'progress'; quarter: string; due: Day }
  /** In a round that a secretary opened, by its key. */
  | { kind: 'round'; round: string; title: string; due: Day }
  | { kind: 'occurrence'; occurrence: Occurrence; due: Day }
  | { kind: 'review-claim' }
  | { kind: 'name-unit' }
  /** The unit says that the part is not its own. */
  | { kind: 'rule-question' }
  /** A later day was asked for in time: nobody is late until that day. */
  | { kind: 'rule-extension'; until: Day }
  /** Paused; `until`: when a secretary means to look at it again. */
  | { kind: 'resume'; until?: Day }
  | { kind: 'nothing' }

/** By a day. */
export type Owing = NextOwed & { due: Day }

/** Progress: in the round that is open until it is given, then in the next: a turn of one that repeats, or by default of a quarter, where the task has no date. After the plan's last day it is completion that is owed; where that day is unknown, progress as before. */
export function progressOwed(view: View, no: TaskNo): Extract<NextOwed, { kind: 'progress' | 'round' }> | undefined {
  const { plan, today } = view
  const task = plan.tasks.get(no)
  const lead = answering(view, no)
  if (task === undefined || lead === undefined || lead.status === 'accepted' || task.course?.paused !== undefined) return undefined
  const [again] = turnsReopened(view, no).flatMap((turn) => silentNow(view, turn, lead).flatMap((unit) => ((until) => (until !== undefined && until >= today ? [inTurn(turn, until)] : []))(turn.turn.reopened.get(unit)?.until)))
  if (again !== undefined) return again
  const now = roundFor(view, no)
  const silent = silentNow(view, now, lead).filter((unit) => isOpenFor(now, unit, today))
  const ends = silent.map((unit) => untilFor(now, unit)).toSorted()
  if (!now.isDefault && ends[0] !== undefined) return inTurn(now, ends[0])
  const next = nextTurn(view, no)
  if (next !== undefined) return inTurn(next, next.until)
  return task.due.kind === 'dated' ? undefined : quarterOwed(view, task, lead)
}

const inTurn = ({ key, round }: RoundTurn, due: Day): Extract<NextOwed, { kind: 'round' }> => ({ kind: 'round', round: key, title: round.title, due })

/** Of this quarter until it is given, or was asked for in a round, then of the next. A year that has milestones asks for none, nor does one in which last year's are still to be reached. */
function quarterOwed(view: View, task: Task, lead: Assignment): Extract<NextOwed, { kind: 'progress' }> | undefined {
  const { plan, today, calendar } = view
  const { no } = task
  const current = quarterOf(today)
  const isGiven = silentNow(view, runningQuarter(view), lead).length === 0 || isReplaced(view, no, current)
  if (milestonesOwed(view, no).some(({ year }) => year < yearOf(today))) return undefined
  const quarter = withoutMilestones(view, no, isGiven ? quarterOf(calendar.addDays(current.to, 1)) : current)
  const last = dueOf(plan, task)?.day
  if (last !== undefined && quarter.to > last) return undefined
  return { kind: 'progress', quarter: quarter.key, due: quarter.to }
}

/** That quarter, or the first of the next year that has no milestones. */
function withoutMilestones(view: View, no: TaskNo, quarter: Period): Period {
  const year = yearOf(quarter.from)
  const next = dayOf(year + 1, 1, 1)
  return next === undefined || !hasMilestones(view.plan, no, year) ? quarter : withoutMilestones(view, no, quarterOf(next))
}

/** By a day that stands in the plan, in its words or its milestones: neither a report of progress nor the plan's end by default. */
export type Dated = Extract<NextOwed, { kind: 'completion' | 'milestone' | 'occurrence' }>

export const isReport = ({ kind }: Pick<NextOwed, 'kind'>): boolean => kind === 'progress' || kind === 'round'
const isDated = (owed: NextOwed): owed is Dated => owed.kind === 'milestone' || owed.kind === 'occurrence' || (owed.kind === 'completion' && !owed.byDefault)

/** The earliest of what the task owes; on one day, the completion first. */
export const nextOwed = (view: View, no: TaskNo): NextOwed => owedNext(view, no).next

/** `nextDated`: what comes behind it by a date of the plan, where it is a report alone. `owed`: all that it owes by a day, the earliest first. */
export function owedNext(view: View, no: TaskNo): { next: NextOwed; nextDated?: Dated; owed: readonly Owing[] } {
  const { plan } = view
  const task = plan.tasks.get(no)
  const lead = answering(view, no)
  if (task === undefined || lead === undefined) return { next: { kind: 'name-unit' }, owed: [] }
  if (lead.status === 'accepted') return { next: { kind: 'nothing' }, owed: [] }
  if (lead.status === 'claimed') return { next: { kind: 'review-claim' }, owed: [] }
  const paused = task.course?.paused
  if (paused !== undefined) return { next: { kind: 'resume', ...(paused.until === undefined ? {} : { until: paused.until }) }, owed: [] }
  if (isDisowned(lead.question)) return { next: { kind: 'rule-question' }, owed: [] }
  const due = dueOf(plan, task)
  const progress = progressOwed(view, no)
  const [milestone] = milestonesOwed(view, no)
  const stopped = standsUntil(view, task, lead)
  const owed: Owing[] = [
    ...(due === undefined || stopped !== undefined ? [] : [{ kind: 'completion' as const, due: due.day, byDefault: due.byDefault }]),
    ...(milestone === undefined ? [] : [{ kind: 'milestone' as const, year: milestone.year, number: milestone.number, what: milestone.what, due: milestone.by }]),
    ...(progress === undefined ? [] : [progress]),
    ...[...plan.obligations.values()].filter(({ task: of }) => of === no).flatMap((obligation) => {
      const occurrence = nextOccurrence(view, obligation)
      return occurrence === undefined ? [] : [{ kind: 'occurrence' as const, occurrence, due: occurrence.due }]
    }),
  ]
  const inOrder = owed.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  const [first] = inOrder
  if (stopped !== undefined && (first === undefined || first.due > stopped)) return { next: { kind: 'rule-extension', until: stopped }, owed: inOrder }
  if (first === undefined) return { next: { kind: 'nothing' }, owed: [] }
  return { next: first, owed: inOrder, ...(isReport(first) ? present({ nextDated: inOrder.find(isDated) }) : {}) }
}
