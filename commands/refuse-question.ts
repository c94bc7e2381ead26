// 维持分工: the part stays with the unit, which is told why.
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

export const refuseQuestion = command({
  name: { zh: '维持分工', en: 'refuse-question' },
  usage: { zh: '维持分工 12 〔依据哪一条〕', en: 'refuse-question 12 〔by which clause〕' },
  about: { zh: '单位说“不是我负责”或“有出入”不成立，写明理由', en: 'a part stays as it is, with the reason' },
  then: { zh: '分工不变，单位收到原因。', en: 'The part stays, and the unit is told why.' },
  group: 'review',
  may: 'refuse-question',
  args: z.object({ task: TaskArgument, unit: z.string().max(60).optional(), member: UnitId.optional(), askedAt: Instant.optional(), reason: Words.default(''), form: z.boolean().default(false) }),
  typed: ([task, ...reason]) => ({ task, reason: reason.join(' ') }),
  run({ task: asked, unit, member, askedAt, reason, form }, desk) {
    const found = petitionedPart(desk, asked, 'part-question', { unit, member })
    if (!found.ok) return refused(found.refusal, desk, runOf('refuse-question', { task: asked, unit, member, askedAt, reason }))
    const { plan, task, voice: { question }, name, told } = found
    const which = { unit: found.unit, ...(found.member === undefined ? {} : { member: found.member }), ...(askedAt === undefined ? {} : { askedAt }) }
    if (reason.trim() === '' && form) return { kind: 'form-errors', errors: ruleMissing('reason', desk.lang) }
    if (reason.trim() === '' && question !== undefined && question.ruling === undefined) {
      const card = cardOf(desk, plan, task)
      const run = runOf('refuse-question', { task: taskName(plan.id, task), ...which, askedAt: question.at })
      return { kind: 'form', form: ruleForm('why', { about: [`${card.number} ${card.title}`, question.words], run }, desk.lang) }
    }
    const recording = desk.record(plan.id, { type: 'refuse-question', task, ...which, reason })
    return recorded(recording, desk, () => ruledCard({ task: cardOf(desk, plan, task), unit: name, ruled: { what: 'part-kept' }, words: reason, told, today: desk.today }, desk.lang), undefined, { about: [{ plan: plan.id, task }] })
  },
})
