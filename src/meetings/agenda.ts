// What a sitting should look at: the reds and the yellows, each with its reason.
import { taskList } from '#src/queries/task-list.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { View } from '#src/queries/view.ts'

export type Agenda = { reds: TaskCard[]; yellows: TaskCard[] }

export const agenda = (view: View): Agenda => ({ reds: taskList(view, { light: 'red' }), yellows: taskList(view, { light: 'yellow' }) })
