// Lines of a message about a sitting: that it is near, and that it is off.
import type { Notice } from '#src/reminders/notice.ts'
import { ownSeats } from '#src/meetings/invited.ts'
import { sittingOf, type Sitting } from '#src/meetings/sitting.ts'
import type { Drawing } from './answered-line.ts'
import type { Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { calendarAction } from './invitation.ts'
import { meetingWhen, meetingWhere } from './meeting-when.ts'
import { standingName } from './meeting-words.ts'
import { owed, settled, type NoticeLine } from './line-shapes.ts'
import { noticeWords } from './notice-words.ts'
import { saysOf } from './says-of.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    ahead: (name: string, where: string) => `${name}：${where}`, ask: (name: string, where: string) => `${name}还没有您的答复：${where}`, off: (name: string, when: string, why: string) => `会议取消：${name}（${when}），原因：${why}`, unseated: (name: string, when: string) => `不用参加：${name}（${when}），成员有调整`,
    coming: '参加', away: '请假', said: { coming: '已答复：参加', away: '已答复：请假' }, held: '已召开', notHeld: '没有开', cancelled: '已取消', changed: '时间或地点有变，另有通知',
  },
  en: {
    ahead: (name: string, where: string) => `${name}: ${where}`, ask: (name: string, where: string) => `Are you coming? ${name}: ${where}`, off: (name: string, when: string, why: string) => `Called off: ${name}, ${when}: ${why}`, unseated: (name: string, when: string) => `You need not come: ${name}, ${when}; its members have changed`,
    coming: 'Coming', away: 'Cannot attend', said: { coming: 'answered: coming', away: 'answered: excused' }, held: 'held', notHeld: 'not held', cancelled: 'called off', changed: 'changed; you were told',
  },
} satisfies Record<Lang, unknown>

export function meetingAheadLine(notice: Extract<Notice, { kind: 'meeting-ahead' }>, { view, person, lang }: Drawing): NoticeLine {
  const w = words[lang]
  const sitting = sittingOf(view, notice.meeting)
  if (sitting === undefined) return settled(notice.meeting, noticeWords[lang].gone)
  const otherwise = standsOtherwise(sitting, notice.changes, lang)
  if (otherwise !== undefined) return otherwise
  const { plan, meeting, invited, today } = sitting
  const name = standingName(sitting, lang)
  const own = ownSeats(invited, person)
  const answer = own.flatMap((seat) => seat.answer ?? [])[0]
  if (answer?.coming === false) return settled(`${name} ${meetingWhen(meeting, lang, today)}`, w.said.away)
  if (answer !== undefined || own.length === 0) return owed(w.ahead(name, meetingWhere(meeting, lang, today)), { more: [calendarAction(sitting, lang)] })
  return owed(w.ask(name, meetingWhere(meeting, lang, today)), {
    actions: [
      { label: w.coming, says: saysOf(w.coming, name, lang), run: ways.answerMeeting(plan, meeting, 'coming') },
      { label: w.away, says: saysOf(w.away, name, lang), run: ways.answerMeeting(plan, meeting, 'away') },
    ],
  })
}

/** Held, called off or moved since: what the notice was about is over. @param changes how often it had been changed when the notice was due */
export function standsOtherwise(sitting: Sitting, changes: number, lang: Lang): NoticeLine | undefined {
  const w = words[lang]
  const { meeting, today } = sitting
  const name = standingName(sitting, lang)
  if (meeting.status !== 'scheduled') return settled(`${name} ${meetingWhen(meeting, lang, today)}`, meeting.status === 'held' ? w.held : meeting.status === 'not-held' ? w.notHeld : w.cancelled)
  return meeting.changes === changes ? undefined : settled(name, w.changed)
}

export function meetingOffLine(notice: Extract<Notice, { kind: 'meeting-off' }>, { view, person, lang }: Drawing): NoticeLine {
  const sitting = sittingOf(view, notice.meeting)
  if (sitting?.meeting.status === 'scheduled' && notice.unseated === true && ownSeats(sitting.invited, person).length === 0) return owed(words[lang].unseated(standingName(sitting, lang), meetingWhen(sitting.meeting, lang, sitting.today)), {})
  if (sitting?.meeting.status !== 'cancelled') return settled(notice.meeting, noticeWords[lang].gone)
  return owed(words[lang].off(standingName(sitting, lang), meetingWhen(sitting.meeting, lang, sitting.today), cutTo(sitting.meeting.reason, 120)), { actions: [calendarAction(sitting, lang)] })
}
