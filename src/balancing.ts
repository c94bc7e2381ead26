// The daily balance, worked out from the logs alone: at each moment of the day that matters, the rules are asked what they owed then.
import { addMs, type Calendar } from '#src/calendar/calendar.ts'
import type { Clock } from '#src/calendar/clock.ts'
import type { Day, Instant } from '#src/calendar/day.ts'
import { keepBalance, type DeliveryEvent, type DeliveryState } from '#src/delivery/delivery-log.ts'
import { defaultPolicy, whole, type Policy } from '#src/ledger/policy.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Ledgers } from '#src/ledgers.ts'
import { balanceOf, type Balance, type DayFacts, type WhyUnsent } from '#src/reminders/balance.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { briefFrom } from '#src/reminders/of-brief.ts'
import type { Book } from '#src/store/book.ts'
import { historyOf, type Logs, type SeenDelivery } from './history.ts'
import { recordedAt } from './recorded-at.ts'

export type BalanceNeeds = {
  logs: Logs
  /** As they stand: for the hours they ever had. */
  plans: Iterable<PlanState>
  calendar: Calendar
  /** Where the people are. */
  zone: string
  now: Instant
}

/** Of a working day until the next begins, or until now. Everybody else's acts are seen to meanwhile. */
export async function balanceOfDay(day: Day, { logs, plans, calendar, zone, now }: BalanceNeeds): Promise<Balance> {
  const begins = calendar.instantOf(day, '00:00', zone)
  const over = calendar.instantOf(calendar.addWorkingDays(day, 1), '00:00', zone)
  // What happened at this very instant is of today.
  const ends = over <= now ? over : addMs(now, 1)
  const hours = hoursThatMatter(plans)
  const momentsOf = (on: Day): Instant[] => hours.map((time) => calendar.instantOf(on, time, zone)).filter((at) => at < ends)
  const arrivals = arrivalsBetween(begins, ends)
  const history = historyOf(logs, zone, arrivals.see)

  const unsentBefore = new Set<string>()
  const before = calendar.addWorkingDays(day, -1)
  for (const at of momentsOf(before)) for (const { key } of await history.owed(at)) unsentBefore.add(key)
  const yesterday = await history.ended(before, begins)
  for (const key of unsentBefore) if (!yesterday.due.has(key) || yesterday.isTold(key)) unsentBefore.delete(key)

  const owed = new Map<string, Notice>()
  const dueWhenTaken = new Set<string>()
  const claims = await claimsBetween(logs, begins, ends)
  for (const { at, taken } of [...momentsOf(day).map((hour) => ({ at: hour, taken: undefined })), ...claims].toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    if (taken === undefined) for (const notice of await history.owed(at)) owed.set(notice.key, notice)
    else {
      const due = await history.due(at)
      for (const { key } of taken) if (due.has(key)) dueWhenTaken.add(key)
    }
  }
  // What is owed now is owed today, at whatever hour it began to be.
  if (now < over) for (const notice of await history.owed(now)) owed.set(notice.key, notice)

  const end = await history.ended(day, ends)
  const takenToday = new Set(claims.flatMap(({ taken }) => taken.map(({ key }) => key)))
  return balanceOf(day, {
    owed, unsentBefore, isStillDue: (key) => end.due.has(key), why: (notice) => whyUnsent(notice, end.deliveries),
    // What was taken on an earlier day, and found only now, was judged by that day.
    delivered: arrivals.all().map((each) => ({ ...each, isDue: dueWhenTaken.has(each.notice.key) || !takenToday.has(each.notice.key) })),
  })
}

/** Hours at which something begins or ends to be owed by itself, under any numbers a plan ever had. */
function hoursThatMatter(plans: Iterable<PlanState>): string[] {
  const policies: Policy[] = [defaultPolicy, ...[...plans].flatMap(({ policy }) => (policy?.changes ?? []).map(({ set }) => whole(set)))]
  return [...new Set([briefFrom, ...policies.flatMap(({ quietUntil, digestFrom, quietFrom }) => [quietUntil, digestFrom, minuteBefore(quietFrom)])])].toSorted()
}

function minuteBefore(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const minutes = hour * 60 + minute - 1
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

async function claimsBetween({ deliveries }: Logs, from: Instant, until: Instant): Promise<{ at: Instant; taken: readonly Notice[] }[]> {
  const [fromMs, untilMs] = [Date.parse(from), Date.parse(until)]
  return (await recordedAt(deliveries)).flatMap((ms, index) => {
    const entry = ms >= fromMs && ms < untilMs ? deliveries.at(index) : undefined
    return (entry?.events ?? []).flatMap((event) => (entry !== undefined && event.type === 'claimed' ? [{ at: entry.stamp.at, taken: event.notices }] : []))
  })
}

/** Every notice that was delivered in between, as often as it was. */
function arrivalsBetween(from: Instant, until: Instant): { see: SeenDelivery; all: () => readonly Omit<DayFacts['delivered'][number], 'isDue'>[] } {
  const found: { notice: Notice; isFirst: boolean }[] = []
  return {
    all: () => found,
    see(event, at, { parcels, told }) {
      if (event.type !== 'delivered' || at < from || at >= until) return
      const own = new Set<string>()
      for (const notice of parcels.get(event.key)?.notices ?? []) {
        found.push({ notice, isFirst: !told.has(notice.key) && !own.has(notice.key) })
        own.add(notice.key)
      }
    },
  }
}

const whyUnsent = ({ to, key }: Notice, { unreachable, held }: DeliveryState): WhyUnsent => (held.has(key) ? 'in-doubt' : unreachable.has(to) ? 'unreachable' : 'waiting')

/** So many working days are made up for at most, after the bot stood still. */
const madeUpFor = 10

/** Working days that are over and have no balance, the earliest first; of a log without any, the last one alone. Nothing on a day off: the day before it goes on until the next begins. */
export function daysToBalance(kept: ReadonlyMap<Day, Balance>, today: Day, calendar: Calendar): Day[] {
  if (!calendar.isWorkingDay(today)) return []
  const back = Array.from({ length: madeUpFor }, (_, at) => calendar.addWorkingDays(today, -(at + 1)))
  // A clock that ran ahead once may have kept days that are still to come.
  const last = [...kept.keys()].filter((day) => day < today).toSorted().at(-1)
  return last === undefined ? back.slice(0, 1) : back.filter((day) => day > last).toReversed()
}

export type Balancing = {
  /** Worked out now, of any working day since the beginning; undefined of others. */
  of: (day: Day) => Promise<Balance | undefined>
  /** Those that were kept of days that are over, the latest first. */
  kept: () => readonly Balance[]
  /** Keeps those of the working days that are over. */
  keep: () => Promise<void>
}

/** @param zone where the people are */
export function balancing({ ledgers, book, zone, clock }: { ledgers: Ledgers; book: Book<DeliveryState, DeliveryEvent>; zone: string; clock: Clock }): Balancing {
  const work = async (day: Day): Promise<Balance> =>
    balanceOfDay(day, { logs: { ...ledgers.entries(), deliveries: book.entries() }, plans: ledgers.plans().values(), calendar: ledgers.calendar(), zone, now: clock.now() })
  const isCounted = (day: Day): boolean => {
    const [first] = ledgers.entries().directory
    return first !== undefined && first.stamp.on <= day && ledgers.calendar().isWorkingDay(day)
  }
  return {
    of: async (day) => (isCounted(day) && day <= ledgers.calendar().dayAt(clock.now(), zone) ? work(day) : undefined),
    kept: () => [...book.state().balances.values()].filter(({ day }) => day < ledgers.calendar().dayAt(clock.now(), zone)).toSorted((a, b) => (a.day < b.day ? 1 : -1)),
    async keep() {
      const today = ledgers.calendar().dayAt(clock.now(), zone)
      for (const day of daysToBalance(book.state().balances, today, ledgers.calendar()).filter(isCounted)) {
        const balance = await work(day)
        await book.record(`balanced/${day}`, { at: clock.now(), on: today, by: 'system', via: 'system' }, (state) => keepBalance(state, balance))
      }
    },
  }
}
