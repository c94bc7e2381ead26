// Several tasks in one line: each with words of its own (18号有困难编制没批，22号40%), or all with the same (16、17 没啥进展).
import { saidPlain } from './said-plain.ts'
import { tasksSaid } from './said-report.ts'
import type { SaidTask } from './said-task.ts'

/** `words`: as they were written, with the numbers before them. `listed`: its numbers stand in a row, and count no points. */
export type SaidSegment = { tasks: readonly SaidTask[]; words: string; listed: boolean }

const breaks = /[,.。;\n]{1,3} {0,2}(?=(?:[pP]\d{1,6}[—#/])?\d{1,3}(?:号|项|:| |有困难|受阻|正常|已|没|还|完成|不是))|(?<=[^\d ,.。;、和与及]) (?=(?:[pP]\d{1,6}[—#/])?\d{1,3}(?:号|项|:|有困难|受阻|正常|已))/g
const readAtMost = 1_000
/** What may stand between two numbers of a row. */
const inRow = /^[ 、,和与及跟]{1,3}$/

/** None where the line is of one task, or a piece of it names none. */
export function tasksInTurn(words: string): SaidSegment[] {
  const plain = saidPlain(words)
  const row = rowAtHead(plain)
  if (words.length > readAtMost) return row.length > 1 ? [{ tasks: row, words, listed: true }] : []
  const cuts = [...plain.matchAll(breaks)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
  const pieces = [0, ...cuts.map(({ to }) => to)].map((from, at) => ({ from, to: cuts[at]?.from ?? plain.length })).filter(({ from, to }) => plain.slice(from, to).trim() !== '')
  const segments = pieces.map(({ from, to }): SaidSegment => {
    const tasks = rowAtHead(plain.slice(from, to))
    return { tasks, words: words.slice(from, to).trim(), listed: tasks.length > 1 }
  })
  const all = segments.length > 1 && segments.every((segment) => segment.tasks.length > 0 && segment.words.length > 2)
  return all ? segments : row.length > 1 ? [{ tasks: row, words, listed: true }] : []
}

/** The task that a piece begins with, and those that stand in a row with it. */
function rowAtHead(plain: string): SaidTask[] {
  const row: SaidTask[] = []
  for (const task of tasksSaid(plain)) {
    const before = row.at(-1)
    const isNext = before === undefined ? task.span.from <= 1 : inRow.test(plain.slice(before.span.to, task.span.from))
    if (!isNext) break
    row.push(task)
  }
  // 12、18号完成 may be of a day.
  return row.some(({ asDay }) => asDay === true) ? row.slice(0, 1) : row
}

/** 99号: a number that is said to be of a task, and counts no point of a list. */
export const isNumbered = ({ bare, span }: SaidTask, words: string): boolean => !bare || /[号项]$/.test(saidPlain(words).slice(span.from, span.to))
