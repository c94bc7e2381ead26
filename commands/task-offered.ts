// 不是我负责, 延期, 已完成, 有困难 by themselves: the asker's tasks, to pick the one that is meant and go on from there.
import type { z } from 'zod'
import type { Command, Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { isWaiting } from '#src/ledger/petition.ts'
import type { Card } from '#templates/card.ts'
import { whichOf } from '#templates/said-echo.ts'
import { whyNotExtended } from './extend.ts'
import { openOf } from './meant-task.ts'
import type { OwnTask } from './own-task.ts'
import { runOf } from './run-of.ts'
import { latestFor } from './snooze.ts'
import { taskName } from './task-argument.ts'

/** A report of nothing but its task would be recorded at once: its form asks first. */
const asForm: Readonly<Partial<Record<string, string>>> = { report: 'report-form' }

const isOpen = (own: OwnTask): boolean => own.taken() === undefined
/** Of which tasks each can be meant; of the others, those that are open. */
const fits: Readonly<Partial<Record<string, (own: OwnTask, desk: Desk) => boolean>>> = {
  extend: (own) => whyNotExtended(own) === undefined,
  'not-ours': (own) => isOpen(own) && !isWaiting(own.voice().question),
  'withdraw-claim': (own) => own.voice().claim !== undefined,
  snooze: (own, desk) => ((latest) => latest !== undefined && latest > desk.today)(latestFor(desk, own.plan, own.task)),
  object: () => true, evidence: () => true,
}

/** Undefined where something besides the task is missing, or nothing of theirs is open. */
export function taskOffered({ name, may: permission, group }: Command, issues: readonly z.core.$ZodIssue[], desk: Desk): Card | undefined {
  const isOfTasks = group === 'report' || group === 'finish' || group === 'dispute'
  const isMissing = issues.length > 0 && issues.every(({ path, input }) => path.length === 1 && path[0] === 'task' && (input === undefined || input === ''))
  if (!isOfTasks || !isMissing || !may(desk.asker, permission)) return undefined
  const isMeant = fits[name.en] ?? isOpen
  const tasks = openOf(desk).filter((own) => isMeant(own, desk)).map((own) => ({ task: own.card(), run: runOf(asForm[name.en] ?? name.en, { task: taskName(own.plan.id, own.task) }) }))
  return tasks.length === 0 ? undefined : whichOf(name[desk.lang], tasks, desk.lang)
}
