// Several tasks in one line, each with words of its own: 18号有困难编制没批，22号40%.
import { saidPlain } from './said-plain.ts'
import { tasksSaid } from './said-report.ts'
import type { SaidTask } from './said-task.ts'

const breaks = /[,.。;\n]{1,3} {0,2}(?=(?:[pP]\d{1,6}[—#/])?\d{1,3}(?:号|项|:| |有困难|受阻|正常|已|没|还|完成|不是))|(?<=[^\d ,.。;、和与及]) (?=(?:[pP]\d{1,6}[—#/])?\d{1,3}(?:号|项|:|有困难|受阻|正常|已))/g

/** The task of each piece; none where the line is of one task, or a piece names none. */
export function tasksInTurn(words: string): SaidTask[] {
  const pieces = saidPlain(words.slice(0, 1_000)).split(breaks).filter((piece) => piece.trim() !== '')
  const named = pieces.map((piece) => tasksSaid(piece)[0])
  const first = pieces.every((piece, at) => ((task) => task !== undefined && task.span.from <= 1)(named[at]) && piece.trim().length > 2)
  return pieces.length > 1 && first ? named.flatMap((task) => task ?? []) : []
}
