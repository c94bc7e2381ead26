// 年度分解 as lists: what a unit has still to propose, and what waits for the secretary.
import { yearOf, type Day, type Instant } from '#src/calendar/day.ts'
import { unitName } from '#src/directory/directory.ts'
import { present } from '#src/ledger/fields.ts'
import type { PlanId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import { yearKey, type ApprovedMilestone, type Milestone } from '#src/ledger/milestone.ts'
import { isDisowned } from '#src/ledger/part-question.ts'
import type { OnBehalf } from '#src/ledger/report.ts'
import type { Actor } from '#src/ledger/stamp.ts'
import type { Task } from '#src/ledger/task.ts'
import { answering } from './answering.ts'
import { milestoneDraft } from './milestone-draft.ts'
import { proposalState, yearToPropose, type ProposalState } from './milestones.ts'
import type { View } from './view.ts'

/** `milestones`: as they are offered, wait, were returned, or stand. `change`: beside approved ones that stand. */
export type OwnMilestones = {
  plan: PlanId
  number: TaskNo
  title: string
  text: string
  unit: UnitId
  year: number
  state: ProposalState
  milestones: readonly Milestone[]
  reason?: string
  change: boolean
}

export type WaitingMilestones = {
  plan: PlanId
  planTitle: string
  number: TaskNo
  title: string
  unit: string
  year: number
  /** The year is over: it can only be sent back. */
  isPast: boolean
  proposedAt: Instant
  onBehalf?: OnBehalf
  on: Day
  by: Actor
  milestones: readonly Milestone[]
  /** What stands meanwhile, where it is a change. */
  before?: readonly ApprovedMilestone[]
}

/** Tasks without a date that these units answer for, have not done, and that are not paused. */
function ownUndated(view: View, units: readonly UnitId[]): { task: Task; unit: UnitId; isDisowned: boolean }[] {
  if (view.plan.handedOutOn === undefined) return []
  return [...view.plan.tasks.values()].flatMap((task) => {
    const lead = task.due.kind === 'dated' || task.course?.paused !== undefined ? undefined : answering(view, task.no)
    return lead?.status === 'open' && units.includes(lead.unit) ? [{ task, unit: lead.unit, isDisowned: isDisowned(lead.question) }] : []
  })
}

/** Of the year that is asked for; what is still to be written first. */
export function ownMilestones(view: View, units: readonly UnitId[]): OwnMilestones[] {
  const year = yearToPropose(view)
  if (year === undefined) return []
  const order: readonly ProposalState[] = ['returned', 'missing', 'waiting', 'approved']
  return ownUndated(view, units).map(({ task, unit }) => ofOwn(view, task, unit, year)).toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

/** One task's, of a year. */
export function ofOwn(view: View, task: Task, unit: UnitId, year: number): OwnMilestones {
  const { state, milestones, reason } = standingOf(view, task, year)
  const approved = view.plan.milestones.get(yearKey(task.no, year))?.approved
  return { plan: view.plan.id, number: task.no, title: task.title, text: task.text, unit, year, state, milestones, change: state !== 'approved' && approved !== undefined, ...(reason === undefined ? {} : { reason }) }
}

function standingOf(view: View, task: Task, year: number): { state: ProposalState; milestones: readonly Milestone[]; reason?: string } {
  const { proposed, returned, approved } = view.plan.milestones.get(yearKey(task.no, year)) ?? {}
  return { ...proposalState(view.plan, task.no, year), milestones: (proposed ?? returned ?? approved)?.milestones ?? milestoneDraft(view, task, year) }
}

/** Units of a plan and how many of their tasks nobody has said anything of in a year, not even that they are not theirs. A group is not asked: twenty towns would be asked for one paper. */
export function unproposedBy(view: View, year: number): Map<UnitId, number> {
  const found = new Map<UnitId, number>()
  const units = [...view.directory.units.values()].filter(({ members }) => members === undefined).map(({ id }) => id)
  for (const each of ownUndated(view, units)) {
    const { task, unit } = each
    if (!each.isDisowned && proposalState(view.plan, task.no, year).state === 'missing') found.set(unit, (found.get(unit) ?? 0) + 1)
  }
  return found
}

/** How many of their tasks these units have still to speak of, for the year that is asked for. */
export function leftToPropose(view: View, units: readonly UnitId[]): number {
  const year = yearToPropose(view)
  if (year === undefined) return 0
  return ownUndated(view, units).filter(({ task }) => ['missing', 'returned'].includes(proposalState(view.plan, task.no, year).state)).length
}

/** Proposals on which nobody has decided, whichever year they are of: by unit, then in the order of the plan. */
export function milestonesWaiting(view: View): WaitingMilestones[] {
  const { plan, directory, today } = view
  const found = [...plan.milestones.values()].flatMap(({ task: number, year, proposed, approved }): WaitingMilestones[] => {
    const task = plan.tasks.get(number)
    if (proposed === undefined || task === undefined || task.due.kind === 'dated' || answering(view, number)?.status === 'accepted') return []
    return [{
      plan: plan.id, planTitle: plan.title, number, title: task.title, unit: unitName(directory, proposed.unit), year, isPast: year < yearOf(today), proposedAt: proposed.at, on: proposed.on, by: proposed.by, ...present({ onBehalf: proposed.onBehalf }),
      milestones: proposed.milestones, ...(approved === undefined ? {} : { before: approved.milestones }),
    }]
  })
  return found.toSorted((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : a.number - b.number))
}
