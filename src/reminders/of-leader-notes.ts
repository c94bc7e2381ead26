// Notices about what is told to a leader: to the secretaries while it waits for them, to the leader once a secretary has sent it, or where the plan's setting sends it.
import { withRole } from '#src/directory/directory.ts'
import { policyOf } from '#src/ledger/policy.ts'
import type { Task } from '#src/ledger/task.ts'
import { answering } from '#src/queries/answering.ts'
import { goesByItselfTo, leaderNoteWaits, sentOf, type LeaderNoteWaits } from '#src/queries/leader-notes.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from './notice.ts'

/** A note that was sent is not told any more once the task is done, or said to be, or it is no news. */
export function ofLeaderNotes(view: View, task: Task): Notice[] {
  const { plan, calendar, today } = view
  const waits = leaderNoteWaits(view, task)
  return [
    ...(waits === undefined ? [] : ofWaiting(view, waits)),
    ...sentOf(task).filter(({ on }) => answering(view, task.no)?.status === 'open' && calendar.workingDaysUntil(today, on) <= policyOf(plan).ruledTold)
      .map(({ at, to, due }): Notice => ({ kind: 'leader-told', key: `leader-told/${plan.id}/${task.no}/${at}/${to}`, to, plan: plan.id, task: task.no, at, due })),
  ]
}

function ofWaiting(view: View, waits: LeaderNoteWaits): Notice[] {
  const { plan: { id: plan }, directory } = view
  const { task, due } = waits
  const leader = goesByItselfTo(view, waits)
  if (leader !== undefined) return [{ kind: 'leader-by-itself', key: `leader-by-itself/${plan}/${task}/${due}/${leader.id}`, to: leader.id, plan, task, due }]
  return withRole(directory, 'secretary').map(({ id }): Notice => ({ kind: 'leader-note-waits', key: `leader-note-waits/${plan}/${task}/${due}/${id}`, to: id, plan, task, due }))
}
