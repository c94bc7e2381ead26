// The body that is meant: by its id, its name, or a part of it.
import type { Desk } from '#src/command.ts'
import type { KeptBody } from '#src/ledger/body.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { AnyRefusal } from '#templates/refusal-say.ts'

export type BodyOfPlan = { plan: PlanState; body: KeptBody }

/** An id or a whole name is the one; a part of a name can be several, and nothing said is all. */
export function bodiesMeant({ plan: named, body: asked }: { plan?: string | undefined; body?: string | undefined }, desk: Pick<Desk, 'plans'>): BodyOfPlan[] {
  const plans = [...desk.plans.values()].filter(({ id, title }) => named === undefined || id === named || title.includes(named))
  const all = plans.flatMap((plan) => [...plan.bodies.values()].map((body) => ({ plan, body })))
  if (asked === undefined) return all
  const exact = all.filter(({ body }) => body.id === asked || body.name === asked)
  return exact.length > 0 ? exact : all.filter(({ body }) => body.name.includes(asked) || asked.includes(body.name))
}

export const bodyUnknown = (asked: string | undefined, desk: Pick<Desk, 'plans'>): AnyRefusal => ({ code: 'body-unknown', asked: asked ?? '', bodies: bodiesMeant({}, desk).map(({ body }) => body.name) })
