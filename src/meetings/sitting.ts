// One sitting as it stands: whose it is, who is asked to it, and whether its hour is over.
import type { Day } from '#src/calendar/day.ts'
import { present } from '#src/ledger/fields.ts'
import { bodyOf, type KeptBody } from '#src/ledger/body.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { View } from '#src/queries/view.ts'
import { hasPassed } from './cadence.ts'
import { invitedTo, type Invited } from './invited.ts'
import { meetingNumber, type SittingNumber } from './meeting-order.ts'

export type Sitting = { plan: PlanId; planTitle: string; meeting: Meeting; body: Pick<KeptBody, 'name' | 'leader' | 'office' | 'convened'>; invited: readonly Invited[]; today: Day; isOver: boolean; /** The how manieth of its year it is. */ count?: SittingNumber }

/** @param time wall time in the plan's zone; left out, a sitting of today is ahead all day @returns undefined where the plan has none of that id */
export function sittingOf({ plan, directory, today }: Pick<View, 'plan' | 'directory' | 'today'>, id: string, time = ''): Sitting | undefined {
  const meeting = plan.meetings.get(id)
  if (meeting === undefined) return undefined
  const body = bodyOf(plan, meeting.body) ?? { name: meeting.body, convened: true }
  const isOver = meeting.day < today || (time !== '' && hasPassed(meeting, today, time))
  return { plan: plan.id, planTitle: plan.title, meeting, body, invited: invitedTo(plan, meeting, directory), today, isOver, ...present({ count: meetingNumber(plan, meeting) }) }
}
