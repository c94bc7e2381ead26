// A message that was delivered to the asker, drawn again as it stands.
import { addMs } from '#src/calendar/calendar.ts'
import type { Desk } from '#src/command.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { emptyPlan } from '#src/ledger/plan.ts'
import type { View } from '#src/queries/view.ts'
import type { Sent } from '#src/reminders/notice.ts'
import type { Card } from '#templates/card.ts'
import { messageCard } from '#templates/message.ts'
import { allViews } from './plan-argument.ts'
import { viewOf } from './view-of.ts'

/** A message older than this has nothing in it that still counts. */
const knownDays = 60

/** The asker's own, while all its plans are there. */
export function sentMessage(key: string, desk: Desk): Sent | undefined {
  const sent = desk.sentSince(addMs(desk.now, -knownDays * 24 * 60 * 60 * 1000)).find((one) => one.key === key && one.to === desk.asker?.id)
  return sent === undefined || sent.notices.some(({ plan }) => !desk.plans.has(plan)) ? undefined : sent
}

/** @param how `page`: all its lines, so many at a time; `passesOn`: it is to be passed on as text */
export function messageAgain(sent: Sent, desk: Desk, { page, passesOn }: { page?: number; passesOn?: true }): Card | undefined {
  const { asker, directory, lang } = desk
  if (asker === undefined) return undefined
  const view = (plan: PlanId): View => viewOf(desk, desk.plans.get(plan) ?? emptyPlan(plan))
  const facts = { parcel: sent, view, person: asker, sentAt: sent.at, directory, lang, ...(page === undefined ? {} : { page }) }
  return messageCard(facts, { now: desk.now, zone: desk.zone, views: () => allViews(desk), archived: desk.archived.size, ...(passesOn === undefined ? {} : { passesOn }), tally: ({ plan }) => desk.tally(plan.id) })
}
