// Notices about what a secretary set of a task after the hand-out: who leads it, and by when it is due. Told at once, each once.
import type { PersonId } from '#src/ledger/ids.ts'
import type { Task } from '#src/ledger/task.ts'
import { answering, askedFor, partsOf } from '#src/queries/answering.ts'
import { dueStanding, leadStanding } from '#src/queries/task-set.ts'
import { grantedAt } from '#src/queries/voices.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from './notice.ts'
import { isNews, toldOf } from './of-rulings.ts'

/** Before the hand-out nothing is set that would be told. */
export const ofTaskSet = (view: View, task: Task): Notice[] => [...ofLead(view, task), ...ofDueSet(view, task)]

/** Who has it now, and who had it. Who answers for both hears of what is to be done. */
function ofLead(view: View, found: Task): Notice[] {
  const { no: task } = found
  const leadNamed = leadStanding(view, found)
  if (leadNamed === undefined || !isNews(view, leadNamed.on)) return []
  const { plan, directory } = view
  const { from, to, at, by } = leadNamed
  const own = askedFor(directory, to).map(({ id }) => id)
  const former = from === undefined ? [] : askedFor(directory, from).map(({ id }) => id).filter((id) => !own.includes(id))
  const told = (unit: typeof to, people: readonly PersonId[]): Notice[] =>
    people.filter((id) => id !== by).map((id) => ({ kind: 'lead-named', key: `lead-named/${plan.id}/${task}/${unit}/${at}/${id}`, to: id, plan: plan.id, task, part: unit, speaker: unit, at }))
  return [...told(to, own), ...(from === undefined ? [] : told(from, former))]
}

/** Whoever is told of the lead, or of the ruling by which the date moved, has read it there. */
function ofDueSet(view: View, found: Task): Notice[] {
  const { plan, directory } = view
  const { no: task, leadNamed } = found
  const dueSet = dueStanding(found)
  const lead = answering(view, task)
  if (dueSet === undefined || lead === undefined || lead.status === 'accepted' || leadNamed?.at === dueSet.at || !isNews(view, dueSet.on)) return []
  const { at, by } = dueSet
  const ruledOn = grantedAt(partsOf(view, task), at).flatMap(({ speaker, extension, handler }) => toldOf(view, { by: extension.by, handler }, speaker))
  return askedFor(directory, lead.unit).filter(({ id }) => id !== by && !ruledOn.includes(id)).map(({ id }): Notice => ({ kind: 'due-set', key: `due-set/${plan.id}/${task}/${lead.unit}/${at}/${id}`, to: id, plan: plan.id, task, part: lead.unit, speaker: lead.unit, at }))
}
