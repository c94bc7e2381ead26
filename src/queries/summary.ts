// The leader's screen: the truth of one plan on a day, in facts.
import { nextMeeting } from '#src/meetings/cadence.ts'
import { clauses, clausesShort, type ClauseFacts } from '#src/meetings/clauses.ts'
import { yearOf, type Instant } from '#src/calendar/day.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { doubtCounts, unsettledOf } from './doubt-counts.ts'
import type { Light } from './light.ts'
import { tallyOn } from './board.ts'
import { byRound, type Asking } from './by-round.ts'
import { defaultRound } from './round.ts'
import { cardOfStand, type Stand } from './stand.ts'
import { nextDueIn, type Tally } from './tally.ts'
import type { TaskCard } from './task-card.ts'
import { withoutContact } from './task-list.ts'
import type { View } from './view.ts'

/** How many tasks were asked in a round or by their dates, and of these how many have answered. */
export type RoundCounts = { round: Asking; asked: number; answered: number }

export type Summary = {
  plan: PlanId
  title: string
  handedOut: boolean
  total: number
  lights: Record<Light, number>
  /** The first of them, the worst first; `lights.red` counts them all. */
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
  /** Bodies that have not met, or looked at the work, as often as their clause asks. */
  cadences: ClauseFacts[]
  /** Windows that closed with too few sittings or reviews, and nobody has said why. */
  unmet: ClauseFacts[]
  /** 已说明: those of which it was said this year why they are not held as often. */
  explained: ClauseFacts[]
  /** What is due next by a date, whatever its light: a report of progress is not. */
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

/** @param tally the plan's numbers on the view's day, where they are kept; of some tasks, where only they are meant @param passesOn whether as many reds are wanted as a text has room for */
export function summary(view: View, at: Instant, tally: Tally = tallyOn(view), passesOn = false): Summary {
  const { plan, today } = view
  const { lights } = tally
  const next = nextMeeting(plan, today)
  const nextDue = cardOf(view, nextDueIn(tally, today))
  const rounds = roundCounts(view, tally)
  const sum = (of: (counts: RoundCounts) => number): number => rounds.reduce((total, counts) => total + of(counts), 0)
  return {
    plan: plan.id, title: plan.title, handedOut: plan.handedOutOn !== undefined, total: tally.stands.size,
    lights: { ...lights },
    reds: tally.reds.all().slice(0, redsIn(passesOn)).flatMap((stand) => cardOf(view, stand) ?? []),
    rounds, asked: sum(({ asked }) => asked), answered: sum(({ answered }) => answered), unreported: sum(({ asked, answered }) => asked - answered),
    noUnit: tally.noUnit,
    claimsWaiting: tally.claimed,
    openDoubts: doubtCounts(unsettledOf(plan)).doubts,
    unitsWithoutContact: lackingContact(view, tally),
    ...(next === undefined ? {} : { nextMeeting: { meeting: next, body: plan.bodies.get(next.body)?.name ?? next.body } }),
    ...cadenceSummary(view),
    ...(nextDue === undefined ? {} : { nextDue }),
    at,
  }
}

function cadenceSummary({ plan, today }: View): Pick<Summary, 'cadences' | 'unmet' | 'explained'> {
  const [open, closed] = [clauses(plan, today), clausesShort(plan, today)]
  const isExplained = ({ excused, held, needed }: ClauseFacts): boolean => excused !== undefined && held < needed && yearOf(excused.on) === yearOf(today)
  return { cadences: open, unmet: closed.filter(({ excused }) => excused === undefined), explained: [...open, ...closed].filter(isExplained) }
}

/** As many as a screen names, or a text that is passed on has room for. */
export const redsIn = (passesOn: boolean): number => (passesOn ? 6 : 3)

/** Of numbers that are kept, while the same units owe something: with other people or other duties they are other numbers. */
const lacking = new WeakMap<Tally, { owing: string; count: number }>()

function lackingContact(view: View, tally: Tally): number {
  const owing = [...tally.leads.keys()].join(' ')
  const kept = lacking.get(tally)
  if (kept?.owing === owing) return kept.count
  const count = withoutContact(view, tally.leads.keys()).length
  lacking.set(tally, { owing, count })
  return count
}

const cardOf = (view: View, stand: Stand | undefined): TaskCard | undefined => (stand === undefined ? undefined : cardOfStand(view, stand))

function roundCounts(view: View, { asked }: Tally): RoundCounts[] {
  if (asked.size === 0) return [{ round: defaultRound(view), asked: 0, answered: 0 }]
  return byRound([...asked.values()].map((counts) => ({ plan: view.plan.id, ...counts }))).flatMap(({ of }) => of.map((counts) => ({ round: counts.round, asked: counts.asked, answered: counts.asked - counts.silent })))
}
