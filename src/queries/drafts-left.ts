// What somebody wrote for a task and could not send, as long as nothing was said of it since: for whoever took the task over.
import type { Instant } from '#src/calendar/day.ts'
import type { TaskCard } from './task-card.ts'

export type DraftLeft<Act> = { task: TaskCard; at: Instant; run: Act; words: string }

type Act = { command: string; args: Readonly<Record<string, unknown>> }

/** @param open the tasks that were taken over @param written which arguments of a command are a person's words */
export function draftsLeft<Left extends Act>(open: readonly TaskCard[], kept: readonly { at: Instant; run: Left }[], written: (command: string) => readonly string[]): DraftLeft<Left>[] {
  return kept.flatMap(({ at, run }) => {
    const task = open.find(({ plan, number }) => run.args['task'] === `${plan}-${number}` || run.args['task'] === String(number))
    const words = written(run.command).flatMap((name) => ((said) => (typeof said === 'string' && said.trim() !== '' ? [said] : []))(run.args[name])).join('；')
    const last = task?.claim?.at ?? task?.lead?.report?.at
    return task === undefined || words === '' || (last !== undefined && last > at) ? [] : [{ task, at, run, words }]
  })
}
