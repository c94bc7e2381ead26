// Lines of a message about a sitting: that it is near, and that it is off.
import { may } from '#src/directory/permissions.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { ownSeats } from '#src/meetings/invited.ts'
import { sittingOf, type Sitting } from '#src/meetings/sitting.ts'
import type { Drawing } from './answered-line.ts'
import type { Action, Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { calendarAction } from './invitation.ts'
import { meetingWhen, meetingWhere } from './meeting-when.ts'
import { answersCounted, standingName } from './meeting-words.ts'
import { owed, settled, type NoticeLine } from './line-shapes.ts'
import { noticeWords } from './notice-words.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    ahead: (name: string, where: string) => `${name}：${where}`, today: (name: string, where: string) => `今天开会：${name}，${where}`, counted: (what: string, counts: string) => `${what}（${counts}）`, agenda: '议程', attendance: '签到', open: '看会议', ask: (name: string, where: string) => `${name}还没有您的答复：${where}`, off: (name: string, when: string, why: string) => `会议取消：${name}（${when}），原因：${why}`,
    coming: '参加', away: '请假', said: { coming: '已答复：参加', away: '已答复：请假' }, held: '已召开', notHeld: '没有开', cancelled: '已取消', changed: '时间或地点有变，另有通知',
  },
  en: {
    ahead: (name: string, where: string) => `${name}: ${where}`, today: (name: string, where: string) => `Meeting today: ${name}, ${where}`, counted: (what: string, counts: string) => `${what} (${counts})`, agenda: 'Agenda', attendance: 'Attendance', open: 'Open the meeting', ask: (name: string, where: string) => `Are you coming? ${name}: ${where}`, off: (name: string, when: string, why: string) => `Called off: ${name}, ${when}: ${why}`,
    coming: 'Coming', away: 'Cannot attend', said: { coming: 'answered: coming', away: 'answered: excused' }, held: 'held', notHeld: 'not held', cancelled: 'called off', changed: 'changed; you were told',
  },
} satisfies Record<Lang, unknown>

export function meetingAheadLine(notice: Extract<Notice, { kind: 'meeting-ahead' }>, { view, person, lang }: Drawing): NoticeLine {
  const w = words[lang]
  const sitting = sittingOf(view, notice.meeting)
  if (sitting === undefined) return settled(notice.meeting, noticeWords[lang].gone)
  const stands = standingOtherwise(notice, sitting, lang)
  if (stands !== undefined) return stands
  const { plan, meeting, invited, today } = sitting
  const name = standingName(sitting, lang)
  const own = ownSeats(invited, person)
  const answer = own.flatMap((seat) => seat.answer ?? [])[0]
  if (answer?.coming === false) return settled(`${name} ${meetingWhen(meeting, lang, today)}`, w.said.away)
  if (own.length === 0 && may(person, 'record-meeting')) return owed(w.counted(w.ahead(name, meetingWhere(meeting, lang, today)), answersCounted(invited, lang)), { actions: [{ label: w.open, says: cutTo(`${w.open}：${name}`, 70), run: ways.meeting(plan, meeting.id) }, { label: w.agenda, says: cutTo(`${w.agenda}：${name}`, 70), run: ways.agenda(plan, meeting.id) }] })
  if (answer !== undefined || own.length === 0) return owed(w.ahead(name, meetingWhere(meeting, lang, today)), { more: [calendarAction(sitting, lang)] })
  return owed(w.ask(name, meetingWhere(meeting, lang, today)), {
    actions: [
      { label: w.coming, says: cutTo(`${w.coming}：${name}`, 70), run: ways.answerMeeting(plan, meeting, 'coming') },
      { label: w.away, says: cutTo(`${w.away}：${name}`, 70), run: ways.answerMeeting(plan, meeting, 'away') },
    ],
  })
}

/** Held, called off or moved since: nothing is to be said of what the notice was about. */
function standingOtherwise({ changes }: { changes: number }, sitting: Sitting, lang: Lang): NoticeLine | undefined {
  const w = words[lang]
  const { meeting, today } = sitting
  const name = standingName(sitting, lang)
  if (meeting.status !== 'scheduled') return settled(`${name} ${meetingWhen(meeting, lang, today)}`, meeting.status === 'held' ? w.held : meeting.status === 'not-held' ? w.notHeld : w.cancelled)
  return meeting.changes === changes ? undefined : settled(name, w.changed)
}

/** To whoever runs it: who comes, and what is next to be done. */
export function meetingTodayLine(notice: Extract<Notice, { kind: 'meeting-today' }>, { view, lang }: Drawing): NoticeLine {
  const w = words[lang]
  const sitting = sittingOf(view, notice.meeting)
  if (sitting === undefined) return settled(notice.meeting, noticeWords[lang].gone)
  const { plan, meeting, invited, today } = sitting
  const name = standingName(sitting, lang)
  const where = meetingWhere(meeting, lang, today)
  const action = (label: string, run: Run): Action => ({ label, says: cutTo(`${label}：${name}`, 70), run })
  return standingOtherwise(notice, sitting, lang) ?? owed(w.counted(meeting.day === today ? w.today(name, where) : w.ahead(name, where), answersCounted(invited, lang)), { actions: [action(w.agenda, ways.agenda(plan, meeting.id)), action(w.attendance, ways.attendance(plan, meeting.id))] })
}

export function meetingOffLine(notice: Extract<Notice, { kind: 'meeting-off' }>, { view, lang }: Drawing): NoticeLine {
  const sitting = sittingOf(view, notice.meeting)
  if (sitting?.meeting.status !== 'cancelled') return settled(notice.meeting, noticeWords[lang].gone)
  return owed(words[lang].off(standingName(sitting, lang), meetingWhen(sitting.meeting, lang, sitting.today), cutTo(sitting.meeting.reason, 120)), { actions: [calendarAction(sitting, lang)] })
}
