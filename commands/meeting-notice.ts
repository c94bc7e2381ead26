// 会议通知: the notice of a sitting as a Word file, a draft with blanks for what is not known.
import { z } from 'zod'
import { command } from '#src/command.ts'
import type { Day } from '#src/calendar/day.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { meetingsAhead } from '#src/meetings/meeting-order.ts'
import type { Run } from '#templates/card.ts'
import { noticeFacts } from '#templates/meeting-papers.ts'
import { scheduleRun } from '#templates/meetings.ts'
import { noticeFile } from '#templates/paper-files.ts'
import { requestRun } from '#templates/requests.ts'
import { ways } from '#templates/ways.ts'
import { fileOf } from './file-of.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { isOurs, meetingBefore, likelyMeeting, meetingRun, type MeetingOfPlan } from './meeting-argument.ts'
import { papersOf } from './meeting-papers.ts'

export const meetingNotice = command({
  name: { zh: '会议通知', en: 'meeting-notice' },
  also: ['notice'],
  usage: { zh: '会议通知 m1', en: 'meeting-notice m1' },
  about: { zh: '会议通知 Word 代拟稿：时间地点、参会人员、议题、回执', en: 'the notice of a meeting as a Word draft: when, where, who, what, and the slip to send back' },
  then: { zh: '发给您一个 Word 文件，不知道的留空；什么也不会改动。', en: 'A Word file is sent to you, with blanks for what is not known; nothing is changed.' },
  group: 'meeting',
  may: 'schedule-meeting',
  args: z.object({ body: z.string().max(100).optional(), plan: z.string().max(199).optional(), meeting: z.string().trim().toLowerCase().max(20).optional() }),
  typed(words) {
    const { named, rest } = meetingBefore(words)
    return { ...named, ...(rest.length === 0 ? {} : { body: rest.join('') }) }
  },
  async run(args, desk) {
    const meant = await likelyMeeting({ ...args, among: ahead, first: true, run: (of) => runOf('meeting-notice', of), none: 'ahead' }, desk)
    if (!meant.ok) return meant.answer
    const none = noneOf(meant)
    if (none !== undefined) return refused({ code: 'notice-none', ...none.why }, desk, none.instead)
    return fileOf(noticeFile(noticeFacts(papersOf(meant, desk), desk.today), { lang: desk.lang, again: meetingRun('meeting-notice', meant) }), desk)
  },
})

/** Of ours: others send their own. */
const ahead = (plan: PlanState, today: Day): Meeting[] => meetingsAhead(plan, today).filter((meeting) => isOurs({ plan, meeting }))

/** Why there is none, and what there is in its place. */
function noneOf(sitting: MeetingOfPlan): { why: Omit<Extract<Refusal, { code: 'notice-none' }>, 'code'>; instead: Run } | undefined {
  const { plan, meeting } = sitting
  const { status, day: on } = meeting
  if (!isOurs(sitting)) return status === 'cancelled' || status === 'not-held' ? { why: { of: 'others-off', on }, instead: requestRun(plan.id, meeting.body) } : { why: { of: 'others', on }, instead: ways.meeting(plan.id, meeting.id) }
  if (status === 'scheduled') return undefined
  return { why: { of: status, on }, instead: status === 'held' ? ways.minutes(plan.id, meeting.id) : scheduleRun(plan.id, meeting.body) }
}
