// A date bound, moved or corrected: after a move 原定 and 现定 stand side by side.
import type { Day } from '#src/calendar/day.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Card, Form, Lang } from './card.ts'
import { dueWords } from './day-words.ts'
import { plain, rich, strong } from './rich.ts'
import { numberOf, shortTitle } from './task-line.ts'
import { taskRef } from './ways.ts'

const words = {
  zh: {
    set: { bound: '时限已定', moved: '时限已改', corrected: '时限已更正', unchanged: '时限没有变' },
    reason: '原因：', notKept: '没有记下：', told: (names: string) => `将告诉${names}：由几号改到几号、为什么。`, note: { bound: '提醒按这个时限计算。', moved: '提醒按新时限重新计算，原定日期保留在台账里。', corrected: '按读错更正，不算改期；提醒按更正后的时限计算。', unchanged: '现定就是这一天，没有写入改动。' },
    change: '这次是', move: '改期（原定日期保留）', correction: '更正（原来读错了，不算改期）',
    title: '改时限', day: '新时限', why: '原因', missing: '请写明原因：改动和原因都记入台账。', submit: '确定', now: '现在：',
  },
  en: {
    set: { bound: 'The date is set', moved: 'The date is moved', corrected: 'The date is corrected', unchanged: 'The date is as it was' },
    reason: 'Reason: ', notKept: 'Not recorded: ', told: (names: string) => `${names} will be told: the date, what it was, and why.`, note: { bound: 'Reminders follow this date.', moved: 'Reminders follow the new date; the first one stays on the ledger.', corrected: 'It was misread: this is no move. Reminders follow the corrected date.', unchanged: 'That is the date already: nothing was changed.' },
    change: 'This is', move: 'a move (the first date is kept)', correction: 'a correction (it was misread, no move)',
    title: 'Move the date', day: 'New date', why: 'Reason', missing: 'Say why: the change and its reason stay on the ledger.', submit: 'Set', now: 'Now: ',
  },
} satisfies Record<Lang, unknown>

/** What became of the date. */
export type DueChange = 'bound' | 'moved' | 'corrected' | 'unchanged'

/** @param told who hears of it, by name */
export function dueSet({ task, how, told, today, reason }: { task: TaskCard; how: DueChange; told: readonly string[]; today: Day; reason: string }, lang: Lang): Card {
  const w = words[lang]
  const name = `${numberOf(task)} ${shortTitle(task)}`
  const due = dueWords(task.due, task.doneBy, lang, today)
  return {
    text: `${w.set[how]}${lang === 'zh' ? '：' : ': '}${name}，${plain(due)}`,
    lines: [rich`✅ ${w.set[how]} · ${strong(name)}`, due, ...(reason === '' ? [] : [rich`${how === 'unchanged' ? w.notKept : w.reason}${reason}`]), ...(told.length === 0 || how === 'unchanged' ? [] : [rich`${w.told(told.join(lang === 'zh' ? '、' : ', '))}`])],
    footer: rich`${w.note[how]}`,
  }
}

/** @param day the one that was typed, without a reason yet */
export function setDueForm(task: TaskCard, lang: Lang, day?: Day): Form {
  const w = words[lang]
  const isDated = task.due.kind === 'dated'
  return {
    title: w.title,
    intro: [rich`${strong(`${numberOf(task)} ${task.title}`)}`, rich`${w.now}${dueWords(task.due, task.doneBy, lang)}`],
    fields: [
      { name: 'day', label: w.day, kind: 'date', ...(day !== undefined ? { now: day } : task.due.kind === 'dated' ? { now: task.due.day } : {}) },
      { name: 'reason', label: w.why, kind: 'line', maxLength: 300, optional: day === undefined },
      ...(isDated ? [{ name: 'change', label: w.change, kind: 'choice' as const, as: 'radio' as const, choices: [{ value: 'move', label: w.move }, { value: 'correction', label: w.correction }], now: 'move' }] : []),
    ],
    submit: w.submit,
    run: { command: 'set-due', args: { task: taskRef(task), form: true } },
  }
}

export const dayTakesReason = (lang: Lang): Record<string, string> => ({ reason: words[lang].missing })
