// What changed since a moment, over some plans or all; for whoever leads, since their last look.
import type { Instant } from '#src/calendar/day.ts'
import type { Desk } from '#src/command.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { changesOf, inOrder, type Changes } from '#src/queries/changes.ts'
import { inForce } from '#src/queries/county-summary.ts'
import type { View } from '#src/queries/view.ts'
import { allViews } from './plan-argument.ts'
import { viewOf } from './view-of.ts'

export type SinceLook = { since: Instant } & Changes

/** @param views of the plans that are asked about */
export async function changesSince(desk: Desk, since: Instant, views: readonly View[]): Promise<SinceLook> {
  const then = await desk.asOf(since)
  const stoodIn = (id: PlanId): Parameters<typeof changesOf>[0] => ((plan) => (plan === undefined ? undefined : { view: viewOf(then, plan), tally: then.tally(id) }))(then.plans.get(id))
  const of = views.map((view) => changesOf(stoodIn(view.plan.id), { view, tally: desk.tally(view.plan.id) }))
  return { since, tasks: inOrder(of.flatMap(({ tasks }) => tasks)), meetings: of.flatMap(({ meetings }) => meetings) }
}

/** Since the asker looked last; undefined the first time. @param views of a part alone, where no more is looked at */
export async function sinceLook(desk: Desk, views?: readonly View[]): Promise<SinceLook | undefined> {
  const since = await desk.look(views === undefined)
  return since === undefined ? undefined : changesSince(desk, since, views ?? inForce(allViews(desk)))
}
