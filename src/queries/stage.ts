// Where an assignment stands in its life: 待交办 → 待核对 → 办理中 → 待审核 → 办结 → 销号, and what stands beside it.
import type { Assignment } from '#src/ledger/assignment.ts'
import type { Task } from '#src/ledger/task.ts'
import { returnedOf } from './answering.ts'
import { overdueSince } from './overdue.ts'
import { voicesOf, waitingIn } from './voices.ts'
import type { View } from './view.ts'

export type Stage = 'to-hand-out' | 'to-check' | 'in-progress' | 'in-review' | 'done' | 'struck-off'
/** 退回, 恢复办理, 延期待批, 已延期, 暂缓, 逾期, 待定年份, 有出入, 有异议待核. */
export type Side = 'returned' | 'reopened' | 'extension-asked' | 'extended' | 'paused' | 'overdue' | 'year-unbound' | 'in-question' | 'contested'

/** A group is checked once every member has looked; whoever has answered has looked. */
export function stageOf({ plan, directory }: Pick<View, 'plan' | 'directory'>, task: Task, part: Assignment): Stage {
  if (task.course?.struckOff !== undefined) return 'struck-off'
  if (part.status === 'accepted') return 'done'
  if (plan.handedOutOn === undefined) return 'to-hand-out'
  if (part.status === 'claimed') return 'in-review'
  // What was ordered is no line of the plan's to be checked.
  if (task.origin !== undefined) return 'in-progress'
  const members = directory.units.get(part.unit)?.members ?? []
  const isSeen = ({ check, report, question }: Pick<Assignment, 'check' | 'report' | 'question'>): boolean => check !== undefined || report !== undefined || question?.ruling !== undefined
  const isChecked = members.length === 0 ? isSeen(part) : members.every((member) => isSeen(part.byMember.get(member) ?? {}))
  // What was claimed once, and sent back, withdrawn or opened again, is being worked on.
  return isChecked || isSeen(part) || returnedOf(directory, part) !== undefined || part.withdrawn !== undefined ? 'in-progress' : 'to-check'
}

export function sidesOf(view: View, task: Task, part: Assignment): Side[] {
  const isOpen = part.status !== 'accepted'
  const returned = returnedOf(view.directory, part)
  const sides: readonly (readonly [Side, boolean])[] = [
    ['paused', isOpen && task.course?.paused !== undefined],
    ['overdue', overdueSince(view, task, part) !== undefined],
    ['returned', returned !== undefined && returned.reopenedBy === undefined],
    ['reopened', returned?.reopenedBy !== undefined],
    ['extension-asked', isOpen && waitingIn(task, part, 'extension').length > 0],
    ['extended', isOpen && voicesOf(part).some(({ standing }) => standing.extension?.ruling?.granted === true)],
    ['in-question', isOpen && waitingIn(task, part, 'question').length > 0],
    ['contested', waitingIn(task, part, 'objection').length > 0],
    ['year-unbound', isOpen && task.due.kind === 'unbound'],
  ]
  return sides.filter(([, isSo]) => isSo).map(([side]) => side)
}
