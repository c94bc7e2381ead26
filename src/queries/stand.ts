// How one task stands, as little as is counted of it.
import type { Day } from '#src/calendar/day.ts'
import type { PersonId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { Asking } from './by-round.ts'
import { isDecided } from './decided.ts'
import { decidersOf } from './decisions-waiting.ts'
import type { Light, Why } from './light.ts'
import { isReport, type Owing } from './next-owed.ts'
import { taskCard, type TaskCard } from './task-card.ts'
import { askingOf, isOverdue, isUnreported, urgency } from './task-list.ts'
import type { View } from './view.ts'

/** `urgency`: among tasks of one light the greater comes first. `asking`: where it is asked about; `isSilent`: asked, and not yet answered. `lead`: who answers for it. `dateNext`: the day of what it owes next, a report of progress left aside. */
export type Stand = {
  no: TaskNo
  light: Light
  urgency: number
  asking: Asking | undefined
  isSilent: boolean
  /** Past its own date, or that of a milestone. */
  isOverdue: boolean
  status: TaskCard['status']
  lead: UnitId | undefined
  dateNext: Day | undefined
  /** All that it owes by a day, the earliest first. */
  owed: readonly Owing[]
  /** 有异议待核. */
  isContested: boolean
  /** Since when its light has its reason, where that has a day. */
  since: Day | undefined
  /** Leaders who may have something to decide in it. */
  deciders: readonly PersonId[]
  /** A leader decided something that was handed up. */
  isDecided: boolean
}

const cards = new WeakMap<Stand, TaskCard>()

/** The card of a task that stands so: worked out once for as long as it does. @param view the one in which it stands so */
export function cardOfStand(view: View, stand: Stand): TaskCard | undefined {
  const card = cards.get(stand) ?? taskCard(view, stand.no)
  if (card !== undefined) cards.set(stand, card)
  return card
}

/** @returns undefined where the plan has no such task */
export function standOf(view: View, no: TaskNo): Stand | undefined {
  const card = taskCard(view, no)
  return card === undefined ? undefined : standOfCard(view, card)
}

/** How all tasks of a plan stand. */
export type StandsOf = (view: View) => Iterable<Stand>

/** Worked out afresh, no further than somebody goes through them: where none are kept. */
export function* standsAfresh(view: View): Generator<Stand> {
  for (const no of view.plan.tasks.keys()) {
    const stand = standOf(view, no)
    if (stand !== undefined) yield stand
  }
}

export const standOfCard = (view: View, card: TaskCard): Stand => ({
  no: card.number, light: card.light, urgency: urgency(view, card), asking: askingOf(view, card), isSilent: isUnreported(view, card), isOverdue: isOverdue(card),
  isContested: card.contested !== undefined, status: card.status, lead: card.lead?.unit, dateNext: dateOf(card), owed: card.owed,
  since: dayOfWhy(card.why), deciders: decidersOf(view.plan.tasks.get(card.number)), isDecided: isDecided(view.plan.tasks.get(card.number)),
})

const dateOf = ({ next, nextDated }: TaskCard): Day | undefined => (!('due' in next) ? undefined : isReport(next) ? nextDated?.due : next.due)

function dayOfWhy(why: Why): Day | undefined {
  if (why.rule === 'overdue' || why.rule === 'milestone-overdue') return why.due
  if (why.rule === 'claim-waiting') return why.claimedOn
  return 'on' in why ? why.on : undefined
}
