// For the contact who has just reported.
import type { Report } from '#src/ledger/assignment.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Card, Lang, Run } from './card.ts'
import { reportWords } from './report-words.ts'
import { plain, rich, strong } from './rich.ts'
import { cutTo } from './cut-to.ts'
import { shortTitle } from './task-line.ts'
import { taskRef } from './ways.ts'

const words = {
  zh: {
    text: (time: string, task: string, report: string) => `已记录 ${time}：${task}，${report}`,
    recorded: (time: string) => rich`✅ 已记录 ${time}`,
    noticed: '督查室会看到这条困难，不必另行报告。',
    add: '补充说明',
    says: (task: string) => `补充说明：${task}`,
  },
  en: {
    text: (time: string, task: string, report: string) => `Recorded ${time}: ${task}, ${report}`,
    recorded: (time: string) => rich`✅ Recorded ${time}`,
    noticed: 'The secretary sees this; no other report is needed.',
    add: 'Add details',
    says: (task: string) => `Add details: ${task}`,
  },
} satisfies Record<Lang, unknown>

/** `report` is the asker's own, as it stands now; `time` wall time in the plan's zone. */
export function reportRecorded({ task, report, time }: { task: TaskCard; report: Report; time: string }, lang: Lang): Card {
  const w = words[lang]
  const name = `${task.number} ${shortTitle(task)}`
  const said = reportWords(report, lang)
  return {
    text: w.text(time, name, cutTo(plain(said), 80)),
    lines: [rich`${w.recorded(time)} · ${strong(name)}`, said, ...(report.state === 'normal' ? [] : [rich`${w.noticed}`])],
    actions: [{ label: w.add, says: w.says(name), run: addDetails(task) }],
  }
}

const addDetails = (task: TaskCard): Run => ({ command: 'report-form', args: { task: taskRef(task), state: task.lead?.report?.state ?? 'normal' } })
