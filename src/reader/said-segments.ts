// Several tasks in one line: each with words of its own (18号有困难编制没批，22号40%), or all with the same (16、17 没啥进展).
import { saidPlain } from './said-plain.ts'
import { besidesTasks, tasksSaid } from './said-report.ts'
import type { SaidTask } from './said-task.ts'

/** `words`: as they were written, with the numbers before them. `listed`: its numbers stand in a row, and count no points. */
export type SaidSegment = { tasks: readonly SaidTask[]; words: string; listed: boolean }

/** Where a piece of its own may begin: behind a sign, or behind a blank that no number stands before. */
const breaks = /(?:[,。;\n]|\.(?!\d)){1,3} {0,2}|(?<=[^\d ,.。;、和与及]) /g
/** Said in one breath: 18号没批22号弄完了. What stands before it may take it along: 配合18号任务, 到22号. */
const inOneBreath = /(?<=[\p{Script=Han}%])(?<![零〇一二三四五六七八九十百两月第日周到至在于从自前后和与及跟同像比等靠按把将并为给对向划计取赖合照考据])(?:第?(?:\d{1,3}|[一二三四五六七八九十百两]{1,5})[号项]|任务\d{1,3}|[pP]\d{1,3}[—#/]\d{1,3})/gu
/** 18有困难22正常: a number behind how another stands. */
const behindStanding = /(?<=困难|正常|没动|没批|受阻|变化|进展|问题|搞定|[完好]了|推进|没开工|%)\d{1,3}(?=[\p{Script=Han} ])/gu
/** No day of the month. */
const surely = /[pP任]|[号项]任务/
const tellsMore = /[了没过完好还未不已都有]|正常|搞定|\d%/
const readAtMost = 1_000
/** What may stand between two numbers of a row. */
const inRow = /^[ 、,和与及跟]{1,3}$/

/** One task with its words, or several in turn; undefined where a piece names none. */
export function segmentsOf(words: string): SaidSegment[] | undefined {
  const inTurn = tasksInTurn(words)
  if (inTurn.length > 0) return inTurn
  const [only] = rowAtHead(saidPlain(words))
  return only === undefined ? undefined : [{ tasks: [only], words: words.trim(), listed: false }]
}

/** None where the line is of one task, or a piece of it names none. */
export function tasksInTurn(words: string): SaidSegment[] {
  const plain = saidPlain(words)
  const row = rowAtHead(plain)
  if (words.length > readAtMost) return row.length > 1 ? [{ tasks: row, words, listed: true }] : []
  const cuts = cutsIn(plain, row)
  const pieces = [0, ...cuts.map(({ to }) => to)].map((from, at) => ({ from, to: cuts[at]?.from ?? plain.length })).filter(({ from, to }) => plain.slice(from, to).trim() !== '')
  const segments = pieces.map(({ from, to }): SaidSegment => {
    const tasks = rowAtHead(plain.slice(from, to))
    return { tasks, words: words.slice(from, to).trim(), listed: tasks.length > 1 }
  })
  const all = segments.length > 1 && segments.every((segment) => segment.tasks.length > 0 && besidesTasks(segment.words).trim() !== '')
  return all ? segments : row.length > 1 ? [{ tasks: row, words, listed: true }] : []
}

/** Between what is said of one task and what is said of the next. */
function cutsIn(plain: string, [first]: readonly SaidTask[]): { from: number; to: number }[] {
  const isPlainly = first !== undefined && isNumbered(first, plain)
  const beginsTask = (at: number): boolean => {
    const [task] = rowAtHead(plain.slice(at, at + headLength))
    // 18号完成 is a day, but where the first is named so too.
    return task !== undefined && (task.unsure !== true || isPlainly)
  }
  const behindSigns = [...plain.matchAll(breaks)].map(({ index, 0: sign }) => ({ from: index, to: index + sign.length })).filter(({ to }) => beginsTask(to))
  const within = [...(isPlainly ? plain.matchAll(inOneBreath) : []), ...plain.matchAll(behindStanding)].map(({ index }) => ({ from: index, to: index })).filter(({ to }) => beginsTask(to))
  const both = [...new Map([...behindSigns, ...within].map((cut) => [cut.to, cut])).values()].toSorted((a, b) => a.to - b.to)
  const isTold = ({ to }: { to: number }, at: number): boolean => surely.test(plain.slice(to, to + headLength / 4)) || tellsMore.test(plain.slice(both[at - 1]?.to ?? 0, to))
  return both.every(isTold) ? both : behindSigns
}
/** As much of a piece as its numbers take. */
const headLength = 40

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
  return row.some(({ unsure }) => unsure === true) ? row.slice(0, 1) : row
}

/** 99号: a number that is said to be of a task, and counts no point of a list. */
export const isNumbered = ({ bare, span }: SaidTask, words: string): boolean => !bare || /[号项]$/.test(saidPlain(words).slice(span.from, span.to))
