// The receiver sends back what was submitted, with a reason: it is owed again.
import { z } from 'zod'
import { command } from '#src/command.ts'
import { UnitId, Words } from '#src/ledger/ids.ts'
import { closedAlready, fulfilmentKey } from '#src/ledger/obligation.ts'
import { unitName } from '#src/directory/directory.ts'
import { dutyForm, dutyReturned, returnMissing } from '#templates/duty-answers.ts'
import { placeOf } from './receipt-place.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { submissionMeant } from './submission-meant.ts'
import { whichPlan } from './which-plan.ts'

export const returnSubmission = command({
  name: { zh: '退回报送', en: 'return-submission' },
  usage: { zh: '退回报送 周期3 〔原因〕', en: 'return-submission duty3 〔why〕' },
  about: { zh: '退回报送来的材料，写明原因', en: 'send a submission back, and say why' },
  group: 'year',
  may: 'return-submission',
  hidden: true,
  args: z.object({ plan: z.string().max(200).optional(), occurrence: z.string().max(60), member: UnitId.optional(), words: Words.default(''), form: z.boolean().default(false) }),
  typed: ([occurrence, ...words]) => ({ occurrence, words: words.join(' ') }),
  run({ words, form, ...named }, desk) {
    const found = submissionMeant(desk, named)
    if (!found.ok) return refused(found.refusal, desk)
    const { plan: asked, occurrence, member } = found.meant
    const [clause = ''] = occurrence.split('/')
    const of = { occurrence, ...(member === undefined ? {} : { member }) }
    const which = whichPlan(desk, asked, (plan) => runOf('return-submission', { plan, ...of, words }), ({ obligations }) => obligations.has(clause))
    if (!which.ok) return which.answer
    const { plan } = which
    const obligation = plan.obligations.get(clause)
    const given = plan.fulfilments.get(fulfilmentKey(occurrence, member))
    if (obligation?.receiver === undefined || given === undefined) return refused({ code: 'nothing-to-receive', asked: occurrence }, desk)
    if (placeOf(desk, obligation.receiver) === 'theirs') return refused({ code: 'receiver-answers', unit: obligation.receiver }, desk)
    if (given.status === 'done') return refused(closedAlready(given), desk)
    if (words.trim() === '') return form ? { kind: 'form-errors', errors: returnMissing(desk.lang) } : { kind: 'form', form: dutyForm('returned', { plan: plan.id, obligation, ...of }, desk.lang) }
    const recording = desk.record(plan.id, { type: 'return-submission', ...of, unit: obligation.receiver, words })
    return recorded(recording, desk, () => dutyReturned({ obligation, words, to: unitName(desk.directory, given.unit), time: desk.calendar.timeAt(desk.now, plan.zone) }, desk.lang), undefined, { about: [{ plan: plan.id, occurrence }] })
  },
})
