// One body as 机构 and 会议 show it: who sits in it, what its clauses ask, and what is called of it.
import type { Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { clausesOf, clausesShortOf } from '#src/meetings/clauses.ts'
import { seatsOn } from '#src/meetings/seats.ts'
import type { BodyFacts } from '#templates/bodies.ts'
import type { BodyOfPlan } from './body-argument.ts'
import { scheduledOf } from './scheduled-of.ts'

export const bodyFacts = ({ plan, body }: BodyOfPlan, desk: Desk): BodyFacts => ({
  plan: plan.id, planTitle: plan.title, body, seats: seatsOn(desk.directory, body), cadences: clausesOf(plan, body, desk.today), closed: clausesShortOf(plan, body, desk.today),
  ...scheduledOf(plan, desk, body.id), today: desk.today, mayAct: may(desk.asker, 'set-body'), several: desk.plans.size > 1,
})
