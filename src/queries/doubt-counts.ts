// How many doubts wait for an answer: counted here alone, so that a draft and the plan it becomes say one number.
import { isAnsweredAnew, type Doubt } from '#src/ledger/doubt.ts'
import type { PlanState } from '#src/ledger/plan.ts'

/** `ownerless`: targets that stand outside every task and that nobody answers for yet. They are no doubts of the text, and hold nobody up. */
export type DoubtCounts = { doubts: number; ownerless: number }

/** Who answers for a target is asked on a screen of its own. */
export const isAskedInTurn = ({ kind }: Pick<Doubt, 'kind'>): boolean => kind !== 'target-owner'

export const unsettledOf = ({ doubts }: Pick<PlanState, 'doubts'>): Doubt[] => [...doubts.values()].filter(({ settled }) => settled === undefined)

/** Those whose answer another can stand in the place of. */
export const answeredAnew = ({ doubts }: Pick<PlanState, 'doubts'>): Doubt[] => [...doubts.values()].filter((doubt) => isAnsweredAnew(doubt) && doubt.settled !== undefined && doubt.settled.amendment === undefined)

/** @param open those without an answer */
export function doubtCounts(open: readonly Pick<Doubt, 'kind'>[]): DoubtCounts {
  const doubts = open.filter(isAskedInTurn).length
  return { doubts, ownerless: open.length - doubts }
}
