// What was taken back, and how it stands now: as it did before, with its buttons again.
import type { Day } from '#src/calendar/day.ts'
import type { Report } from '#src/ledger/report.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import { actNames } from './act-words.ts'
import type { Card, Lang } from './card.ts'
import { shortDay } from './day-words.ts'
import { lightAndWhy } from './light-words.ts'
import { reportWords } from './report-words.ts'
import { plain, rich, strong, type Rich } from './rich.ts'
import { reportActions } from './task-card.ts'
import { shortTitle } from './task-line.ts'
import { ways } from './ways.ts'

/** `last`: what the reader's own unit said last, else whoever answers. `acts`: what was done, by its events. `keepsRemark`: words were written with it, and stay. `ofCorrection`: a 更正 is taken back. `answers`: the reader's unit may say more. */
export type Undone = { task: TaskCard; last?: Report; acts: readonly string[]; keepsRemark?: boolean; ofCorrection?: boolean; answers: boolean }

const words = {
  zh: {
    one: (acts: string, task: string) => `已撤销${acts}：${task}`, several: (acts: string, count: number) => `已撤销刚才的${acts}，共${count}项`,
    now: '现在', none: '还没有填报过', last: (day: string) => `最近填报(${day})：`, kept: '撤销前后都留在台账里。', correction: '更正', remark: '一起写的话仍作为备注保留。', open: '查看任务', mine: '我的任务', left: (tasks: string, why: string) => `没有一起撤销：${tasks}。${why}`,
  },
  en: {
    one: (acts: string, task: string) => `Taken back ${acts}: ${task}`, several: (acts: string, count: number) => `Taken back ${acts}, ${count} tasks`,
    now: 'Now', none: 'no report yet', last: (day: string) => `last report (${day}): `, kept: 'Both stay on the ledger.', correction: 'the correction', remark: 'What was written with it stays as a remark.', open: 'The task', mine: 'My tasks', left: (tasks: string, why: string) => `Not taken back with it: ${tasks}. ${why}`,
  },
} satisfies Record<Lang, unknown>

/** So many tasks are listed. */
const listed = 10

/** @param left of the same act, what could not be taken back any more, and why */
export function undone(all: readonly Undone[], lang: Lang, today: Day, left?: { tasks: readonly string[]; why: string }): Card {
  const card = takenBack(all, lang, today)
  return left === undefined ? card : { ...card, lines: [...(card.lines ?? []), rich`⚠️ ${words[lang].left(left.tasks.join(lang === 'zh' ? '、' : ', '), left.why)}`] }
}

function takenBack(all: readonly Undone[], lang: Lang, today: Day): Card {
  const w = words[lang]
  const acts = all.length > 0 && all.every(({ ofCorrection }) => ofCorrection === true) ? w.correction : actNames(all.flatMap((each) => each.acts), lang)
  const [first, ...more] = all
  if (first === undefined || more.length > 0) {
    const head = w.several(acts, all.length)
    return {
      text: `↩️ ${head}`,
      lines: [rich`↩️ ${head}`],
      sections: [{ rows: all.slice(0, listed).map(({ task, last }) => ({ line: rich`${strong(task.number)} ${shortTitle(task)} · ${lastWords(last, lang, today)}` })) }],
      actions: [{ label: w.mine, run: ways.mine() }],
      rest: { line: (left) => rich`+${left}` },
      footer: rich`${w.kept}`,
    }
  }
  const { task, last, answers, keepsRemark = false } = first
  const head = rich`↩️ ${w.one(acts, `${task.number} ${shortTitle(task)}`)}`
  return {
    text: plain(head),
    lines: [head, rich`${w.now}${lang === 'zh' ? '：' : ': '}${lightAndWhy(task.light, task.why, lang, today)}`, lastWords(last, lang, today), ...(keepsRemark ? [rich`${w.remark}`] : [])],
    actions: [...(answers ? reportActions(task, lang) : []), { label: w.open, run: ways.task(task) }],
    footer: rich`${w.kept}`,
  }
}

function lastWords(report: Report | undefined, lang: Lang, today: Day): Rich {
  const w = words[lang]
  return report === undefined ? rich`${w.none}` : rich`${w.last(shortDay(report.on, lang, today))}${reportWords(report, lang)}`
}
