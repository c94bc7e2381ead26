// 议定第2项: of what a sitting decided, or noted, each is counted among its own kind, as the minutes have them.
import type { TaskNo } from './ids.ts'
import type { Meeting } from './meeting.ts'

type Decided = { tasks: { has: (task: TaskNo) => boolean } }

/** Among those that stand: what was taken back is not counted, and has the number it would have. */
export function decisionNumber({ tasks }: Decided, { items }: Pick<Meeting, 'items'>, task: TaskNo): number {
  const decided = items.flatMap((each) => ('task' in each ? [each.task] : []))
  return decided.slice(0, decided.indexOf(task)).filter((each) => tasks.has(each)).length + 1
}

export const noteNumber = ({ items }: Pick<Meeting, 'items'>, item: number): number => items.filter((each) => 'words' in each && each.item <= item).length
