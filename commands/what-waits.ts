// A no to a ruling where something else of the same task waits: what it is, with the way to it.
import type { Desk } from '#src/command.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { isToDecide, queue } from '#src/queries/queue.ts'
import type { Card } from '#templates/card.ts'
import { waitsInstead } from '#templates/queue-words.ts'
import { ways } from '#templates/ways.ts'
import { allViews } from './plan-argument.ts'

/** 待审 goes on behind a place: behind the one before it. */
export function withWhatWaits(card: Card, plan: PlanState, task: TaskNo, desk: Desk): Card {
  const items = queue(allViews(desk))
  const own = items.filter((item) => item.plan === plan.id && item.task === task && isToDecide(item))
  const [first] = own
  if (first === undefined) return card
  const { line, label } = waitsInstead([...new Set(own.map(({ kind }) => kind))], desk.lang)
  return { ...card, lines: [...(card.lines ?? []), line], actions: [...(card.actions ?? []), { label, run: ways.queue(items[items.indexOf(first) - 1]?.key ?? '') }] }
}
