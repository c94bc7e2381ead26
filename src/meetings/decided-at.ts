// What a sitting decided and noted, in the order in which it was said, and where each stands.
import type { Day } from '#src/calendar/day.ts'
import { decisionNumber, noteNumber } from '#src/ledger/decision-number.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import { taskCard, type TaskCard } from '#src/queries/task-card.ts'
import type { View } from '#src/queries/view.ts'

/** `item`: its number among its own kind. `withdrawn`: taken back before the minutes were out; it keeps its place, and has no number. */
export type SittingItem = { kind: 'decided'; item: number; task: TaskCard } | { kind: 'withdrawn'; task: TaskNo; said: string; words: string; on: Day } | { kind: 'noted'; item: number; words: string }

export function itemsOf(view: View, meeting: Pick<Meeting, 'items'>): SittingItem[] {
  return meeting.items.flatMap((each): SittingItem[] => {
    if (!('task' in each)) return [{ kind: 'noted', item: noteNumber(meeting, each.item), words: each.words }]
    const task = taskCard(view, each.task)
    if (task !== undefined) return [{ kind: 'decided', item: decisionNumber(view.plan, meeting, each.task), task }]
    const gone = view.plan.amended.withdrawn.get(each.task)
    return gone === undefined ? [] : [{ kind: 'withdrawn', task: each.task, said: gone.task.text, words: gone.words ?? '', on: gone.on }]
  })
}

export const notedIn = (items: readonly SittingItem[]): Extract<SittingItem, { kind: 'noted' }>[] => items.filter((each) => each.kind === 'noted')
export const decidedIn = (items: readonly SittingItem[]): Extract<SittingItem, { kind: 'decided' }>[] => items.filter((each) => each.kind === 'decided')
