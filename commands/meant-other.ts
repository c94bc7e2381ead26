// 18，不是22: what was said of one task a moment ago is offered for the other, and what was recorded of it to be taken back.
import { answered, type Answer, type Desk } from '#src/command.ts'
import { besidesTasks } from '#src/reader/said-report.ts'
import type { SaidOrder } from '#src/reader/said-order.ts'
import { meantOtherCard } from '#templates/said-offer.ts'
import { ways } from '#templates/ways.ts'
import { writtenToday } from './confirm-said.ts'
import { lastActOf } from './last-act-of.ts'
import { ownTask } from './own-task.ts'
import { inButton, runOf } from './run-of.ts'
import { taskName } from './task-argument.ts'

/** Undefined where nothing was said of that task today, or it is a figure that is put right. */
export function meantOther({ wrong, right }: Extract<SaidOrder, { kind: 'meant-other' }>, desk: Desk): Answer | undefined {
  const [from, to] = [ownTask(desk, wrong), ownTask(desk, right)]
  if (desk.asker === undefined || !from.ok || !to.ok || Number(from.own.lastReport()?.progress) === Number(from.own.task)) return undefined
  const { own } = to
  const last = writtenToday(desk).filter((one) => one.own.task === from.own.task && one.own.plan.id === from.own.plan.id).at(-1)
  const words = last === undefined ? '' : besidesTasks(last.remark.words, from.own.task).trim()
  if (words === '' || words.length > inButton) return undefined
  const reported = lastActOf(desk, desk.asker.id, 'reported')
  const isRecorded = reported?.plan === from.own.plan.id && reported.tasks.includes(from.own.task)
  const undo = isRecorded ? ways.undo(reported.at, [{ plan: reported.plan, number: from.own.task }]) : undefined
  return answered(meantOtherCard({ wrong: from.own.card(), right: own.card(), words, run: runOf('said', { words, task: taskName(own.plan.id, own.task), unit: own.part.unit }), ...(undo === undefined ? {} : { undo }) }, desk.lang))
}
