// The secretary agrees to a later date: the one that was asked for, or another.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { command, type Answer } from '#src/command.ts'
import { UnitId } from '#src/ledger/ids.ts'
import { ruledCard } from '#templates/ruled.ts'
import { ruleForm, ruleMissing } from '#templates/rule-forms.ts'
import { dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { fieldErrors } from './field-errors.ts'
import { cardOf } from './own-task.ts'
import { petitionedPart } from './petitioned-part.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { TaskArgument, taskName } from './task-argument.ts'

export const grantExtension = command({
  name: { zh: '同意延期', en: 'grant-extension' },
  usage: { zh: '同意延期 12（或另定日期：同意延期 12 9月30日）', en: 'grant-extension 12 (or to another day: grant-extension 12 9/30)' },
  about: { zh: '同意延期申请，可另定日期', en: 'grant a later date, or another one' },
  then: { zh: '时限马上改，原定日期保留，单位收到结果。', en: 'The date moves at once, the first one is kept, and the unit is told.' },
  group: 'review',
  may: 'grant-extension',
  /** `other`: another day is to be asked for. */
  args: z.object({ task: TaskArgument, unit: z.string().max(60).optional(), member: UnitId.optional(), askedAt: Instant.optional(), day: z.string().max(40).default(''), other: z.boolean().default(false), form: z.boolean().default(false) }),
  typed: ([task, ...day]) => ({ task, day: day.join(' ') }),
  async run({ task: asked, unit, member, askedAt, day: written, other, form }, desk): Promise<Answer> {
    const found = petitionedPart(desk, asked, 'extension', { unit, member })
    if (!found.ok) return refused(found.refusal, desk, runOf('grant-extension', { task: asked, unit, member, askedAt, day: written }))
    const { plan, task, voice: { extension }, name, told } = found
    const which = { unit: found.unit, ...(found.member === undefined ? {} : { member: found.member }), ...(askedAt === undefined ? {} : { askedAt }) }
    if (form && written === '') return { kind: 'form-errors', errors: ruleMissing('day', desk.lang) }
    if (other && written === '' && extension !== undefined && extension.ruling === undefined) {
      const card = cardOf(desk, plan, task)
      const due = card.due.kind === 'dated' ? card.due.day : extension.from
      const run = runOf('grant-extension', { task: taskName(plan.id, task), ...which, askedAt: extension.at })
      return { kind: 'form', form: ruleForm('day', { about: [`${card.number} ${card.title}`, extension.reason], run, asked: { wanted: extension.day, due, today: desk.today } }, desk.lang) }
    }
    const day = written === '' ? undefined : dayIn(written, desk.today)
    if (day?.ok === false) {
      const refusal = dayRefusal(day, desk.today)
      return form ? { kind: 'form-errors', errors: fieldErrors('day', refusal, desk) } : refused(refusal, desk)
    }
    const outcome = await desk.record(plan.id, { type: 'grant-extension', task, ...which, ...(day === undefined ? {} : { day: day.day }) })
    if (form && outcome.ok === false && outcome.refusal.code === 'granted-not-later') return { kind: 'form-errors', errors: fieldErrors('day', outcome.refusal, desk) }
    const wanted = extension?.day ?? desk.today
    return recorded(Promise.resolve(outcome), desk, () => {
      const card = cardOf(desk, plan, task)
      // A date that is late enough by now stays.
      const stands = card.due.kind === 'dated' && card.due.day > wanted ? card.due.day : wanted
      return ruledCard({ task: card, unit: name, ruled: { what: 'extension-granted', day: day?.day ?? stands, asked: wanted }, words: '', told, today: desk.today }, desk.lang)
    }, undefined, { about: [{ plan: plan.id, task }] })
  },
})
