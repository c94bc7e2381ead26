// What is called of a plan, or of one of its bodies: what is ahead, and what can be over and nobody has said so.
import type { Desk } from '#src/command.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { canBeOver } from '#src/meetings/cadence.ts'

export function scheduledOf(plan: PlanState, { today, calendar, now }: Desk, body?: string): { passed: Meeting[]; ahead: Meeting[] } {
  const time = calendar.timeAt(now, plan.zone)
  const isOver = (each: Meeting): boolean => canBeOver(each, today, time)
  const meetings = [...plan.meetings.values()].filter((each) => each.status === 'scheduled' && (body === undefined || each.body === body)).toSorted((a, b) => (`${a.day}${a.time}` < `${b.day}${b.time}` ? -1 : 1))
  return { passed: meetings.filter(isOver), ahead: meetings.filter((each) => !isOver(each)) }
}
