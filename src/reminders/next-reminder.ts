// When the next message goes out: the first sending hour, from now on, at which something is owed.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day, Instant } from '#src/calendar/day.ts'
import type { Notice } from './notice.ts'
import { parcelsOwed, type Delivered } from './parcels.ts'
import { digestFrom } from './policy.ts'

/** How far it looks, in days. */
const horizonDays = 400

/**
 * The next digest hour after `now` at which a message would go out if nobody did anything until then.
 *
 * @param dueOn all notices of all plans as they would stand on a day at an hour
 */
export function nextReminder({ now, zone, calendar, delivered, dueOn }: {
  now: Instant
  zone: string
  calendar: Calendar
  delivered: Delivered
  dueOn: (day: Day, time: string) => readonly Notice[]
}): Instant | undefined {
  const today = calendar.dayAt(now, zone)
  for (let ahead = 0; ahead <= horizonDays; ahead += 1) {
    const day = calendar.addDays(today, ahead)
    const at = calendar.instantOf(day, digestFrom, zone)
    if (at <= now || !calendar.isWorkingDay(day)) continue
    if (parcelsOwed(dueOn(day, digestFrom), delivered, day, digestFrom, calendar).length > 0) return at
  }
  return undefined
}
