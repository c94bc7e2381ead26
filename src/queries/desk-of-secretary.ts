// What waits for the secretary, over all plans: what is to be decided, doubts, units without a contact, meetings to settle, bodies that must meet.
import { daysOffLacking } from '#src/calendar/days-off-lacking.ts'
import { officeTelephone } from '#src/directory/telephone.ts'
import { canBeOver } from '#src/meetings/cadence.ts'
import { clauses, clausesUnmet, type ClauseFacts } from '#src/meetings/clauses.ts'
import { withoutMinutes } from '#src/meetings/meeting-order.ts'
import { requestsWaiting, type RequestWaiting } from '#src/meetings/requests.ts'
import { bodyOf } from '#src/ledger/body.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { doubtCounts, unsettledOf, type DoubtCounts } from './doubt-counts.ts'
import { leaderNotesWaiting } from './leader-notes.ts'
import { milestonesWaiting } from './milestone-lists.ts'
import { queue, type QueueItem } from './queue.ts'
import { roundsOf, type Asking } from './by-round.ts'
import { askingOf, taskList, unitsWithoutContact } from './task-list.ts'
import { reviewsWaiting, type ReviewWaiting } from './reviews-waiting.ts'
import type { TaskCard } from './task-card.ts'
import { checkCounts, unitChecks, type CheckCounts } from './unit-lines.ts'
import type { View } from './view.ts'

/** `amended`: tasks of which an amendment left something to settle. */
export type PlanCounts = DoubtCounts & { id: PlanId; title: string; tasks: number; handedOut: boolean; amended: number; withoutContact: number; noUnit: number; checks: CheckCounts }

export type SecretaryDesk = {
  plans: PlanCounts[]
  /** A secretary's number is set, for the first message. */
  hasTelephone: boolean
  /** A year whose 放假安排 should be known by now. */
  daysOffLack?: number
  /** All that waits for a decision, or is to be known. */
  queue: QueueItem[]
  claims: TaskCard[]
  /** So long overdue that a leader should know: to be sent or left. */
  leaderNotes: number
  /** Milestones that units proposed. */
  milestones: number
  unreported: TaskCard[]
  /** The rounds in which these were asked. */
  rounds: Asking[]
  /** Due within seven days. */
  dueSoon: TaskCard[]
  reds: TaskCard[]
  /** Bodies that still have to meet in their window. */
  gaps: ClauseFacts[]
  /** Windows that closed with too few sittings, and nobody has said why. */
  unmet: { facts: ClauseFacts; plan: PlanId }[]
  /** Items asked of bodies that others call, without an answer. */
  requests: (RequestWaiting & { plan: PlanId })[]
  /** Their day has come, and their outcome is not on record. */
  reviews: ReviewWaiting[]
  /** Scheduled and still ahead, the nearest first. */
  meetings: { meeting: Meeting; body: string; plan: PlanId }[]
  /** Held lately, called here, and without issued minutes: the first first. */
  unminuted: { meeting: Meeting; body: string; plan: PlanId }[]
  /** Their hour is over: held or not? */
  passed: { meeting: Meeting; body: string; plan: PlanId }[]
}

/** For so many working days: an office that issues its minutes elsewhere is not asked for ever. */
const minutesAwaited = 20

/** @param time wall time, `09:05`: a sitting of this afternoon is still ahead in the morning */
export function secretaryDesk(views: readonly View[], time: string): SecretaryDesk {
  const all = (filter: Parameters<typeof taskList>[1]): TaskCard[] => views.flatMap((view) => taskList(view, filter))
  const scheduled = views.flatMap(({ plan, today }) =>
    [...plan.meetings.values()].filter(({ status }) => status === 'scheduled').map((meeting) => ({ meeting, body: bodyOf(plan, meeting.body)?.name ?? meeting.body, plan: plan.id, isAhead: !canBeOver(meeting, today, time) })),
  )
  const byDay = scheduled.toSorted((a, b) => (a.meeting.day < b.meeting.day ? -1 : 1))
  const lack = views.flatMap(({ calendar, today }) => daysOffLacking(calendar, today) ?? [])[0]
  const rounds = roundsOf(views.flatMap((view) => taskList(view, { only: 'unreported' }).flatMap((card) => ((round) => (round === undefined ? [] : [{ plan: view.plan.id, round }]))(askingOf(view, card)))))
  return {
    plans: views.map((view) => planCounts(view)), rounds,
    hasTelephone: views.some(({ directory }) => officeTelephone(directory) !== undefined), ...(lack === undefined ? {} : { daysOffLack: lack }),
    queue: queue(views), leaderNotes: views.flatMap(leaderNotesWaiting).length, milestones: views.reduce((sum, view) => sum + milestonesWaiting(view).length, 0), claims: all({ only: 'claimed' }), unreported: all({ only: 'unreported' }), dueSoon: all({ only: 'due-week' }), reds: all({ light: 'red' }),
    gaps: views.flatMap(({ plan, today }) => clauses(plan, today).filter(({ missing }) => missing > 0)),
    unmet: views.flatMap(({ plan, today }) => clausesUnmet(plan, today).map((facts) => ({ facts, plan: plan.id }))),
    requests: views.flatMap(({ plan, today, calendar }) => requestsWaiting(plan, today, calendar).map((waiting) => ({ ...waiting, plan: plan.id }))),
    reviews: views.flatMap(reviewsWaiting).toSorted((a, b) => (a.review.day < b.review.day ? -1 : a.review.day > b.review.day ? 1 : 0)),
    meetings: byDay.filter(({ isAhead }) => isAhead).map(({ meeting, body, plan }) => ({ meeting, body, plan })),
    unminuted: views.flatMap(({ plan, calendar, today }) => withoutMinutes(plan).filter(({ day }) => calendar.workingDaysUntil(today, day) <= minutesAwaited).map((meeting) => ({ meeting, body: bodyOf(plan, meeting.body)?.name ?? meeting.body, plan: plan.id }))),
    passed: byDay.filter(({ isAhead }) => !isAhead).map(({ meeting, body, plan }) => ({ meeting, body, plan })),
  }
}

/** What is still to be put right in a plan before (and after) its contacts are told. */
export function planCounts(view: View): PlanCounts {
  const { plan } = view
  return {
    id: plan.id, title: plan.title, tasks: plan.tasks.size, handedOut: plan.handedOutOn !== undefined,
    ...doubtCounts(unsettledOf(plan)),
    amended: plan.amended.pending.size,
    withoutContact: unitsWithoutContact(view).length,
    noUnit: taskList(view, { only: 'no-unit' }).length,
    checks: checkCounts(unitChecks(view)),
  }
}
