// The receiver says that what was submitted to them came: typed as 已收到, with the key that the list of duties shows.
import { z } from 'zod'
import { command } from '#src/command.ts'
import { UnitId } from '#src/ledger/ids.ts'
import { dutyFulfilled } from '#templates/duty-answers.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { whichPlan } from './which-plan.ts'

export const receive = command({
  name: { zh: '已收到', en: 'receive' },
  usage: { zh: '已收到 c3/2026/1', en: 'receive c3/2026/1' },
  about: { zh: '签收报送来的材料', en: 'say that a submission came' },
  group: 'year',
  may: 'receive',
  hidden: true,
  args: z.object({ plan: z.string().max(200).optional(), occurrence: z.string().max(60), member: UnitId.optional() }),
  typed: ([occurrence, member]) => ({ occurrence, ...(member === undefined ? {} : { member }) }),
  run({ plan: asked, occurrence, member }, desk) {
    const [clause = ''] = occurrence.split('/')
    const which = whichPlan(desk, asked, (plan) => runOf('receive', { plan, occurrence, member }), ({ obligations }) => obligations.has(clause))
    if (!which.ok) return which.answer
    const { plan } = which
    const obligation = plan.obligations.get(clause)
    if (obligation?.receiver === undefined) return refused({ code: 'nothing-to-receive', asked: occurrence }, desk)
    const recording = desk.record(plan.id, { type: 'receive', occurrence, unit: obligation.receiver, ...(member === undefined ? {} : { member }) })
    return recorded(recording, desk, () => dutyFulfilled({ obligation, time: desk.calendar.timeAt(desk.now, plan.zone) }, desk.lang))
  },
})
