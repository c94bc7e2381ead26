// 延期: a later day asked for, with its reason; who decides, and what holds until then.
import type { Day } from '#src/calendar/day.ts'
import type { Extension } from '#src/ledger/extension.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Card, Form, Lang } from './card.ts'
import { dayWords, dueWords, shortDay } from './day-words.ts'
import { plain, rich, strong, type Rich } from './rich.ts'
import { numberOf, shortTitle } from './task-line.ts'
import { taskRef, ways } from './ways.ts'

const words = {
  zh: {
    title: '申请延期', now: '现在：', day: '延到哪一天？', reason: '为什么要延？', hint: '一句话，如：招标流标，需重新挂网', submit: '申请', missing: '请用一句话写明原因，督查室据此决定。',
    asked: '已申请延期', to: (day: string) => `申请延到${day}`, because: (reason: string) => `原因：${reason}`, undo: '撤销', says: (task: string) => `撤销延期申请：${task}`,
    decides: (names: string) => `由督查室${names === '' ? '' : `（${names}）`}决定，决定后会告诉您。`, inTime: (day: string) => `决定之前，最迟到${day}，不催办，也不算逾期。`, memberInTime: (day: string, due: string) => `决定之前，最迟到${day}，不催办贵单位；其他成员单位仍按${due}。`, late: (due: string) => `已过${due}，决定之前仍算逾期。`,
    waits: (on: string, day: string) => `延期申请中(${on})：拟延到${day}，待督查室批复。原因：`, refused: (on: string) => `延期未获同意(${on})：`,
  },
  en: {
    title: 'Ask for a later date', now: 'Now: ', day: 'Until when?', reason: 'Why?', hint: 'One sentence: the tender failed and is published again', submit: 'Ask', missing: 'Say why in one sentence: the secretary decides by it.',
    asked: 'A later date is asked for', to: (day: string) => `until ${day}`, because: (reason: string) => `Reason: ${reason}`, undo: 'Take back', says: (task: string) => `Take back the request: ${task}`,
    decides: (names: string) => `The secretary${names === '' ? '' : ` (${names})`} decides, and you will be told.`, inTime: (day: string) => ` Until then, and no longer than ${day}, you are not chased and it is not overdue.`, memberInTime: (day: string, due: string) => ` Until then, and no longer than ${day}, your unit is not chased; for the other members ${due} stands.`, late: (due: string) => ` ${due} has passed: until then it stays overdue.`,
    waits: (on: string, day: string) => `Asked on ${on} to move it to ${day}; waits for the secretary. Reason: `, refused: (on: string) => `Not granted (${on}): `,
  },
} satisfies Record<Lang, unknown>

/** `day`: chosen already. `reason`: as far as it was written. */
export function extensionForm({ task, day, reason }: { task: TaskCard; day: Day; reason: string }, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.title,
    intro: [rich`${strong(`${numberOf(task)} ${task.title}`)}`, rich`${w.now}${dueWords(task.due, task.doneBy, lang)}`],
    fields: [
      { name: 'day', label: w.day, kind: 'date', now: day },
      { name: 'reason', label: w.reason, hint: w.hint, kind: 'line', maxLength: 300, optional: true, ...(reason === '' ? {} : { now: reason }) },
    ],
    submit: w.submit,
    run: { command: 'extend', args: { task: taskRef(task), form: true } },
  }
}

export const extensionReason = (lang: Lang): Record<string, string> => ({ reason: words[lang].missing })

/** `isMember`: asked by one member of a group, whose clock alone stands still. */
export function extensionAsked({ task, extension, isMember, secretaries, today }: { task: TaskCard; extension: Extension; isMember: boolean; secretaries: readonly string[]; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const from = dayWords(extension.from, lang, today)
  const name = `${numberOf(task)} ${shortTitle(task)}`
  const first = rich`⏳ ${w.asked} · ${strong(name)}`
  const day = dayWords(extension.day, lang, today)
  const holds = extension.on > extension.from ? w.late(from) : isMember ? w.memberInTime(day, from) : w.inTime(day)
  return {
    text: `${plain(first)}${lang === 'zh' ? '，' : ', '}${w.to(day)}`,
    lines: [first, rich`${w.to(day)}`, rich`${w.because(extension.reason)}`, rich`${w.decides(secretaries.join(lang === 'zh' ? '、' : ', '))}${holds}`],
    actions: [{ label: w.undo, says: w.says(name), run: ways.undo(extension.at, [task]) }],
  }
}

/** On the task: what waits, or was not granted. What was granted is seen in the date: 原定, 现定. */
export function extensionLines({ extension, status }: TaskCard, lang: Lang, today: Day): Rich[] {
  if (extension === undefined || status === 'accepted') return []
  const w = words[lang]
  const { ruling, on, day, reason } = extension
  if (ruling === undefined) return [rich`${w.waits(shortDay(on, lang, today), dayWords(day, lang, today))}${reason}`]
  return ruling.granted ? [] : [rich`${w.refused(shortDay(ruling.on, lang, today))}${ruling.words}`]
}
