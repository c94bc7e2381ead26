// 属实: a leader says that an instruction which was recorded for them is so.
import { z } from 'zod'
import { command } from '#src/command.ts'
import { instructionIn } from '#src/ledger/origin.ts'
import { instructionConfirmed } from '#templates/instructions.ts'
import { cardOf } from './own-task.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { findTask, TaskArgument } from './task-argument.ts'

export const confirmInstruction = command({
  name: { zh: '确认批示', en: 'confirm-instruction' },
  usage: { zh: '确认批示 85', en: 'confirm-instruction 85' },
  about: { zh: '确认代录的口头批示是您说的', en: 'confirm an instruction that was recorded for you' },
  then: { zh: '记下属实，单位照此办理。', en: 'It is kept that it is so; the units go on.' },
  group: 'instruct',
  may: 'confirm-instruction',
  args: z.object({ task: TaskArgument }),
  typed: ([task]) => ({ task }),
  run({ task: asked }, desk) {
    const found = findTask(desk, asked, (plan, no) => instructionIn(plan.tasks.get(no)) !== undefined)
    if (!found.ok) return refused(found.refusal, desk, runOf('confirm-instruction', { task: asked }))
    const { plan, task } = found
    return recorded(desk.record(plan.id, { type: 'confirm-instruction', task }), desk, () => instructionConfirmed(cardOf(desk, plan, task), desk.lang), undefined, { about: [{ plan: plan.id, task }] })
  },
})
