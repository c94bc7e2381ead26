// The secretary rules on an objection: the unit is right, or it is told why not.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { command } from '#src/command.ts'
import { keyOf, standingOf, type AssignmentKey } from '#src/ledger/assignment.ts'
import { UnitId, Words } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { ruledCard, type Ruled } from '#templates/ruled.ts'
import { ruleForm, ruleMissing } from '#templates/rule-forms.ts'
import { cardOf } from './own-task.ts'
import { petitionedPart } from './petitioned-part.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { TaskArgument, taskName } from './task-argument.ts'

const upheldWords = new Set(['成立', '属实', 'upheld', 'uphold'])

export const ruleObjection = command({
  name: { zh: '裁定异议', en: 'rule-objection' },
  usage: { zh: '裁定异议 12 〔成立或不成立〕 〔理由〕', en: 'rule-objection 12 〔upheld or dismissed〕 〔why〕' },
  about: { zh: '裁定异议：成立，或不成立并写明理由', en: 'rule on an objection: upheld, or dismissed with the reason' },
  then: { zh: '单位收到裁定，“有异议待核”撤下。', en: 'The unit is told, and the light is contested no more.' },
  group: 'review',
  may: 'rule-objection',
  args: z.object({
    task: TaskArgument, unit: z.string().max(60).optional(), member: UnitId.optional(), askedAt: Instant.optional(),
    ruling: z.enum(['upheld', 'dismissed']).default('dismissed'), reason: Words.default(''), form: z.boolean().default(false),
  }),
  typed: ([task, ruling = '', ...reason]) => ({
    task, ruling: upheldWords.has(ruling.toLowerCase()) ? 'upheld' : 'dismissed',
    reason: (upheldWords.has(ruling.toLowerCase()) || ['不成立', 'dismissed', 'dismiss'].includes(ruling.toLowerCase()) ? reason : [ruling, ...reason]).join(' ').trim(),
  }),
  run({ task: asked, unit, member, askedAt, ruling, reason, form }, desk) {
    const found = petitionedPart(desk, asked, 'objection', { unit, member })
    if (!found.ok) return refused(found.refusal, desk, runOf('rule-objection', { task: asked, unit, member, askedAt, ruling, reason }))
    const { plan, task, voice: { objection }, name, told } = found
    const which = { unit: found.unit, ...(found.member === undefined ? {} : { member: found.member }) }
    if (ruling === 'dismissed' && reason.trim() === '') {
      if (form) return { kind: 'form-errors', errors: ruleMissing('reason', desk.lang) }
      if (objection !== undefined && objection.ruling === undefined) {
        const card = cardOf(desk, plan, task)
        const run = runOf('rule-objection', { task: taskName(plan.id, task), ...which, askedAt: objection.at, ruling })
        return { kind: 'form', form: ruleForm('why', { about: [`${card.number} ${card.title}`, objection.words], run }, desk.lang) }
      }
    }
    const recording = desk.record(plan.id, { type: 'rule-objection', task, ...which, ...(askedAt === undefined ? {} : { objectedAt: askedAt }), upheld: ruling === 'upheld', reason: reason.trim() })
    return recorded(recording, desk, () => ruledCard({ task: cardOf(desk, plan, task), unit: name, ruled: ruledOf(plan, keyOf(task, found.unit), found.member, ruling), words: reason, told, today: desk.today }, desk.lang), undefined, { about: [{ plan: plan.id, task }] })
  },
})

/** As the plan stands after it: whether what was recorded is struck is the ledger's to say. */
function ruledOf({ assignments }: PlanState, key: AssignmentKey, member: UnitId | undefined, ruling: 'upheld' | 'dismissed'): Ruled {
  const part = assignments.get(key)
  if (ruling === 'dismissed') return { what: 'objection-dismissed' }
  return { what: part !== undefined && standingOf(part, member).objection?.struck === true ? 'record-struck' : 'objection-upheld' }
}
