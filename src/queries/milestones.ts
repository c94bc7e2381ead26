// The milestones of a task that count on a day (年度分解), and which of them are reached.
import { monthOf, yearOf, type Day, type Instant } from '#src/calendar/day.ts'
import type { Directory } from '#src/directory/directory.ts'
import { present } from '#src/ledger/fields.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import { yearKey, type ApprovedMilestone, type Reached, type YearMilestones } from '#src/ledger/milestone.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { answering } from './answering.ts'
import type { View } from './view.ts'

/** `number`: in the year's approved list, from 1. `waiting`: whose word is missing; of a group those of its members. */
export type MilestoneFacts = {
  year: number
  number: number
  proposedAt: Instant
  what: string
  by: Day
  shows?: string
  carried: boolean
  /** The day first approved, where it was moved. */
  original?: Day
  /** Once nobody's word is missing: the last of them. */
  reached?: Pick<Reached, 'at' | 'on' | 'words' | 'onBehalf'>
  waiting: UnitId[]
  group?: { reached: number; of: number }
}

/** Milestones in force, the earliest first: this year's and later ones; while this year has none, what was not reached of the last year that had. None where the task has a date of its own. */
export function milestonesOf(view: View, no: TaskNo): MilestoneFacts[] {
  const { plan, directory, today } = view
  const unit = plan.milestones.size === 0 || plan.tasks.get(no)?.due.kind === 'dated' ? undefined : answering(view, no)?.unit
  if (unit === undefined) return []
  const approved = approvedYears(plan, no, yearOf(today))
  const factsOf = (years: readonly YearMilestones[]): MilestoneFacts[] => years.flatMap((year) => ofYear(year, unit, directory))
  const now = factsOf(approved.filter(({ year }) => year >= yearOf(today)))
  const isDecided = approved.some(({ year }) => year === yearOf(today))
  const last = isDecided ? undefined : approved.findLast(({ year }) => year < yearOf(today))
  return [...(last === undefined ? [] : factsOf([last]).filter(({ reached }) => reached === undefined)), ...now]
}

/** Those not reached yet. */
export const milestonesOwed = (view: View, no: TaskNo): MilestoneFacts[] => milestonesOf(view, no).filter(({ reached }) => reached === undefined)

/** Whether milestones stand in the place of the quarters' reports in a year. */
export const hasMilestones = ({ milestones }: PlanState, no: TaskNo, year: number): boolean => milestones.get(yearKey(no, year))?.approved !== undefined

/** Plans are not longer than this. */
const yearsAhead = 10

/** Nothing is proposed before the hand-out, so no earlier year is looked up. */
function approvedYears({ milestones, handedOutOn }: PlanState, no: TaskNo, thisYear: number): YearMilestones[] {
  const first = handedOutOn === undefined ? thisYear : yearOf(handedOutOn)
  const years = Array.from({ length: Math.max(0, thisYear + yearsAhead - first) }, (_, at) => first + at)
  return years.flatMap((year) => milestones.get(yearKey(no, year)) ?? []).filter(({ approved }) => approved !== undefined)
}

function ofYear({ year, approved }: YearMilestones, unit: UnitId, { units }: Directory): MilestoneFacts[] {
  if (approved === undefined) return []
  const members = units.get(unit)?.members ?? []
  return approved.milestones.map((milestone, at) => factsOf(milestone, { year, number: at + 1, proposedAt: approved.at }, unit, members))
}

/** A word for the whole counts for all of a group; where the group is none any more, any word that was said. */
function factsOf({ what, by, shows, carried, original, reached }: ApprovedMilestone, of: Pick<MilestoneFacts, 'year' | 'number' | 'proposedAt'>, unit: UnitId, members: readonly UnitId[]): MilestoneFacts {
  const isWhole = reached.some(({ member }) => member === undefined || members.length === 0)
  const waiting = isWhole ? [] : members.length === 0 ? [unit] : members.filter((member) => !reached.some((word) => word.member === member))
  const last = reached.at(-1)
  return {
    ...of, what, by, carried: carried === true, waiting,
    ...(shows === undefined ? {} : { shows }), ...(original === undefined ? {} : { original }),
    ...(waiting.length > 0 || last === undefined ? {} : { reached: { at: last.at, on: last.on, ...present({ words: last.words, onBehalf: last.onBehalf }) } }),
    ...(members.length === 0 ? {} : { group: { reached: members.length - waiting.length, of: members.length } }),
  }
}

/** The year whose milestones are asked for: this one, in December the next where the plan goes on. Undefined once the plan is over, or before it begins. */
export function yearToPropose({ plan: { period }, today }: Pick<View, 'plan' | 'today'>): number | undefined {
  const now = yearOf(today)
  const year = monthOf(today) === 12 && (period === undefined || period.to > now) ? now + 1 : Math.max(now, period?.from ?? now)
  return period !== undefined && year > period.to ? undefined : year
}

export type ProposalState = 'missing' | 'waiting' | 'returned' | 'approved'

/** What became of a year's list: one that waits stands before what is approved. */
export function proposalState({ milestones }: PlanState, no: TaskNo, year: number): { state: ProposalState; reason?: string } {
  const { proposed, returned, approved } = milestones.get(yearKey(no, year)) ?? {}
  if (proposed !== undefined) return { state: 'waiting' }
  if (returned !== undefined) return { state: 'returned', reason: returned.reason }
  return { state: approved === undefined ? 'missing' : 'approved' }
}
