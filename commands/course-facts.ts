// What a change of a task's course would mean, and for whom.
import type { Desk } from '#src/command.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { askedFor } from '#src/queries/answering.ts'
import { closesWith } from '#src/queries/closes-with.ts'
import type { CourseAct, CourseFacts } from '#templates/course.ts'
import { cardOf } from './own-task.ts'
import { viewOf } from './view-of.ts'

export function courseFacts<Act extends CourseAct>(desk: Desk, plan: PlanState, task: TaskNo, act: Act, reason = ''): CourseFacts & { act: Act } {
  const card = cardOf(desk, plan, task)
  const people = card.lead === undefined || plan.handedOutOn === undefined ? [] : askedFor(desk.directory, card.lead.unit).map(({ name }) => name)
  return { act, task: card, people, reason: reason.trim(), today: desk.today, ...(act === 'strike-off' ? { closes: closesWith(viewOf(desk, plan), task) } : {}) }
}
