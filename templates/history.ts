// 记录 N: a task's whole history, the newest first.
import type { Day } from '#src/calendar/day.ts'
import type { PlanId, TaskNo } from '#src/ledger/ids.ts'
import type { Happening } from '#src/queries/task-history.ts'
import type { Action, Card, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { happeningLine } from './history-words.ts'
import { rich } from './rich.ts'
import { taskRef, ways } from './ways.ts'

/** `time`: the wall time of each. `hidden`: how many more there are that are not for this reader. `isGone`: it was withdrawn or taken back, so that no light burns. */
export type HistoryShown = { hidden?: number; isGone?: boolean; task: { plan: PlanId; number: TaskNo; title: string }; all: readonly (Happening & { time: string })[]; page: number }

const rowsOnPage = 15

export function historyCard({ task, all, hidden = 0, isGone = false, page: wanted }: HistoryShown, lang: Lang, today: Day): Card {
  const zh = lang === 'zh'
  const pages = Math.max(1, Math.ceil(all.length / rowsOnPage))
  const page = Math.min(wanted, pages)
  const name = `${taskRef(task)} ${cutTo(task.title, 30)}`
  const head = zh ? `${name}：共${all.length}条记录${pages > 1 ? `，第${page}/${pages}页，新的在前` : '，新的在前'}` : `${name}: ${all.length} entries, newest first${pages > 1 ? `, page ${page} of ${pages}` : ''}`
  const note = hidden === 0 ? undefined : zh ? rich`另有${hidden}条不对您显示（如单位备注、上报领导的事项）` : rich`${hidden} more not shown to you (such as a unit’s remarks, or what went up to a leader)`
  const turn = (to: number, label: string): Action => ({ label, run: ways.history(task, to) })
  return {
    text: head,
    title: zh ? '记录' : 'History',
    lines: [rich`${head}`],
    sections: [{ rows: all.toReversed().slice((page - 1) * rowsOnPage, page * rowsOnPage).map((happening) => ({ line: happeningLine(happening, happening.time, lang, today) })), ...(note === undefined ? {} : { note }) }],
    actions: [
      ...(page < pages ? [turn(page + 1, zh ? '更早' : 'Earlier')] : []), ...(page > 1 ? [turn(page - 1, zh ? '更新' : 'Later')] : []),
      { label: zh ? '任务' : 'Task', run: ways.task(task) }, ...(isGone ? [] : [{ label: zh ? '为什么' : 'Why', run: ways.why(task) }]),
    ],
  }
}
