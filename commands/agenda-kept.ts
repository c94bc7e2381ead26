// The agenda as it stood when a sitting began: the minutes are of that, whatever becomes of its tasks afterwards.
import type { Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { agendaOf } from '#src/meetings/agenda-items.ts'
import type { Sitting } from './sitting-argument.ts'
import { viewOf } from './view-of.ts'

/** Before the first word that is said of a sitting, where nobody had arranged it. What cannot be kept stops nobody. */
export async function keepAgenda({ plan, meeting }: Sitting, desk: Desk): Promise<void> {
  if (meeting.status !== 'scheduled' || meeting.agenda !== undefined || meeting.day > desk.today || !may(desk.asker, 'arrange-agenda')) return
  const order = agendaOf(viewOf(desk, plan), meeting).items.map(({ key }) => key).slice(0, 200)
  if (order.length > 0) await desk.record(plan.id, { type: 'arrange-agenda', meeting: meeting.id, order, struck: [], own: [] })
}
