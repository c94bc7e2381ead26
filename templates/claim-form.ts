// 已完成: one sentence, which the secretary reads before accepting.
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Form, Lang } from './card.ts'
import { rich, strong } from './rich.ts'
import { numberOf } from './task-line.ts'
import { taskRef } from './ways.ts'

const words = {
  zh: { title: '申请办结', label: '完成情况', hint: '一句话，如：6月28日通过竣工验收', submit: '提交', who: (names: string) => `由督查室${names === '' ? '' : `（${names}）`}审核，审核期间不再提醒。`, missing: '请用一句话写明完成情况。' },
  en: { title: 'Say it is done', label: 'What was achieved', hint: 'One sentence: accepted on 28 June', submit: 'Send', who: (names: string) => `The secretary${names === '' ? '' : ` (${names})`} reviews it; no reminders meanwhile.`, missing: 'Say in one sentence what was achieved.' },
} satisfies Record<Lang, unknown>

export function claimForm({ task, secretaries }: { task: TaskCard; secretaries: readonly string[] }, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.title,
    intro: [rich`${strong(`${numberOf(task)} ${task.title}`)}`, rich`${w.who(secretaries.join('、'))}`],
    fields: [{ name: 'words', label: w.label, hint: w.hint, kind: 'line', maxLength: 500 }],
    submit: w.submit,
    run: { command: 'claim', args: { task: taskRef(task), form: true } },
  }
}

export const achievementMissing = (lang: Lang): Record<string, string> => ({ words: words[lang].missing })
