// Notices about what is told to a leader: to the secretaries while it waits for them, to the leader once a secretary has sent it.
import { withRole } from '#src/directory/directory.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { answering } from '#src/queries/answering.ts'
import { leaderNotesSent, leaderNotesWaiting } from '#src/queries/leader-notes.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from './notice.ts'

/** A note that was sent is not told any more once the task is done, or said to be, or it is no news. */
export function ofLeaderNotes(view: View): Notice[] {
  const { plan, calendar, today } = view
  const secretaries = withRole(view.directory, 'secretary')
  return [
    ...leaderNotesWaiting(view).flatMap(({ task, due }) => secretaries.map(({ id }): Notice => ({ kind: 'leader-note-waits', key: `leader-note-waits/${plan.id}/${task}/${due}/${id}`, to: id, plan: plan.id, task, due }))),
    ...leaderNotesSent(view).filter(({ task, on }) => answering(view, task)?.status === 'open' && calendar.workingDaysUntil(today, on) <= policyOf(plan).ruledTold)
      .map(({ task, at, to, due }): Notice => ({ kind: 'leader-told', key: `leader-told/${plan.id}/${task}/${at}/${to}`, to, plan: plan.id, task, at, due })),
  ]
}
