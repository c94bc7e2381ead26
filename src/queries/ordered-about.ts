// What was ordered about a task of the plan: instructions that were given about it, or that name it in their words.
import type { PlanId, TaskNo } from '#src/ledger/ids.ts'
import { instructionIn } from '#src/ledger/origin.ts'
import type { PlanEvent } from '#src/ledger/plan-event.ts'
import type { TaskCard } from './task-card.ts'
import { givenFacts, type OrderedAbout } from './given.ts'
import type { View } from './view.ts'

/** p1-9, P1—9, p1#9: a task by its plan's number and its own. */
const named = /(?<![A-Za-z0-9])[pP](\d{1,6})[-—–#/](\d{1,4})(?!\d)/g

/** Tasks that words name by their whole numbers, each once. */
export const tasksNamedIn = (words: string): string[] => [...new Set([...words.normalize('NFKC').matchAll(named)].map(([, plan = '', task = '']) => `p${Number(plan)}-${Number(task)}`))]

/** In the order in which they were given. */
function orderedAbout(view: Pick<View, 'plan' | 'directory'>, no: TaskNo): OrderedAbout[] {
  const { plan } = view
  return [...plan.tasks.values()].flatMap((task) => {
    const origin = instructionIn(task)
    const isAbout = origin !== undefined && task.no !== no && (origin.about === no || tasksNamedIn(task.text).includes(`${plan.id}-${no}`))
    const facts = isAbout ? givenFacts(view, task) : undefined
    return facts === undefined ? [] : [{ number: task.no, facts }]
  })
}

/** A card that is looked at by itself, with what was ordered about it. */
export function withOrdered(card: TaskCard, view: Pick<View, 'plan' | 'directory'>): TaskCard {
  const ordered = orderedAbout(view, card.number)
  return ordered.length === 0 ? card : { ...card, ordered }
}

/** The same of an entry of the ledger. */
export const ordersAbout = (event: PlanEvent, plan: PlanId | undefined, no: TaskNo): boolean =>
  event.type === 'task-added' && event.task !== no && event.origin.kind === 'instruction' && (event.origin.about === no || (plan !== undefined && tasksNamedIn(event.source.text).includes(`${plan}-${no}`)))
