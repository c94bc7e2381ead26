// Whether whoever sits in a body can be told before the sitting begins: nothing leaves at night, nor on a day off.
import type { Desk } from '#src/command.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { sendsFrom } from '#src/reminders/parcels.ts'

export function toldInTime(plan: PlanState, { day, time }: Pick<Meeting, 'day' | 'time'>, { calendar, today, now }: Desk): boolean {
  const from = sendsFrom(today, calendar.timeAt(now, plan.zone), calendar.withDaysOff(plan.ownDaysOff), [policyOf(plan)])
  return from === undefined || `${from.day} ${from.time}` < `${day} ${time}`
}
