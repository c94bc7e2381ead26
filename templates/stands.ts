// A press that came too late: the line that stands, and what can still be done about it. Nothing went wrong.
import type { Action, Card, Lang } from './card.ts'
import { rich, strong } from './rich.ts'
import { numberOf, shortTitle } from './task-line.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import { ways } from './ways.ts'

const words = {
  zh: { add: '补充说明', correct: '更正', mine: '我的任务', says: (act: string, task: string) => `${act}：${task}` },
  en: { add: 'Add details', correct: 'Correct it', mine: 'My tasks', says: (act: string, task: string) => `${act}: ${task}` },
} satisfies Record<Lang, unknown>

/** @param line who, when, what, as a message has it @param isOpen what was said can still be added to or put right */
export function standsCard({ task, line, isOpen }: { task: TaskCard; line: string; isOpen: boolean }, lang: Lang): Card {
  const w = words[lang]
  const name = `${numberOf(task)} ${shortTitle(task)}`
  const open: Action[] = [
    { label: w.add, says: w.says(w.add, name), run: ways.supplement(task) },
    { label: w.correct, says: w.says(w.correct, name), run: ways.correctReport(task) },
  ]
  return { text: `✅ ${name} · ${line}`, lines: [rich`✅ ${strong(name)} · ${line}`], actions: isOpen ? open : [{ label: w.mine, run: ways.mine() }] }
}
