// What is owed, asked of all plans as they stand: the ledger's side of delivery.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day, Instant } from '#src/calendar/day.ts'
import { briefReaders } from '#src/directory/brief.ts'
import type { PersonId, PlanId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { policyOf, type Policy } from '#src/ledger/policy.ts'
import type { Ledgers } from '#src/ledgers.ts'
import type { Known } from '#src/queries/plan-news.ts'
import type { StandsOf } from '#src/queries/stand.ts'
import { viewOfPlan, type View } from '#src/queries/view.ts'
import { dueIndex, type DueIndex } from '#src/reminders/due-index.ts'
import { nextReminder } from '#src/reminders/next-reminder.ts'
import type { Notice, Parcel } from '#src/reminders/notice.ts'
import { ofMeetings } from '#src/reminders/of-meetings.ts'
import { byPerson, noticesDue, parcelsOwed, type Delivered } from '#src/reminders/parcels.ts'
import { underFormerNames } from '#src/reminders/told-before.ts'
import { isOfReview } from '#src/reminders/told-of-review.ts'
import { isSeatedOnce } from '#src/reminders/told-of-sitting.ts'

export type Reminding = {
  /** What was told, also under the names that people and units had then. */
  told: (told: Delivered) => Delivered
  owed: (now: Instant, told: Delivered, to?: PersonId) => Parcel[]
  /** Works out a part of what is due now, until it is enough. @returns whether all of it is worked out, so that `owed` has no more to do than to answer */
  workOut: (now: Instant, isEnough: () => boolean) => boolean
  nextReminderAt: (now: Instant, told: Delivered) => Instant | undefined
}

/** What is due on a day while nothing is recorded, a list for each plan that has something left to tell. `withHours`: plans of which something falls due at an hour. */
type DueNow = { today: Day; version: number; left: readonly (readonly Notice[])[]; withHours: readonly View[]; toEach?: ReadonlyMap<PersonId, readonly Notice[]> }

/** What reminding asks of the ledgers. */
export type Reminded = Pick<Ledgers, 'directory' | 'directoryOn' | 'calendar' | 'plans' | 'version' | 'entries'>

/** @param zone where the people are: days, digest hour and quiet hours are counted there @param standsOf how tasks stand now, where that is kept */
export function reminding(ledgers: Reminded, zone: string, standsOf?: StandsOf): Reminding {
  const viewOn = (plan: PlanState, today: Day): View => viewOfPlan(plan, { directory: ledgers.directoryOn(today), calendar: ledgers.calendar(), today })
  const viewsOn = (today: Day): View[] => [...ledgers.plans().values()].map((plan) => viewOn(plan, today))
  const dueOn = (today: Day, time: string): Notice[] => viewsOn(today).flatMap((view) => noticesDue(view, time))
  const policyOfPlan = (id: PlanId): Policy => policyOf(ledgers.plans().get(id) ?? {})
  const calendarOfPlan = (id: PlanId): Calendar => ((plan) => (plan === undefined ? ledgers.calendar() : ledgers.calendar().withDaysOff(plan.ownDaysOff)))(ledgers.plans().get(id))
  const known = (told: Delivered): Delivered => underFormerNames(told, ledgers.directory())

  const indexes = new Map<PlanId, DueIndex>()
  const indexOf = ({ plan: { id } }: View): DueIndex => {
    const index = indexes.get(id) ?? dueIndex(standsOf)
    indexes.set(id, index)
    return index
  }
  const knownNow = (): ((view: View) => Known) => {
    const { directory, plans } = ledgers.entries()
    return ({ plan: { id } }) => ({ entries: plans.get(id) ?? [], directoryEntries: directory.length })
  }

  // A sweep asks again before every message: on one day, and while nothing was recorded, the answer is the same.
  let last: DueNow | undefined
  const dueNow = (today: Day): DueNow => {
    const version = ledgers.version()
    if (last?.today === today && last.version === version) return last
    const views = viewsOn(today)
    const knownOf = knownNow()
    last = { today, version, left: views.map((view) => indexOf(view).on(view, knownOf(view))), withHours: views.filter(({ plan }) => plan.meetings.size > 0) }
    return last
  }

  // What stays in force once it was told (a first message) would be looked at again in every sweep, of every plan there ever was.
  const leftOf = new WeakMap<readonly Notice[], readonly Notice[]>()
  const untold = (list: readonly Notice[], { notice: isTold, noticeForGood }: Delivered): readonly Notice[] => {
    const before = leftOf.get(list) ?? list
    const isOver = (notice: Notice): boolean => !isOfReview(notice) && noticeForGood?.(notice.key) === true && isSeatedOnce(notice, isTold)
    if (!before.some(isOver)) return before
    const notices = before.filter((notice) => !isOver(notice))
    for (const each of [list, before]) leftOf.set(each, notices)
    return notices
  }

  return {
    told: known,
    owed(now, told, to) {
      const calendar = ledgers.calendar()
      const [today, time] = [calendar.dayAt(now, zone), calendar.timeAt(now, zone)]
      const due = dueNow(today)
      const atHours = due.withHours.flatMap((view) => ofMeetings(view, time)).filter((notice) => to === undefined || notice.to === to)
      const heard = known(told)
      due.left = due.left.map((list) => untold(list, heard)).filter((list) => list.length > 0)
      if (to !== undefined) due.toEach ??= byPerson(due.left.flat())
      const ofDay = to === undefined ? due.left.flat() : (due.toEach?.get(to) ?? [])
      return parcelsOwed(atHours.length === 0 ? ofDay : [...ofDay, ...atHours], heard, today, time, calendar, policyOfPlan, calendarOfPlan)
    },
    workOut(now, isEnough) {
      const today = ledgers.calendar().dayAt(now, zone)
      if (last?.today === today && last.version === ledgers.version()) return true
      const knownOf = knownNow()
      // One after another: a plan that nobody asked for yet is read when it is come to.
      for (const plan of ledgers.plans().values()) {
        const view = viewOn(plan, today)
        if (!indexOf(view).some(view, knownOf(view), isEnough)) return false
      }
      return true
    },
    nextReminderAt: (now, told) => nextReminder({ now, zone, calendar: ledgers.calendar(), delivered: known(told), dueOn, plans: [...ledgers.plans().keys()], policyOf: policyOfPlan, calendarOf: calendarOfPlan, isBriefWanted: briefReaders(ledgers.directory()).length > 0 }),
  }
}
