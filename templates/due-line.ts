// One task by what it owes next, where it is listed because that falls due: 🟡预警 18 深化“县管校聘” · 县教育局 · 7月10日(周五)前完成
import type { Day } from '#src/calendar/day.ts'
import { isStopped } from '#src/queries/owed-in.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Lang, Row } from './card.ts'
import { lightMark, lightName } from './light-words.ts'
import { nextWords } from './next-step.ts'
import { openTask } from './open-task.ts'
import { rich, strong } from './rich.ts'
import { contestedMark, movedTag, numberWords, shortTitle } from './task-line.ts'

/** What is owed is not always the task's own date: the day that put it on the list is shown. */
export function dueRow(task: TaskCard, today: Day, several: boolean, lang: Lang): Row {
  const zh = lang === 'zh'
  const light = zh ? `${lightMark[task.light]}${lightName.zh[task.light]}` : `${lightMark[task.light]} ${lightName.en[task.light]}`
  const unit = task.lead === undefined ? (zh ? '单位待定' : 'no unit yet') : `${task.lead.name}${task.lead.presumed ? (zh ? '(推定)' : ' (presumed)') : ''}`
  return {
    line: rich`${light}${contestedMark(task, lang)} ${strong(numberWords(task, several))} ${shortTitle(task)} · ${unit} · ${nextWords(task.next, lang, today)}${movedTag(task, lang, today)}`,
    beside: openTask(task, lang, several),
  }
}

const words: Record<Lang, (passed: number, toCome: number) => readonly [passed: string, toCome: string]> = {
  zh: (passed, toCome) => [`已过 ${passed}项`, `还要到期 ${toCome}项`],
  en: (passed, toCome) => [`Passed: ${passed}`, `To come: ${toCome}`],
}

/** Of what waits for a later day it has not. */
export const isDayPast = (next: TaskCard['next'], today: Day): boolean => 'due' in next && next.due < today && !isStopped(next)

/** Those whose day has passed, and those that are still to come, each counted where there are any that have passed. @param counts of all, where not all are here */
export function dueRows(tasks: readonly TaskCard[], { today, several, passed, count }: { today: Day; several: boolean; passed: number; count: number }, lang: Lang): Row[] {
  const rows = (some: readonly TaskCard[]): Row[] => some.map((task) => dueRow(task, today, several, lang))
  if (passed === 0) return rows(tasks)
  const isPast = ({ next }: TaskCard): boolean => isDayPast(next, today)
  const [before, ahead] = words[lang](passed, count - passed)
  const group = (name: string, some: readonly TaskCard[]): Row[] => (some.length === 0 ? [] : [{ line: rich`${strong(name)}` }, ...rows(some)])
  return [...group(before, tasks.filter(isPast)), ...group(ahead, tasks.filter((task) => !isPast(task)))]
}
