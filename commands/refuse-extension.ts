// The secretary does not agree to a later date, and says why.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { command } from '#src/command.ts'
import { UnitId, Words } from '#src/ledger/ids.ts'
import { ruledCard } from '#templates/ruled.ts'
import { ruleForm, ruleMissing } from '#templates/rule-forms.ts'
import { cardOf } from './own-task.ts'
import { petitionedPart } from './petitioned-part.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { TaskArgument, taskName } from './task-argument.ts'

export const refuseExtension = command({
  name: { zh: '不同意延期', en: 'refuse-extension' },
  usage: { zh: '不同意延期 12 〔理由〕', en: 'refuse-extension 12 〔why〕' },
  about: { zh: '不同意延期申请，写明理由', en: 'refuse a later date, with the reason' },
  then: { zh: '时限不变，单位收到原因。', en: 'The date stands, and the unit is told why.' },
  group: 'review',
  may: 'refuse-extension',
  args: z.object({ task: TaskArgument, unit: z.string().max(60).optional(), member: UnitId.optional(), askedAt: Instant.optional(), reason: Words.default(''), form: z.boolean().default(false) }),
  typed: ([task, ...reason]) => ({ task, reason: reason.join(' ') }),
  run({ task: asked, unit, member, askedAt, reason, form }, desk) {
    const found = petitionedPart(desk, asked, 'extension', { unit, member })
    if (!found.ok) return refused(found.refusal, desk, runOf('refuse-extension', { task: asked, unit, member, askedAt, reason }))
    const { plan, task, voice: { extension }, name, told } = found
    const which = { unit: found.unit, ...(found.member === undefined ? {} : { member: found.member }), ...(askedAt === undefined ? {} : { askedAt }) }
    if (reason.trim() === '' && form) return { kind: 'form-errors', errors: ruleMissing('reason', desk.lang) }
    if (reason.trim() === '' && extension !== undefined && extension.ruling === undefined) {
      const card = cardOf(desk, plan, task)
      const run = runOf('refuse-extension', { task: taskName(plan.id, task), ...which, askedAt: extension.at })
      return { kind: 'form', form: ruleForm('why', { about: [`${card.number} ${card.title}`, extension.reason], run }, desk.lang) }
    }
    const recording = desk.record(plan.id, { type: 'refuse-extension', task, ...which, reason })
    return recorded(recording, desk, () => ruledCard({ task: cardOf(desk, plan, task), unit: name, ruled: { what: 'extension-refused' }, words: reason, told, today: desk.today }, desk.lang), undefined, { about: [{ plan: plan.id, task }] })
  },
})
