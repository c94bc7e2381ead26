// The leader's screen over several plans: every count is the sum of the plans' own.
import type { Instant } from '#src/calendar/day.ts'
import type { Light } from './light.ts'
import { byRound } from './by-round.ts'
import { tallyOn } from './board.ts'
import { redsIn, summary, type RoundCounts, type Summary } from './summary.ts'
import type { Tally } from './tally.ts'
import type { TaskCard } from './task-card.ts'
import { urgency } from './task-list.ts'
import type { View } from './view.ts'

/** `notHandedOut`: so many plans are not counted, as nobody was told of them yet. */
export type CountySummary = Omit<Summary, 'plan' | 'title'> & { plans: Summary[]; notHandedOut: number }

/** The plans that count where several are shown: those handed out; while none is, all. */
export function inForce(views: readonly View[]): View[] {
  const handedOut = views.filter(({ plan }) => plan.handedOutOn !== undefined)
  return handedOut.length === 0 ? [...views] : handedOut
}

/** @param all one of each plan; at least one @param tallyFor a plan's numbers, where they are kept */
export function countySummary(all: readonly View[], at: Instant, tallyFor: (view: View) => Tally = tallyOn, passesOn = false): CountySummary {
  const views = inForce(all)
  const plans = views.map((view) => summary(view, at, tallyFor(view), passesOn))
  const sum = (of: (plan: Summary) => number): number => plans.reduce((total, plan) => total + of(plan), 0)
  const lit = (light: Light): number => sum(({ lights }) => lights[light])
  const [view] = views
  const [first] = plans
  if (first === undefined) throw new RangeError('a county summary is of one plan at least')
  const reds = plans.flatMap((plan) => plan.reds)
  const nextMeeting = plans.flatMap((plan) => plan.nextMeeting ?? []).toSorted((a, b) => (a.meeting.day < b.meeting.day ? -1 : 1))[0]
  const nextDue = plans.flatMap((plan) => plan.nextDue ?? []).toSorted((a, b) => dueText(a).localeCompare(dueText(b)))[0]
  return {
    plans, notHandedOut: all.length - views.length, at, rounds: roundsAmong(plans),
    handedOut: plans.some(({ handedOut }) => handedOut),
    total: sum(({ total }) => total),
    lights: { done: lit('done'), red: lit('red'), yellow: lit('yellow'), green: lit('green'), pending: lit('pending') },
    reds: (view === undefined ? reds : reds.toSorted((a, b) => urgency(view, b) - urgency(view, a))).slice(0, redsIn(passesOn)),
    asked: sum(({ asked }) => asked), answered: sum(({ answered }) => answered), unreported: sum(({ unreported }) => unreported),
    noUnit: sum(({ noUnit }) => noUnit), claimsWaiting: sum(({ claimsWaiting }) => claimsWaiting), openDoubts: sum(({ openDoubts }) => openDoubts),
    unitsWithoutContact: sum((plan) => plan.unitsWithoutContact),
    ...(nextMeeting === undefined ? {} : { nextMeeting }),
    cadences: plans.flatMap(({ cadences }) => cadences).toSorted((a, b) => b.missing - a.missing),
    unmet: plans.flatMap(({ unmet }) => unmet).toSorted((a, b) => (a.window.to < b.window.to ? 1 : -1)), explained: plans.flatMap(({ explained }) => explained),
    ...(nextDue === undefined ? {} : { nextDue }),
  }
}

/** Those in which something was asked; where nothing was, the quarter that is asked about. */
function roundsAmong(plans: readonly Summary[]): RoundCounts[] {
  const all = plans.flatMap(({ plan, rounds }) => rounds.map((counts) => ({ ...counts, plan })))
  const asking = all.filter(({ asked }) => asked > 0)
  const sum = (of: readonly RoundCounts[], count: (each: RoundCounts) => number): number => of.reduce((total, each) => total + count(each), 0)
  return byRound(asking.length === 0 ? all : asking).map(({ round, of }) => ({ round, asked: sum(of, ({ asked }) => asked), answered: sum(of, ({ answered }) => answered) }))
}

const dueText = ({ next, nextDated }: TaskCard): string => nextDated?.due ?? ('due' in next ? next.due : '9999')
