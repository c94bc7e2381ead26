// 已完成: opens the one line that the secretary will read.
import { z } from 'zod'
import { command, type Answer, type Desk } from '#src/command.ts'
import { withRole } from '#src/directory/directory.ts'
import { UnitId } from '#src/ledger/ids.ts'
import { claimForm as formOfClaim } from '#templates/claim-form.ts'
import { formSpokenFor } from '#templates/spoken-for.ts'
import { answeredOr } from './answered-already.ts'
import { ownTask, speakerFor, type OwnTask } from './own-task.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { TaskArgument } from './task-argument.ts'

export const claimForm = command({
  name: { zh: '办结表', en: 'claim-form' },
  usage: { zh: '办结表 12', en: 'claim-form 12' },
  about: { zh: '用表单申请办结', en: 'say in a form that a task is done' },
  group: 'finish',
  may: 'claim',
  hidden: true,
  args: z.object({ task: TaskArgument, unit: UnitId.optional() }),
  typed: ([task]) => ({ task }),
  run({ task, unit }, desk) {
    const found = ownTask(desk, task, unit)
    return found.ok ? openClaimForm(found.own, desk) : refused(found.refusal, desk, runOf('claim-form', { task, unit }))
  },
})

export function openClaimForm(own: OwnTask, desk: Desk): Answer {
  const taken = own.taken()
  if (taken !== undefined) return answeredOr(own, taken, desk)
  return { kind: 'form', form: formSpokenFor(formOfClaim({ task: own.card(), secretaries: withRole(desk.directory, 'secretary').map(({ name }) => name) }, desk.lang), speakerFor(own)) }
}
