// The windows of a body that lack a sitting or a review, or of which it was said why: what 本期不开 is about, and what 撤销 gives back.
import type { Day } from '#src/calendar/day.ts'
import type { Period } from '#src/calendar/period.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { windowNamed } from '#src/meetings/cadence.ts'
import { clausesOf, clausesShortOf, type ClauseFacts } from '#src/meetings/clauses.ts'
import type { BodyOfPlan } from './body-argument.ts'

export type NamedWindow = { cadence?: string | undefined; window?: string | undefined }

/** Those that closed first; one that is named, whether it lacks any or was excused. */
export function openOf({ plan, body }: BodyOfPlan, { cadence, window }: NamedWindow, today: Day): ClauseFacts[] {
  const lacking = ({ missing, excused: before }: ClauseFacts): boolean => missing > 0 || before !== undefined
  const all = [...clausesShortOf(plan, body, today), ...clausesOf(plan, body, today).filter(lacking)]
  if (cadence === undefined && window === undefined) return all.filter((facts) => facts.excused === undefined)
  return all.filter((facts) => (cadence === undefined || facts.cadence === cadence) && (window === undefined || facts.window.key === window))
}

/** The window that is named, of the clause or of one of the body's. */
export const windowOf = ({ plan, body }: BodyOfPlan, { cadence, window }: NamedWindow, today: Day): Period | undefined =>
  window === undefined ? undefined : body.cadences.filter(({ id }) => cadence === undefined || id === cadence).flatMap((each) => windowNamed(plan, body, each, window, today) ?? [])[0]

/** As it stands, by the key under which it was excused: b1/k1/2026Q3. Undefined where its body or clause is gone. */
export function windowByKey(plan: PlanState, key: string, today: Day): ClauseFacts | undefined {
  const [id = '', cadence, window] = key.split('/')
  const body = plan.bodies.get(id)
  return body && [...clausesShortOf(plan, body, today), ...clausesOf(plan, body, today)].find((facts) => facts.cadence === cadence && facts.window.key === window)
}
