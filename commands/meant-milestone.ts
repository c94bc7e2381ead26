// Which milestone of a task somebody means.
import type { Desk } from '#src/command.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { milestonesOf, type MilestoneFacts } from '#src/queries/milestones.ts'
import type { refused } from './refused.ts'
import { viewOf } from './view-of.ts'

type OfTask = { plan: PlanState; task: TaskNo }

/** Without a number the next one; without a year the one that is asked for now. */
export function meantMilestone(own: OfTask, { number, year }: { number: number | undefined; year: number | undefined }, desk: Desk): MilestoneFacts | undefined {
  const inForce = milestonesOf(viewOf(desk, own.plan), own.task)
  const next = inForce.find(({ reached }) => reached === undefined)
  const of = year ?? next?.year ?? inForce.at(-1)?.year
  const among = inForce.filter((each) => each.year === of)
  return number === undefined ? (among.find(({ reached }) => reached === undefined) ?? among.at(-1)) : among.find((each) => each.number === number)
}

/** Why none is. */
export function unknownMilestone(own: OfTask, { number, year }: { number: number | undefined; year: number | undefined }, desk: Desk): Parameters<typeof refused>[0] {
  const of = milestonesOf(viewOf(desk, own.plan), own.task)
  return of.length === 0 || number === undefined ? { code: 'milestones-not-approved', task: own.task, year: year ?? Number(desk.today.slice(0, 4)) } : { code: 'milestone-unknown', task: own.task, asked: number, most: of.length }
}
