// What an amendment left for the secretary: each task that the text has no more, each point that both had changed, one by one.
import { z } from 'zod'
import { answered, command, type Desk } from '#src/command.ts'
import type { AmendmentIntent } from '#src/ledger/amend-decide.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import { waitingOf } from '#src/queries/amended.ts'
import { amendedSettled, amendedWaiting } from '#templates/amend-done.ts'
import { ways, type AmendedAct } from '#templates/ways.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { findTask, TaskArgument } from './task-argument.ts'
import { viewOf } from './view-of.ts'
import { whichPlan } from './which-plan.ts'

const acts = ['withdraw', 'keep', 'take-due', 'leave-due', 'take-units', 'leave-units'] as const satisfies readonly AmendedAct[]

export const amended = command({
  name: { zh: '待核定', en: 'amended' },
  usage: { zh: '待核定 p1', en: 'amended p1' },
  about: { zh: '修订留下待核定的：逐项同意删除或保留', en: 'what an amendment left to be settled, task by task' },
  then: { zh: '逐项问您删除还是保留。', en: 'Each is asked about by itself.' },
  group: 'import',
  may: 'withdraw-task',
  args: z.object({ plan: z.string().max(200).optional(), task: TaskArgument.optional(), act: z.enum(acts).optional() }),
  typed: ([plan]) => (plan === undefined ? {} : { plan }),
  run({ plan: asked, task, act }, desk) {
    return task === undefined || act === undefined ? waiting(asked, desk) : settled(task, act, desk)
  },
})

function waiting(asked: string | undefined, desk: Desk): ReturnType<typeof refused> {
  const which = whichPlan(desk, asked, ways.amended, ({ amended: { pending } }) => pending.size > 0)
  if (!which.ok) return which.answer
  const { plan } = which
  return answered(amendedWaiting({ plan: plan.id, title: plan.title, waiting: waitingOf(viewOf(desk, plan)), today: desk.today }, desk.lang))
}

function settled(asked: string, act: AmendedAct, desk: Desk): ReturnType<typeof recorded> | ReturnType<typeof refused> {
  const found = findTask(desk, asked)
  if (!found.ok) return refused(found.refusal, desk)
  const { plan, task: number } = found
  const title = plan.tasks.get(number)?.title ?? ''
  return recorded(desk.record(plan.id, intentOf(number, act)), desk, () => amendedSettled({ plan: plan.id, act, number, title, waiting: waitingOf(viewOf(desk, desk.plans.get(plan.id) ?? plan)), today: desk.today }, desk.lang), undefined, { about: [{ plan: plan.id, task: number }] })
}

function intentOf(task: TaskNo, act: AmendedAct): AmendmentIntent {
  switch (act) {
    case 'withdraw':
      return { type: 'withdraw-task', task }
    case 'keep':
      return { type: 'keep-task', task }
    case 'take-due': case 'leave-due':
      return { type: 'settle-amended', task, point: 'due', take: act === 'take-due' }
    case 'take-units': case 'leave-units':
      return { type: 'settle-amended', task, point: 'units', take: act === 'take-units' }
  }
}
