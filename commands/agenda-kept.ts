// The agenda as it stood when a sitting began: the minutes are of that, whatever becomes of its tasks afterwards.
import type { Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { agendaOf } from '#src/meetings/agenda-items.ts'
import { meetingNow, type MeetingOfPlan } from './meeting-argument.ts'
import { viewOf } from './view-of.ts'

/** Before the first word that is said of a sitting: what nobody had arranged, and what came up since it was. What cannot be kept stops nobody. */
export async function keepAgenda(sitting: MeetingOfPlan, desk: Desk): Promise<void> {
  const { plan, meeting } = meetingNow(sitting, desk)
  if (meeting.status !== 'scheduled' || meeting.day > desk.today || !may(desk.asker, 'arrange-agenda')) return
  const { order = [], struck = [], own = [], times = 0 } = meeting.agenda ?? {}
  const { items } = agendaOf(viewOf(desk, plan), meeting)
  const fresh = items.map(({ key }) => key).filter((key) => !order.includes(key))
  if (fresh.length > 0) await desk.record(plan.id, { type: 'arrange-agenda', meeting: meeting.id, order: [...order, ...fresh], struck, own, over: times })
}
