// 年度分解: what a task without a date of its own owes in one year, as its lead proposes it and the secretary approves.
import { z } from 'zod'
import { Day, Instant } from '#src/calendar/day.ts'
import { present } from './fields.ts'
import { TaskNo, UnitId, Words } from './ids.ts'
import { OnBehalf } from './report.ts'
import type { Actor, Stamp } from './stamp.ts'

/** Of one task in one year. */
export const mostMilestones = 6
/** Characters of what is to be done, and of what shows it. */
export const milestoneAtMost = 200

/** `shows`: what one will see when it is reached. `carried`: taken over from the year before (结转). */
export const Milestone = z.strictObject({
  what: z.string().min(1).max(milestoneAtMost), by: Day, shows: z.string().max(milestoneAtMost).optional(), carried: z.boolean().optional(),
})
export type Milestone = z.infer<typeof Milestone>

const ofYear = { task: TaskNo, year: z.number().int() }
/** By the unit that answers for the task; a group's are the group's, whichever member wrote them. A later one takes the place of one that waits. */
export const MilestonesProposed = z.strictObject({ type: z.literal('milestones-proposed'), ...ofYear, unit: UnitId, milestones: z.array(Milestone).min(1).max(mostMilestones), onBehalf: OnBehalf.optional() })
/** `proposedAt`: which proposal was looked at. */
export const MilestonesApproved = z.strictObject({ type: z.literal('milestones-approved'), ...ofYear, proposedAt: Instant })
export const MilestonesReturned = z.strictObject({ type: z.literal('milestones-returned'), ...ofYear, proposedAt: Instant, reason: Words })
/** The unit's own word (自报), or 代录. Which milestone is said by what it asks and by when, so that the entry can be read alone. `member`: the one of a group that has reached it. */
export const MilestoneReached = z.strictObject({ type: z.literal('milestone-reached'), ...ofYear, unit: UnitId, member: UnitId.optional(), what: z.string(), by: Day, words: Words.optional(), onBehalf: OnBehalf.optional() })
export const MilestoneEvent = z.discriminatedUnion('type', [MilestonesProposed, MilestonesApproved, MilestonesReturned, MilestoneReached])
export type MilestoneEvent = z.infer<typeof MilestoneEvent>

export type Proposal = { unit: UnitId; milestones: readonly Milestone[]; at: Instant; on: Day; by: Actor; onBehalf?: OnBehalf }
export type Reached = { unit: UnitId; member?: UnitId; words?: string; at: Instant; on: Day; by: Actor; onBehalf?: OnBehalf }
/** `original`: the day first approved, where it was moved since. */
export type ApprovedMilestone = Milestone & { original?: Day; reached: readonly Reached[] }

/** `proposed` waits for the secretary, beside what is approved; `returned` until the unit proposes again. */
export type YearMilestones = {
  task: TaskNo
  year: number
  proposed?: Proposal
  returned?: Proposal & { reason: string; returnedAt: Instant; returnedOn: Day }
  approved?: Omit<Proposal, 'milestones'> & { milestones: readonly ApprovedMilestone[]; approvedAt: Instant; approvedOn: Day; approvedBy: Actor }
}

export type YearKey = `${TaskNo}/${number}`
export const yearKey = (task: TaskNo, year: number): YearKey => `${task}/${year}`

/** `proposedAt`: the proposal that was seen; without it the one that stands now. `number`: in the order of the approved list, from 1. */
export type MilestoneIntent = { task: TaskNo; year: number } & (
  | { type: 'propose-milestones'; unit: UnitId; milestones: readonly Milestone[] }
  | { type: 'propose-on-behalf'; unit: UnitId; milestones: readonly Milestone[]; onBehalf: OnBehalf }
  | { type: 'approve-milestones'; proposedAt?: Instant }
  | { type: 'return-milestones'; proposedAt?: Instant; reason: string }
  | { type: 'reach-milestone'; unit: UnitId; member?: UnitId; number: number; proposedAt?: Instant; words?: string }
  | { type: 'reach-on-behalf'; unit: UnitId; member?: UnitId; number: number; proposedAt?: Instant; words?: string; onBehalf: OnBehalf }
)

export const isSameMilestone = (a: Milestone, b: Milestone): boolean => a.what === b.what && a.by === b.by

/** Never refuses: what is in the log has happened. */
export function evolveMilestones(now: YearMilestones | undefined, event: MilestoneEvent, { at, on, by }: Stamp): YearMilestones {
  const { proposed, returned, approved, ...of } = now ?? { task: event.task, year: event.year }
  const stands = { ...of, ...(approved === undefined ? {} : { approved }) }
  switch (event.type) {
    case 'milestones-proposed':
      return { ...stands, proposed: { unit: event.unit, milestones: event.milestones, at, on, by, ...present({ onBehalf: event.onBehalf }) } }
    case 'milestones-approved':
      if (proposed === undefined) return { ...stands, ...(returned === undefined ? {} : { returned }) }
      return { ...of, approved: { ...proposed, milestones: takenOver(approved?.milestones ?? [], proposed.milestones), approvedAt: at, approvedOn: on, approvedBy: by } }
    case 'milestones-returned':
      return proposed === undefined ? { ...stands } : { ...stands, returned: { ...proposed, reason: event.reason, returnedAt: at, returnedOn: on } }
    case 'milestone-reached': {
      const reached: Reached = { unit: event.unit, at, on, by, ...present({ member: event.member, words: event.words, onBehalf: event.onBehalf }) }
      const open = { ...(proposed === undefined ? {} : { proposed }), ...(returned === undefined ? {} : { returned }) }
      if (approved === undefined) return { ...of, ...open }
      return { ...of, ...open, approved: { ...approved, milestones: approved.milestones.map((each) => (isSameMilestone(each, event) ? { ...each, reached: [...each.reached, reached] } : each)) } }
    }
  }
}

/** Whether anything of the year was said to be reached at that instant. */
export const isReachedAt = (year: YearMilestones | undefined, at: Instant): boolean => year?.approved?.milestones.some(({ reached }) => reached.some((each) => each.at === at)) ?? false

/** Without what one person said at that instant: it was taken back. */
export const notReached = (year: YearMilestones, at: Instant, by: Actor): YearMilestones => withoutReached(year, (said) => said.at === at && said.by === by)

/** Without what was recorded for a unit at that instant: its objection was upheld, so nobody said it. */
export const neverReached = (year: YearMilestones, at: Instant): YearMilestones => withoutReached(year, (said) => said.at === at && said.onBehalf !== undefined)

function withoutReached(year: YearMilestones, isGone: (said: Reached) => boolean): YearMilestones {
  const { approved } = year
  if (approved === undefined || !approved.milestones.some(({ reached }) => reached.some(isGone))) return year
  return { ...year, approved: { ...approved, milestones: approved.milestones.map((each) => ({ ...each, reached: each.reached.filter((said) => !isGone(said)) })) } }
}

/** What was reached stays reached, also where the new list leaves it out; a day that moved keeps the first one beside it. */
function takenOver(before: readonly ApprovedMilestone[], now: readonly Milestone[]): ApprovedMilestone[] {
  const kept = now.map((each): ApprovedMilestone => {
    const known = before.find((old) => isSameMilestone(old, each)) ?? before.find(({ what }) => what === each.what)
    if (known === undefined) return { ...each, reached: [] }
    const first = known.original ?? known.by
    return { ...each, reached: known.reached, ...(first === each.by ? {} : { original: first }) }
  })
  const dropped = before.filter((old) => old.reached.length > 0 && !now.some(({ what }) => what === old.what))
  return [...dropped, ...kept].toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
}
