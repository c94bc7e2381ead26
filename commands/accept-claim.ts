// The secretary agrees that a unit's part is done.
import { z } from 'zod'
import { command } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import { claimAccepted } from '#templates/claim-recorded.ts'
import { claimedPart } from './claimed-part.ts'
import { cardOf } from './own-task.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { TaskArgument } from './task-argument.ts'

export const acceptClaim = command({
  name: { zh: '同意办结', en: 'accept' },
  also: ['同意'],
  usage: { zh: '同意办结 12', en: 'accept 12' },
  about: { zh: '审核通过办结申请', en: 'accept that a task is done' },
  may: 'accept-claim',
  args: z.object({ task: TaskArgument, unit: z.string().max(60).optional() }),
  typed: ([task, unit]) => ({ task, ...(unit === undefined ? {} : { unit }) }),
  run({ task, unit }, desk) {
    const found = claimedPart(desk, task, unit)
    if (!found.ok) return refused(found.refusal, desk, runOf('accept', { task, unit }))
    const { plan, part } = found
    const recording = desk.record(plan.id, { type: 'accept-claim', task: part.task, unit: part.unit })
    return recorded(recording, desk, () => claimAccepted({ task: cardOf(desk, plan, part.task), unit: unitName(desk.directory, part.unit) }, desk.lang))
  },
})
