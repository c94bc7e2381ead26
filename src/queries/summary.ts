// The leader's screen: the truth of one plan on a day, in facts.
import { cadences, nextMeeting, type CadenceFacts } from '#src/meetings/cadence.ts'
import type { Instant } from '#src/calendar/day.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { doubtCounts, unsettledOf } from './doubt-counts.ts'
import type { Light } from './light.ts'
import { byRound, type Asking, type InRound } from './by-round.ts'
import { defaultRound } from './round.ts'
import type { TaskCard } from './task-card.ts'
import { askingOf, isUnreported, taskList, unitsWithoutContact, urgency } from './task-list.ts'
import type { View } from './view.ts'

/** How many tasks were asked in a round or by their dates, and of these how many have answered. */
export type RoundCounts = { round: Asking; asked: number; answered: number }

export type Summary = {
  plan: PlanId
  title: string
  handedOut: boolean
  total: number
  lights: Record<Light, number>
  /** At most three, the worst first; `lights.red` counts them all. */
  reds: TaskCard[]
  /** Each round in which tasks were asked; while none was, the quarter that is asked about. The counts below are of all of them. */
  rounds: RoundCounts[]
  asked: number
  answered: number
  unreported: number
  noUnit: number
  claimsWaiting: number
  openDoubts: number
  unitsWithoutContact: number
  nextMeeting?: { meeting: Meeting; body: string }
  /** Bodies that have not met as often as their clause asks. */
  cadences: CadenceFacts[]
  /** What is due next, whatever its light: the nearest open thing. */
  nextDue?: TaskCard
  at: Instant
}

/** `in-hand` 总体可控: no more than a tenth is red. */
export type Verdict = 'not-handed-out' | 'in-hand' | 'at-risk'
const redsInHand = 0.1

export const verdictOf = ({ handedOut, lights, total }: Pick<Summary, 'handedOut' | 'lights' | 'total'>): Verdict => {
  if (!handedOut) return 'not-handed-out'
  return lights.red <= total * redsInHand ? 'in-hand' : 'at-risk'
}

export function summary(view: View, at: Instant): Summary {
  const { plan, today } = view
  const cards = taskList(view)
  const count = (light: Light): number => cards.filter((card) => card.light === light).length
  const unreported = cards.filter((card) => isUnreported(view, card)).length
  const asked = cards.flatMap((card) => ((round) => (round === undefined ? [] : [{ plan: plan.id, round, card }]))(askingOf(view, card)))
  const next = nextMeeting(plan, today)
  const nextDue = cards.filter(({ next: owed }) => 'due' in owed && owed.due >= today).toSorted((a, b) => dueText(a).localeCompare(dueText(b)))[0]
  return {
    plan: plan.id, title: plan.title, handedOut: plan.handedOutOn !== undefined, total: cards.length,
    lights: { done: count('done'), red: count('red'), yellow: count('yellow'), green: count('green'), pending: count('pending') },
    reds: cards.filter(({ light }) => light === 'red').toSorted((a, b) => urgency(view, b) - urgency(view, a)).slice(0, 3),
    rounds: roundCounts(view, asked), asked: asked.length, unreported, answered: asked.length - unreported,
    noUnit: cards.filter(({ status }) => status === 'no-unit').length,
    claimsWaiting: cards.filter(({ status }) => status === 'claimed').length,
    openDoubts: doubtCounts(unsettledOf(plan)).doubts,
    unitsWithoutContact: unitsWithoutContact(view).length,
    ...(next === undefined ? {} : { nextMeeting: { meeting: next, body: plan.bodies.get(next.body)?.name ?? next.body } }),
    cadences: cadences(plan, today),
    ...(nextDue === undefined ? {} : { nextDue }),
    at,
  }
}

function roundCounts(view: View, asked: readonly (InRound & { card: TaskCard })[]): RoundCounts[] {
  if (asked.length === 0) return [{ round: defaultRound(view), asked: 0, answered: 0 }]
  return byRound(asked).map(({ round, of }) => ({ round, asked: of.length, answered: of.filter(({ card }) => !isUnreported(view, card)).length }))
}

const dueText = ({ next }: TaskCard): string => ('due' in next ? next.due : '9999')
