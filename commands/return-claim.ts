// The secretary sends a claim back, with the reason the contact acts on.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { answered, command } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import { notClaimed } from '#src/ledger/assignment.ts'
import { UnitId, Words } from '#src/ledger/ids.ts'
import { askedFor } from '#src/queries/answering.ts'
import { claimReturned } from '#templates/claim-recorded.ts'
import { whichClaim } from '#templates/which-claim.ts'
import { reasonMissing, returnForm as formOfReturn } from '#templates/return-form.ts'
import { claimedPart, claimRows } from './claimed-part.ts'
import { cardOf } from './own-task.ts'
import { recorded } from './recorded.ts'
import { refused, refusedCard } from './refused.ts'
import { runOf } from './run-of.ts'
import { TaskArgument } from './task-argument.ts'
import { withWhatWaits } from './what-waits.ts'

export const returnClaim = command({
  name: { zh: '退回', en: 'return' },
  also: ['驳回'],
  usage: { zh: '退回 12 〔缺什么〕', en: 'return 12 〔what is missing〕' },
  about: { zh: '退回办结申请，写明原因', en: 'send a completion claim back, with the reason' },
  then: { zh: '单位收到原因，时限继续计算。', en: 'The unit is told why, and its clock runs again.' },
  group: 'review',
  may: 'return-claim',
  args: z.object({ task: TaskArgument, unit: z.string().max(60).optional(), member: UnitId.optional(), claimedAt: Instant.optional(), reason: Words.default(''), form: z.boolean().default(false) }),
  typed: ([task, ...reason]) => ({ task, reason: reason.join(' ') }),
  run({ task, unit, member: asked, claimedAt, reason, form }, desk) {
    const found = claimedPart(desk, task, { unit, member: asked, claimedAt })
    if (!found.ok) return refused(found.refusal, desk, runOf('return', { task, unit, member: asked, claimedAt, reason }))
    const { plan, part, member, claim, waiting } = found
    if (waiting.length > 0) return answered(whichClaim({ task: cardOf(desk, plan, part.task), rows: claimRows(waiting, desk), act: 'return', reason, today: desk.today }, desk.lang))
    const name = unitName(desk.directory, member ?? part.unit)
    if (reason.trim() === '') {
      if (form) return { kind: 'form-errors', errors: reasonMissing(desk.lang) }
      if (claim === undefined) return answered(withWhatWaits(refusedCard(notClaimed(part, member), desk), plan, part.task, desk))
      return { kind: 'form', form: formOfReturn({ task: cardOf(desk, plan, part.task), unit: part.unit, name, ...(member === undefined ? {} : { member }), claim }, desk.lang) }
    }
    const told = askedFor(desk.directory, member ?? part.unit).map((person) => person.name)
    const which = { ...(member === undefined ? {} : { member }), ...(claimedAt === undefined ? {} : { claimedAt }) }
    const recording = desk.record(plan.id, { type: 'return-claim', task: part.task, unit: part.unit, ...which, reason })
    return recorded(recording, desk, () => claimReturned({ task: cardOf(desk, plan, part.task), unit: name, reason, told }, desk.lang), undefined, {
      about: [{ plan: plan.id, task: part.task }],
      instead: (refusal) => (refusal.code === 'assignment-not-claimed' ? withWhatWaits(refusedCard(refusal, desk), plan, part.task, desk) : undefined),
    })
  },
})
