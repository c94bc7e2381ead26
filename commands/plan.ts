// The plans, or one: how it stands and what it still lacks.
import { z } from 'zod'
import { answered, command, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { clauses } from '#src/meetings/clauses.ts'
import { citedAs } from '#src/queries/amended.ts'
import { planCounts } from '#src/queries/desk-of-secretary.ts'
import { summary } from '#src/queries/summary.ts'
import type { Card } from '#templates/card.ts'
import { planCard } from '#templates/plan-card.ts'
import { planListCard } from '#templates/plan-list.ts'
import { allViews, viewsOf } from './plan-argument.ts'
import { refused } from './refused.ts'
import { viewOf } from './view-of.ts'

export const plan = command({
  name: { zh: '方案', en: 'plan' },
  also: ['计划', 'plans'],
  usage: { zh: '方案 p1', en: 'plan p1' },
  about: { zh: '有哪些方案；一个方案的现状、存疑和下一步', en: 'the plans; how one stands, its doubts and next steps' },
  group: 'look',
  may: 'see',
  looks: true,
  args: z.object({ plan: z.string().trim().max(200).optional() }),
  typed: (words) => (words.length === 0 ? {} : { plan: words.join(' ') }),
  run({ plan: asked }, desk) {
    if (asked === undefined && desk.plans.size !== 1) return answered(planListCard(allViews(desk).map((view) => summary(view, desk.now, desk.tally(view.plan.id))), may(desk.asker, 'import'), desk.lang))
    const found = viewsOf(desk, asked)
    if (!found.ok) return refused(found.refusal, desk)
    return found.plan === undefined ? answered(planListCard(found.views.map((view) => summary(view, desk.now, desk.tally(view.plan.id))), may(desk.asker, 'import'), desk.lang)) : answered(shownPlan(found.plan, desk))
  },
})

function shownPlan(state: PlanState, desk: Desk): Card {
  const view = viewOf(desk, state)
  const [imported = state.source] = state.amended.sources.values()
  const amended = citedAs(state, state.source.id)
  return planCard(
    {
      counts: planCounts(view), summary: summary(view, desk.now, desk.tally(view.plan.id)), source: imported.name, ...(amended === undefined ? {} : { amended }), obligations: state.obligations.size, bodyCount: state.bodies.size, bodies: clauses(state, desk.today),
      today: desk.today, supervises: may(desk.asker, 'hand-out'),
      ...(state.period === undefined ? {} : { period: state.period }), ...(state.importedOn === undefined ? {} : { importedOn: state.importedOn }), ...(state.handedOutOn === undefined ? {} : { handedOutOn: state.handedOutOn }),
    },
    desk.lang,
  )
}
