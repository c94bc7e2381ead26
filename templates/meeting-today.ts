// The line of a sitting's day, for whoever sees to it: when and where, who comes, and what is needed for it.
import { sittingOf } from '#src/meetings/sitting.ts'
import type { Notice } from '#src/reminders/notice.ts'
import type { Drawing } from './answered-line.ts'
import type { Action, Lang, Run } from './card.ts'
import { standsOtherwise } from './meeting-notices.ts'
import { answersCounted, standingName } from './meeting-words.ts'
import { owed, settled, type NoticeLine } from './line-shapes.ts'
import { noticeWords } from './notice-words.ts'
import { saysOf } from './says-of.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    today: (name: string, time: string, place: string) => `今天${time} ${name}${place === '' ? '' : `，${place}`}`, counted: (what: string, counts: string) => `${what}：${counts}`,
    attendance: '签到', agenda: '议程',
  },
  en: {
    today: (name: string, time: string, place: string) => `Today ${time}, ${name}${place === '' ? '' : `, ${place}`}`, counted: (what: string, counts: string) => `${what}: ${counts}`,
    attendance: 'Attendance', agenda: 'Agenda',
  },
} satisfies Record<Lang, unknown>

export function meetingTodayLine(notice: Extract<Notice, { kind: 'meeting-today' }>, { view, lang }: Drawing): NoticeLine {
  const w = words[lang]
  const sitting = sittingOf(view, notice.meeting)
  if (sitting === undefined) return settled(notice.meeting, noticeWords[lang].gone)
  const otherwise = standsOtherwise(sitting, notice.changes, lang)
  if (otherwise !== undefined) return otherwise
  const { plan, meeting, invited } = sitting
  const name = standingName(sitting, lang)
  const says = (label: string, run: Run): Action => ({ label, says: saysOf(label, name, lang), run })
  return owed(w.counted(w.today(name, meeting.time, meeting.place), answersCounted(invited, lang)), {
    actions: [says(w.agenda, ways.agenda(plan, meeting.id)), says(w.attendance, ways.attendance(plan, meeting.id))],
  })
}
