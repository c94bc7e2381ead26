// 记录 N: all that happened to a task, as the reader may see it.
import { z } from 'zod'
import { answered, command, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import type { PlanEvent } from '#src/ledger/plan.ts'
import { readersOf, taskHistory, type Happening } from '#src/queries/task-history.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import { historyCard } from '#templates/history.ts'
import { planNumberIn } from './plan-number.ts'
import { refused } from './refused.ts'
import { findTask } from './task-argument.ts'

export const history = command({
  name: { zh: '记录', en: 'history' },
  also: ['历史', '台账记录', '经过'],
  usage: { zh: '记录 12', en: 'history 12' },
  about: { zh: '一项任务从下发到现在的全部记录：谁、何时、做了什么', en: 'all that happened to a task: who, when, what' },
  group: 'look',
  may: 'see',
  looks: true,
  example: 'answers',
  args: z.object({ task: z.union([z.string().max(100), z.number().int()]).transform(String), page: z.coerce.number().int().min(1).max(999).default(1) }),
  typed: ([task]) => (task === undefined ? {} : { task }),
  run({ task: asked, page }, desk) {
    const found = whereverItStands(desk, asked)
    if (!found.ok) return refused(found.refusal, desk)
    const { plan, task } = found
    const all = happeningsOf(desk, plan, task)
    const hidden = taskHistory(desk.entries(plan.id), task, desk.directory).length - all.length
    return answered(historyCard({ task: { plan: plan.id, number: task, title: (plan.tasks.get(task) ?? plan.amended.withdrawn.get(task)?.task)?.title ?? '' }, all, hidden, isGone: !plan.tasks.has(task), page }, desk.lang, desk.today))
  },
})

/** What was taken back or withdrawn keeps its history. */
function whereverItStands(desk: Desk, asked: string): ReturnType<typeof findTask> {
  const found = findTask(desk, asked)
  if (found.ok || found.refusal.code !== 'task-withdrawn') return found
  const { task } = found.refusal
  const named = planNumberIn(/^p\d+/i.exec(asked)?.[0] ?? '')
  const plan = [...desk.plans.values()].find(({ id, amended }) => (named === undefined || id === named) && amended.withdrawn.has(task))
  return plan === undefined ? found : { ok: true, plan, task }
}

export const happeningsOf = (desk: Desk, plan: PlanState, task: TaskNo): (Happening & { time: string })[] =>
  taskHistory(desk.entries(plan.id), task, desk.directory, (event) => mayRead(event, desk), plan.id).map((happening) => ({ ...happening, time: desk.calendar.timeAt(happening.at, plan.zone) }))

function mayRead(event: PlanEvent, { asker }: Desk): boolean {
  switch (readersOf(event)) {
    case 'everybody':
      return true
    case 'leaders':
      return may(asker, 'see-instructions')
    case 'unit':
      return may(asker, 'nudge') || (event.type === 'remarked' && may(asker, 'remark', [event.unit]))
    case 'office':
      return may(asker, 'nudge')
  }
}
