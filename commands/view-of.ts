// The desk as a question is asked of it.
import type { Desk } from '#src/command.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { viewOfPlan, type View } from '#src/queries/view.ts'

export const viewOf = ({ directory, calendar, today, plans }: Desk, plan: PlanState): View => viewOfPlan(plan, { directory, calendar, today, ...(plans.size > 1 ? { ofSeveral: true as const } : {}) })
