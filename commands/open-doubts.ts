// The doubts of a plan that wait for an answer, each with those that can be pressed.
import type { Desk } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { answersOffered, type Offering } from '#src/queries/answers-offered.ts'
import { isAskedInTurn, unsettledOf } from '#src/queries/doubt-counts.ts'
import { unitsOfPlan } from '#src/queries/units-of-plan.ts'
import type { OpenDoubt } from '#templates/doubts.ts'

/** In the order in which they are numbered, those about a target's owner last: as they are asked before an import is confirmed. */
export function openDoubts(plan: PlanState, { today, directory }: Desk): OpenDoubt[] {
  const offering: Offering = { today, title: plan.title, period: plan.period, units: unitsOfPlan(plan).map((unit) => unitName(directory, unit)) }
  return unsettledOf(plan).toSorted((a, b) => Number(isAskedInTurn(b)) - Number(isAskedInTurn(a))).map((doubt) => ({ doubt, offered: answersOffered(doubt, offering) }))
}
