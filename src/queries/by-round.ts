// What is asked, by the round it is asked in. A quarter is one round over all plans, one that was opened is its plan's alone.
import type { PlanId } from '#src/ledger/ids.ts'
import type { Round } from './round.ts'

/** Asked not in a round, but because its date or its next milestone is near or has passed. */
export const byDate = { key: 'by-date' } as const
export type Asking = Round | typeof byDate

export type InRound = { plan: PlanId; round: Asking }

/** Those in one round together; the round that ends last comes first, and what is asked by its date last. */
export function byRound<Of extends InRound>(all: readonly Of[]): { round: Asking; of: Of[] }[] {
  const found = new Map<string, { round: Asking; of: Of[] }>()
  for (const each of all) {
    const { plan, round } = each
    const key = !isRound(round) || round.isDefault ? round.key : `${plan}/${round.key}`
    found.set(key, { round, of: [...(found.get(key)?.of ?? []), each] })
  }
  return [...found.values()].toSorted((a, b) => (endIn(a) < endIn(b) ? 1 : endIn(a) > endIn(b) ? -1 : 0))
}

/** The rounds alone. */
export const roundsOf = (all: readonly InRound[]): Asking[] => byRound(all).map(({ round }) => round)

export const isRound = (asking: Asking): asking is Round => asking !== byDate
const endIn = ({ round }: { round: Asking }): string => (isRound(round) ? round.until : '')
