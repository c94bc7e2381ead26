// The plan that is meant: the one named, the only one there is, or the one that the person then chooses.
import { answered, type Answer, type Desk } from '#src/command.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Run } from '#templates/card.ts'
import { whichPlan as whichPlanCard } from '#templates/which-plan.ts'
import { refused } from './refused.ts'
import { isPlanCalled, unknownPlan } from './unknown-plan.ts'

type Which = { ok: true; plan: PlanState } | { ok: false; answer: Answer }

/**
 * @param runOf the act with a plan chosen
 * @param said what the person wrote, to be seen again: it is not lost
 * @param fits leaves out plans that nobody can mean; where none fits, the first says why
 */
export function whichPlan(desk: Desk, asked: string | undefined, runOf: (plan: PlanId) => Run, fits: (plan: PlanState) => boolean = () => true, said?: string): Which {
  const plans = [...desk.plans.values()]
  if (plans.length === 0) return { ok: false, answer: refused(unknownPlan(desk, asked), desk) }
  if (asked !== undefined) {
    const named = plans.filter(isPlanCalled(asked))
    const [plan] = named
    return plan !== undefined && named.length === 1 ? { ok: true, plan } : { ok: false, answer: refused(unknownPlan(desk, asked), desk) }
  }
  const fitting = plans.filter(fits)
  const [first = plans[0], ...others] = fitting
  if (first !== undefined && others.length === 0) return { ok: true, plan: first }
  return { ok: false, answer: answered(whichPlanCard(fitting.map(({ id, title, tasks }) => ({ id, title, tasks: tasks.size, run: runOf(id) })), desk.lang, said)) }
}
