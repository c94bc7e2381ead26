// Whether a scheduled meeting was held. Only what was held counts for its body.
import { z } from 'zod'
import { command } from '#src/command.ts'
import { Words } from '#src/ledger/ids.ts'
import { meetingSettled, notHeldForm, notHeldReason } from '#templates/meetings.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { whichPlan } from './which-plan.ts'

export const meetingHeld = command({
  name: { zh: '会议结果', en: 'meeting-held' },
  usage: { zh: '会议结果 m1 已召开', en: 'meeting-held m1 held' },
  about: { zh: '登记会议是否召开', en: 'record whether a meeting was held' },
  may: 'record-meeting',
  hidden: true,
  args: z.object({ plan: z.string().max(200).optional(), meeting: z.string().max(20), held: z.boolean(), reason: Words.default(''), form: z.boolean().default(false) }),
  typed: ([meeting, held, ...reason]) => ({ meeting, held: held === '已召开' || held === 'held', reason: reason.join(' ') }),
  run({ plan: asked, meeting: id, held, reason, form }, desk) {
    const which = whichPlan(desk, asked, (plan) => ({ command: 'meeting-held', args: { plan, meeting: id, held } }), ({ meetings }) => meetings.has(id))
    if (!which.ok) return which.answer
    const { plan } = which
    const meeting = plan.meetings.get(id)
    if (meeting === undefined) return refused({ code: 'meeting-unknown', asked: id }, desk)
    const name = plan.bodies.get(meeting.body)?.name ?? meeting.body
    if (!held && meeting.status === 'scheduled' && reason.trim() === '')
      return form ? { kind: 'form-errors', errors: notHeldReason(desk.lang) } : { kind: 'form', form: notHeldForm({ meeting, name, plan: plan.id }, desk.lang) }
    const recording = desk.record(plan.id, { type: 'record-meeting', meeting: id, held, ...(held ? {} : { reason }) })
    return recorded(recording, desk, () => meetingSettled({ meeting, name, held, plan: plan.id, today: desk.today }, desk.lang))
  },
})
