// The plans of this process by their ids, each read from its snapshot when somebody asks for it and not before.
import type { PlanId } from '#src/ledger/ids.ts'
import type { PlanEvent, PlanState } from '#src/ledger/plan.ts'
import type { Book } from '#src/store/book.ts'

/** Those whose import is recorded: of another no snapshot is made. */
export function importedPlans(books: ReadonlyMap<PlanId, Pick<Book<PlanState, PlanEvent>, 'isUnread' | 'state'>>): ReadonlyMap<PlanId, PlanState> {
  const imported = new Map([...books].filter(([, book]) => book.isUnread() || book.state().importedOn !== undefined))
  const keys = (): MapIterator<PlanId> => imported.keys()
  const [values, entries] = [(): MapIterator<PlanState> => read(keys(), ([, plan]) => plan), (): MapIterator<[PlanId, PlanState]> => read(keys(), (entry) => entry)]
  function* read<Each>(ids: Iterable<PlanId>, how: (entry: [PlanId, PlanState]) => Each): MapIterator<Each> {
    for (const id of ids) {
      const plan = plans.get(id)
      if (plan !== undefined) yield how([id, plan])
    }
  }
  const plans: ReadonlyMap<PlanId, PlanState> = {
    size: imported.size, has: (id) => imported.has(id), get: (id) => imported.get(id)?.state(),
    keys, values, entries, [Symbol.iterator]: entries,
    forEach(each) {
      for (const [id, plan] of entries()) each(plan, id, plans)
    },
  }
  return plans
}
