// What was taken back, and how it stands now: as it did before, with its buttons again.
import type { Day } from '#src/calendar/day.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Card, Lang } from './card.ts'
import { shortDay } from './day-words.ts'
import { lightAndWhy } from './light-words.ts'
import { reportWords } from './report-words.ts'
import { plain, rich, strong, type Rich } from './rich.ts'
import { reportActions } from './task-card.ts'
import { shortTitle } from './task-line.ts'
import { ways } from './ways.ts'

/** `acts`: what was done, by its events. `answers`: the reader's unit has a part in it. */
export type Undone = { task: TaskCard; acts: readonly string[]; answers: boolean }

const actName: Record<Lang, Readonly<Record<string, string>>> = {
  zh: {
    reported: '填报', claimed: '办结申请', 'claim-accepted': '同意办结', 'claim-returned': '退回', 'item-handed': '分派', 'extension-asked': '延期申请', 'extension-refused': '不同意延期',
    objected: '异议', 'part-questioned': '有出入', 'question-refused': '维持分工', 'evidence-added': '佐证', 'parts-checked': '核对',
  },
  en: {
    reported: 'the report', claimed: 'the completion', 'claim-accepted': 'the acceptance', 'claim-returned': 'the return', 'item-handed': 'the handing on', 'extension-asked': 'the request for a later date', 'extension-refused': 'the refusal',
    objected: 'the objection', 'part-questioned': 'the question', 'question-refused': 'the refusal', 'evidence-added': 'the evidence', 'parts-checked': 'the check',
  },
}

const words = {
  zh: {
    one: (acts: string, task: string) => `已撤销${acts}：${task}`, several: (acts: string, count: number) => `已撤销刚才的${acts}，共${count}项`, and: '、',
    now: '现在', none: '还没有填报过', last: (day: string) => `最近填报(${day})：`, kept: '撤销前后都留在台账里。', open: '查看任务', mine: '我的任务',
  },
  en: {
    one: (acts: string, task: string) => `Taken back ${acts}: ${task}`, several: (acts: string, count: number) => `Taken back ${acts}, ${count} tasks`, and: ', ',
    now: 'Now', none: 'no report yet', last: (day: string) => `last report (${day}): `, kept: 'Both stay on the ledger.', open: 'The task', mine: 'My tasks',
  },
} satisfies Record<Lang, unknown>

/** So many tasks are listed. */
const listed = 10

export function undone(all: readonly Undone[], lang: Lang, today: Day): Card {
  const w = words[lang]
  const acts = [...new Set(all.flatMap((each) => each.acts.map((act) => actName[lang][act] ?? '')))].filter((name) => name !== '').join(w.and)
  const [first, ...more] = all
  if (first === undefined || more.length > 0) {
    const head = w.several(acts, all.length)
    return {
      text: `↩️ ${head}`,
      lines: [rich`↩️ ${head}`],
      sections: [{ rows: all.slice(0, listed).map(({ task }) => ({ line: rich`${strong(task.number)} ${shortTitle(task)} · ${lastWords(task, lang, today)}` })) }],
      actions: [{ label: w.mine, run: ways.mine() }],
      rest: { line: (left) => rich`+${left}` },
      footer: rich`${w.kept}`,
    }
  }
  const { task, answers } = first
  const head = rich`↩️ ${w.one(acts, `${task.number} ${shortTitle(task)}`)}`
  return {
    text: plain(head),
    lines: [head, rich`${w.now}${lang === 'zh' ? '：' : ': '}${lightAndWhy(task.light, task.why, lang, today)}`, lastWords(task, lang, today)],
    actions: [...(answers && task.status === 'open' ? reportActions(task, lang) : []), { label: w.open, run: ways.task(task) }],
    footer: rich`${w.kept}`,
  }
}

function lastWords({ lead }: TaskCard, lang: Lang, today: Day): Rich {
  const w = words[lang]
  const report = lead?.report
  return report === undefined ? rich`${w.none}` : rich`${w.last(shortDay(report.on, lang, today))}${reportWords(report, lang)}`
}
