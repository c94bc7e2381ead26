// Why a plan that was named is not there: it was put away, or nobody knows it.
import type { Desk } from '#src/command.ts'
import type { Refusal } from '#src/ledger/refusal.ts'

export function unknownPlan({ plans, archived }: Desk, asked: string): Refusal {
  const away = [...archived.values()].find(({ id, title }) => id === asked || title.includes(asked))?.archived
  return away === undefined ? { code: 'plan-unknown', asked, plans: [...plans.keys()] } : { code: 'plan-archived', on: away.on, reason: away.reason }
}
