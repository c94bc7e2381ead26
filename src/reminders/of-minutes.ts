// The minutes of a sitting: told once to whoever sits in its body, while they are news; and once to the secretary where they are not out.
import { withRole } from '#src/directory/directory.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { withoutMinutes } from '#src/meetings/meeting-order.ts'
import { seatsOn } from '#src/meetings/seats.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from './notice.ts'

export const ofMinutes = (view: View): Notice[] => [...ofIssued(view), ...ofWaiting(view)]

/** Not to whoever issued them. */
function ofIssued({ plan, directory, calendar, today }: View): Notice[] {
  return [...plan.meetings.values()].flatMap(({ id: meeting, body: of, minutes }) => {
    const body = plan.bodies.get(of)
    if (minutes === undefined || body === undefined || calendar.workingDaysUntil(today, minutes.on) > policyOf(plan).ruledTold) return []
    const people = new Set(seatsOn(directory, body).flatMap((seat) => seat.people.map(({ id }) => id)))
    return [...people].filter((id) => id !== minutes.by).map((id): Notice => ({ kind: 'minutes-issued', key: `minutes-issued/${plan.id}/${meeting}/${id}`, to: id, plan: plan.id, meeting }))
  })
}

/** So many working days after its day its minutes are asked for, once; of what is longer past nobody is asked. */
const [waits, isLongPast] = [3, 10]

function ofWaiting({ plan, directory, calendar, today }: View): Notice[] {
  const waiting = withoutMinutes(plan).filter(({ day }) => ((days) => days >= waits && days <= isLongPast)(calendar.workingDaysUntil(today, day)))
  return waiting.flatMap(({ id: meeting }) => withRole(directory, 'secretary').map(({ id }): Notice => ({ kind: 'minutes-wait', key: `minutes-wait/${plan.id}/${meeting}/${id}`, to: id, plan: plan.id, meeting })))
}
