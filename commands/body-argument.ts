// The body that is meant: by its id, its name, or a part of it.
import type { Desk } from '#src/command.ts'
import type { KeptBody } from '#src/ledger/body.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { AnyRefusal } from '#templates/refusal-say.ts'
import { isPlanCalled, putAway } from './unknown-plan.ts'

export type BodyOfPlan = { plan: PlanState; body: KeptBody }

/** How who writes English calls a body that has a Chinese name alone. */
const namedInEnglish: readonly (readonly [RegExp, string])[] = [[/^(?:the\s?)?leading\s?group$/i, '领导小组'], [/^(?:the\s?)?(?:task\s?|working\s?)?team$/i, '专班'], [/^(?:the\s?)?standing\s?committee$/i, '常委会'], [/^(?:the\s?)?executive\s?meeting$/i, '常务会议']]

/** An id or a whole name is the one; a part of a name can be several, and nothing said is all. Whatever else is not found, 学校建设专班 is 学校建设工作专班. */
export function bodiesMeant({ plan: named, body: asked }: { plan?: string | undefined; body?: string | undefined }, desk: Pick<Desk, 'plans'>): BodyOfPlan[] {
  const plans = [...desk.plans.values()].filter(isPlanCalled(named))
  const all = plans.flatMap((plan) => [...plan.bodies.values()].map((body) => ({ plan, body })))
  if (asked === undefined) return all
  const english = namedInEnglish.find(([words]) => words.test(asked))
  if (english !== undefined) return all.filter(({ body }) => body.name.includes(english[1]))
  const exact = all.filter(({ body }) => body.id === asked || body.name === asked)
  if (exact.length > 0) return exact
  const inName = all.filter(({ body }) => body.name.includes(asked) || asked.includes(body.name))
  return inName.length > 0 ? inName : all.filter(({ body }) => unworked(body.name).includes(unworked(asked)))
}

const unworked = (name: string): string => name.replace(/工作(?=领导小组|专班|小组)/gu, '')

/** Nobody knows it, or its plan was put away since. */
export function bodyUnknown({ plan, body: asked }: { plan?: string | undefined; body?: string | undefined }, desk: Pick<Desk, 'plans' | 'archived'>): AnyRefusal {
  const away = plan === undefined && asked === undefined ? undefined : putAway(desk, (each) => isPlanCalled(plan)(each) && (asked === undefined || bodiesMeant({ body: asked }, { plans: new Map([[each.id, each]]) }).length > 0))
  return away ?? { code: 'body-unknown', asked: asked ?? '', bodies: bodiesMeant({}, desk).map(({ body }) => body.name) }
}
