// Notices to whoever receives what was submitted, until they say that it came, and to who submitted it where it came back.
import { withRole } from '#src/directory/directory.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { askedFor } from '#src/queries/answering.ts'
import { submissionsReturned, submissionsWaiting } from '#src/queries/submissions.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from './notice.ts'
import { toldAgain } from './told-again.ts'

/** Told at once and again while it waits; where nobody answers for the receiver, to the secretary. Whoever submitted it is not told of it. */
export function ofSubmissions(view: View): Notice[] {
  const { plan, directory, calendar, today } = view
  if (plan.handedOutOn === undefined) return []
  return submissionsWaiting(plan).flatMap(({ key, occurrence, member, receiver, submitted }) => {
    const again = toldAgain(calendar.workingDaysUntil(today, submitted.on), policyOf(plan))
    const people = askedFor(directory, receiver)
    return (people.length === 0 ? withRole(directory, 'secretary') : people).filter(({ id }) => id !== submitted.by).map(({ id }): Notice => ({
      kind: 'submission-waits', key: `submission-waits/${plan.id}/${key}/${submitted.on}/${again}/${id}`, to: id,
      plan: plan.id, occurrence, ...(member === undefined ? {} : { member }), receiver, on: submitted.on,
    }))
  })
}

/** Told once, right away; its dates remind of it besides, as before it was submitted. */
export function ofReturnedSubmissions({ plan, directory }: View): Notice[] {
  if (plan.handedOutOn === undefined) return []
  return submissionsReturned(plan).flatMap(({ key, occurrence, member, returned: { at, by, unit } }) =>
    askedFor(directory, unit).filter(({ id }) => id !== by).map(({ id }): Notice => ({
      kind: 'submission-returned', key: `submission-returned/${plan.id}/${key}/${at}/${id}`, to: id, plan: plan.id, occurrence, ...(member === undefined ? {} : { member }), at,
    })))
}
