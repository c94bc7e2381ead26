// 纪要: drafted from what was recorded of a sitting, as a card and a Word file; once it is issued nothing is added, and its members are told.
import { z } from 'zod'
import { command, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { present } from '#src/ledger/fields.ts'
import { attendanceKept } from '#src/meetings/attendance.ts'
import { itemsOf } from '#src/meetings/decided-at.ts'
import { meetingsHeld, meetingsMeant, numberOnceHeld, unsettledBefore } from '#src/meetings/meeting-order.ts'
import type { Card } from '#templates/card.ts'
import { namedSitting } from '#templates/meeting-names.ts'
import { minutesFacts, paperItems } from '#templates/meeting-papers.ts'
import { issuedWords, minutesCard, type MinutesShown } from '#templates/minutes.ts'
import { minutesFile } from '#templates/paper-files.ts'
import { keepAgenda } from './agenda-kept.ts'
import { askedEarly, isEarly } from './begins-early.ts'
import { fileOf } from './file-of.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { leftHere } from './resolve.ts'
import { runOf } from './run-of.ts'
import { closedWhy, meetingBefore, likelyMeeting, meetingNow, meetingRun, type MeetingOfPlan } from './meeting-argument.ts'
import { papersOf } from './meeting-papers.ts'
import { viewOf } from './view-of.ts'

const Args = z.object({ plan: z.string().max(199).optional(), body: z.string().max(100).optional(), meeting: z.string().trim().toLowerCase().max(20).optional(), issue: z.boolean().default(false), file: z.boolean().default(false), sure: z.boolean().default(false) })

const issues: ReadonlySet<string> = new Set(['印发', '发布', 'issue'])

export const minutes = command({
  name: { zh: '纪要', en: 'minutes' },
  also: ['会议纪要'],
  usage: { zh: '纪要 m1（印发：纪要 m1 印发）', en: 'minutes m1 (issue them: minutes m1 issue)' },
  about: { zh: '会议纪要：议定事项办得怎样、谁到会；可下载 Word', en: 'the minutes of a meeting: what was decided and how it stands, who was there; as a Word file too' },
  then: { zh: '先给您看；点“印发”后不再增减，成员会收到一条。', en: 'You see them first; once you press “Issue” nothing is added, and each member is told.' },
  group: 'meeting',
  may: 'see',
  looks: true,
  args: Args,
  typed(words) {
    const { named, rest: [act = ''] } = meetingBefore(words)
    return { ...named, ...(issues.has(act) ? { issue: true } : act === '' ? {} : { body: act }) }
  },
  async run({ issue, file, sure, ...args }, desk) {
    const among = may(desk.asker, 'issue-minutes') ? toWrite : toRead
    const meant = await likelyMeeting({ ...args, among, run: (of) => runOf('minutes', of), none: 'open' }, desk)
    if (!meant.ok) return meant.answer
    const { meeting } = meant
    const closed = closedWhy(meant, desk.today)
    if (closed !== undefined && closed.code !== 'minutes-issued') return refused(closed, desk)
    if (issue && isEarly(meant, desk) && !sure) return askedEarly(meant, { begin: meetingRun('minutes', meant, { issue: true, sure: true }), back: meetingRun('minutes', meant) }, desk)
    if (issue) return issued(meant, desk)
    // The draft is the office's: others read what was issued.
    if (file && meeting.minutes === undefined && !may(desk.asker, 'issue-minutes')) return refused({ code: 'not-permitted', permission: 'issue-minutes' }, desk)
    const kept = await asIssued(meant, desk)
    const isDraft = meeting.minutes === undefined && may(desk.asker, 'issue-minutes')
    return file ? paper(kept.sitting, kept.desk) : { kind: 'card', card: shown(kept.sitting, kept.desk, present({ left: isDraft ? await leftHere(meant, desk) : undefined })) }
  },
})

const toWrite: typeof meetingsMeant = (plan, today) => ((open) => (open.length > 0 ? open : meetingsHeld(plan).slice(0, 1)))(meetingsMeant(plan, today))
/** Who writes none is shown the last that are out. */
const toRead: typeof meetingsMeant = (plan, today) => ((out) => (out === undefined ? toWrite(plan, today) : [out]))(meetingsHeld(plan).find((meeting) => meeting.minutes !== undefined))

/** Minutes that are out stay as they were issued, whatever became of tasks, seats and lights since. */
async function asIssued(sitting: MeetingOfPlan, desk: Desk): Promise<{ sitting: MeetingOfPlan; desk: Desk }> {
  const { minutes } = sitting.meeting
  if (minutes === undefined) return { sitting, desk }
  const then = await desk.asOf(minutes.at)
  const plan = then.plans.get(sitting.plan.id)
  const meeting = plan?.meetings.get(sitting.meeting.id)
  return plan === undefined || meeting === undefined ? { sitting, desk } : { sitting: { plan, meeting: { ...meeting, minutes } }, desk: then }
}

function shown(sitting: MeetingOfPlan, desk: Desk, more: Pick<MinutesShown, 'said' | 'left'> = {}): Card {
  const { plan, meeting } = sitting
  const papers = papersOf(sitting, desk)
  const isSecretary = may(desk.asker, 'issue-minutes')
  const attendance = attendanceKept({ plan, directory: desk.directory }, meeting)
  return minutesCard({
    ...namedSitting(plan, meeting), ...attendance, items: itemsOf(viewOf(desk, plan), meeting), agenda: paperItems(papers.agenda).map(({ title }) => title), today: desk.today,
    drafts: isSecretary, mayIssue: isSecretary && meeting.minutes === undefined, ...more, asksChair: papers.sits.convened, ...present({ unsettled: unsettledBefore(plan, meeting)?.day }),
  }, desk.lang)
}

function paper(sitting: MeetingOfPlan, desk: Desk): Promise<Answer> {
  const { plan, meeting } = sitting
  const facts = minutesFacts(papersOf(sitting, desk), attendanceKept({ plan, directory: desk.directory }, meeting), itemsOf(viewOf(desk, plan), meeting), viewOf(desk, plan).calendar)
  return fileOf(minutesFile(facts, { lang: desk.lang, again: meetingRun('minutes', sitting, { file: true }) }), desk)
}

async function issued(sitting: MeetingOfPlan, desk: Desk): Promise<Answer> {
  await keepAgenda(sitting, desk)
  const answer = await recorded(desk.record(sitting.plan.id, { type: 'issue-minutes', meeting: sitting.meeting.id, ...present({ number: numberOnceHeld(sitting.plan, sitting.meeting)?.number }) }), desk, () => {
    const now = meetingNow(sitting, desk)
    return shown(now, desk, { said: issuedWords(namedSitting(now.plan, now.meeting), itemsOf(viewOf(desk, now.plan), now.meeting), desk.lang) })
  })
  return answer.kind === 'card' && answer.card.refused === undefined ? { ...answer, replaces: true } : answer
}
