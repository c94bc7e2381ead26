// The line of a sitting's day, for whoever sees to it: when and where, who comes, and what is needed for it.
import { answersStanding } from '#src/meetings/invited.ts'
import { sittingOf } from '#src/meetings/sitting.ts'
import type { Notice } from '#src/reminders/notice.ts'
import type { Drawing } from './answered-line.ts'
import type { Action, Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { meetingWhen } from './meeting-when.ts'
import { standingName } from './meeting-words.ts'
import { owed, settled, type NoticeLine } from './line-shapes.ts'
import { noticeWords } from './notice-words.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    today: (name: string, time: string, place: string) => `今天${time} ${name}${place === '' ? '' : `，${place}`}`, counts: (coming: number, away: number, silent: number) => `：参加${coming}，请假${away}，未答${silent}`,
    attendance: '签到', agenda: '议程', held: '已召开', notHeld: '没有开', cancelled: '已取消', changed: '时间或地点有变',
  },
  en: {
    today: (name: string, time: string, place: string) => `Today ${time}, ${name}${place === '' ? '' : `, ${place}`}`, counts: (coming: number, away: number, silent: number) => `: ${coming} coming, ${away} excused, ${silent} not answered`,
    attendance: 'Attendance', agenda: 'Agenda', held: 'held', notHeld: 'not held', cancelled: 'called off', changed: 'changed',
  },
} satisfies Record<Lang, unknown>

export function meetingTodayLine(notice: Extract<Notice, { kind: 'meeting-today' }>, { view, lang }: Drawing): NoticeLine {
  const w = words[lang]
  const sitting = sittingOf(view, notice.meeting)
  if (sitting === undefined) return settled(notice.meeting, noticeWords[lang].gone)
  const { plan, meeting, invited, today } = sitting
  const name = standingName(sitting, lang)
  if (meeting.status !== 'scheduled') return settled(`${name} ${meetingWhen(meeting, lang, today)}`, meeting.status === 'held' ? w.held : meeting.status === 'not-held' ? w.notHeld : w.cancelled)
  if (meeting.changes !== notice.changes) return settled(name, w.changed)
  const { coming, away, silent } = answersStanding(invited)
  const says = (label: string, run: Run): Action => ({ label, says: cutTo(`${label}：${name}`, 70), run })
  return owed(`${w.today(name, meeting.time, meeting.place)}${invited.length === 0 ? '' : w.counts(coming.length, away.length, silent.length)}`, {
    actions: [says(w.agenda, ways.agenda(plan, meeting.id)), says(w.attendance, ways.attendance(plan, meeting.id))],
  })
}
