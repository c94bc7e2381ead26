// What is true, whatever any process knows: the logs as they were written, folded as they grow, and what is due by them.
import { calendar as calendarOf } from '#src/calendar/calendar.ts'
import { announcedDaysOff } from '#src/calendar/days-off.ts'
import type { Day, Instant } from '#src/calendar/day.ts'
import type { DeliveryEvent } from '#src/delivery/delivery-log.ts'
import { directoryOn } from '#src/directory/on-day.ts'
import type { LogEntry } from '#src/ledger/log.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { deliveryKey, deliverySubject, directoryKey, directorySubject, planKey, planSubject } from '#src/log-subjects.ts'
import { viewOfPlan, type View } from '#src/queries/view.ts'
import type { Notice, Parcel } from '#src/reminders/notice.ts'
import { ofMeetings } from '#src/reminders/of-meetings.ts'
import { isSendingTime, noticesOfDay, parcelsOwed, type Delivered } from '#src/reminders/parcels.ts'
import { foldedLog } from '#src/store/folded-log.ts'
import type { Snapshot } from '#src/store/snapshot.ts'
import { plan } from './small-county.ts'

export const zone = 'Asia/Shanghai'
export const workCalendar = calendarOf(announcedDaysOff())

export class Truth {
  readonly directory = foldedLog(directorySubject)
  readonly ledger = foldedLog(planSubject(plan))
  readonly delivery = foldedLog(deliverySubject)
  #ofDay: { of: string; view: View; notices: readonly Notice[] } | undefined
  #last: { of: string; due: readonly Notice[] } = { of: '', due: [] }

  /** @param before what stood in the logs */
  constructor(before: ReadonlyMap<string, Snapshot> = new Map()) {
    const [directory, ledger] = [before.get(directoryKey), before.get(planKey(plan))]
    const spoiled = (): never => {
      throw new Error('a snapshot does not unpack')
    }
    if (directory !== undefined) this.directory.standOn(directory, spoiled)
    if (ledger !== undefined) this.ledger.standOn(ledger, spoiled)
  }

  take(key: string, entry: LogEntry): readonly DeliveryEvent[] {
    if (key === deliveryKey) return this.delivery.take(entry).events
    if (key === directoryKey) this.directory.take(entry)
    else this.ledger.take(entry)
    return []
  }

  due(now: Instant): readonly Notice[] {
    const [today, time] = [workCalendar.dayAt(now, zone), workCalendar.timeAt(now, zone)]
    const ofDay = this.#noticesOn(today)
    const of = `${ofDay.of} ${time}`
    if (this.#last.of !== of) this.#last = { of, due: [...ofDay.notices, ...ofMeetings(ofDay.view, time)] }
    return this.#last.due
  }

  /** But for what has an hour, a day's notices are the same until something is recorded. */
  #noticesOn(today: Day): { of: string; view: View; notices: readonly Notice[] } {
    const of = [today, this.directory.tail().position, this.ledger.tail().position].join(' ')
    if (this.#ofDay?.of === of) return this.#ofDay
    const view = viewOfPlan(this.ledger.state(), { directory: directoryOn(this.directory.state(), today), calendar: workCalendar, today })
    return (this.#ofDay = { of, view, notices: noticesOfDay(view) })
  }

  /** The messages of now, but for what was told. */
  owed(now: Instant, told: Delivered): readonly Parcel[] {
    return parcelsOwed(this.due(now), told, workCalendar.dayAt(now, zone), workCalendar.timeAt(now, zone), workCalendar, () => policyOf(this.ledger.state()))
  }

  maySend = (now: Instant): boolean => isSendingTime(workCalendar.dayAt(now, zone), workCalendar.timeAt(now, zone), workCalendar, [policyOf(this.ledger.state())])
}
