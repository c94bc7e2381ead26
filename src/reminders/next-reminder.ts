// When the next message goes out: the first sending hour, from now on, at which something is owed.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day, Instant } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Policy } from '#src/ledger/policy.ts'
import type { Notice } from './notice.ts'
import { briefFrom } from './of-brief.ts'
import { parcelsOwed, type CalendarOf, type Delivered, type PolicyOf } from './parcels.ts'

/** How far it looks, in days. */
const horizonDays = 400

/**
 * The next digest hour after `now` at which a message would go out if nobody did anything until then.
 *
 * @param dueOn all notices of all plans as they would stand on a day at an hour
 */
export function nextReminder({ now, zone, calendar, delivered, dueOn, plans, policyOf, calendarOf, isBriefWanted = false }: {
  now: Instant
  zone: string
  calendar: Calendar
  delivered: Delivered
  dueOn: (day: Day, time: string) => readonly Notice[]
  plans: readonly PlanId[]
  policyOf: PolicyOf
  calendarOf?: CalendarOf
  /** Somebody is sent 周一简报. */
  isBriefWanted?: boolean
}): Instant | undefined {
  const today = calendar.dayAt(now, zone)
  for (let ahead = 0; ahead <= horizonDays; ahead += 1) {
    const day = calendar.addDays(today, ahead)
    if (!calendar.isWorkingDay(day)) continue
    for (const time of sendingHours(plans.map(policyOf), isBriefWanted)) {
      const at = calendar.instantOf(day, time, zone)
      if (at > now && parcelsOwed(dueOn(day, time), delivered, day, time, calendar, policyOf, calendarOf).length > 0) return at
    }
  }
  return undefined
}

/** At which hours digests go out: a plan's own, and later where another plan in them is quiet until then. */
export function digestHours(policies: readonly Policy[]): string[] {
  const digests = policies.map(({ digestFrom }) => digestFrom).toSorted()
  const [first = ''] = digests
  return [...new Set([...digests, ...policies.map(({ quietUntil }) => quietUntil).filter((until) => until > first)])].toSorted()
}

/** Where somebody is sent 周一简报 its hour too. */
export const sendingHours = (policies: readonly Policy[], isBriefWanted: boolean): string[] => (isBriefWanted ? [...new Set([briefFrom, ...digestHours(policies)])].toSorted() : digestHours(policies))
