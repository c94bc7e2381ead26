// When milestones may be proposed, approved, returned and reached.
import { dayOf, yearOf, type Day } from '#src/calendar/day.ts'
import { answerersOf } from './answerers.ts'
import { keyOf, notOpen } from './assignment.ts'
import { accept, refuse, type Decision } from './decision.ts'
import type { UnitId } from './ids.ts'
import { isSameMilestone, milestoneAtMost, mostMilestones, yearKey, type ApprovedMilestone, type Milestone, type MilestoneEvent, type MilestoneIntent, type Proposal, type YearMilestones } from './milestone.ts'
import type { PlanState } from './plan-state.ts'
import type { Refusal } from './refusal.ts'
import type { OnBehalf } from './report.ts'
import type { Stamp } from './stamp.ts'
import type { Task } from './task.ts'

type Intent<Type extends MilestoneIntent['type']> = Extract<MilestoneIntent, { type: Type }>

/** @param task the one the intent is about: of the plan, and not withdrawn */
export function decideMilestones(plan: PlanState, task: Task, intent: MilestoneIntent, stamp: Stamp): Decision<MilestoneEvent> {
  if (plan.handedOutOn === undefined) return refuse({ code: 'plan-not-handed-out' })
  // What has a day of its own is owed on that day, and on no other.
  if (task.due.kind === 'dated') return refuse({ code: 'task-dated', task: task.no, due: task.due.day })
  const now = plan.milestones.get(yearKey(task.no, intent.year))
  switch (intent.type) {
    case 'propose-milestones': case 'propose-on-behalf':
      return decidePropose(plan, now, intent, stamp)
    case 'approve-milestones': {
      const { from, to } = yearsFor(plan, stamp.on)
      if (intent.year < from) return refuse({ code: 'milestones-year', year: intent.year, from, to })
      return onProposal(now, intent, ({ at }) => accept({ type: 'milestones-approved', task: task.no, year: intent.year, proposedAt: at }))
    }
    case 'return-milestones':
      return onProposal(now, intent, ({ at }) =>
        intent.reason.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'milestones-returned', task: task.no, year: intent.year, proposedAt: at, reason: intent.reason }),
      )
    case 'reach-milestone': case 'reach-on-behalf':
      return decideReach(plan, now, intent)
  }
}

/** Only the proposal that was looked at is decided on: another may say something else. */
function onProposal(now: YearMilestones | undefined, { task, year, proposedAt }: Intent<'approve-milestones' | 'return-milestones'>, then: (proposal: Proposal) => Decision<MilestoneEvent>): Decision<MilestoneEvent> {
  const proposal = now?.proposed
  if (proposal === undefined) return refuse({ code: 'milestones-not-proposed', task, year })
  if (proposedAt !== undefined && proposedAt !== proposal.at) return refuse({ code: 'milestones-changed', task, on: proposal.on, by: proposal.by })
  return then(proposal)
}

function decidePropose(plan: PlanState, now: YearMilestones | undefined, intent: Intent<'propose-milestones' | 'propose-on-behalf'>, { on: today }: Stamp): Decision<MilestoneEvent> {
  const { task, unit, year } = intent
  const taken = notTheirs(plan, intent)
  if (taken !== undefined) return refuse(taken)
  const { from, to } = yearsFor(plan, today)
  if (year < from || year > to) return refuse({ code: 'milestones-year', year, from, to })
  const milestones = intent.milestones.toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
  const wrong = wrongIn(milestones, year, now?.approved?.milestones ?? [], today)
  if (wrong !== undefined) return refuse(wrong)
  const stands = now?.proposed?.milestones ?? now?.approved?.milestones
  return stands !== undefined && isAsBefore(stands, milestones) ? accept() : accept({ type: 'milestones-proposed', task, year, unit, milestones, ...recordedFor(intent) })
}

/** This year or a later one of the plan; where its years are not known, this or the next. */
function yearsFor({ period }: PlanState, today: Day): { from: number; to: number } {
  const thisYear = yearOf(today)
  return period === undefined ? { from: thisYear, to: thisYear + 1 } : { from: Math.max(thisYear, period.from), to: period.to }
}

/** Why the unit has no say in it, or not any more. */
function notTheirs(plan: PlanState, { task, unit }: { task: Task['no']; unit: UnitId }): Refusal | undefined {
  const part = plan.assignments.get(keyOf(task, unit))
  if (part === undefined) return { code: 'unit-not-on-task', task, units: plan.unitsOf.get(task) ?? [] }
  const units = answerersOf(plan, task)
  return units.includes(unit) ? notOpen(part) : { code: 'milestones-not-yours', task, units }
}

function wrongIn(milestones: readonly Milestone[], year: number, approved: readonly Milestone[], today: Day): Refusal | undefined {
  if (milestones.length === 0 || milestones.some(({ what }) => what.trim() === '')) return { code: 'milestones-missing' }
  if (milestones.length > mostMilestones) return { code: 'milestones-too-many', found: milestones.length, most: mostMilestones }
  const [from, to] = [dayOf(year, 1, 1), dayOf(year, 12, 31)]
  for (const [at, each] of milestones.entries()) {
    const { what, by, shows = '' } = each
    if (what.length > milestoneAtMost || shows.length > milestoneAtMost) return { code: 'milestone-too-long', what, most: milestoneAtMost }
    if (from === undefined || to === undefined || by < from || by > to) return { code: 'milestone-outside', what, day: by, year }
    // What was approved may stand in the changed list as it was, also after its day.
    if (by < today && !approved.some((old) => isSameMilestone(old, each))) return { code: 'day-past', day: by, today }
    if (milestones.some((other, before) => before < at && other.what === what)) return { code: 'milestone-twice', what }
  }
  return undefined
}

const isAsBefore = (before: readonly Milestone[], now: readonly Milestone[]): boolean =>
  before.length === now.length && before.every((each, at) => ((other) => other !== undefined && isSameMilestone(each, other) && each.shows === other.shows)(now[at]))

function decideReach(plan: PlanState, now: YearMilestones | undefined, intent: Intent<'reach-milestone' | 'reach-on-behalf'>): Decision<MilestoneEvent> {
  const { task, unit, member, year, number, proposedAt, words = '' } = intent
  const taken = notTheirs(plan, intent)
  if (taken !== undefined) return refuse(taken)
  const approved = now?.approved
  if (approved === undefined) return refuse({ code: 'milestones-not-approved', task, year })
  if (proposedAt !== undefined && proposedAt !== approved.at) return refuse({ code: 'milestones-changed', task, on: approved.approvedOn, by: approved.approvedBy })
  const milestone = approved.milestones[number - 1]
  if (milestone === undefined) return refuse({ code: 'milestone-unknown', task, asked: number, most: approved.milestones.length })
  const before = reachedBy(milestone, member)
  if (before !== undefined) return refuse({ code: 'milestone-reached', on: before.on, by: before.by })
  const { what, by } = milestone
  return accept({ type: 'milestone-reached', task, year, unit, ...(member === undefined ? {} : { member }), what, by, ...(words.trim() === '' ? {} : { words }), ...recordedFor(intent) })
}

const recordedFor = (intent: MilestoneIntent): { onBehalf?: OnBehalf } => ('onBehalf' in intent ? { onBehalf: intent.onBehalf } : {})

/** The word that stands: the whole unit's, or this member's. */
const reachedBy = ({ reached }: ApprovedMilestone, member: UnitId | undefined): ApprovedMilestone['reached'][number] | undefined =>
  reached.find((each) => each.member === undefined || each.member === member)
