// What becomes of sittings when an item is taken up by a body that others call, or was recorded for a wrong day.
import type { AgendaRequest, RequestTaken } from './agenda-request.ts'
import { takenOn, takenUp, type Meeting } from './meeting.ts'
import type { PlanState } from './plan-state.ts'
import type { Stamp } from './stamp.ts'

/** Never refuses. @param before the request as it was */
export function takeUp({ meetings, requests }: Pick<PlanState, 'meetings' | 'requests'>, before: AgendaRequest, { meeting, day, from }: RequestTaken, stamp: Stamp): void {
  const now = meetings.get(meeting)
  if (now === undefined) meetings.set(meeting, takenUp(meeting, before.body, before.topic, day, stamp))
  if (from === undefined || before.status !== 'taken') return
  if (now !== undefined && before.meeting === meeting) meetings.set(meeting, takenOn(now, day, stamp))
  const left = before.meeting === meeting ? undefined : meetings.get(before.meeting)
  const other = [...requests.values()].find((each) => each.id !== before.id && each.status === 'taken' && each.meeting === before.meeting)
  // The sitting that it leaves is called by what is still taken up there.
  if (left?.topic === before.topic && other !== undefined) meetings.set(left.id, { ...left, topic: other.topic } satisfies Meeting)
}
