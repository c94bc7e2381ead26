// Why a plan that was named is not there: it was put away, or nobody knows it.
import type { Desk } from '#src/command.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Refusal } from '#src/ledger/refusal.ts'

type Plans = Pick<Desk, 'plans' | 'archived'>

/** @param asked left out, any plan would have done */
export function unknownPlan(desk: Plans, asked: string | undefined): Refusal {
  const away = asked === undefined ? undefined : putAway(desk, isPlanCalled(asked))
  if (away !== undefined) return away
  return asked === undefined || desk.plans.size === 0 ? { code: 'plan-none' } : { code: 'plan-unknown', asked, plans: [...desk.plans.keys()] }
}

/** What is asked for is of a plan that was put away: a button outlives its plan. */
export function putAway({ archived }: Pick<Desk, 'archived'>, is: (plan: PlanState) => boolean): Refusal | undefined {
  const away = [...archived.values()].find(is)?.archived
  return away === undefined ? undefined : { code: 'plan-archived', on: away.on, reason: away.reason }
}

/** Where none is named, every plan may be meant. */
export const isPlanCalled = (asked: string | undefined) => ({ id, title }: Pick<PlanState, 'id' | 'title'>): boolean => asked === undefined || id === asked || title.includes(asked)
