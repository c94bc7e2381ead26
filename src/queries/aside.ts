// What a contact's unit answers for and nobody waits for now: it is with the secretary, paused, or with a handler.
import type { Person } from '#src/directory/person.ts'
import { isDisowned } from '#src/ledger/part-question.ts'
import { answering } from './answering.ts'
import { isHandedOn } from './handed.ts'
import type { TaskCard } from './task-card.ts'
import type { View } from './view.ts'

/** In the order in which they win. `disowned`: the unit said that it is not its own. */
export type AsideWhy = 'paused' | 'disowned' | 'in-review' | 'handed'
export type Aside = { card: TaskCard; why: AsideWhy }

/** @returns undefined where it is the person's to do */
export function asideWhy(view: View, card: TaskCard, person: Person): AsideWhy | undefined {
  const lead = answering(view, card.number)
  if (card.course.paused !== undefined) return 'paused'
  if (lead !== undefined && isDisowned(lead.question)) return 'disowned'
  if (card.status === 'claimed') return 'in-review'
  return lead !== undefined && isHandedOn(view.directory, lead, lead.unit, person) ? 'handed' : undefined
}
