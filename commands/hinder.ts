// One period's duty is in difficulty: it stays owed, and whoever watches reads why.
import { z } from 'zod'
import { command } from '#src/command.ts'
import { Words } from '#src/ledger/ids.ts'
import { dutyForm, dutyHindered, hindranceMissing } from '#templates/duty-answers.ts'
import { keptWords } from './kept-words.ts'
import { ownDuty } from './own-duty.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { whichPlan } from './which-plan.ts'

export const hinder = command({
  name: { zh: '周期有困难', en: 'hinder' },
  usage: { zh: '周期有困难 c3/2026/1 〔困难和哪天能报〕', en: 'hinder c3/2026/1 〔what is in the way〕' },
  about: { zh: '说明本期周期任务的困难', en: "say what is in the way of this period's duty" },
  group: 'year',
  may: 'hinder',
  hidden: true,
  args: z.object({ plan: z.string().max(200).optional(), occurrence: z.string().max(60), words: Words.default(''), /** Words too long for a button. */ kept: z.string().max(40).optional(), form: z.boolean().default(false) }),
  typed: ([occurrence, ...words]) => ({ occurrence, words: words.join(' ') }),
  async run({ plan: asked, occurrence, words: given, kept, form }, desk) {
    const words = await keptWords(kept, given, desk)
    const [clause = ''] = occurrence.split('/')
    const which = whichPlan(desk, asked, (plan) => runOf('hinder', { plan, occurrence, words }), ({ obligations }) => obligations.has(clause))
    if (!which.ok) return which.answer
    const found = ownDuty(desk, which.plan, occurrence)
    if (!found.ok) return refused(found.refusal, desk)
    const { plan, obligation, unit, member } = found.own
    if (words.trim() === '') return form ? { kind: 'form-errors', errors: hindranceMissing(desk.lang) } : { kind: 'form', form: dutyForm('hindered', { plan: plan.id, obligation, occurrence }, desk.lang) }
    const recording = desk.record(plan.id, { type: 'hinder', occurrence, unit, ...(member === undefined ? {} : { member }), words })
    return recorded(recording, desk, () => dutyHindered({ obligation, words, time: desk.calendar.timeAt(desk.now, plan.zone) }, desk.lang), runOf('hinder', { plan: plan.id, occurrence, words }), { about: [{ plan: plan.id, occurrence }] })
  },
})
