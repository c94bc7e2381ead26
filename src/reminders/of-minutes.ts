// The minutes of a sitting: told once to whoever sits in its body, while they are news.
import { policyOf } from '#src/ledger/policy.ts'
import { seatsOn } from '#src/meetings/seats.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from './notice.ts'

/** Not to whoever issued them. */
export function ofMinutes({ plan, directory, calendar, today }: View): Notice[] {
  return [...plan.meetings.values()].flatMap(({ id: meeting, body: of, minutes }) => {
    const body = plan.bodies.get(of)
    if (minutes === undefined || body === undefined || calendar.workingDaysUntil(today, minutes.on) > policyOf(plan).ruledTold) return []
    const people = new Set(seatsOn(directory, body).flatMap((seat) => seat.people.map(({ id }) => id)))
    return [...people].filter((id) => id !== minutes.by).map((id): Notice => ({ kind: 'minutes-issued', key: `minutes-issued/${plan.id}/${meeting}/${id}`, to: id, plan: plan.id, meeting }))
  })
}
