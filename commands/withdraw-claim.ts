// 撤回办结申请: the unit said too early that it was done. While nobody has ruled on it, it takes its word back and says why.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { command } from '#src/command.ts'
import { UnitId, Words } from '#src/ledger/ids.ts'
import { claimWithdrawn } from '#templates/claim-recorded.ts'
import { formSpokenFor } from '#templates/spoken-for.ts'
import { withdrawForm, withdrawMissing } from '#templates/withdraw-form.ts'
import { ownTask, speakerFor } from './own-task.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { TaskArgument } from './task-argument.ts'

export const withdrawClaim = command({
  name: { zh: '撤回办结申请', en: 'withdraw-claim' },
  also: ['撤回办结', '收回办结申请'],
  usage: { zh: '撤回办结申请 12 〔原因〕', en: 'withdraw-claim 12 〔why〕' },
  about: { zh: '办结报早了：审核前撤回，写明原因', en: 'said done too early: take it back before it is reviewed, with the reason' },
  then: { zh: '任务回到办理中，时限继续计算。', en: 'The task is open again and its clock runs.' },
  group: 'finish',
  may: 'withdraw-claim',
  args: z.object({ task: TaskArgument, unit: UnitId.optional(), claimedAt: Instant.optional(), reason: Words.default(''), form: z.boolean().default(false) }),
  typed: ([task, ...reason]) => ({ task, reason: reason.join(' ') }),
  run({ task, unit, claimedAt, reason, form }, desk) {
    const again = runOf('withdraw-claim', { task, unit, claimedAt, reason })
    const found = ownTask(desk, task, unit, 'last')
    if (!found.ok) return refused(found.refusal, desk, again)
    const { own } = found
    const { claim } = own.voice()
    if (reason.trim() === '' && form) return { kind: 'form-errors', errors: withdrawMissing(desk.lang) }
    if (reason.trim() === '' && claim !== undefined) return { kind: 'form', form: formSpokenFor(withdrawForm({ task: own.card(), claim }, desk.lang), speakerFor(own)) }
    const recording = desk.record(own.plan.id, { type: 'withdraw-claim', task: own.task, ...own.part, ...(claimedAt === undefined ? {} : { claimedAt }), reason: reason.trim() })
    return recorded(recording, desk, () => claimWithdrawn({ task: own.card(), reason: reason.trim(), today: desk.today }, desk.lang), again, { about: [{ plan: own.plan.id, task: own.task }] })
  },
})
