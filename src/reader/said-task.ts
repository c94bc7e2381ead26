// Which tasks plain words name: 3号任务, 第十二项, p2-12, task 12, or a number that stands alone at their head.
import { numberOf } from './folded-text.ts'
import { matchesOf } from './matches.ts'
import type { Span } from './reading.ts'

/** `bare`: a number that stands alone, and may as well count the points of a list. */
export type SaidTask = { plan?: string; number: number; bare: boolean; span: Span }

const figure = '(\\d{1,4}|[零〇一二三四五六七八九十百两]{1,7})'
/** Each with the number as its last group; the first form has the plan before it. */
const namedForms: readonly RegExp[] = [
  /(?<![A-Za-z0-9])([pP]\d{1,6})[—#/](\d{1,4})(?!\d)/g,
  new RegExp(`(?:任务)?第${figure}(?:项|号|条|个任务)(?![文令目])(?:任务|工作|事项)?`, 'g'),
  new RegExp(`(?<![\\d月第.])${figure}号(?:任务|工作|事项)`, 'g'),
  /任务(?:编号|号)?:? ?(\d{1,4})(?![\d.%个项条月年号])/g,
  /(?<![\dA-Za-z])#(\d{1,4})(?![\d%])/g,
  /(?<![A-Za-z])(?:[Tt][Aa][Ss][Kk]|[Ii][Tt][Ee][Mm]|[Nn]o\.?) {0,2}#?(\d{1,4})(?![\d%])/g,
]
const bareForm = new RegExp(`${figure}(?=[ 、,:.;]|$)(?!\\.\\d)(?! {0,2}(?:[%%]|[所个家名人万亿台座处次天日月年号项条套间批公里米吨元]))`, 'y')
/** Behind another number an ending counts both: 12、13项. */
const furtherForm = new RegExp(`${figure}(?=项|号任务)`, 'y')
const headForm = /[ 、,:.;]{0,4}/y
/** Where a list may begin its next point. */
const starts = /^|[。;\n]/g
/** Numbers in a row at one place; more are no names of tasks. */
const bareAtMost = 20

/** In the order of the words, each number of a plan once. @param plain folded words */
export function saidTasks(plain: string): SaidTask[] {
  const named = namedForms.flatMap((form) => matchesOf(form, plain).map(taskOf)).filter(({ number }) => isNumber(number))
  const free = bareTasks(plain).filter(({ span }) => !named.some((other) => other.span.from < span.to && span.from < other.span.to))
  const inOrder = [...named, ...free].toSorted((a, b) => a.span.from - b.span.from)
  return inOrder.filter((one, at) => !inOrder.slice(Math.max(0, at - bareAtMost), at).some((before) => before.span.to > one.span.from))
}

function taskOf(match: RegExpExecArray): SaidTask {
  const [whole, first, second] = match
  const plan = second === undefined ? undefined : first?.toLowerCase()
  return { ...(plan === undefined ? {} : { plan }), number: numberOf(second ?? first ?? '') ?? 0, bare: false, span: { from: match.index, to: match.index + whole.length } }
}

function bareTasks(plain: string): SaidTask[] {
  const found: SaidTask[] = []
  for (const start of matchesOf(starts, plain)) {
    let at = start.index + start[0].length
    for (let count = 0; count < bareAtMost; count++) {
      headForm.lastIndex = at
      at += headForm.exec(plain)?.[0].length ?? 0
      bareForm.lastIndex = furtherForm.lastIndex = at
      const number = bareForm.exec(plain)?.[0] ?? (count === 0 ? undefined : furtherForm.exec(plain)?.[0])
      if (number === undefined) break
      const value = numberOf(number) ?? 0
      if (isNumber(value)) found.push({ number: value, bare: true, span: { from: at, to: at + number.length } })
      at += number.length
    }
  }
  return found
}

const isNumber = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 9999
