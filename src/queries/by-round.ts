// What is asked, by the round it is asked in. A quarter is one round over all plans, one that was opened is its plan's alone.
import type { PlanId } from '#src/ledger/ids.ts'
import type { Round } from './round.ts'

export type InRound = { plan: PlanId; round: Round }

/** Those in one round together; the round that ends last comes first. */
export function byRound<Of extends InRound>(all: readonly Of[]): { round: Round; of: Of[] }[] {
  const found = new Map<string, { round: Round; of: Of[] }>()
  for (const each of all) {
    const { plan, round } = each
    const key = round.isDefault ? round.key : `${plan}/${round.key}`
    found.set(key, { round, of: [...(found.get(key)?.of ?? []), each] })
  }
  return [...found.values()].toSorted((a, b) => (a.round.until < b.round.until ? 1 : a.round.until > b.round.until ? -1 : 0))
}

/** The rounds alone. */
export const roundsOf = (all: readonly InRound[]): Round[] => byRound(all).map(({ round }) => round)
