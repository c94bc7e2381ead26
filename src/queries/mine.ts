// What a person has on their hands, over all plans, the most urgent first.
import { unitAndItsGroups } from '#src/directory/directory.ts'
import { unitsAnsweredBy, type Person } from '#src/directory/person.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { answering } from './answering.ts'
import { asideWhy, type Aside } from './aside.ts'
import { handedTo } from './handed.ts'
import { roundsOf, type Asking, type InRound } from './by-round.ts'
import { lightRank } from './light.ts'
import { roundFor } from './round.ts'
import { silentNow } from './silent-in.ts'
import { askingOf, isStillAsked, taskList, urgency } from './task-list.ts'
import { taskCard, type TaskCard } from './task-card.ts'
import type { View } from './view.ts'

export type Mine = {
  units: UnitId[]
  /** Their unit answers, and it is not done: what they are asked about. */
  leading: TaskCard[]
  /** It answers for these too, and nobody waits for it now. */
  aside: Aside[]
  /** Of these, asked in the round and not answered. */
  unreported: number
  /** The rounds in which they were. */
  rounds: Asking[]
  /** Their unit helps, or is bound as one of a group (各乡镇): they answer when there is something to say. */
  helping: TaskCard[]
  /** Of these, asked of every member of their group, which answers for them, and not answered by their unit. */
  groupSilent: number
  /** Helped with, or bound to, and done. */
  helpedDone: number
  done: number
}

/** All that their units answer for and is not done, whoever waits for it. */
export const answeredFor = ({ leading, aside }: Mine): TaskCard[] => [...leading, ...aside.map(({ card }) => card)]

export function mine(views: readonly View[], person: Person): Mine {
  const units = unitsAnsweredBy(person)
  const found: Mine = { units: [...units], leading: [], aside: [], unreported: 0, rounds: [], helping: [], groupSilent: 0, helpedDone: 0, done: 0 }
  const pressing: { card: TaskCard; view: View }[] = []
  const unreported: InRound[] = []
  for (const view of views) {
    const bound = [...new Set(units.flatMap((unit) => unitAndItsGroups(view.directory, unit)))]
    for (const card of taskList(view, { units: bound })) {
      const leads = card.lead !== undefined && units.includes(card.lead.unit)
      if (card.status === 'accepted') found[leads ? 'done' : 'helpedDone'] += 1
      else if (leads) pressing.push({ card, view })
      else {
        found.helping.push(card)
        if (isSilentMember(view, card, units)) found.groupSilent += 1
      }
      if (leads) unreported.push(...stillAsked(view, card))
    }
    // What was handed to them is theirs to answer, whatever their units are asked.
    for (const { task, unit, member } of handedTo(view.plan, person)) {
      const card = units.includes(member ?? unit) ? undefined : taskCard(view, task)
      if (card === undefined) continue
      if (!found.units.includes(member ?? unit)) found.units.push(member ?? unit)
      if (card.lead?.unit === unit) pressing.push({ card, view })
      else found.helping.push(card)
      if (card.lead?.unit === unit) unreported.push(...stillAsked(view, card))
    }
  }
  found.unreported = unreported.length
  found.rounds = roundsOf(unreported)
  found.helping.sort((a, b) => lightRank[a.light] - lightRank[b.light])
  for (const { card, view } of pressing.toSorted((a, b) => compare(a, b))) {
    const why = asideWhy(view, card, person)
    if (why === undefined) found.leading.push(card)
    else found.aside.push({ card, why })
  }
  return found
}

const stillAsked = (view: View, card: TaskCard): InRound[] => ((round) => (round === undefined || !isStillAsked(view, card) ? [] : [{ plan: view.plan.id, round }]))(askingOf(view, card))

function compare(a: { card: TaskCard; view: View }, b: { card: TaskCard; view: View }): number {
  const byLight = lightRank[a.card.light] - lightRank[b.card.light]
  if (byLight !== 0) return byLight
  const byUrgency = a.card.light === 'red' ? urgency(b.view, b.card) - urgency(a.view, a.card) : 0
  return byUrgency !== 0 ? byUrgency : nextDay(a.card).localeCompare(nextDay(b.card)) || a.card.number - b.card.number
}

const nextDay = ({ next }: TaskCard): string => ('due' in next ? next.due : '9999')

/** As 没有变化 asks them: of a group that only takes part, nobody's word is waited for. */
function isSilentMember(view: View, card: TaskCard, units: readonly UnitId[]): boolean {
  const part = answering(view, card.number)
  return part !== undefined && isStillAsked(view, card) && silentNow(view, roundFor(view, card.number), part).some((member) => units.includes(member))
}
