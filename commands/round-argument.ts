// A round as people name it: n1, p2-n1, n1/2026-07, or by the number alone where only one plan has it.
import type { Desk } from '#src/command.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { turnByKey, type RoundTurn } from '#src/queries/round.ts'
import { viewOf } from './view-of.ts'

/** The turn that is meant: of one that repeats, without its period, the one that began last. */
export type RoundMeant = { plan: PlanState; turn: RoundTurn }

const shape = /^(?:(p\d{1,6})[-#/])?(n\d{1,4}(?:\/\d{4}(?:-\d\d|q[1-4]))?)$/i

export const isRoundName = (asked: string): boolean => shape.test(asked.normalize('NFKC').trim())

/** Undefined where there is none; of several plans that have the number, the one whose round began last. @param named the plan, where it is known */
export function findRound(desk: Desk, asked: string, named?: string): RoundMeant | undefined {
  const [, plan = named, key] = shape.exec(asked.normalize('NFKC').trim()) ?? []
  if (key === undefined) return undefined
  const found = [...desk.plans.values()].filter(({ id }) => plan === undefined || id === plan.toLowerCase()).flatMap((of): RoundMeant[] => {
    const turn = turnByKey(viewOf(desk, of), key.toLowerCase().replace('q', 'Q'))
    return turn === undefined ? [] : [{ plan: of, turn }]
  })
  return found.toSorted((a, b) => (a.turn.opensOn < b.turn.opensOn ? 1 : -1))[0]
}
