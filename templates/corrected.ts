// 改稿: the receipt of what was put right in a draft, from what to what.
import type { Lang } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'

/** `tasks`: in how many the other name stood. `lead` `from` undefined where nobody led. `years`: how many blanks. `left`: how many tasks there are now. */
export type PutRight = { /** A unit that neither the plan nor the directory had. */ fresh?: string } & (
  | { act: 'merge'; keep: string; other: string; tasks: number }
  | { act: 'lead'; task: number; title: string; from?: string; to: string }
  | { act: 'year'; year: string; years: number }
  | { act: 'contact'; unit: string; from: readonly string[]; to: string }
  | { act: 'drop'; task: number; title: string; left: number }
  | { act: 'restore'; tasks: number; left: number }
)

/** A sentence for every act, and what follows it where a unit came in by it. */
type Words = { [Act in PutRight['act']]: (done: Extract<PutRight, { act: Act }>) => string } & { fresh: (unit: string) => string }

const titleAtMost = 24

const words: Record<Lang, Words> = {
  zh: {
    merge: ({ keep, other, tasks }) => `已合并单位：${other} → ${keep}，涉及${tasks}项任务；“${other}”记为别名。`,
    lead: ({ task, title, from, to }) => `已改牵头：任务${task} ${cutTo(title, titleAtMost)}，${from ?? '单位待定'} → ${to}。`,
    year: ({ year, years }) => `已绑定年份：${years}处空白年份 → ${year}。`,
    contact: ({ unit, from, to }) => `已指定联络员：${unit}，${from.length === 0 ? '没有' : from.join('、')} → ${[...from, to].join('、')}；确认导入时记入名册，此前不会收到消息，此后照常收到其他在办方案的提醒。`,
    drop: ({ task, title, left }) => `已去掉任务${task} ${cutTo(title, titleAtMost)}：${left + 1}项 → ${left}项，后面的编号前移。`,
    restore: ({ tasks, left }) => `已恢复去掉的${tasks}项：${left - tasks}项 → ${left}项。`,
    fresh: (unit) => `方案和名册里原来都没有“${unit}”，确认导入时登记为新单位；写错了请再改一次。`,
  },
  en: {
    merge: ({ keep, other, tasks }) => `Merged: ${other} → ${keep}, in ${counted(tasks, 'task')}; “${other}” is kept as another name.`,
    lead: ({ task, title, from, to }) => `Lead of task ${task} ${cutTo(title, titleAtMost)}: ${from ?? 'nobody'} → ${to}.`,
    year: ({ year, years }) => `Years: ${counted(years, 'blank')} → ${year}.`,
    contact: ({ unit, from, to }) => `Contacts of ${unit}: ${from.length === 0 ? 'none' : from.join(', ')} → ${[...from, to].join(', ')}; in the directory once you confirm, told nothing before; from then on told what other plans owe.`,
    drop: ({ task, title, left }) => `Left out task ${task} ${cutTo(title, titleAtMost)}: ${counted(left + 1, 'task')} → ${left}; those after it move up.`,
    restore: ({ tasks, left }) => `Restored ${tasks} left out: ${counted(left - tasks, 'task')} → ${left}.`,
    fresh: (unit) => ` Neither the plan nor the directory had “${unit}”: it is added as a new unit when you confirm. If it is a slip, put it right once more.`,
  },
}

export function putRight(done: PutRight, lang: Lang): string {
  const w = words[lang]
  // The mapped type above guarantees that an act and its words belong together.
  const said = `✅ ${(w[done.act] as (done: PutRight) => string)(done)}`
  return done.fresh === undefined ? said : said + w.fresh(done.fresh)
}
