// 协调会: a leader has a meeting held about a matter that was handed up. The secretary arranges it.
import { z } from 'zod'
import { command } from '#src/command.ts'
import { handedUpTo } from '#src/ledger/handed-up.ts'
import { coordinationToMeeting } from '#templates/hand-up.ts'
import { cardOf } from './own-task.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { findTask, TaskArgument } from './task-argument.ts'
import { UnitsArgument } from './units-argument.ts'

export const coordinationMeeting = command({
  name: { zh: '定协调会', en: 'coordination-meeting' },
  usage: { zh: '定协调会 12', en: 'coordination-meeting 12' },
  about: { zh: '定上报的协调事项：由督查室安排协调会', en: 'decide a matter that was handed up: the secretary arranges a meeting' },
  then: { zh: '督查室会收到，安排会议并通知单位。', en: 'The secretary is told, arranges it and tells the units.' },
  group: 'instruct',
  may: 'decide-coordination',
  args: z.object({ task: TaskArgument, units: UnitsArgument.optional() }),
  typed: ([task]) => ({ task }),
  run({ task: asked, units }, desk) {
    const waits = (plan: Parameters<Parameters<typeof findTask>[2] & {}>[0], no: Parameters<Parameters<typeof findTask>[2] & {}>[1]) => (desk.asker === undefined ? undefined : handedUpTo(plan.tasks.get(no)?.course ?? {}, desk.asker.id, units))
    const found = findTask(desk, asked, (plan, no) => waits(plan, no) !== undefined)
    if (!found.ok) return refused(found.refusal, desk)
    const { plan, task } = found
    const matter = waits(plan, task)
    const intent = { type: 'decide-coordination' as const, task, units: matter?.units ?? units ?? plan.tasks.get(task)?.course?.handedUp?.at(-1)?.units ?? [] }
    return recorded(desk.record(plan.id, intent), desk, () => coordinationToMeeting(cardOf(desk, plan, task), desk.lang), undefined, { about: [{ plan: plan.id, task }] })
  },
})
