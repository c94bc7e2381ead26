// Who gets which message now: a person's notices of a day in one digest, what cannot wait in a prompt of its own.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import type { PersonId, PlanId } from '#src/ledger/ids.ts'
import type { Policy } from '#src/ledger/policy.ts'
import type { View } from '#src/queries/view.ts'
import { asksNobody } from './asks-nobody.ts'
import type { Notice, Parcel } from './notice.ts'
import { briefFrom, briefKey } from './of-brief.ts'
import { ofMeetings } from './of-meetings.ts'
import { isOldNews } from './old-news.ts'
import { canWait, opensWeek } from './patience.ts'
import { planRules, taskRule } from './rules.ts'
import { isToldAtOtherMark } from './told-at-mark.ts'
import { isToldTheDayBefore } from './told-the-day-before.ts'
import { inItsRound, isForOthersTold, isNewsThatItStands, isToldShortlyBefore } from './told-of-review.ts'
import { inItsSeating } from './told-of-sitting.ts'

/** Everything due about a plan on a day, whether or not it was delivered before, apart from what has an hour: a task or a rule at a time. */
export function* noticesByPart(view: View): Generator<readonly Notice[]> {
  if (asksNobody(view)) return
  for (const task of view.plan.tasks.values()) yield taskRule.says(view, task)
  for (const rule of planRules) yield rule.says(view)
}

/** The same, all at once. */
export const noticesOfDay = (view: View): Notice[] => [...noticesByPart(view)].flat()

/** Everything due about a plan now. @param time wall time in the plan's zone */
export const noticesDue = (view: View, time: string): Notice[] => [...noticesOfDay(view), ...ofMeetings(view, time)]

/** `noticeForGood`: told, and not only perhaps; what is so once stays so. `noticeOn`: on which day. `newsOn`: on which day anybody was first told of the same. Where nobody knows, nothing is. */
export type Delivered = { notice: (key: string) => boolean; noticeForGood?: (key: string) => boolean; noticeOn?: (key: string) => Day | undefined; newsOn?: (key: string) => Day | undefined; parcel: (key: string) => boolean }

const prompts: ReadonlySet<Notice['kind']> = new Set(['handed-out', 'taken-over', 'gone-over', 'unit-taken-over', 'standing-in', 'item-handed', 'amended', 'returned', 'submission-returned', 'claim-waiting', 'ruled', 'ended', 'part-received', 'lead-named', 'due-set', 'leader-told', 'leader-by-itself', 'instructed', 'instruction-spoken', 'instruction-disowned', 'coordination-up', 'coordination-decided', 'meeting-off', 'review-off'])
const order: readonly Notice['kind'][] = [
  'handed-out', 'taken-over', 'gone-over', 'unit-taken-over', 'standing-in', 'item-handed', 'amended', 'meeting-off', 'meeting-invited', 'instructed', 'instruction-spoken', 'coordination-up', 'coordination-decided', 'instruction-disowned', 'part-received', 'lead-named', 'due-set', 'leader-told', 'leader-by-itself', 'ruled', 'ended', 'nudged', 'returned', 'submission-returned', 'milestones-returned', 'overdue', 'milestone-overdue', 'meeting-ahead', 'meeting-today', 'review-today', 'review-ahead', 'review-off', 'due-soon', 'milestone-due', 'round-due', 'occurrence-due', 'withdrawn', 'course-changed', 'pause-ends', 'leader-note-waits', 'review-overdue', 'claim-waiting', 'submission-waits', 'milestones-waiting', 'petition-waits', 'coordination-waits', 'meeting-passed', 'minutes-wait', 'request-waits', 'look-back-due', 'milestones-asked', 'progress-due', 'milestones-approved', 'accepted', 'minutes-issued', 'cadence-open', 'recorded-for', 'uncontacted', 'round-watch', 'meeting-watch', 'weekly-brief',
]

export type PolicyOf = (plan: PlanId) => Policy
/** The calendar of a plan, in which its own 休息日 are days off. */
export type CalendarOf = (plan: PlanId) => Calendar

/** Whether a message about plans may be sent: a working day, outside the quiet hours of each of them. */
export const isSendingTime = (today: Day, time: string, calendar: Calendar, policies: readonly Policy[]): boolean =>
  calendar.isWorkingDay(today) && policies.every(({ quietUntil, quietFrom }) => time >= quietUntil && time < quietFrom)

/** From when on a message about plans may be sent. @returns undefined where that is now */
export function sendsFrom(today: Day, time: string, calendar: Calendar, policies: readonly Policy[]): { day: Day; time: string } | undefined {
  if (isSendingTime(today, time, calendar, policies)) return undefined
  const from = policies.map(({ quietUntil }) => quietUntil).toSorted().at(-1) ?? '00:00'
  return { day: calendar.isWorkingDay(today) && time < from ? today : calendar.addWorkingDays(today, 1), time: from }
}

/** 加急: a secretary has said why it cannot wait for a working day or an hour. */
const isUrgent = (notice: Notice): boolean => notice.kind === 'nudged' && notice.urgent !== undefined

/** Asks for a word about a task, as a chase does. */
const asksOfTask = ({ kind }: Notice): boolean => kind === 'due-soon' || kind === 'overdue' || kind === 'progress-due' || kind === 'round-due' || kind === 'milestone-due' || kind === 'milestone-overdue'
const isOfSamePart = (one: Notice, other: Notice): boolean => 'task' in one && 'unit' in one && 'task' in other && 'unit' in other && one.plan === other.plan && one.task === other.task && one.unit === other.unit

/** A chase is the day's one, and what is no prompt waits for the next digest. */
const wasHeldBack = ({ kind, to }: Notice, on: Day, { parcel }: Delivered): boolean => (kind === 'nudged' ? parcel(chaseKey(to, on)) : !prompts.has(kind) && parcel(digestKey(to, on)))

/** The digest hour of several plans is the earliest of theirs. */
const isDigestTime = (time: string, policies: readonly Policy[]): boolean => policies.some(({ digestFrom }) => time >= digestFrom)

/**
 * What is owed now. Nothing on a day off or in quiet hours but what is urgent. One digest a person a working day at most, from the earliest digest hour of the plans in it: where all in it can wait, at the week's beginning.
 * A prompt as soon as it may be sent; a brief from its hour on, one a week. Nobody is chased by two messages on one day: what is chased after the first waits for the next
 * day's digest. The most urgent message first, whoever it is for.
 *
 * @param due notices of all plans, each told of at the hours of its plan's policy
 */
export function parcelsOwed(due: readonly Notice[], delivered: Delivered, today: Day, time: string, calendar: Calendar, policyOf: PolicyOf, calendarOf: CalendarOf = () => calendar): Parcel[] {
  if (!calendar.isWorkingDay(today) && !due.some(isUrgent)) return []
  // A round begins with what was told, not with what is on its way: a process that knows less may be taking that back.
  const isTold = delivered.noticeForGood ?? delivered.notice
  const owed = due.map((notice) => inItsSeating(inItsRound(notice, isTold), delivered.notice)).filter((notice) => !delivered.notice(notice.key) && followsWhatWasTold(notice, delivered) && !isToldAtOtherMark(notice, delivered.notice) && !isForOthersTold(notice, isTold) && !isToldShortlyBefore(notice, delivered.noticeOn, calendarOf(notice.plan)) && !isOldNews(notice, delivered.newsOn, today, (on) => wasHeldBack(notice, on, delivered)))
  const policiesOf = (notices: readonly Notice[]): Policy[] => [...new Set(notices.map(({ plan }) => policyOf(plan)))]
  const maySend = (notices: readonly Notice[]): boolean => isSendingTime(today, time, calendar, policiesOf(notices))
  // Asked of what would go now alone: it looks for many keys.
  const isDueThisMorning = (notice: Notice): boolean => !isToldTheDayBefore(notice, delivered.noticeOn, today, policyOf(notice.plan), calendarOf(notice.plan))
  const begins = new Map<PlanId, boolean>()
  const opensWeekOf = (plan: PlanId): boolean => {
    const known = begins.get(plan) ?? opensWeek(today, calendarOf(plan))
    begins.set(plan, known)
    return known
  }
  const isTimely = (notices: readonly Notice[]): boolean => isDigestTime(time, policiesOf(notices)) && maySend(notices) && notices.some((notice) => opensWeekOf(notice.plan) || !canWait(notice, policyOf(notice.plan)))
  const parcels = [...byPerson(owed)].flatMap(([to, notices]) => {
    const sorted = notices.toSorted(byUrgency(policyOf))
    const isTodayTold = delivered.parcel(digestKey(to, today))
    const isChasedToday = delivered.parcel(chaseKey(to, today))
    const wayOf = (notice: Notice): 'alone' | 'urgent' | 'rest' | 'tomorrow' | 'brief' => {
      if (notice.kind === 'weekly-brief') return 'brief'
      if (standsAlone(notice)) return 'alone'
      if (notice.kind === 'nudged') return notice.on !== undefined && notice.on < today && delivered.parcel(chaseKey(to, notice.on)) ? 'rest' : isChasedToday ? 'tomorrow' : 'urgent'
      // A review of today or tomorrow, scheduled after the morning's digest, would be told of too late by the next; and that one is off was told at once.
      return prompts.has(notice.kind) || (isTodayTold && notice.kind === 'review-ahead' && notice.workingDaysLeft <= 1) || isNewsThatItStands(notice, isTold) ? 'urgent' : 'rest'
    }
    // What a chase asks anyway goes with it: the same morning's digest would say the same line again.
    const chased = sorted.filter((notice) => notice.kind === 'nudged' && wayOf(notice) === 'urgent')
    const isAskedByChase = (notice: Notice): boolean => asksOfTask(notice) && chased.some((chase) => isOfSamePart(chase, notice)) && isDueThisMorning(notice)
    const going = (way: ReturnType<typeof wayOf>): Notice[] => sorted.filter((notice) => (isAskedByChase(notice) ? 'urgent' : wayOf(notice)) === way)
    const waiting = isTodayTold ? [] : going('rest')
    const rest = isDigestTime(time, policiesOf(waiting)) && maySend(waiting) ? waiting.filter(isDueThisMorning) : []
    const brief = going('brief')
    const prompted = [...going('alone').map((notice) => [notice]), going('urgent')].map((notices) => (maySend(notices) ? notices : notices.filter(isUrgent)))
    return [...(time >= briefFrom && maySend(brief) ? weeklyBrief(to, brief, delivered) : []), ...prompted.flatMap((notices) => prompt(to, notices, today, delivered)), ...(isTimely(rest) ? digest(to, rest, today, delivered) : [])]
  })
  return parcels.toSorted((a, b) => haste(a) - haste(b))
}

/** A message of its own, which is drawn again as it goes on. */
export const standsAlone = ({ kind }: Pick<Notice, 'kind'>): boolean => kind === 'round-watch' || kind === 'meeting-watch' || kind === 'meeting-invited'

/** What takes something back is told to those who were told of it. */
function followsWhatWasTold(notice: Notice, { notice: isTold }: Delivered): boolean {
  if (!('after' in notice) || notice.after === undefined) return true
  return typeof notice.after === 'string' ? isTold(notice.after) : notice.after.some(isTold)
}

/** What cannot wait for the digest comes before all digests; each by the most urgent thing in it. */
function haste({ key, notices: [first] }: Parcel): number {
  return (key.startsWith('digest/') ? order.length : 0) + (first === undefined ? 0 : order.indexOf(first.kind))
}

export function byPerson(notices: readonly Notice[]): Map<PersonId, Notice[]> {
  const grouped = new Map<PersonId, Notice[]>()
  for (const notice of notices) {
    const own = grouped.get(notice.to)
    if (own === undefined) grouped.set(notice.to, [notice])
    else own.push(notice)
  }
  return grouped
}

/** One with a chase in it is the day's. One that reached nobody today is not asked for again today. */
const prompt = (to: PersonId, notices: Notice[], today: Day, delivered: Delivered): Parcel[] => {
  const [first] = notices
  if (first === undefined) return []
  const key = notices.some(({ kind }) => kind === 'nudged') ? chaseKey(to, today) : promptKey(first.key)
  return delivered.parcel(key) ? [] : [{ key, to, notices }]
}

/** Of a message that has one notice, or begins with it. */
export const promptKey = (notice: string): string => `prompt/${notice}`
/** The one message of a day by which somebody is chased. */
export const chaseKey = (to: PersonId, today: Day): string => `prompt/nudged/${to}/${today}`

/** The one digest of a person and a day. */
export const digestKey = (to: PersonId, today: Day): string => `digest/${to}/${today}`

const digest = (to: PersonId, notices: Notice[], today: Day, delivered: Delivered): Parcel[] => {
  const key = digestKey(to, today)
  return notices.length === 0 || delivered.parcel(key) ? [] : [{ key, to, notices }]
}

/** Once a week, because of whichever plans speak first. */
const weeklyBrief = (to: PersonId, notices: Notice[], delivered: Delivered): Parcel[] => {
  const [first] = notices
  if (first?.kind !== 'weekly-brief') return []
  const key = briefKey(to, first.week)
  return delivered.parcel(key) ? [] : [{ key, to, notices }]
}

/** By kind, then by date; whatever comes due is one kind, and whatever is overdue. What is due today or tomorrow stands before what has been overdue so long that its head knows. */
const byUrgency = (policyOf: PolicyOf) => (a: Notice, b: Notice): number =>
  rank(a, policyOf) - rank(b, policyOf) || left(a) - left(b) || order.indexOf(a.kind) - order.indexOf(b.kind) || (a.key < b.key ? -1 : 1)

const dated: ReadonlySet<Notice['kind']> = new Set(['overdue', 'milestone-overdue', 'due-soon', 'milestone-due', 'round-due', 'occurrence-due'])

function rank(notice: Notice, policyOf: PolicyOf): number {
  if (!dated.has(notice.kind)) return order.indexOf(notice.kind)
  const [over, first] = [-left(notice), order.indexOf('overdue')]
  if (over <= 0) return over >= -1 ? first : order.indexOf('due-soon')
  return over > policyOf(notice.plan).headAfter ? first + 0.5 : first - 0.5
}

const left = (notice: Notice): number => ('workingDaysOver' in notice ? -(notice.workingDaysOver ?? 0) : 'workingDaysLeft' in notice ? notice.workingDaysLeft : 0)
