// The secretary answers a doubt of a plan. The answer changes the plan as it would have changed the draft; one that means nothing is not kept.
import { z } from 'zod'
import { command } from '#src/command.ts'
import { answerAtMost } from '#src/ledger/correction.ts'
import { isAnsweredAnew } from '#src/ledger/doubt.ts'
import { settleForm } from '#templates/doubts.ts'
import { answerTyped, doubtAnswered, DoubtNumber } from './doubt-answered.ts'
import { openDoubts } from './open-doubts.ts'
import { refused } from './refused.ts'
import { whichPlan } from './which-plan.ts'

export const settle = command({
  name: { zh: '答', en: 'settle' },
  also: ['答复', 'answer'],
  usage: { zh: '答 3 2026', en: 'settle 3 2026' },
  about: { zh: '答复存疑：编号和答案（几个方案都有存疑时：答 p4 3 2026）', en: 'settle a doubt: its number and the answer (where several plans have doubts: settle p4 3 2026)' },
  then: { zh: '马上写入方案，并回您改了什么。', en: 'The plan is changed at once, and what changed is said.' },
  group: 'import',
  may: 'settle-doubt',
  args: z.object({
    plan: z.string().max(200).optional(),
    doubt: DoubtNumber,
    answer: z.string().max(answerAtMost).default(''),
    form: z.boolean().default(false),
  }),
  typed: answerTyped,
  run({ plan: asked, doubt: id, answer, form }, desk) {
    // Two plans may have a doubt of this number: which one is meant is asked, not guessed.
    const which = whichPlan(desk, asked, (plan) => ({ command: 'settle', args: { plan, doubt: id, answer } }), ({ doubts }) => doubts.get(id)?.settled === undefined && doubts.has(id))
    if (!which.ok) return which.answer
    const { plan } = which
    const doubt = plan.doubts.get(id)
    if (doubt === undefined) return refused({ code: 'doubt-unknown', asked: id, open: openDoubts(plan, desk).length }, desk)
    if (doubt.settled?.amendment !== undefined) return refused({ code: 'doubt-closed', on: doubt.settled.on }, desk)
    if (doubt.settled !== undefined) return refused({ code: 'doubt-settled', answer: doubt.settled.answer, ...(isAnsweredAnew(doubt) ? { doubt: id } : {}) }, desk)
    return answer.trim() === '' ? { kind: 'form', form: settleForm(plan.id, doubt, desk.lang) } : doubtAnswered(plan, doubt, { answer, form }, desk)
  },
})
