// A date moved or bound: 原定 and 现定 stand side by side.
import type { Day } from '#src/calendar/day.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Card, Form, Lang } from './card.ts'
import { dueWords } from './day-words.ts'
import { plain, rich, strong } from './rich.ts'
import { shortTitle } from './task-line.ts'
import { taskRef } from './ways.ts'

const words = {
  zh: { set: '时限已改', reason: '原因：', note: '提醒按新时限重新计算，原定日期保留在台账里。', title: '改时限', day: '新时限', why: '原因', missing: '请写明原因：改动和原因都记入台账。', submit: '确定', now: '现在：' },
  en: { set: 'The date is set', reason: 'Reason: ', note: 'Reminders follow the new date; the first one stays on the ledger.', title: 'Move the date', day: 'New date', why: 'Reason', missing: 'Say why: the change and its reason stay on the ledger.', submit: 'Set', now: 'Now: ' },
} satisfies Record<Lang, unknown>

export function dueSet({ task, today, reason }: { task: TaskCard; today: Day; reason: string }, lang: Lang): Card {
  const w = words[lang]
  const name = `${task.number} ${shortTitle(task)}`
  const due = dueWords(task.due, task.doneBy, lang, today)
  return {
    text: `${w.set}${lang === 'zh' ? '：' : ': '}${name}，${plain(due)}`,
    lines: [rich`✅ ${w.set} · ${strong(name)}`, due, ...(reason === '' ? [] : [rich`${w.reason}${reason}`])],
    footer: rich`${w.note}`,
  }
}

export function setDueForm(task: TaskCard, lang: Lang): Form {
  const w = words[lang]
  const isDated = task.due.kind === 'dated'
  return {
    title: w.title,
    intro: [rich`${strong(`${task.number} ${task.title}`)}`, rich`${w.now}${dueWords(task.due, task.doneBy, lang)}`],
    fields: [
      { name: 'day', label: w.day, kind: 'date', ...(task.due.kind === 'dated' ? { now: task.due.day } : {}) },
      { name: 'reason', label: w.why, kind: 'line', maxLength: 300, ...(isDated ? {} : { optional: true }) },
    ],
    submit: w.submit,
    run: { command: 'set-due', args: { task: taskRef(task), form: true } },
  }
}

export const dayTakesReason = (lang: Lang): Record<string, string> => ({ reason: words[lang].missing })
