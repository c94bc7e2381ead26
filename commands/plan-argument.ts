// Which of the plans a question is asked of: the one named, or all.
import type { Desk } from '#src/command.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import type { View } from '#src/queries/view.ts'
import { unknownPlan } from './unknown-plan.ts'
import { viewOf } from './view-of.ts'

/** `plan` is set where one is meant: named, or the only one. */
export type Views = { ok: true; views: View[]; plan?: PlanState } | { ok: false; refusal: Refusal }

/** @param asked an id, or a part of a title that only one has */
export function viewsOf(desk: Desk, asked: string | undefined): Views {
  const plans = [...desk.plans.values()]
  if (plans.length === 0) return { ok: false, refusal: { code: 'plan-none' } }
  const meant = asked === undefined || asked === '' ? plans : plans.filter(({ id, title }) => id === asked || title.includes(asked))
  const [plan] = meant
  if (plan === undefined || (asked !== undefined && asked !== '' && meant.length > 1)) return { ok: false, refusal: unknownPlan(desk, asked ?? '') }
  return { ok: true, views: meant.map((each) => viewOf(desk, each)), ...(meant.length === 1 ? { plan } : {}) }
}

export const allViews = (desk: Desk): View[] => [...desk.plans.values()].map((plan) => viewOf(desk, plan))
