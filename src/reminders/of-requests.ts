// An item that was asked onto the agenda of another's body, and of which no answer is on record: told to the secretary, every so many working days.
import { withRole } from '#src/directory/directory.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { answerWithin, requestsWaiting } from '#src/meetings/requests.ts'
import type { View } from '#src/queries/view.ts'
import { markAfter } from './mark.ts'
import type { Notice } from './notice.ts'

export const ofRequests = ({ plan, today, calendar, directory }: View): Notice[] =>
  requestsWaiting(plan, today, calendar).flatMap(({ request: { id: request, on } }) => {
    const late = markAfter(calendar.addWorkingDays(on, answerWithin), policyOf(plan).overdueEvery, today, calendar)
    if (late === undefined) return []
    return withRole(directory, 'secretary').map(({ id }): Notice => ({ kind: 'request-waits', key: `request-waits/${plan.id}/${request}/${late.name}/${id}`, to: id, plan: plan.id, request, workingDaysOver: -late.workingDaysLeft }))
  })
