// What is owed, asked of all plans as they stand: the ledger's side of delivery.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { PersonId, PlanId } from '#src/ledger/ids.ts'
import { policyOf, type Policy } from '#src/ledger/policy.ts'
import type { Ledgers } from '#src/ledgers.ts'
import { viewOfPlan, type View } from '#src/queries/view.ts'
import { nextReminder } from '#src/reminders/next-reminder.ts'
import type { Notice, Parcel } from '#src/reminders/notice.ts'
import { ofMeetings } from '#src/reminders/of-plan.ts'
import { noticesDue, noticesOfDay, parcelsOwed, type Delivered } from '#src/reminders/parcels.ts'
import { underFormerNames } from '#src/reminders/told-before.ts'

export type Reminding = {
  /** What was told, also under the names that people and units had then. */
  told: (told: Delivered) => Delivered
  owed: (now: Instant, told: Delivered, to?: PersonId) => Parcel[]
  nextReminderAt: (now: Instant, told: Delivered) => Instant | undefined
}

/** @param zone where the people are: days, digest hour and quiet hours are counted there */
export function reminding(ledgers: Ledgers, zone: string): Reminding {
  const viewsOn = (today: Day): View[] => [...ledgers.plans().values()].map((plan) => viewOfPlan(plan, { directory: ledgers.directoryOn(today), calendar: ledgers.calendar(), today }))
  const dueOn = (today: Day, time: string): Notice[] => viewsOn(today).flatMap((view) => noticesDue(view, time))
  const policyOfPlan = (id: PlanId): Policy => policyOf(ledgers.plans().get(id) ?? {})
  const known = (told: Delivered): Delivered => underFormerNames(told, ledgers.directory())
  // A sweep asks again before every message: on one day, and while nothing was recorded, the answer is the same.
  let last: { of: string; due: Notice[] } = { of: '', due: [] }
  const dueNow = (today: Day, time: string): Notice[] => {
    const of = [today, ledgers.version()].join(' ')
    if (last.of !== of) last = { of, due: viewsOn(today).flatMap(noticesOfDay) }
    return [...last.due, ...viewsOn(today).flatMap((view) => ofMeetings(view, time))]
  }
  return {
    told: known,
    owed(now, told, to) {
      const calendar = ledgers.calendar()
      const [today, time] = [calendar.dayAt(now, zone), calendar.timeAt(now, zone)]
      const due = dueNow(today, time)
      return parcelsOwed(to === undefined ? due : due.filter((notice) => notice.to === to), known(told), today, time, calendar, policyOfPlan)
    },
    nextReminderAt: (now, told) => nextReminder({ now, zone, calendar: ledgers.calendar(), delivered: known(told), dueOn, plans: [...ledgers.plans().keys()], policyOf: policyOfPlan }),
  }
}
