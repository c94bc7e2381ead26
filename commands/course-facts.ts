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
  // Of a pause they are told on the next working day, and whoever is asked then.
  const toldOn = act === 'pause' ? desk.directoryOn(desk.calendar.addWorkingDays(desk.today, 1)) : desk.directory
  const people = card.lead === undefined || plan.handedOutOn === undefined ? [] : askedFor(toldOn, card.lead.unit).map(({ name }) => name)
  const workingDaysOver = card.doneBy === undefined ? 0 : -desk.calendar.workingDaysUntil(card.doneBy.day, desk.today)
  return { act, task: card, people, reason: reason.trim(), today: desk.today, ...(act === 'resume' && workingDaysOver > 0 ? { workingDaysOver } : {}), ...(act === 'strike-off' ? { closes: closesWith(viewOf(desk, plan), task) } : {}) }
}
