// The sentence of a chase: as it is previewed, and as it is sent.
import type { TaskNo } from '#src/ledger/ids.ts'
import { dueOf } from '#src/queries/plan-due.ts'
import type { View } from '#src/queries/view.ts'
import type { Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dueDayWords } from './day-words.ts'
import { noticeWords } from './notice-words.ts'

/** @param by the secretary's name, where it is known @param times in a row, this one with it @param urgent 加急: why it is told at once @param later drawn again on another day than it was sent on */
export function chaseSentence(view: View, no: TaskNo, { by, times, urgent, later = false }: { by: string | undefined; times: number; urgent?: string | undefined; later?: boolean }, lang: Lang): string {
  const task = view.plan.tasks.get(no)
  const due = task === undefined ? undefined : dueOf(view.plan, task)
  const over = due === undefined ? 0 : -view.calendar.workingDaysUntil(due.day, view.today)
  const name = task === undefined ? String(no) : `${no} ${cutTo(task.title, lang === 'zh' ? 22 : 40)}`
  const day = due === undefined || (due.byDefault && over <= 0) ? {} : { day: dueDayWords(due.day, lang, view) }
  const sentence = noticeWords[lang].nudged({ task: name, by: `${lang === 'zh' ? '督查室' : ''}${by ?? ''}`, times, over, later, ...day })
  return urgent === undefined ? sentence : lang === 'zh' ? `【加急：${cutTo(urgent, 60)}】${sentence}` : `Urgent (${cutTo(urgent, 60)}): ${sentence}`
}
