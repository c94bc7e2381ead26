// 代录 of a task's milestones: what a secretary recorded for a unit of a year, for the unit to say if it is not so.
import type { Instant } from '#src/calendar/day.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { Proposal, Reached } from '#src/ledger/milestone.ts'
import type { PlanState } from '#src/ledger/plan.ts'

/** `part`: the assignment's unit; `speaker`: of a group the member. */
export type MilestoneRecorded = { task: TaskNo; year: number; part: UnitId; speaker: UnitId } & ({ kind: 'reached'; what: string; said: Reached } | { kind: 'proposed'; said: Proposal })

/** Those that stand: reached and not struck, proposed and not replaced by the unit's own. */
export function milestonesRecorded({ milestones }: PlanState): MilestoneRecorded[] {
  return [...milestones.values()].flatMap(({ task, year, proposed, approved }): MilestoneRecorded[] => [
    ...[proposed, approved].flatMap((said): MilestoneRecorded[] => (said?.onBehalf === undefined ? [] : [{ kind: 'proposed', task, year, part: said.unit, speaker: said.unit, said }])),
    ...(approved?.milestones ?? []).flatMap(({ what, reached }) => reached.flatMap((said): MilestoneRecorded[] => (said.onBehalf === undefined ? [] : [{ kind: 'reached', task, year, part: said.unit, speaker: said.member ?? said.unit, what, said }]))),
  ])
}

export const milestoneRecordedAt = (plan: PlanState, task: TaskNo, at: Instant): MilestoneRecorded | undefined => milestonesRecorded(plan).find((each) => each.task === task && each.said.at === at)
