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
import { numberOf, shortTitle } from './task-line.ts'
import { ways } from './ways.ts'

/** `last`: what the reader's own unit said last, else whoever answers. `of`: the unit that said it, where that is neither. `acts`: what was done, by its events. `keepsRemark`: words were written with it, and stay. `ofCorrection`: a 更正 is taken back. `answers`: the reader's unit may say more. */
export type Undone = { task: TaskCard; last?: Report; of?: string; acts: readonly string[]; keepsRemark?: boolean; ofCorrection?: boolean; answers: boolean }

const words = {
  zh: {
    one: (acts: string, task: string) => `已撤销${acts}：${task}`, several: (acts: string, count: number) => `已撤销刚才的${acts}，共${count}项`,
    now: '现在', none: '还没有填报过', last: (day: string, of = '') => `${of}最近填报(${day})：`, nextOf: (left: number) => `还有${left}项`, kept: '撤销前后都留在台账里。', correction: '更正', remark: '一起写的话仍作为备注保留。', open: '查看任务', mine: '我的任务', left: (tasks: string, why: string) => `没有一起撤销：${tasks}。${why}`,
  },
  en: {
    one: (acts: string, task: string) => `Taken back ${acts}: ${task}`, several: (acts: string, count: number) => `Taken back ${acts}, ${count} tasks`,
    now: 'Now', none: 'no report yet', last: (day: string, of?: string) => `${of === undefined ? '' : `${of}: `}last report (${day}): `, nextOf: (left: number) => `${left} more`, kept: 'Both stay on the ledger.', correction: 'the correction', remark: 'What was written with it stays as a remark.', open: 'The task', mine: 'My tasks', left: (tasks: string, why: string) => `Not taken back with it: ${tasks}. ${why}`,
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
      sections: [{ rows: [...all.slice(0, listed).map((each) => ({ line: lineOf(each, lang, today) })), ...(all.length > listed ? [{ line: rich`${w.nextOf(all.length - listed)}` }] : [])] }],
      actions: [{ label: w.mine, run: ways.mine() }],
      rest: { line: (left) => rich`+${left}` },
      footer: rich`${w.kept}`,
    }
  }
  const { task, answers, keepsRemark = false } = first
  const head = rich`↩️ ${w.one(acts, `${numberOf(task)} ${shortTitle(task)}`)}`
  return {
    text: plain(head),
    lines: [head, rich`${w.now}${lang === 'zh' ? '：' : ': '}${lightAndWhy(task.light, task.why, lang, today)}`, ...lastWords(first, lang, today), ...(keepsRemark ? [rich`${w.remark}`] : [])],
    actions: [...(answers ? reportActions(task, lang) : []), { label: w.open, run: ways.task(task) }],
    footer: rich`${w.kept}`,
  }
}

function lineOf(each: Undone, lang: Lang, today: Day): Rich {
  const [said] = lastWords(each, lang, today)
  return rich`${strong(each.task.number)} ${shortTitle(each.task)}${said === undefined ? '' : rich` · ${said}`}`
}

/** That nobody reported yet matters only where an answer was taken back; a check has nothing to do with reports. */
function lastWords({ last, of, acts }: Undone, lang: Lang, today: Day): Rich[] {
  const w = words[lang]
  if (acts.every((act) => act === 'parts-checked')) return []
  if (last !== undefined) return [rich`${w.last(shortDay(last.on, lang, today), of)}${reportWords(last, lang)}`]
  return acts.some((act) => act === 'reported' || act === 'claimed') ? [rich`${of ?? ''}${of === undefined || lang === 'zh' ? '' : ': '}${w.none}`] : []
}
