// What is true, whatever any process knows: the logs as they were written, folded as they grow, and what is due by them.
import { calendar as calendarOf } from '#src/calendar/calendar.ts'
import { announcedDaysOff } from '#src/calendar/days-off.ts'
import type { Instant } from '#src/calendar/day.ts'
import { deliveryLog, type DeliveryEvent } from '#src/delivery/delivery-log.ts'
import { DirectoryEvent, emptyDirectory, evolveDirectory } from '#src/directory/directory.ts'
import { directoryOn } from '#src/directory/on-day.ts'
import type { LogEntry } from '#src/ledger/log.ts'
import { emptyPlan, evolvePlan, PlanEvent } from '#src/ledger/plan.ts'
import { policyOf } from '#src/ledger/policy.ts'
import type { Notice, Parcel } from '#src/reminders/notice.ts'
import { isSendingTime, noticesDue, parcelsOwed, type Delivered } from '#src/reminders/parcels.ts'
import { foldedLog } from '#src/store/folded-log.ts'
import { plan } from './small-county.ts'

export const zone = 'Asia/Shanghai'
export const workCalendar = calendarOf(announcedDaysOff())

export class Truth {
  readonly directory = foldedLog({ initial: emptyDirectory, event: DirectoryEvent, evolve: evolveDirectory })
  readonly ledger = foldedLog({ initial: () => emptyPlan(plan), event: PlanEvent, evolve: evolvePlan })
  readonly delivery = foldedLog(deliveryLog)
  #last: { of: string; due: readonly Notice[] } = { of: '', due: [] }

  take(key: string, entry: LogEntry): readonly DeliveryEvent[] {
    if (key === '{delivery}:log') return this.delivery.take(entry).events
    if (key === '{directory}:log') this.directory.take(entry)
    else this.ledger.take(entry)
    return []
  }

  due(now: Instant): readonly Notice[] {
    const [today, time] = [workCalendar.dayAt(now, zone), workCalendar.timeAt(now, zone)]
    const of = [today, time, this.directory.tail().position, this.ledger.tail().position].join(' ')
    if (this.#last.of !== of) this.#last = { of, due: noticesDue({ plan: this.ledger.state(), directory: directoryOn(this.directory.state(), today), calendar: workCalendar, today }, time) }
    return this.#last.due
  }

  /** The messages of now, but for what was told. */
  owed(now: Instant, told: Delivered): readonly Parcel[] {
    return parcelsOwed(this.due(now), told, workCalendar.dayAt(now, zone), workCalendar.timeAt(now, zone), workCalendar, () => policyOf(this.ledger.state()))
  }

  maySend = (now: Instant): boolean => isSendingTime(workCalendar.dayAt(now, zone), workCalendar.timeAt(now, zone), workCalendar, [policyOf(this.ledger.state())])
}
