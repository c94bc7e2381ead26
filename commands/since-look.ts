// What changed since a moment, over some plans or all; for whoever leads, since their last look.
import type { Instant } from '#src/calendar/day.ts'
import type { Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { present } from '#src/ledger/fields.ts'
import type { PlanId, TaskNo } from '#src/ledger/ids.ts'
import type { Look } from '#src/ledger/positions.ts'
import { changesAmong, closedSince, type ChangeKind, type Changes, type Held } from '#src/queries/changes.ts'
import { decidedSince } from '#src/queries/decided.ts'
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

/** @param views as they stand now: taken once `then` is there @param among tasks of each plan, where only some are asked about @param kind that alone @param isOwnLook what the asker did since they looked is no news to them @param held the sitting since which it is asked */
export function changesSince(desk: Desk, { since, stood }: Then, views: readonly View[], { among, kind, isOwnLook = false, held }: { among?: ReadonlyMap<PlanId, readonly TaskNo[]> | undefined; kind?: ChangeKind | undefined; isOwnLook?: boolean; held?: Held | undefined } = {}): SinceLook {
  const { asker } = desk
  const own = isOwnLook && asker !== undefined ? { own: asker.id } : {}
  const plans = views.map((view) => ({ then: stood(view.plan.id), now: { view, tally: desk.tally(view.plan.id) }, ...own, ...present({ among: among === undefined ? undefined : new Set(among.get(view.plan.id)) }) }))
  const decided = kind === undefined && may(asker, 'see-instructions') ? plans.flatMap(({ now, among: some }) => decidedSince(now.view, since, [...now.tally.decided].filter((no) => some?.has(no) !== false))) : []
  const unmet = kind === undefined && among === undefined ? views.flatMap((view) => closedSince(view, desk.calendar.dayAt(since, view.plan.zone))) : []
  return { since, ...changesAmong(plans, kind, held), ...(unmet.length === 0 ? {} : { unmet }), ...(decided.length === 0 ? {} : { decided }) }
}
