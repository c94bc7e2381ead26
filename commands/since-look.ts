// What changed since a moment, over some plans or all; for whoever leads, since their last look.
import type { Instant } from '#src/calendar/day.ts'
import type { Desk } from '#src/command.ts'
import type { PlanId, TaskNo } from '#src/ledger/ids.ts'
import type { Look } from '#src/ledger/positions.ts'
import { changesAmong, type ChangeKind, type Changes } from '#src/queries/changes.ts'
import type { Stood } from '#src/queries/stood.ts'
import type { View } from '#src/queries/view.ts'

export type SinceLook = { since: Instant } & Changes
/** A moment, and how plans stood at it. */
export type Then = { since: Instant; stood: (plan: PlanId) => Stood | undefined }

export const thenAt = async (desk: Desk, moment: Look): Promise<Then> => ({ since: moment.at, stood: await desk.stoodAt(moment) })

/** When the asker looked last; undefined the first time. */
export async function thenLooked(desk: Desk): Promise<Then | undefined> {
  const look = await desk.lookedBefore()
  return look === undefined ? undefined : thenAt(desk, look)
}

/** @param views as they stand now: taken once `then` is there @param among tasks of each plan, where only some are asked about @param kind that alone */
export function changesSince(desk: Desk, { since, stood }: Then, views: readonly View[], among?: ReadonlyMap<PlanId, readonly TaskNo[]>, kind?: ChangeKind): SinceLook {
  const plans = views.map((view) => ({ then: stood(view.plan.id), now: { view, tally: desk.tally(view.plan.id) }, ...(among === undefined ? {} : { among: new Set(among.get(view.plan.id)) }) }))
  return { since, ...changesAmong(plans, kind) }
}
