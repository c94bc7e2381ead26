// Plain words of several tasks: one button for each, so that what is said of one is never recorded of another, and nothing is left out.
import { answered, type Answer, type Desk } from '#src/command.ts'
import { isNumbered, tasksInTurn } from '#src/reader/said-segments.ts'
import { oneByOne } from '#templates/said-echo.ts'
import type { Run } from '#templates/card.ts'
import { eachMeant, type Near } from './meant-task.ts'
import type { OwnTask } from './own-task.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { taskName } from './task-argument.ts'

/** Words that a button carries with room to spare. */
const inButton = 500

/** Undefined where the words are of one task, or name none that is the asker's. */
export async function saidOfSeveral(words: string, near: readonly Near[], desk: Desk): Promise<Answer | undefined> {
  const parts: { own: OwnTask; words: string }[] = []
  const missing: { refusal: Parameters<typeof refused>[0]; isSure: boolean }[] = []
  for (const segment of tasksInTurn(words)) for (const task of segment.tasks) {
    const meant = eachMeant(desk, [task], near)
    if (meant.ok) parts.push(...meant.own.map((own) => ({ own, words: segment.words })))
    else missing.push({ refusal: meant.refusal, isSure: segment.listed || isNumbered(task, segment.words) })
  }
  // 1、4、99: one that is no task of theirs is said, and not passed over.
  const unknown = missing.find(({ isSure }) => isSure)
  if (parts.length > 0 && unknown !== undefined) return refused(unknown.refusal, desk, runOf('said', { words }))
  const each = [...new Map(parts.map((part) => [`${taskName(part.own.plan.id, part.own.task)} ${part.words}`, part])).values()]
  if (missing.length > 0 || new Set(each.map(({ own }) => taskName(own.plan.id, own.task))).size < 2) return undefined
  const picked = await Promise.all(each.map(async (part) => ({ task: part.own.card(), words: part.words, run: await runFor(part, desk) })))
  return answered(oneByOne(picked, desk.lang))
}

async function runFor({ own, words }: { own: OwnTask; words: string }, desk: Desk): Promise<Run> {
  const of = { task: taskName(own.plan.id, own.task), unit: own.part.unit }
  return words.length > inButton ? runOf('said', { kept: await desk.words.keep(runOf('said', { words })), ...of }) : runOf('said', { words, ...of })
}
