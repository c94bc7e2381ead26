// A command's usage as an example: with a task, a figure and a day of the reader's own, so that it works when it is copied.
import type { Day } from '#src/calendar/day.ts'
import type { Lang } from './card.ts'
import { movedTo } from './day-examples.ts'

/** `task`, `tasks`: as they are typed; `answers`: one that their unit answers for, `dated`: such a one with a date. `day`: one that is still ahead. */
export type OwnExample = { task?: string; tasks?: string; answers?: string; dated?: string; plan?: string; progress: number; day: Day }

/** `example`: which of their tasks the example is of; any, where it is left out. */
type Used = { usage: { zh: string; en: string }; example?: 'answers' | 'dated' }

/** What stands before the bracket is the example; what is in it, other ways of writing it. */
export function usageParts({ usage }: Used, lang: Lang): { main: string; besides: string } {
  const written = usage[lang]
  const at = lang === 'zh' ? written.indexOf('（') : written.indexOf(' (')
  if (at < 0) return { main: written, besides: '' }
  return { main: written.slice(0, at).trim(), besides: written.slice(at).trim().slice(1, -1) }
}

/** @param own without a task of their own, the example's stands */
export const exampleOf = (used: Used, own: OwnExample, lang: Lang): string => movedTo(usageParts(used, lang).main, own.day).split(' ').map((word) => (word === '12' && used.example !== undefined && own.task !== undefined ? (own[used.example] ?? noTask[lang]) : owned(word, own))).join(' ')

/** Who only helps has none of which this can be said. */
const noTask: Record<Lang, string> = { zh: '〔牵头的任务号〕', en: '〔a task you lead〕' }

function owned(word: string, { task, tasks, plan, progress, day }: OwnExample): string {
  if (word === '12') return task ?? word
  if (word === '12,15') return tasks ?? word
  if (word === 'p1') return plan ?? word
  if (word === '60') return String(progress)
  return /^\d{4}-\d\d-\d\d$/.test(word) ? day : word
}
