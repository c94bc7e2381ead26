// Whether a draft is in the ledger already: as a plan of its own, or as an edition of one.
import { planOfDraft, type Directory } from '#src/directory/directory.ts'
import type { DraftId } from '#src/ledger/draft.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'

export type DraftConfirmed = { plan: PlanId; as: 'plan' | 'amendment' }

/** Undefined while it waits. A plan whose number is given and whose text is not written yet still waits. */
export function draftConfirmed({ plans, directory }: { plans: ReadonlyMap<PlanId, PlanState>; directory: Directory }, draft: DraftId): DraftConfirmed | undefined {
  const own = planOfDraft(directory, draft)
  if (own !== undefined && plans.has(own)) return { plan: own, as: 'plan' }
  for (const { id, amended } of plans.values()) if ([...amended.sources.values()].some((source) => source.draft === draft)) return { plan: id, as: 'amendment' }
  return undefined
}
