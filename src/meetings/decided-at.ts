// What a sitting decided and noted, in the order in which it was said, and where each stands.
import type { Day } from '#src/calendar/day.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import { taskCard, type TaskCard } from '#src/queries/task-card.ts'
import type { View } from '#src/queries/view.ts'

/** `withdrawn`: taken back before the minutes were out; it keeps its place. */
export type SittingItem = { item: number } & ({ kind: 'decided'; task: TaskCard } | { kind: 'withdrawn'; task: TaskNo; said: string; words: string; on: Day } | { kind: 'noted'; words: string })

export function itemsOf(view: View, { items }: Pick<Meeting, 'items'>): SittingItem[] {
  return items.flatMap((each): SittingItem[] => {
    if (!('task' in each)) return [{ item: each.item, kind: 'noted', words: each.words }]
    const task = taskCard(view, each.task)
    if (task !== undefined) return [{ item: each.item, kind: 'decided', task }]
    const gone = view.plan.amended.withdrawn.get(each.task)
    return gone === undefined ? [] : [{ item: each.item, kind: 'withdrawn', task: each.task, said: gone.task.text, words: gone.words ?? '', on: gone.on }]
  })
}

export const decidedIn = (items: readonly SittingItem[]): Extract<SittingItem, { kind: 'decided' }>[] => items.filter((each) => each.kind === 'decided')
