// 更正存疑: another answer in the place of one that was wrong. The last one stands, those before it stay on record.
import { z } from 'zod'
import { answered, command } from '#src/command.ts'
import { answerAtMost } from '#src/ledger/correction.ts'
import { isAnsweredAnew } from '#src/ledger/doubt.ts'
import { answeredAnew } from '#src/queries/doubt-counts.ts'
import { answersGiven, resettleForm } from '#templates/doubts.ts'
import { answerTyped, doubtAnswered, DoubtNumber } from './doubt-answered.ts'
import { openDoubts } from './open-doubts.ts'
import { refused } from './refused.ts'
import { whichPlan } from './which-plan.ts'

export const resettle = command({
  name: { zh: '更正存疑', en: 'resettle' },
  usage: { zh: '更正存疑 3 每半年1次', en: 'resettle 3 每半年1次' },
  about: { zh: '改一处已核定的存疑；不写编号，看已核定的都有哪些', en: 'put right the answer to a doubt; without a number, lists what was answered' },
  then: { zh: '以最后一次答复为准，以前的留有记录。', en: 'The last answer stands; those before stay on record.' },
  group: 'import',
  may: 'settle-doubt',
  args: z.object({
    plan: z.string().max(200).optional(),
    doubt: DoubtNumber.optional(),
    answer: z.string().max(answerAtMost).default(''),
    /** The answer that stood where the form was opened. */
    instead: z.string().max(answerAtMost).optional(),
    form: z.boolean().default(false),
    page: z.number().int().min(1).default(1),
  }),
  typed: answerTyped,
  run({ plan: asked, doubt: id, answer, instead, form, page }, desk) {
    const which = whichPlan(desk, asked, (plan) => ({ command: 'resettle', args: { plan, ...(id === undefined ? {} : { doubt: id }), answer } }), ({ doubts }) => (id === undefined ? [...doubts.values()] : [doubts.get(id)]).some((doubt) => doubt?.settled !== undefined))
    if (!which.ok) return which.answer
    const { plan } = which
    if (id === undefined) return answered(answersGiven({ plan: plan.id, title: plan.title, given: answeredAnew(plan), page, today: desk.today }, desk.lang))
    const doubt = plan.doubts.get(id)
    if (doubt === undefined) return refused({ code: 'doubt-unknown', asked: id, open: openDoubts(plan, desk).length }, desk)
    if (doubt.settled?.amendment !== undefined) return refused({ code: 'doubt-closed', on: doubt.settled.on }, desk)
    const stands = doubt.settled?.answer
    if (stands !== undefined && !isAnsweredAnew(doubt)) return refused({ code: 'doubt-settled', answer: stands }, desk)
    if (answer.trim() === '') return { kind: 'form', form: resettleForm(plan.id, doubt, desk.lang) }
    return doubtAnswered(plan, doubt, { answer, form, ...(stands === undefined ? {} : { instead: instead ?? stands }) }, desk)
  },
})
