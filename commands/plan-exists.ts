// The words of a plan that is there already come again: it is named, and where it was put away, so is the way back.
import type { Desk } from '#src/command.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Refusal } from '#src/ledger/refusal.ts'

export function planExists(plan: PlanId, { archived }: Desk): Refusal {
  const put = archived.get(plan)
  return put?.archived === undefined ? { code: 'plan-exists', plan } : { code: 'plan-exists-archived', plan, title: put.title, on: put.archived.on }
}
