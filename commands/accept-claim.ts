// The secretary agrees that a unit's part is done.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { command } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import { UnitId } from '#src/ledger/ids.ts'
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
  args: z.object({ task: TaskArgument, unit: z.string().max(60).optional(), member: UnitId.optional(), claimedAt: Instant.optional() }),
  typed: ([task, unit]) => ({ task, ...(unit === undefined ? {} : { unit }) }),
  run({ task, unit, member: asked, claimedAt }, desk) {
    const found = claimedPart(desk, task, { unit, member: asked })
    if (!found.ok) return refused(found.refusal, desk, runOf('accept', { task, unit, member: asked, claimedAt }))
    const { plan, part, member } = found
    const which = { ...(member === undefined ? {} : { member }), ...(claimedAt === undefined ? {} : { claimedAt }) }
    const recording = desk.record(plan.id, { type: 'accept-claim', task: part.task, unit: part.unit, ...which })
    return recorded(recording, desk, () => claimAccepted({ task: cardOf(desk, plan, part.task), unit: unitName(desk.directory, member ?? part.unit) }, desk.lang), undefined, { about: [{ plan: plan.id, task: part.task }] })
  },
})
