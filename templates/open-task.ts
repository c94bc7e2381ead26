// The way from a line about a task to the task.
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Action, Lang } from './card.ts'
import { numberWords, shortTitle } from './task-line.ts'
import { ways } from './ways.ts'

/** Read aloud, or one of many in a list, it says which. @param several whether tasks of several plans stand together */
export function openTask(task: Pick<TaskCard, 'plan' | 'number' | 'title'>, lang: Lang, several: boolean): Action {
  const zh = lang === 'zh'
  const name = several ? numberWords(task, true) : zh ? `第${task.number}项` : `task ${task.number}`
  return { label: zh ? '查看' : 'Open', says: `${zh ? '查看' : 'Open '}${name} ${shortTitle(task)}`, run: ways.task(task) }
}
