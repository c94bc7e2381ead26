// Whether a scheduled meeting was held: pressed as 已召开 and 未召开, typed as 会议 已开 and 会议 未开. Only what was held counts for its body.
import { z } from 'zod'
import { command, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { bodyOf } from '#src/ledger/body.ts'
import { present } from '#src/ledger/fields.ts'
import { Words } from '#src/ledger/ids.ts'
import { isHeldInWordAlone } from '#src/ledger/meeting.ts'
import { meetingSettled, notHeldForm, notHeldReason } from '#templates/meetings.ts'
import { ways } from '#templates/ways.ts'
import { keepAgenda } from './agenda-kept.ts'
import { askedEarly, isEarly } from './begins-early.ts'
import { typedMeeting } from './meeting-argument.ts'
import { own } from './own-word.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { inButton, runOf } from './run-of.ts'
import { whichPlan } from './which-plan.ts'

/** Whether a word says that it was held; undefined where it says neither. */
export const heldIn = (word: string | undefined): boolean | undefined => own(heldWords, word?.toLowerCase() ?? '')

const heldWords: Readonly<Record<string, boolean>> = { 已开: true, 已召开: true, 开了: true, held: true, 未开: false, 未召开: false, 没开: false, 'not-held': false }

const Settled = z.object({ plan: z.string().max(200).optional(), meeting: z.string().max(20), held: z.boolean(), reason: Words.default(''), form: z.boolean().default(false), /** Though its hour is ahead. */ sure: z.boolean().default(false), /** It stood there as held. */ mistaken: z.boolean().default(false) })

export const meetingHeld = command({
  name: { zh: '会议结果', en: 'meeting-held' },
  usage: { zh: '会议结果 m1 已召开', en: 'meeting-held m1 held' },
  about: { zh: '登记会议是否召开', en: 'record whether a meeting was held' },
  group: 'meeting',
  may: 'record-meeting',
  hidden: true,
  args: Settled,
  typed: ([meeting, held, ...reason]) => ({ ...typedMeeting(meeting ?? ''), ...present({ held: heldIn(held) }), reason: reason.join(' ') }),
  run: settleMeeting,
})

export function settleMeeting({ plan: asked, meeting: id, held, reason, form, sure, mistaken: wasHeld }: z.infer<typeof Settled>, desk: Desk): Answer | Promise<Answer> {
  if (!may(desk.asker, 'record-meeting')) return refused({ code: 'not-permitted', permission: 'record-meeting' }, desk)
  const which = whichPlan(desk, asked, (plan) => runOf('meeting-held', { plan, meeting: id, held, reason }), ({ meetings }) => meetings.has(id))
  if (!which.ok) return which.answer
  const { plan } = which
  const meeting = plan.meetings.get(id)
  if (meeting === undefined) return refused({ code: 'meeting-unknown', asked: id }, desk)
  const body = bodyOf(plan, meeting.body)
  const name = body?.name ?? meeting.body
  const convened = body?.convened === true
  if (!held && meeting.status === 'scheduled' && (meeting.day > desk.today || isEarly({ plan, meeting }, desk)))
    return refused({ code: 'meeting-ahead', on: meeting.day, isNotHeld: true }, desk, runOf('cancel-meeting', { plan: plan.id, meeting: id, reason: reason === '' ? undefined : reason.slice(0, inButton) }))
  if (held && isEarly({ plan, meeting }, desk) && !sure) return askedEarly({ plan, meeting }, { begin: runOf('meeting-held', { plan: plan.id, meeting: id, held, sure: true }), back: ways.meeting(plan.id, id) }, desk)
  // A form that was opened while it was ahead does not undo what another said of it meanwhile.
  const mistaken = !held && isHeldInWordAlone(meeting) && (wasHeld || !form)
  if (!held && (meeting.status === 'scheduled' || mistaken) && reason.trim() === '')
    return form ? { kind: 'form-errors', errors: notHeldReason(desk.lang, convened) } : { kind: 'form', form: notHeldForm({ meeting, name, plan: plan.id, mistaken, convened }, desk.lang) }
  const recording = (held ? keepAgenda({ plan, meeting }, desk) : Promise.resolve()).then(async () => desk.record(plan.id, { type: 'record-meeting', meeting: id, held, ...(held ? {} : { reason }), ...(mistaken ? { mistaken } : {}) }))
  return recorded(recording, desk, () => meetingSettled({ meeting, name, held, plan: plan.id, today: desk.today, convened }, desk.lang))
}
