// The light of an assignment and of a task, each with its rule and facts: 为什么 is always answered.
import type { Day } from '#src/calendar/day.ts'
import { unitName, unitNow } from '#src/directory/directory.ts'
import type { Assignment, Report } from '#src/ledger/assignment.ts'
import { present } from '#src/ledger/fields.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import { policyOf } from '#src/ledger/policy.ts'
import type { Task } from '#src/ledger/task.ts'
import { citedAs } from './amended.ts'
import { askedIn } from './asked-in.ts'
import { answering, askedFor, isResponsible, membersClaimed, partsOf, returnedOf, wordOf } from './answering.ts'
import { dutyLate, type DutyLate } from './occurrences.ts'
import { membersStopped, overdueSince } from './overdue.ts'
import { personName } from './person-name.ts'
import { dueOf } from './plan-due.ts'
import { milestonesOwed, type MilestoneFacts } from './milestones.ts'
import { isOpenFor, lastClosed, type Round } from './round.ts'
import { waitingIn } from './voices.ts'
import { silentIn } from './silent-in.ts'
import type { View } from './view.ts'

export type Light = 'done' | 'red' | 'yellow' | 'green' | 'pending'
/** In lists: the smaller comes first. */
export const lightRank: Readonly<Record<Light, number>> = { red: 0, yellow: 1, green: 2, pending: 2, done: 3 }

/** The date, or the unit's part, is an amendment's. */
type ByAmendment = { amended?: { on: Day; what: 'due' | 'part' } }

export type Why = ByAmendment & (
  | { rule: 'accepted'; on: Day }
  | { rule: 'not-handed-out' }
  | { rule: 'no-unit' }
  | { rule: 'blocked'; problem: string; on: Day }
  /** `claimedOn`: a claim that came after the date; the days count until it. `members`: of a group some have claimed or wait for a later day, and the days are the others', named in `running`. */
  | { rule: 'overdue'; due: Day; days: number; claimedOn?: Day; problem?: string; members?: { claimed: number; of: number; running: string[] } }
  /** An approved milestone that was not reached by its day; `problem` as of `overdue`. */
  | { rule: 'milestone-overdue'; what: string; due: Day; days: number; problem?: string }
  | { rule: 'difficulty'; problem: string; on: Day }
  | { rule: 'returned'; reason: string; on: Day }
  /** What was accepted was found not to be so; `by`: the secretary's name, where it is known. */
  | { rule: 'reopened'; reason: string; on: Day; by?: string }
  | { rule: 'claim-waiting'; claimedOn: Day }
  | { rule: 'due-soon'; due: Day; workingDaysLeft: number }
  | { rule: 'milestone-soon'; what: string; due: Day; workingDaysLeft: number }
  /** Nobody is asked until a secretary resumes it. */
  | { rule: 'paused'; on: Day; reason: string; until?: Day }
  /** Asked for before the date: it waits for the secretary. */
  | { rule: 'extension-waiting'; day: Day; on: Day }
  /** The unit says that the part is not its own. */
  | { rule: 'in-question'; on: Day; words: string; should?: string }
  /** `round`: the key of the one that closed last; `title` where it was opened by a secretary; `closedOn` where she closed it before its last day. `nobody`: the unit has nobody who can be asked. */
  | { rule: 'unanswered'; round: string; title?: string; closedOn?: Day; nobody?: true }
  | { rule: 'year-unbound'; said: string }
  /** `duty`: owed for a period, and late: it changes no light, and is never left unsaid. */
  | { rule: 'reported'; on: Day; bare: boolean; duty?: DutyLate }
  | { rule: 'nothing-due'; duty?: DutyLate }
)

export type Lit = { light: Light; why: Why }

/** 正常推进 without a word: the unit's own word (自报), with nothing that shows it. */
export const isBare = (report: Pick<Report, 'state' | 'done' | 'answer'>): boolean => report.state === 'normal' && (report.done ?? '').trim() === '' && report.answer === undefined

/** Never without the amendment, where the date or the unit came by one. */
export function lightOf(view: View, task: Task, assignment: Assignment): Lit {
  const { light, why } = litBy(view, task, assignment)
  const amended = amendedBy(view, task, assignment, why)
  return amended === undefined ? { light, why } : { light, why: { ...why, amended } }
}

const aboutDate: ReadonlySet<Why['rule']> = new Set(['overdue', 'due-soon', 'year-unbound'])
const aboutPart: ReadonlySet<Why['rule']> = new Set([...aboutDate, 'unanswered', 'nothing-due'])

function amendedBy({ plan }: View, { dueFrom }: Task, { from }: Assignment, { rule }: Why): ByAmendment['amended'] {
  const due = dueFrom === undefined || !aboutDate.has(rule) ? undefined : citedAs(plan, dueFrom.source)
  if (due !== undefined) return { on: due.on, what: 'due' }
  const part = from === undefined || !aboutPart.has(rule) ? undefined : citedAs(plan, from)
  return part === undefined ? undefined : { on: part.on, what: 'part' }
}

/** The rules in the order in which they win. */
function litBy(view: View, task: Task, assignment: Assignment): Lit {
  const { plan, today, calendar } = view
  if (assignment.status === 'accepted') return { light: 'done', why: { rule: 'accepted', on: assignment.acceptedOn } }
  if (plan.handedOutOn === undefined) return { light: 'pending', why: { rule: 'not-handed-out' } }
  const paused = task.course?.paused
  if (paused !== undefined) return { light: 'pending', why: { rule: 'paused', ...paused } }
  const report = wordOf(assignment)
  const claim = assignment.status === 'claimed' ? assignment.claim : undefined
  if (claim === undefined && report?.state === 'blocked') return { light: 'red', why: { rule: 'blocked', problem: report.problem ?? '', on: report.on } }
  const due = dueOf(plan, task)?.day
  const extension = claim === undefined ? waitingIn(task, assignment, 'extension')[0]?.petition : undefined
  const over = overdueSince(view, task, assignment)
  if (over !== undefined) {
    const members = membersClaimed(view.directory, assignment, membersStopped(view.directory.units.get(assignment.unit) ?? {}, assignment, over, today))
    const running = members?.running.map((member) => unitName(view.directory, member)) ?? []
    const facts = { ...(members === undefined ? {} : { members: { ...members, running } }), ...(claim === undefined ? {} : { claimedOn: claim.on }), ...(assignment.obstacle === undefined ? {} : { problem: assignment.obstacle.words }) }
    return { light: 'red', why: { rule: 'overdue', due: over, days: calendar.daysBetween(over, claim?.on ?? today), ...facts } }
  }
  if (claim !== undefined) return { light: 'yellow', why: { rule: 'claim-waiting', claimedOn: claim.on } }
  const milestone = nextMilestone(view, task, assignment)
  if (milestone !== undefined && today > milestone.by) {
    const problem = assignment.obstacle === undefined ? {} : { problem: assignment.obstacle.words }
    return { light: 'red', why: { rule: 'milestone-overdue', what: milestone.what, due: milestone.by, days: calendar.daysBetween(milestone.by, today), ...problem } }
  }
  if (report?.state === 'difficulty') return { light: 'yellow', why: { rule: 'difficulty', problem: report.problem ?? '', on: report.on } }
  if (extension !== undefined) return { light: 'yellow', why: { rule: 'extension-waiting', day: extension.day, on: extension.on } }
  const question = waitingIn(task, assignment, 'question').find(({ petition }) => petition.about === 'not-ours')?.petition
  if (question !== undefined) return { light: 'yellow', why: { rule: 'in-question', on: question.on, words: question.words, ...(question.should === undefined ? {} : { should: question.should }) } }
  const returned = returnedOf(view.directory, assignment)
  if (returned !== undefined) {
    const { reason, on, reopenedBy } = returned
    return { light: 'yellow', why: reopenedBy === undefined ? { rule: 'returned', reason, on } : { rule: 'reopened', reason, on, ...present({ by: personName(view.directory, reopenedBy) }) } }
  }
  const { warnWorkingDays } = policyOf(plan)
  if (due !== undefined) {
    const workingDaysLeft = calendar.workingDaysUntil(due, today)
    if (workingDaysLeft <= warnWorkingDays) return { light: 'yellow', why: { rule: 'due-soon', due, workingDaysLeft } }
  }
  if (milestone !== undefined) {
    const workingDaysLeft = calendar.workingDaysUntil(milestone.by, today)
    if (workingDaysLeft <= warnWorkingDays) return { light: 'yellow', why: { rule: 'milestone-soon', what: milestone.what, due: milestone.by, workingDaysLeft } }
  }
  const missed = missedRound(view, task, assignment)
  if (missed !== undefined) return { light: 'yellow', why: { rule: 'unanswered', round: missed.key, ...openedFacts(missed), ...(askedFor(view.directory, assignment.unit).length > 0 ? {} : { nobody: true }) } }
  if (task.due.kind === 'unbound') return { light: 'pending', why: { rule: 'year-unbound', said: task.due.said } }
  const duty = present({ duty: answering(view, task.no)?.unit === assignment.unit ? dutyLate(view, task.no) : undefined })
  return report === undefined ? { light: 'green', why: { rule: 'nothing-due', ...duty } } : { light: 'green', why: { rule: 'reported', on: report.on, bare: isBare(report), ...duty } }
}

function openedFacts(round: Round): { title?: string; closedOn?: Day } {
  if (round.isDefault) return {}
  const { closedOn } = round.turn
  return { title: round.round.title, ...(closedOn === undefined || closedOn >= round.until ? {} : { closedOn }) }
}

/** The first that is not reached yet: owed by the one who answers for the task. */
const nextMilestone = (view: View, { no }: Task, { unit }: Assignment): MilestoneFacts | undefined => (answering(view, no)?.unit === unit ? milestonesOwed(view, no)[0] : undefined)

/** The round last closed, where this assignment was asked in it, did not answer, and has no more days for it. Only the one who answers for the task is asked. */
function missedRound(view: View, task: Task, assignment: Assignment): Round | undefined {
  if (answering(view, task.no)?.unit !== assignment.unit) return undefined
  const last = lastClosed(view, task.no)
  const asked = askedIn(view, last, task.no)
  // Whoever carries on a unit's work since is silent in its place.
  return asked !== undefined && unitNow(view.directory, asked.part.unit) === assignment.unit && silentIn(view, last, asked).some((voice) => !isOpenFor(last, voice, view.today)) ? last : undefined
}

const worstFirst: readonly Light[] = ['red', 'yellow', 'pending', 'green', 'done']

/** A task's light is its lead's; without a lead, the worst of its responsible units. `supportRed`: supporting units that are behind. */
export function taskLight(view: View, no: TaskNo): Lit & { unit?: Assignment['unit']; supportRed: number } {
  const task = view.plan.tasks.get(no)
  const lead = answering(view, no)
  if (task === undefined || lead === undefined) return { light: 'pending', why: { rule: 'no-unit' }, supportRed: 0 }
  const parts = partsOf(view, no)
  const hasLead = lead.part === 'lead' || lead.inferred === 'lead'
  const supportRed = parts.filter((part) => part.unit !== lead.unit && (hasLead || !isResponsible(part)) && lightOf(view, task, part).why.rule === 'blocked').length
  if (hasLead) return { ...lightOf(view, task, lead), unit: lead.unit, supportRed }
  const lit = parts.filter(isResponsible).map((part) => ({ ...lightOf(view, task, part), unit: part.unit }))
  const worst = lit.toSorted((a, b) => worstFirst.indexOf(a.light) - worstFirst.indexOf(b.light))[0]
  return { ...(worst ?? lightOf(view, task, lead)), supportRed }
}
